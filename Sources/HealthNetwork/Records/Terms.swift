public import Facts

/// A specialty of care.
public struct Specialty: Hashable, Sendable {
  /// The code, as stroke.
  public var code = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// The capability that a need for the bare specialty means.
  public var entry: String?
  /// Whether minutes matter.
  public var isTimeCritical: Bool?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Words that a user may type instead.
  public var names: [OtherName] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// What a facility may be able to do.
public struct CapabilityType: Hashable, Sendable {
  /// The code, as stroke.thrombectomy.
  public var code = ""
  /// The specialty it belongs to.
  public var specialty = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Codes of what whoever can do this can do too, parted by blanks.
  public var implies: String?
  /// The youngest patient it is for, in full years.
  public var ageFrom: Int?
  /// The oldest patient it is for, in full years.
  public var ageTo: Int?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Words that a user may type instead.
  public var names: [OtherName] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// A clinical clock: from one event to another, and its limits.
public struct ClinicalClock: Hashable, Sendable {
  /// The events between which a clock runs.
  public enum Event: String, CaseIterable, Sendable {
    case onset, door, ecg, treatment
    case firstMedicalContact = "first-medical-contact"
    case firstDoorIn = "first-door-in"
    case firstDoorOut = "first-door-out"
    case transferDecision = "transfer-decision"
  }

  /// The stable id.
  public var id = ""
  /// The specialty.
  public var specialty = ""
  /// The capability it is about.
  public var capability: String?
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// The event that starts it.
  public var start = Event.onset
  /// The event that ends it.
  public var end = Event.treatment
  /// The limit, in minutes.
  public var minutes: Double?
  /// The limit for selected patients, in minutes.
  public var extendedMinutes: Double?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// How near a capability ought to be, and whose standard that is.
public struct AccessStandard: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// The specialty.
  public var specialty = ""
  /// The capability it is about.
  public var capability: String?
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Minutes within which people ought to reach it.
  public var minutes: Double?
  /// The share of people, from 0 to 1.
  public var share: Double?
  /// Whether planning uses it unless told otherwise.
  public var isDefault: Bool?
  /// A measure that is not in minutes.
  public var measure = Measure()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// The code of another system for a term of ours.
public struct Crosswalk: Hashable, Sendable {
  /// How the two terms relate: the other is equivalent, wider, narrower or related.
  public enum Relation: String, CaseIterable, Sendable {
    case equivalent, wider, narrower, related
  }

  /// Our term.
  public var term = ""
  /// The other system.
  public var system = ""
  /// Its code.
  public var value = ""
  /// Its words.
  public var display: String?
  /// How the two relate.
  public var relation: Relation?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
