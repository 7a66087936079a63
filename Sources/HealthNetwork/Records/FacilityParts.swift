public import Facts

/// The id of a facility in another system.
public struct OtherIdentifier: Hashable, Sendable {
  /// The system.
  public var system = ""
  /// The id.
  public var value = ""

  /// Creates an empty record.
  public init() {}
}

/// Where a facility lies in one administrative scheme.
public struct Placement: Hashable, Sendable {
  /// The place, as scheme:code.
  public var place = ""
  /// By what rule it was placed there.
  public var basis: String?

  /// Creates an empty record.
  public init() {}
}

/// A telephone line.
public struct Contact: Hashable, Sendable {
  /// Kinds of lines.
  public enum Kind: String, CaseIterable, Sendable {
    /// The emergency line.
    case emergency
    /// The line of the stroke team.
    case stroke
    /// The switchboard.
    case switchboard
    /// Any other line.
    case other
  }

  /// What the line is for.
  public var kind = Kind.switchboard
  /// The number.
  public var value = ""
  /// When it is in use.
  public var period = Period()
  /// Where it comes from.
  public var source: String?
  /// How sure it is.
  public var confidence: Confidence?

  /// Creates an empty record.
  public init() {}
}

/// A number of beds.
public struct Beds: Hashable, Sendable {
  /// What is counted: all beds, beds to come, or beds of one type.
  public enum Kind: String, CaseIterable, Sendable {
    /// All beds.
    case total
    /// Beds that are planned.
    case planned
    /// Beds of one type.
    case type
  }

  /// What is counted.
  public var kind = Kind.total
  /// The type of bed.
  public var type: String?
  /// How many.
  public var measure = Measure()
  /// When.
  public var period = Period()
  /// Where the figure comes from.
  public var provenance = Provenance()

  /// Creates an empty record.
  public init() {}
}

/// Patients that a facility takes.
public struct PatientGroup: Hashable, Sendable {
  /// The youngest age, in full years.
  public var ageFrom: Int?
  /// The oldest age, in full years.
  public var ageTo: Int?
  /// The only sex that is taken.
  public var sex: Sex?
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an empty record.
  public init() {}
}

/// Sex of a patient, where a service is for one only.
public enum Sex: String, CaseIterable, Sendable {
  /// Female.
  case female
  /// Male.
  case male
}

/// A department, a piece of equipment, a service or a certified standard.
public struct CatalogueEntry: Hashable, Sendable {
  /// How a service is given.
  public enum Mode: String, CaseIterable, Sendable {
    /// On site.
    case onSite = "on-site"
    /// On site, guided from afar.
    case remoteSupported = "remote-supported"
  }

  /// How equipment stands.
  public enum State: String, CaseIterable, Sendable {
    /// The facility has it.
    case held
    /// The facility is to get it.
    case planned
    /// It is out of order.
    case broken
    /// It is in use.
    case inUse = "in-use"
    /// It is used less than it could be.
    case underUsed = "under-used"
  }

  /// Its code.
  public var code: String?
  /// Its name.
  public var name = ""
  /// The capability it serves.
  public var capability: String?
  /// How many.
  public var count: Int?
  /// How it is given.
  public var mode: Mode?
  /// How it stands.
  public var state: State?
  /// Who supports or certified it.
  public var by: String?
  /// When.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an empty record.
  public init() {}
}
