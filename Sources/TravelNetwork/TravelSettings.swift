public import Facts

/// A way to travel: the modes it uses, and what a link must carry for it.
public struct Vehicle: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Modes it uses, parted by blanks.
  public var modes = ""
  /// What a link must carry, one of these, parted by blanks.
  public var carriages = ""
  /// Minutes of handing the patient over from road to boat or aircraft, or back, or between those;
  /// nil means that nothing is counted.
  public var handOverMinutes: Double?
  /// Kilometres per hour of its aircraft between listed pads; nil where it only flies listed links.
  public var cruiseSpeed: Double?
  /// Minutes until its aircraft leaves a pad, crew and permission included; nil means 0.
  public var setUpMinutes: Double?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// How times are made where the links do not say.
public struct TravelProfile: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Slow minutes over typical minutes of a road.
  public var slowFactor = 1.0
  /// Slow wait over usual wait of a ferry, boat or flight.
  public var slowWaitFactor = 1.0
  /// Kilometres per hour between a point and its travel node.
  public var accessSpeed = 20.0
  /// Length of the way to the travel node over the straight line.
  public var accessDetour = 1.3
  /// The longest straight line to a travel node, in kilometres.
  public var accessLimitKm = 15.0
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates a profile of the fallback values.
  public init() {}
}

/// Usual speeds of a road class in an area, in kilometres per hour.
public struct SpeedDefault: Hashable, Sendable {
  /// The area.
  public var area = ""
  /// The class of road.
  public var roadClass = RoadClass.local
  /// Typical speed.
  public var speed = 0.0
  /// Speed on an empty road.
  public var freeFlowSpeed = 0.0
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an empty record.
  public init() {}
}

/// A block of land cut off by main rivers.
public struct LandBlock: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// Two blocks of land that touch between two places.
public struct BlockJoin: Hashable, Sendable {
  /// One block.
  public var block = ""
  /// The other block.
  public var otherBlock = ""
  /// A place of the one, as scheme:code.
  public var place = ""
  /// A place of the other, as scheme:code.
  public var otherPlace = ""
  /// The greatest length of a road between them, in kilometres.
  public var kilometres: Double?
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an empty record.
  public init() {}
}
