import Formats
import HealthNetwork

/// The quality of the data of each province and facility, the worst first.
struct GradeReport {
  let quality: QualityGrade
  let style: AnswerStyle
  let isWhole: Bool
  private static let shown = 20

  private var language: Language { style.language }

  /// The grades as people read them.
  var lines: [String] {
    var lines = [
      "",
      language(
        "Chất lượng dữ liệu theo tỉnh (kém nhất trước)", "Data quality by province (worst first)"),
    ]
    var table = TextTable([
      ("  ", .left), (language("Điểm", "Score"), .right),
      (language("Cơ sở", "Facilities"), .right), (language("Tỉnh", "Province"), .left),
      (language("Thiếu", "Lacking"), .left),
    ])
    for province in quality.provinces {
      let issues = QualityGrade.Issue.allCases.compactMap { issue in
        province.issues[issue].map { "\(issue.text(language)) \($0)" }
      }
      table.add([
        "", String(province.score), String(province.facilities),
        quality.name(of: province, language), issues.joined(separator: ", "),
      ])
    }
    lines += table.lines(width: style.width)
    lines += ["", language("Theo cơ sở (kém nhất trước)", "By facility (worst first)")]
    table = TextTable([
      ("  ", .left), (language("Điểm", "Score"), .right), (language("Mã", "Id"), .left),
      (language("Tên", "Name"), .left), (language("Thiếu", "Lacking"), .left),
    ])
    let shown =
      isWhole ? quality.facilities[...] : quality.facilities.prefix(GradeReport.shown)
    for facility in shown {
      table.add([
        "", String(facility.score), facility.id, facility.name,
        facility.issues.map { $0.text(language) }.joined(separator: ", "),
      ])
    }
    lines += table.lines(width: style.width)
    let hidden = quality.facilities.count - shown.count
    if hidden > 0 {
      lines.append(
        language("… và \(hidden) nữa", "… and \(hidden) more") + style.parenthesis(.wholeList))
    }
    return lines
  }
}

extension QualityGrade {
  /// The name of a province; an old and a new one of the same name have their codes behind it.
  func name(of province: ProvinceGrade, _ language: Language) -> String {
    guard let name = province.name else { return language("không rõ", "not known") }
    let isAmbiguous: Bool = provinces.filter { $0.name == name }.count > 1
    let code: String = isAmbiguous ? province.province.map { " (\($0))" } ?? "" : ""
    return name + code
  }

  /// The grades for programs: all of them.
  var json: JSONValue {
    .object([
      "provinces": .array(provinces.map(\.json)), "facilities": .array(facilities.map(\.json)),
    ])
  }
}

extension QualityGrade.ProvinceGrade {
  fileprivate var json: JSONValue {
    let counts = issues.map { ($0.key.rawValue, JSONValue.integer($0.value)) }
    return .object([
      "province": province.map { .string($0) },
      "name": name.map { .string($0) },
      "facilities": .integer(facilities),
      "score": .integer(score),
      "issues": .object(Dictionary(uniqueKeysWithValues: counts)),
    ])
  }
}

extension QualityGrade.FacilityGrade {
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id),
      "name": .string(name),
      "province": province.map { .string($0) },
      "score": .integer(score),
      "issues": .array(issues.map { .string($0.rawValue) }),
    ])
  }
}

extension QualityGrade.Issue {
  /// The gap or weakness, in a few words.
  func text(_ language: Language) -> String {
    switch self {
    case .positionMissing: language("thiếu tọa độ", "no point")
    case .positionByRule: language("tọa độ đặt theo quy tắc", "placed by a rule")
    case .phoneMissing: language("thiếu điện thoại", "no telephone")
    case .bedsMissing: language("thiếu số giường", "no beds")
    case .capabilitiesUnknown: language("chưa rõ năng lực", "capabilities unknown")
    case .capabilityLowConfidence:
      language("năng lực kém tin cậy", "capabilities of low confidence")
    case .capabilityStale: language("năng lực đã cũ", "capabilities out of date")
    case .noEvidence: language("thiếu nguồn", "no source")
    }
  }
}
