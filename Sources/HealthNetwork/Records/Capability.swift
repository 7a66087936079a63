public import Facts

/// A statement that a facility can, or cannot, do something.
public struct Capability: Hashable, Sendable {
  /// The facility.
  public var facility = ""
  /// What it is about, as stroke.thrombectomy.
  public var code = ""
  /// Which statement of the same facility about the same thing; nil means the first.
  public var statement: String?
  /// Whether it can.
  public var value = Answer.yes
  /// When.
  public var period = Period()
  /// Who does it.
  public var performer: Performer?
  /// Who supports it from afar or by rotation.
  public var supportedBy: String?
  /// Who handed it over.
  public var transferredBy: String?
  /// How far it was handed over.
  public var stage: TransferStage?
  /// The words of the source.
  public var quote: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Its hours; none means that they are not known.
  public var windows: [ServiceWindow] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}

  /// What a statement says; what nobody said is unknown, not no.
  public enum Answer: String, CaseIterable, Sendable {
    /// The facility has the capability.
    case yes
    /// The facility does not have the capability.
    case no
  }

  /// Who performs it.
  public enum Performer: String, CaseIterable, Sendable {
    /// Staff of the facility.
    case ownStaff = "own-staff"
    /// Visiting staff of a supporting facility.
    case rotation
    /// Staff of the facility, guided from afar.
    case remoteSupported = "remote-supported"
  }
}

/// How far a technique has been handed over.
public enum TransferStage: String, CaseIterable, Sendable {
  /// The needs of the recipient have been surveyed.
  case surveyed
  /// The transfer has been planned.
  case planned
  /// The recipient's staff observe.
  case observing
  /// The recipient's staff perform it under supervision.
  case supervised
  /// The recipient's staff perform it on their own.
  case independent
}

/// What a facility reported of itself, and until when that may be believed.
public struct LiveStatus: Hashable, Sendable {
  /// Whether emergency patients are taken.
  public enum Traffic: String, CaseIterable, Sendable {
    /// Patients are admitted as usual.
    case normal
    /// Patients are admitted, but other facilities are preferred.
    case advisory
    /// No emergency patients are admitted.
    case closed
  }

  /// Whether a restriction holds for everybody, or may be overridden.
  public enum Diversion: String, CaseIterable, Sendable {
    /// The restriction holds for every patient.
    case hard
    /// The restriction may be overridden, for the severest cases for example.
    case soft
  }

  /// Free beds of one type.
  public struct FreeBeds: Hashable, Sendable {
    /// The type.
    public var type = ""
    /// How many are free.
    public var available = 0

    /// Creates an empty record.
    public init() {}
  }

  /// A capability that is out of service.
  public struct Off: Hashable, Sendable {
    /// The capability.
    public var capability = ""
    /// Why, in words.
    public var note: String?

    /// Creates an empty record.
    public init() {}
  }

  /// The facility.
  public var facility = ""
  /// Whether emergency patients are taken.
  public var traffic: Traffic?
  /// Whether a restriction holds for everybody; nil: closed is hard, advisory soft.
  public var diversion: Diversion?
  /// When it was reported.
  public var reported: Instant?
  /// From when on it counts as unknown.
  public var expires: Instant?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Free beds.
  public var beds: [FreeBeds] = []
  /// What is out of service.
  public var off: [Off] = []
  /// Whether ``off`` adds to the older list instead of replacing it.
  ///
  /// A refusal does, for it says nothing of other services; documents have no such reports.
  public var addsToOff = false
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
