public import Facts

/// What parties agreed.
public struct Agreement: Hashable, Sendable {
  /// Kinds of agreements.
  public enum Kind: String, CaseIterable, Sendable {
    /// Rotation of staff.
    case rotation
    /// Training.
    case training
    /// Telehealth.
    case telehealth
    /// Disease surveillance.
    case surveillance
    /// Cooperation in general.
    case cooperation
    /// Comprehensive support.
    case comprehensiveSupport = "comprehensive-support"
    /// Transfer of techniques.
    case techniqueTransfer = "technique-transfer"
    /// A satellite hospital of a project.
    case satelliteHospital = "satellite-hospital"
    /// A specialty network.
    case specialtyNetwork = "specialty-network"
    /// Direction of lower lines (chỉ đạo tuyến).
    case lineDirection = "line-direction"
  }

  /// Whether two parties agreed or a whole network.
  public enum Level: String, CaseIterable, Sendable {
    /// Two parties agreed.
    case bilateral
    /// The members of a network agreed.
    case network
  }

  /// The stable id.
  public var id = ""
  /// What was agreed.
  public var kind = Kind.cooperation
  /// Between two or in a network.
  public var level: Level?
  /// Its name.
  public var name: String?
  /// When it was signed.
  public var signed: PartialDate?
  /// When it is in force.
  public var period = Period()
  /// The programme it belongs to.
  public var programme: String?
  /// The law or decision it rests on.
  public var legalBasis: String?
  /// Sessions a week.
  public var sessionsPerWeek: Int?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Who takes part.
  public var members: [Member] = []
  /// What it is about.
  public var topics: [Topic] = []
  /// Who signed or spoke for it, in a public office.
  public var people: [Person] = []
  /// Its reviews.
  public var reviews: [Review] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// A programme or policy under which agreements stand.
public struct Programme: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// When it was signed.
  public var signed: PartialDate?
  /// When it runs.
  public var period = Period()
  /// The law or decision it rests on.
  public var legalBasis: String?
  /// What it is to reach, in words.
  public var aim: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Who takes part.
  public var members: [Member] = []
  /// What it is about.
  public var topics: [Topic] = []
  /// Who signed or spoke for it, in a public office.
  public var people: [Person] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// The network of one specialty, from the last line to the first contact.
public struct SpecialtyNetwork: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// The specialty.
  public var specialty = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// When it works.
  public var period = Period()
  /// The programme it belongs to.
  public var programme: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Who takes part.
  public var members: [Member] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
