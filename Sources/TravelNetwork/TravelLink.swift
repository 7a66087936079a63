public import Facts

/// How a link is travelled.
public enum TravelMode: String, CaseIterable, Sendable {
  /// By road.
  case road
  /// By ferry.
  case ferry
  /// By boat along a waterway.
  case waterway
  /// By air.
  case air
}

/// What a link carries.
public enum Carriage: String, CaseIterable, Sendable {
  /// Every road vehicle.
  case all
  /// No heavy vehicles.
  case light
  /// Motorcycles and people.
  case motorcycle
  /// People on foot.
  case passenger
  /// A patient with attendants.
  case patient
}

/// The class of a road.
public enum RoadClass: String, CaseIterable, Sendable {
  /// An expressway.
  case expressway
  /// A national road.
  case national
  /// A provincial road.
  case provincial
  /// A district road.
  case district
  /// A local road or street.
  case local
}

/// A way between two nodes: a road, a ferry, a boat or a flight.
public struct TravelLink: Hashable, Sendable {
  /// Whether a link is known to work.
  public enum State: String, CaseIterable, Sendable {
    /// The link is known to be in use.
    case open
    /// Whether the link is in use has not been verified.
    case unverified
    /// The link is closed.
    case closed
  }

  /// The stable id.
  public var id = ""
  /// The id of the node it starts at.
  public var start = ""
  /// The id of the node it ends at.
  public var end = ""
  /// How it is travelled.
  public var mode = TravelMode.road
  /// The class of a road.
  public var roadClass: RoadClass?
  /// The road's number.
  public var ref: String?
  /// Its name.
  public var name: String?
  /// Its length in kilometres.
  public var kilometres = 0.0
  /// How the length was found.
  public var lengthMethod: String?
  /// Typical speed on a road, in kilometres per hour.
  public var speed: Double?
  /// Speed on an empty road, in kilometres per hour.
  public var freeFlowSpeed: Double?
  /// Whether it may be travelled from start to end only.
  public var isOneway: Bool?
  /// The bridge or ferry, by name.
  public var crossing: String?
  /// Minutes under way on a ferry, boat or flight.
  public var crossingMinutes: Double?
  /// Usual minutes of waiting before it leaves.
  public var waitMinutes: Double?
  /// Its hours in the words of the source.
  public var hours: String?
  /// What it carries; nil means every road vehicle.
  public var carries: Carriage?
  /// Ids of vehicles that may not use it, parted by blanks.
  public var excludes: String?
  /// Its restrictions in words.
  public var restriction: String?
  /// Whether it is known to work; nil means open.
  public var state: State?
  /// Whether travel may use it; nil means yes.
  public var use: Use?
  /// The bends of its line on the map, as `LinkShape` writes them; nil for a straight line.
  public var shape: String?
  /// When it exists.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Its hours of operation; none means that they are not known.
  public var windows: [ServiceWindow] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// What `lengthMethod` says of a link whose line on the map is that of the road.
  public static let mappedLine = "mapped line"

  /// Whether it is a road whose line on the map is known, so that it can be entered anywhere.
  public var isStreet: Bool { mode == .road && lengthMethod == TravelLink.mappedLine }

  /// Whether travel may use a link.
  public enum Use: String, CaseIterable, Sendable {
    /// Travel may use the link.
    case yes
    /// Travel may not use the link.
    case no
  }

  /// Creates an empty record.
  public init() {}
}
