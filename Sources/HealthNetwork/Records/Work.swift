public import Facts

/// Staff of one facility working at another, again and again.
public struct Rotation: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Who sends staff.
  public var supporter = ""
  /// Who receives them.
  public var recipient = ""
  /// The agreement it rests on.
  public var agreement: String?
  /// Which wave it is, from 1.
  public var wave: Int?
  /// Half-day sessions a week.
  public var sessionsPerWeek: Int?
  /// Doctors sent.
  public var doctors: Int?
  /// Trips made so far.
  public var trips: Int?
  /// When it runs.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Its hours, where known.
  public var windows: [ServiceWindow] = []
  /// What it is about.
  public var topics: [Topic] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// A single technique that a facility performs or is being taught.
public struct Technique: Hashable, Sendable {
  /// Grades of techniques: đặc biệt, I, II, III.
  public enum Grade: String, CaseIterable, Sendable {
    /// Special grade (đặc biệt).
    case special
    /// Grade I.
    case first = "I"
    /// Grade II.
    case second = "II"
    /// Grade III.
    case third = "III"
  }

  /// The stable id.
  public var id = ""
  /// The facility.
  public var facility = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Its specialty.
  public var specialty: String?
  /// The capability it is part of.
  public var capability: String?
  /// Who handed it over.
  public var transferredBy: String?
  /// The agreement under which that was done.
  public var agreement: String?
  /// How far it was handed over.
  public var stage: TransferStage?
  /// Its grade.
  public var grade: Grade?
  /// Whether it lies above the facility's tier.
  public var isAboveTier: Bool?
  /// When it is performed.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// A training event or mentoring.
public struct Training: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// How many were trained.
  public var trainees: Int?
  /// The programme it belongs to.
  public var programme: String?
  /// When it was held.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Who takes part.
  public var members: [Member] = []
  /// What it is about.
  public var topics: [Topic] = []
  /// Who led it or spoke for it, in a public office.
  public var people: [Person] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// A published figure about something.
public struct Figure: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// What it is about: an id of the network, or a place as scheme:code.
  public var subject = ""
  /// What it counts, as a code.
  public var indicator = ""
  /// What it counts, in words.
  public var name: String?
  /// What it counts, in English.
  public var nameEn: String?
  /// Its value or range.
  public var measure = Measure()
  /// Whether it is an aim, not an observation.
  public var isTarget: Bool?
  /// Whether it is how much something rose, not how much there is.
  public var isChange: Bool?
  /// The specialty it is about.
  public var specialty: String?
  /// The time it is about.
  public var period = Period()
  /// The words of the source.
  public var quote: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
