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
  /// The youngest of the people whom planning counts first, in full years; nil for no limit.
  public var demandFrom: Int?
  /// The oldest of the people whom planning counts first, in full years; nil for no limit.
  public var demandTo: Int?
  /// Why those people, and what the figures cannot tell.
  public var demandSource: String?
  /// How sure that is.
  public var demandConfidence: Confidence?
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
    /// The onset of the illness.
    case onset
    /// The arrival at the hospital.
    case door
    /// The first electrocardiogram.
    case ecg
    /// The start of treatment.
    case treatment
    /// The first medical contact.
    case firstMedicalContact = "first-medical-contact"
    /// The arrival at the first hospital.
    case firstDoorIn = "first-door-in"
    /// The departure from the first hospital.
    case firstDoorOut = "first-door-out"
    /// The decision to transfer the patient.
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

/// A class of urgency into which the field sorts patients when they are many.
///
/// Which patient matters how much is a decision of people, so it is data with a source, not code.
public struct TriageClass: Hashable, Sendable {
  /// The highest rank.
  public static let lastRank = 6

  /// The code, as T1.
  public var code = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Its place in the order of urgency, from 1 (first) to 6.
  public var rank = 1
  /// What a minute until treatment weighs, beside those of the other classes.
  public var weight = 1
  /// What a minute beyond the limit weighs; nil when it weighs as much as any other.
  public var lateWeight: Int?
  /// Minutes within which patients of the class ought to be treated.
  public var minutes: Double?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Words that a user may write instead.
  public var names: [OtherName] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// What law or an insurer says of sending patients from one tier to another.
public struct TransferRule: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// The tier that patients leave; nil for every tier.
  public var fromTier: Int?
  /// The tier that they are sent to; nil for every tier.
  public var toTier: Int?
  /// Whether it may be done; nil when that is not known.
  public var isAllowed: Bool?
  /// Whether emergencies are exempt; nil when that is not known.
  public var exemptsEmergencies: Bool?
  /// The subject: transfer, papers, cost and others; nil means transfer.
  public var topic: String?
  /// Its conditions in words.
  public var condition: String?
  /// The law or decision it rests on.
  public var legalBasis: String?
  /// When it is in force.
  public var period = Period()
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
    /// The other term means the same.
    case equivalent
    /// The other term is wider.
    case wider
    /// The other term is narrower.
    case narrower
    /// The other term overlaps.
    case related
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
