public import Facts

/// Whoever can be party to an agreement without being a facility, or a group of facilities.
public struct Party: Hashable, Sendable {
  /// Kinds of parties.
  public enum Kind: String, CaseIterable, Sendable {
    case ministry, university, association, group, other
    case departmentOfHealth = "department-of-health"
    case preventiveCentre = "preventive-centre"
    case peoplesCommittee = "peoples-committee"
    case emergencyCentre = "emergency-centre"
    case healthSystem = "health-system"
  }

  /// The stable id.
  public var id = ""
  /// What it is.
  public var kind = Kind.other
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Its place, as scheme:code.
  public var place: String?
  /// When it exists.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Further names.
  public var names: [OtherName] = []
  /// The members of a group.
  public var members: [Member] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// A facility or party, and its part in something.
public struct Member: Hashable, Sendable {
  /// Parts that a member can have.
  public enum Role: String, CaseIterable, Sendable {
    case supporter, recipient, signatory, coordinator, hub, spoke, member
    case firstContact = "first-contact"
    case lastLine = "last-line"
  }

  /// The facility or party.
  public var ref = ""
  /// Its part.
  public var role = Role.member
  /// When.
  public var period = Period()
  /// A remark in words.
  public var note: String?

  /// Creates an empty record.
  public init() {}
}

/// What an agreement, a rotation or a training is about.
public struct Topic: Hashable, Sendable {
  /// A specialty.
  public var specialty: String?
  /// A capability.
  public var capability: String?
  /// Words.
  public var name: String?
  /// The member that the topic is for.
  public var ref: String?
  /// A remark in words.
  public var note: String?

  /// Creates an empty record.
  public init() {}
}

/// A review that was held or is due.
public struct Review: Hashable, Sendable {
  /// When.
  public var date: PartialDate?
  /// How often, in words.
  public var every: String?
  /// A remark in words.
  public var note: String?

  /// Creates an empty record.
  public init() {}
}

/// What parties agreed.
public struct Agreement: Hashable, Sendable {
  /// Kinds of agreements.
  public enum Kind: String, CaseIterable, Sendable {
    case rotation, training, telehealth, surveillance, cooperation
    case comprehensiveSupport = "comprehensive-support"
    case techniqueTransfer = "technique-transfer"
    case satelliteHospital = "satellite-hospital"
    case specialtyNetwork = "specialty-network"
    case lineDirection = "line-direction"
  }

  /// Whether two parties agreed or a whole network.
  public enum Level: String, CaseIterable, Sendable {
    case bilateral, network
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
