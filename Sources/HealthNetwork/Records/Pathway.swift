public import Facts

/// How a patient of a specialty may be brought to definitive care: directly, or by way of a first
/// stop that starts treatment.
///
/// A stroke may go to thrombectomy directly, or be given lysis on the way; a heart attack, trauma, a
/// mother in labour likewise. What decides is data: times with their sources, and rules.
public struct Pathway: Hashable, Sendable {
  /// The two places of a pathway.
  public enum Stop: String, CaseIterable, Sendable {
    /// Where treatment starts.
    case first
    /// Where it is completed.
    case definitive
  }

  /// The stable id.
  public var id = ""
  /// The specialty.
  public var specialty = ""
  /// The capability that a first stop must have.
  public var first = ""
  /// The capability of definitive care.
  public var definitive = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// How long the stays and the treatments take.
  public var intervals: [PathwayInterval] = []
  /// The limits that an answer is held against.
  public var limits: [PathwayLimit] = []
  /// The rules that may decide between the two ways.
  public var rules: [PathwayRule] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// A stretch of time within a hospital of a pathway.
public struct PathwayInterval: Hashable, Sendable {
  /// What the time is of: a stay in the first hospital from door in to door out, as it is at
  /// least, ought to be, is still tolerated or really is; or the time from a door to treatment.
  public enum Kind: String, CaseIterable, Sendable {
    /// The shortest possible stay.
    case leastDwell = "dwell-least"
    /// The stay that is aimed at.
    case targetDwell = "dwell-target"
    /// The longest stay that is tolerated.
    case toleratedDwell = "dwell-tolerance"
    /// The stay that was measured.
    case realDwell = "dwell-real"
    /// The time from the first door to the first treatment.
    case firstTreatment = "first-treatment"
    /// The time from the door to definitive treatment.
    case definitiveTreatment = "definitive-treatment"
  }

  /// What the time is of.
  public var kind = Kind.targetDwell
  /// Usual minutes; nil takes the limit of the clock (its extended limit for a tolerated stay).
  public var minutes: Double?
  /// Minutes at the quick end, where a range is known.
  public var low: Double?
  /// Minutes at the slow end.
  public var high: Double?
  /// The clock that says so.
  public var clock: String?
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an empty interval.
  public init() {}
}

/// A limit that an answer is held against: a clinical clock, or an access standard in minutes.
public struct PathwayLimit: Hashable, Sendable {
  /// The stop at which the clock ends, or which must be reached.
  public var stop = Pathway.Stop.definitive
  /// The id of the clock or of the standard.
  public var ref = ""

  /// Creates an empty limit.
  public init() {}
}

/// A rule that decides between going directly and by way of a first stop.
public struct PathwayRule: Hashable, Sendable {
  /// The kinds of rule: all that a program can know of them.
  public enum Kind: String, CaseIterable, Sendable {
    /// Directly when definitive care is so near, else by way of a first stop.
    case directWithin = "direct-within"
    /// Directly when definitive care is at most so much further than the first stop.
    case detourWithin = "detour-within"
    /// Directly when a clock is kept that way too.
    case directKeepsClock = "direct-keeps-clock"
    /// Directly when definitive care is so near; else the best first stop that is so near; else
    /// the nearest one, and retrieval from there.
    case cascade
  }

  /// The stable id.
  public var id = ""
  /// What kind of rule it is.
  public var kind = Kind.directWithin
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// The threshold, in minutes after leaving.
  public var minutes: Double?
  /// What the minutes count to: the door, or the treatment where its time is known.
  public var end: ClinicalClock.Event?
  /// The clock that must be kept.
  public var clock: String?
  /// Whether it decides unless another is chosen.
  public var isDefault: Bool?
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an empty rule.
  public init() {}
}
