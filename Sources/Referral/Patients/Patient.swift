public import Facts
public import HealthNetwork

/// One of several patients who need a place at the same time.
public struct Patient: Hashable, Sendable {
  /// What the patient is called; each id once.
  public var id: String
  /// Where the patient is.
  public var origin: ReferralOrigin
  /// What the patient needs.
  public var need: Need
  /// How urgent it is.
  public var triage: TriageClass
  /// The age in full years.
  public var age: Int?
  /// The sex.
  public var sex: Sex?
  /// When the illness began, or the patient was last known well.
  public var onset: Instant?
  /// The type of bed that the patient needs; nil for any.
  public var bedType: String?

  /// Creates a patient of whom no more is known.
  public init(id: String, origin: ReferralOrigin, need: Need, triage: TriageClass) {
    self.id = id
    self.origin = origin
    self.need = need
    self.triage = triage
  }
}

/// A patient who has left already: the place is taken, whatever else is decided.
public struct SentPatient: Hashable, Sendable {
  /// What the patient is called.
  public var id: String
  /// The index of the facility.
  public var facility: FacilityIndex
  /// What the patient needs; nil when nobody said.
  public var need: Need?
  /// The type of bed that the patient needs.
  public var bedType: String?
  /// When the patient arrives; a report of free beds made later counts the patient already.
  public var arrival: Instant?

  /// Creates a patient of whom no more is known.
  public init(id: String, facility: FacilityIndex) {
    self.id = id
    self.facility = facility
  }
}

extension TriageClass {
  /// The class that a user means by a code or a name, with or without Vietnamese marks.
  ///
  /// - Complexity: O(*n*), where *n* is the number of classes and their names.
  public static func named(_ text: String, in network: Network) -> TriageClass? {
    let wanted = FoldedName(text)
    return network.records.triageClasses.lazy.map(\.record).first { triage in
      ([triage.code, triage.name, triage.nameEn] + triage.names.map(\.value)).contains {
        $0.map { FoldedName($0) == wanted } ?? false
      }
    }
  }
}
