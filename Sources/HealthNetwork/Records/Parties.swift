public import Facts

/// Whoever can be party to an agreement without being a facility, or a group of facilities.
public struct Party: Hashable, Sendable {
  /// Kinds of parties.
  public enum Kind: String, CaseIterable, Sendable {
    /// A ministry.
    case ministry
    /// A university.
    case university
    /// A professional association.
    case association
    /// A group of facilities or parties.
    case group
    /// A party of any other kind.
    case other
    /// A provincial department of health.
    case departmentOfHealth = "department-of-health"
    /// A centre for disease control.
    case preventiveCentre = "preventive-centre"
    /// A people's committee.
    case peoplesCommittee = "peoples-committee"
    /// An emergency dispatch centre.
    case emergencyCentre = "emergency-centre"
    /// A health system that runs several facilities.
    case healthSystem = "health-system"
    /// Staff that several facilities share.
    case staffPool = "staff-pool"
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
    /// Gives support.
    case supporter
    /// Receives support.
    case recipient
    /// Signed, with no other role stated.
    case signatory
    /// Coordinates.
    case coordinator
    /// The hub of a network.
    case hub
    /// A spoke of a network.
    case spoke
    /// A member, with no other role stated.
    case member
    /// The first contact of patients.
    case firstContact = "first-contact"
    /// The last line of referral.
    case lastLine = "last-line"
    /// Directs lower lines (chỉ đạo tuyến).
    case directs
    /// Is directed by an upper line.
    case directed
    /// Teaches.
    case trainer
    /// Is taught.
    case trainee
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

/// Somebody who signed or spoke for a party, in a public office.
public struct Person: Hashable, Sendable {
  /// The name.
  public var name = ""
  /// The office and what was done, in words: signed, spoke for it, heads it.
  public var role = ""
  /// The facility or party that the person stands for.
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
