public import Facts

/// A point of the travel network, where links meet.
public struct TravelNode: Hashable, Sendable {
  /// What kinds of points there are.
  public enum Kind: String, CaseIterable, Sendable {
    /// A commune or another settlement.
    case settlement
    /// A town.
    case town
    /// A junction of roads.
    case junction
    /// An interchange of an expressway.
    case interchange
    /// A pier for boats.
    case pier
    /// A port.
    case port
    /// An airport.
    case airport
    /// A place where helicopters land.
    case helipad
    /// An end of a bridge.
    case bridgeEnd = "bridge-end"
    /// A landing of a ferry.
    case ferryLanding = "ferry-landing"
  }

  /// The stable id.
  public var id = ""
  /// What it is.
  public var kind = Kind.junction
  /// Its name.
  public var name: String?
  /// Where it is.
  public var point = Coordinate(latitude: 0, longitude: 0)
  /// How the point was found.
  public var precision: Precision?
  /// The administrative place, as scheme:code.
  public var place: String?
  /// The block of land, cut off by main rivers.
  public var block: String?
  /// Which kind of town it is, in the words of the source.
  public var townLevel: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
