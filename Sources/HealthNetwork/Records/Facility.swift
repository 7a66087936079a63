public import Facts

/// A site that cares for patients.
public struct Facility: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Its official name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// What it is.
  public var kind = Kind.other
  /// Whose it is.
  public var ownership: Ownership?
  /// 1 central or city, 2 provincial, 3 district or regional, 4 commune.
  public var tier: Int?
  /// Its professional level.
  public var level: Level?
  /// Its rank.
  public var rank: Rank?
  /// What the rank rests on, in words.
  public var rankBasis: String?
  /// Whether it is the last line of its region.
  public var isLastLine: Bool?
  /// The facility it belongs to.
  public var parent: String?
  /// Its address.
  public var address: String?
  /// Where it is.
  public var position = Position()
  /// When it was built.
  public var built: PartialDate?
  /// When it was put into service on paper.
  public var opened: PartialDate?
  /// When it first received patients.
  public var activated: PartialDate?
  /// What is known of its working; nil means active.
  public var activity: Activity?
  /// The first day on which it no longer works.
  public var closed: PartialDate?
  /// The facility that took its patients over.
  public var successor: String?
  /// The share of its tier's technical catalogue that it performs, from 0 to 1.
  public var catalogueShare: Double?
  /// The number of its helipads.
  public var helipads: Int?
  /// What is known of its helipads, in words.
  public var helipadNote: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Its ids in other systems.
  public var identifiers: [OtherIdentifier] = []
  /// Further names.
  public var names: [OtherName] = []
  /// The places it lies in, one a scheme.
  public var placements: [Placement] = []
  /// Its telephone lines.
  public var contacts: [Contact] = []
  /// Its beds.
  public var beds: [Beds] = []
  /// The patients it takes; none means all.
  public var serves: [PatientGroup] = []
  /// Its departments.
  public var departments: [CatalogueEntry] = []
  /// Its equipment.
  public var equipment: [CatalogueEntry] = []
  /// Its services.
  public var services: [CatalogueEntry] = []
  /// The standards it was certified for.
  public var standards: [CatalogueEntry] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}

  /// Kinds of facilities.
  public enum Kind: String, CaseIterable, Sendable {
    /// A polyclinic.
    case polyclinic
    /// A facility of any other kind.
    case other
    /// A hospital of the Ministry of Health or another ministry.
    case centralHospital = "central-hospital"
    /// A hospital of a university.
    case universityHospital = "university-hospital"
    /// A military hospital.
    case militaryHospital = "military-hospital"
    /// A hospital of a centrally governed city.
    case cityHospital = "city-hospital"
    /// A general hospital of a province.
    case provincialGeneral = "provincial-general"
    /// A specialised hospital of a province.
    case provincialSpecialised = "provincial-specialised"
    /// A general hospital of a region within a province.
    case regionalGeneral = "regional-general"
    /// A district hospital.
    case districtHospital = "district-hospital"
    /// A district medical centre.
    case districtMedicalCentre = "district-medical-centre"
    /// A medical centre of an area, successor of those of districts.
    case regionalMedicalCentre = "regional-medical-centre"
    /// A private hospital.
    case privateHospital = "private-hospital"
    /// A health station of a commune.
    case communeHealthStation = "commune-health-station"
    /// An emergency dispatch centre.
    case emergencyCentre = "emergency-centre"
    /// A station of an emergency service.
    case emergencyStation = "emergency-station"

    /// Whether patients are admitted: hospitals, and medical centres with beds; not stations,
    /// clinics and dispatch centres.
    public var isHospital: Bool {
      switch self {
      case .polyclinic, .other, .communeHealthStation, .emergencyCentre, .emergencyStation: false
      default: true
      }
    }
  }

  /// Owners of facilities.
  public enum Ownership: String, CaseIterable, Sendable {
    /// Owned by the state.
    case `public`
    /// Privately owned.
    case `private`
    /// Owned by the armed forces.
    case military
    /// Owned by the state and private owners.
    case mixed
  }

  /// Professional levels of Law 15/2023/QH15: ban đầu, cơ bản, chuyên sâu.
  public enum Level: String, CaseIterable, Sendable {
    /// Initial care (ban đầu).
    case initial
    /// Basic care (cơ bản).
    case basic
    /// Specialised care (chuyên sâu).
    case specialised
  }

  /// Hospital ranks: đặc biệt, I, II, III, IV.
  public enum Rank: String, CaseIterable, Sendable {
    /// Special rank (đặc biệt).
    case special
    /// Rank I.
    case first = "I"
    /// Rank II.
    case second = "II"
    /// Rank III.
    case third = "III"
    /// Rank IV.
    case fourth = "IV"
  }

  /// What is known of a facility's working.
  public enum Activity: String, CaseIterable, Sendable {
    /// It works.
    case active
    /// Nobody has confirmed that it works.
    case unconfirmed
    /// It does not work now.
    case inactive
  }
}
