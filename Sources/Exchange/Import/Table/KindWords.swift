import Facts
import HealthNetwork

/// The kind of facility that the words of a list mean.
///
/// Some words tell the kind by themselves ("Trạm Y tế"); "Bệnh viện đa khoa" and "Hospital" tell it only
/// together with the owner or the tier, and are kept as `other` where nothing else is said.
enum KindWords: Hashable {
  /// A kind.
  case kind(Facility.Kind)
  /// A hospital of some kind.
  case hospital(isSpecialised: Bool)
  /// A facility that none of our kinds is: a clinic, a maternity home.
  case outside

  /// Understands words; nil for those that mean no facility.
  init?(_ text: String) {
    let folded = FoldedName(text).text
    if let kind = KindWords.byValue[folded] {
      self = .kind(kind)
      return
    }
    let words = KindWords.writtenOut(folded)
    if let rule = KindWords.rules.first(where: { rule in
      rule.all.allSatisfy { words.contains(" " + $0 + " ") }
    }) {
      self = rule.meaning
      return
    }
    return nil
  }

  /// The kind, as far as owner and tier tell it; nil where they do not.
  func kind(ownership: Facility.Ownership?, tier: Int?, isOfCity: Bool) -> Facility.Kind? {
    switch self {
    case .kind(let kind): return kind
    case .outside: return .other
    case .hospital(let isSpecialised):
      if ownership == .private { return .privateHospital }
      if ownership == .military { return .militaryHospital }
      switch tier {
      case 1: return .centralHospital
      case 2 where isOfCity: return .cityHospital
      case 2: return isSpecialised ? .provincialSpecialised : .provincialGeneral
      case 3 where !isSpecialised: return .districtHospital
      default: return nil
      }
    }
  }

  private struct Rule {
    var all: [String]
    var meaning: KindWords
  }

  private static let byValue: [String: Facility.Kind] = Dictionary(
    Facility.Kind.allCases.map { (FoldedName($0.rawValue).text, $0) },
    uniquingKeysWith: { first, _ in first })

  /// The folded words with short forms written out, a blank at either end.
  private static func writtenOut(_ folded: String) -> String {
    let words = folded.split(separator: " ").map { shortForms[String($0)] ?? String($0) }
    return " " + words.joined(separator: " ") + " "
  }

  private static let shortForms: [String: String] = [
    "bv": "benh vien", "bvdk": "benh vien da khoa", "bvck": "benh vien chuyen khoa",
    "bvdkkv": "benh vien da khoa khu vuc", "bvdkt": "benh vien da khoa tinh",
    "bvdktw": "benh vien da khoa trung uong", "bvtw": "benh vien trung uong",
    "bvqy": "benh vien quan y", "dk": "da khoa", "ck": "chuyen khoa", "kv": "khu vuc",
    "dkkv": "da khoa khu vuc", "tw": "trung uong", "ttyt": "trung tam y te", "tyt": "tram y te",
    "pk": "phong kham", "pkdk": "phong kham da khoa", "pkdkkv": "phong kham da khoa khu vuc",
    "pkck": "phong kham chuyen khoa", "yhct": "y hoc co truyen", "phcn": "phuc hoi chuc nang",
    "tp": "thanh pho", "ttcc": "trung tam cap cuu", "qy": "quan y", "hospitals": "hospital",
    "clinics": "clinic", "center": "centre", "nhs": "nha ho sinh",
  ]

  /// The first rule all of whose words are there says what is meant.
  private static let rules: [Rule] = stations + clinics + hospitals + others

  private static let stations: [Rule] = [
    Rule(all: ["tram cap cuu"], meaning: .kind(.emergencyStation)),
    Rule(all: ["tram ve tinh"], meaning: .kind(.emergencyStation)),
    Rule(all: ["emergency station"], meaning: .kind(.emergencyStation)),
    Rule(all: ["trung tam cap cuu"], meaning: .kind(.emergencyCentre)),
    Rule(all: ["trung tam van chuyen cap cuu"], meaning: .kind(.emergencyCentre)),
    Rule(all: ["cap cuu 115"], meaning: .kind(.emergencyCentre)),
    Rule(all: ["emergency centre"], meaning: .kind(.emergencyCentre)),
    Rule(all: ["tram y te"], meaning: .kind(.communeHealthStation)),
    Rule(all: ["diem tram"], meaning: .kind(.communeHealthStation)),
    Rule(all: ["health station"], meaning: .kind(.communeHealthStation)),
    Rule(all: ["commune health centre"], meaning: .kind(.communeHealthStation)),
  ]

  private static let clinics: [Rule] = [
    Rule(all: ["phong kham da khoa"], meaning: .kind(.polyclinic)),
    Rule(all: ["phong kham", "da khoa"], meaning: .kind(.polyclinic)),
    Rule(all: ["policlinic"], meaning: .kind(.polyclinic)),
    Rule(all: ["general clinic"], meaning: .kind(.polyclinic)),
    Rule(all: ["phong kham"], meaning: .outside), Rule(all: ["phong mach"], meaning: .outside),
    Rule(all: ["nha ho sinh"], meaning: .outside), Rule(all: ["clinic"], meaning: .outside),
    Rule(all: ["trung tam y te khu vuc"], meaning: .kind(.regionalMedicalCentre)),
    Rule(all: ["regional medical centre"], meaning: .kind(.regionalMedicalCentre)),
    Rule(all: ["trung tam y te"], meaning: .kind(.districtMedicalCentre)),
    Rule(all: ["medical centre"], meaning: .outside),
    Rule(all: ["health centre"], meaning: .outside),
  ]

  private static let hospitals: [Rule] = [
    Rule(all: ["quan y"], meaning: .kind(.militaryHospital)),
    Rule(all: ["quan doi"], meaning: .kind(.militaryHospital)),
    Rule(all: ["quan dan y"], meaning: .kind(.militaryHospital)),
    Rule(all: ["military"], meaning: .kind(.militaryHospital)),
    Rule(all: ["dai hoc"], meaning: .kind(.universityHospital)),
    Rule(all: ["university"], meaning: .kind(.universityHospital)),
    Rule(all: ["teaching hospital"], meaning: .kind(.universityHospital)),
    Rule(all: ["benh vien", "tu nhan"], meaning: .kind(.privateHospital)),
    Rule(all: ["benh vien tu"], meaning: .kind(.privateHospital)),
    Rule(all: ["benh vien", "ngoai cong lap"], meaning: .kind(.privateHospital)),
    Rule(all: ["private", "hospital"], meaning: .kind(.privateHospital)),
    Rule(all: ["tu nhan"], meaning: .kind(.privateHospital)),
    Rule(all: ["trung uong"], meaning: .kind(.centralHospital)),
    Rule(all: ["truc thuoc bo"], meaning: .kind(.centralHospital)),
    Rule(all: ["central hospital"], meaning: .kind(.centralHospital)),
    Rule(all: ["national hospital"], meaning: .kind(.centralHospital)),
    Rule(all: ["chuyen khoa", "tinh"], meaning: .kind(.provincialSpecialised)),
    Rule(all: ["specialised", "provincial"], meaning: .kind(.provincialSpecialised)),
    Rule(all: ["specialized", "provincial"], meaning: .kind(.provincialSpecialised)),
    Rule(all: ["da khoa tinh"], meaning: .kind(.provincialGeneral)),
    Rule(all: ["benh vien tinh"], meaning: .kind(.provincialGeneral)),
    Rule(all: ["benh vien", "tuyen tinh"], meaning: .kind(.provincialGeneral)),
    Rule(all: ["provincial", "hospital"], meaning: .kind(.provincialGeneral)),
    Rule(all: ["province hospital"], meaning: .kind(.provincialGeneral)),
    Rule(all: ["da khoa khu vuc"], meaning: .kind(.regionalGeneral)),
    Rule(all: ["benh vien khu vuc"], meaning: .kind(.regionalGeneral)),
    Rule(all: ["regional", "hospital"], meaning: .kind(.regionalGeneral)),
    Rule(all: ["huyen"], meaning: .kind(.districtHospital)),
    Rule(all: ["benh vien quan"], meaning: .kind(.districtHospital)),
    Rule(all: ["benh vien da khoa quan"], meaning: .kind(.districtHospital)),
    Rule(all: ["benh vien", "tuyen quan"], meaning: .kind(.districtHospital)),
    Rule(all: ["thi xa"], meaning: .kind(.districtHospital)),
    Rule(all: ["district", "hospital"], meaning: .kind(.districtHospital)),
    Rule(all: ["benh vien", "thanh pho"], meaning: .kind(.cityHospital)),
    Rule(all: ["city hospital"], meaning: .kind(.cityHospital)),
  ]

  private static let others: [Rule] = [
    Rule(all: ["benh vien", "chuyen khoa"], meaning: .hospital(isSpecialised: true)),
    Rule(all: ["benh vien", "y hoc co truyen"], meaning: .hospital(isSpecialised: true)),
    Rule(all: ["benh vien", "phuc hoi chuc nang"], meaning: .hospital(isSpecialised: true)),
    Rule(all: ["specialty hospital"], meaning: .hospital(isSpecialised: true)),
    Rule(all: ["specialist hospital"], meaning: .hospital(isSpecialised: true)),
    Rule(all: ["specialised hospital"], meaning: .hospital(isSpecialised: true)),
    Rule(all: ["specialized hospital"], meaning: .hospital(isSpecialised: true)),
    Rule(all: ["benh vien"], meaning: .hospital(isSpecialised: false)),
    Rule(all: ["hospital"], meaning: .hospital(isSpecialised: false)),
    Rule(all: ["khac"], meaning: .outside), Rule(all: ["other"], meaning: .outside),
    Rule(all: ["doctors"], meaning: .outside), Rule(all: ["doctor"], meaning: .outside),
    Rule(all: ["nha thuoc"], meaning: .outside), Rule(all: ["pharmacy"], meaning: .outside),
  ]
}
