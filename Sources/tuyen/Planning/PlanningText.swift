import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Words and numbers that the reports of planning share.
enum PlanningText {
  /// A share as a percentage with one decimal: 71.2 %; a dash where there is none.
  ///
  /// What is more than nothing is not rounded to 0.0 %, nor what is less than all to 100.0 %.
  static func percent(_ share: Double?, _ language: Language) -> String {
    guard let share else { return "—" }
    var tenths = Int((share * 1_000).rounded())
    if tenths == 0 && share > 1e-9 { return language("< 0,1 %", "< 0.1 %") }
    if tenths == 1_000 && share < 1 - 1e-9 { tenths = 999 }
    return "\(tenths / 10)\(language(",", "."))\(tenths % 10) %"
  }

  /// A whole number of people in groups of three digits, as each language parts them.
  static func people(_ count: Double, _ language: Language) -> String {
    var digits = String(Int(count.rounded()))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: language(".", ","))
  }

  /// Whole minutes; a dash where nothing is reached.
  static func minutes(_ minutes: Double?) -> String {
    guard let minutes, minutes.isFinite else { return "—" }
    return String(Int(minutes.rounded()))
  }

  static func name(_ one: AccessClass, _ language: Language) -> String {
    switch one {
    case .served: language("Đến kịp", "Served")
    case .unknown: language("Chưa rõ", "Unknown")
    case .noCapacity: language("Không làm được", "No capacity")
    case .outOfReach: language("Ngoài tầm", "Out of reach")
    }
  }

  static func name(_ need: Need, _ language: Language) -> String {
    language(need.name, need.nameEn) + " [\(need.capability)]"
  }

  /// Who says that so many minutes are near enough.
  static func origin(_ threshold: AccessThreshold, _ language: Language) -> String {
    switch threshold.origin {
    case .asked: language("do người hỏi chọn", "as asked")
    case .toolDefault:
      language(
        "mặc định của công cụ; từ vựng chưa có chuẩn",
        "the tool's default; the vocabulary has no standard")
    case .standard(let standard):
      language(standard.name, standard.nameEn ?? standard.name)
        + " (\(standard.id), \((standard.provenance.confidence ?? .low).rawValue)): "
        + (standard.provenance.source ?? "—")
    }
  }

  /// A group of ages in words.
  static func name(_ group: AgeGroup, _ language: Language) -> String {
    group == .everyone
      ? language("mọi lứa tuổi", "all ages") : language("\(group.text) tuổi", "ages \(group.text)")
  }

  /// Whose figures count, of when, and of how many communes.
  static func people(
    of demand: Demand, in network: Network, _ language: Language
  ) -> String {
    let figure = demand.communes.first.flatMap {
      network.place($0.place).population(demand.basis)
    }
    let date = figure?.date.map { " \($0)" } ?? ""
    var text = language(
      "\(people(demand.people, language)) người, \(demand.communes.count) xã/phường của "
        + "\(demand.scheme) (\(demand.basis.rawValue)\(date))",
      "\(people(demand.people, language)) people in \(demand.communes.count) communes of "
        + "\(demand.scheme) (\(demand.basis.rawValue)\(date))")
    if !demand.uncounted.isEmpty {
      text += language(
        "; \(demand.uncounted.count) xã/phường không có số liệu",
        "; \(demand.uncounted.count) communes have no figure")
    }
    return text
  }

  /// Where the figures of people come from: that of the first commune, or of its record.
  static func source(of demand: Demand, in network: Network) -> String? {
    guard let place = demand.communes.first.map({ network.place($0.place) }) else { return nil }
    return place.population(demand.basis)?.source ?? place.provenance.source
  }

  /// Whose figures count, and what slow means, with sources.
  static func sources(
    of demand: Demand, in network: Network, _ language: Language
  ) -> [String] {
    let profile = network.travel.profile
    let people = source(of: demand, in: network).map {
      Paragraph.lines(language("Số dân: ", "People: "), $0)
    }
    let slow = Paragraph.lines(
      language("Đi chậm: ", "Slow: "),
      language(
        "đường × \(decimal(profile.slowFactor, 2)), chờ phà × \(decimal(profile.slowWaitFactor, 2))",
        "roads × \(decimal(profile.slowFactor, 2)), waits × \(decimal(profile.slowWaitFactor, 2))")
        + " (\((profile.provenance.confidence ?? .low).rawValue)): "
        + (profile.provenance.source ?? "—"))
    return (people ?? []) + slow
  }

  /// What every report of planning ends with.
  static func caution(_ language: Language) -> String {
    language(
      "Số liệu khởi đầu, chưa ai xác nhận bằng điện thoại; cách tính: docs/planning.md.",
      "From a seed for a directory that nobody has confirmed by telephone; how: docs/planning.md.")
  }

  static func json(_ threshold: AccessThreshold) -> JSONValue {
    var fields: [String: JSONValue?] = ["minutes": .number(threshold.minutes, decimals: 3)]
    switch threshold.origin {
    case .asked: fields["origin"] = .string("asked")
    case .toolDefault: fields["origin"] = .string("tool_default")
    case .standard(let standard):
      fields["origin"] = .string("standard")
      fields["standard"] = .string(standard.id)
      fields["share"] = standard.share.map { .number($0, decimals: 4) }
      fields["source"] = standard.provenance.source.map { .string($0) }
      fields["confidence"] = .string((standard.provenance.confidence ?? .low).rawValue)
    }
    return .object(fields)
  }

  static func json(_ people: ClassedPeople) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: AccessClass.allCases.map {
          ($0.rawValue, .number(people[$0], decimals: 1))
        }))
  }

  static func json(_ facility: Facility) -> JSONValue {
    .object(["id": .string(facility.id), "name": .string(facility.name)])
  }

  static func json(_ place: Place, in network: Network) -> JSONValue {
    .object([
      "code": .string(place.code), "scheme": .string(place.scheme),
      "name": .string(network.fullName(of: place)),
    ])
  }
}
