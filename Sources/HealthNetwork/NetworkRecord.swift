public import Facts

/// A record of a network that stands for itself: it has a kind and, within the kind, a key.
public protocol NetworkRecord: Hashable, Sendable {
  /// The kind, as exchange files and messages name it.
  static var kindName: String { get }
  /// What tells it from the other records of its kind.
  var key: String { get }
  /// Where it comes from, and how sure it is.
  var provenance: Provenance { get }
}

extension NetworkHeader: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "network" }
  /// A network has one header.
  public var key: String { id }
}

extension Scheme: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "scheme" }
  /// The id.
  public var key: String { id }
}

extension Place: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "place" }
  /// scheme:code.
  public var key: String { reference }
}

extension PlaceOutline: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "outline" }
  /// The place: scheme:code.
  public var key: String { place }
}

extension Specialty: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "specialty" }
  /// The code.
  public var key: String { code }
}

extension CapabilityType: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "capabilityType" }
  /// The code.
  public var key: String { code }
}

extension ClinicalClock: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "clock" }
  /// The id.
  public var key: String { id }
}

extension AccessStandard: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "accessStandard" }
  /// The id.
  public var key: String { id }
}

extension TriageClass: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "triage" }
  /// The code.
  public var key: String { code }
}

extension TransferRule: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "transferRule" }
  /// The id.
  public var key: String { id }
}

extension Pathway: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "pathway" }
  /// The id.
  public var key: String { id }
}

extension Crosswalk: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "crosswalk" }
  /// term/system/value.
  public var key: String { term + "/" + system + "/" + value }
}

extension Wording: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "wording" }
  /// The text.
  public var key: String { text }
}

extension Ladder: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "ladder" }
  /// The id.
  public var key: String { id }
}

extension Party: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "party" }
  /// The id.
  public var key: String { id }
}

extension Facility: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "facility" }
  /// The id.
  public var key: String { id }
}

extension Capability: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "capability" }
  /// facility/code, and /statement where there is one.
  public var key: String {
    statement.map { facility + "/" + code + "/" + $0 } ?? facility + "/" + code
  }
}

extension Agreement: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "agreement" }
  /// The id.
  public var key: String { id }
}

extension Programme: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "programme" }
  /// The id.
  public var key: String { id }
}

extension SpecialtyNetwork: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "specialtyNetwork" }
  /// The id.
  public var key: String { id }
}

extension Rotation: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "rotation" }
  /// The id.
  public var key: String { id }
}

extension Technique: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "technique" }
  /// The id.
  public var key: String { id }
}

extension Training: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "training" }
  /// The id.
  public var key: String { id }
}

extension Figure: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "figure" }
  /// The id.
  public var key: String { id }
}

extension Observation: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "observation" }
  /// The id.
  public var key: String { id }
}

extension LiveStatus: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "status" }
  /// The facility.
  public var key: String { facility }
}

extension Severity: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "severity" }
  /// The code.
  public var key: String { code }
}

extension Freshness: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "freshness" }
  /// The field.
  public var key: String { field.rawValue }
}

extension Holiday: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "holiday" }
  /// The id.
  public var key: String { id }
}

extension DatedException: NetworkRecord {
  /// The kind's name.
  public static var kindName: String { "exception" }
  /// The id.
  public var key: String { id }
}
