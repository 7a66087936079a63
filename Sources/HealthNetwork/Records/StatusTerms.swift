public import Facts

/// How badly off a patient is, and what a facility's report may be overridden for.
public struct Severity: Hashable, Sendable {
  /// The code, as critical.
  public var code = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Words of `LiveStatus.Traffic` that do not keep such a patient away unless the report says that
  /// they are hard, parted by blanks.
  public var overrides: String?
  /// Where the rule comes from.
  public var provenance = Provenance()
  /// Words that a user may type instead.
  public var names: [OtherName] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}

  /// Whether a soft report of a kind does not keep such a patient away.
  public func overrides(_ traffic: LiveStatus.Traffic) -> Bool {
    overrides?.split(separator: " ").contains { $0 == traffic.rawValue } ?? false
  }
}

/// For how long a report decides; later, until it expires, it is only something to ask about.
public struct Freshness: Hashable, Sendable {
  /// What is reported.
  public enum Field: String, CaseIterable, Sendable {
    /// Whether patients are admitted.
    case traffic
    /// The number of free beds.
    case beds
    /// The services that are out of use.
    case off
  }

  /// What is reported.
  public var field = Field.traffic
  /// Minutes from the report for which it decides.
  public var freshMinutes = 0
  /// Where the rule comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
