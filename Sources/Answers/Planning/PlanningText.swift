import Facts
package import Formats
package import HealthNetwork
package import Planning
package import Referral
import TravelNetwork

/// Words and numbers that the answers to questions of planning share.
package enum PlanningText {
  /// Whole minutes; a dash where nothing is reached.
  package static func minutes(_ minutes: Double?) -> String {
    guard let minutes, minutes.isFinite else { return "—" }
    return String(Int(clamping: minutes.rounded()))
  }

  /// Whole minutes, from the least to the most; a dash where nothing is reached.
  ///
  /// - Parameters:
  ///   - range: The ends: what it may be, and what it surely is.
  ///   - language: The language.
  /// - Returns: The text.
  package static func minutes(_ range: [Double?], _ language: Language) -> String {
    var texts = range.map { minutes($0) }
    if Set(texts).count == 1 { texts = [texts[0]] }
    return texts == ["—"] ? "—" : texts.joined(separator: "–") + language(" phút", " min")
  }

  /// The people whose nearest a facility is: from those with no nearer hospital of unknown capability
  /// to all of them.
  package static func load(_ load: FacilityLoad, _ language: Language) -> String {
    people(load.surePeople, load.people, language)
  }

  /// A number of people, from the least to the most: one number where both read alike.
  package static func people(_ least: Double, _ most: Double, _ language: Language) -> String {
    let texts = [language.grouped(least), language.grouped(most)]
    return texts[0] == texts[1] ? texts[1] : texts.joined(separator: "–")
  }

  /// A range of numbers with equally many decimals at both ends: 0,396–0,410; one number where both
  /// read alike, and a dash for an end that is none.
  package static func range(
    _ least: Double?, _ most: Double?, _ decimals: Int, _ language: Language
  ) -> String {
    let texts = [least, most].map {
      $0.map { language.decimal($0, decimals, keepsZeros: true) } ?? "—"
    }
    if texts[0] == texts[1] { return most.map { language.decimal($0, decimals) } ?? "—" }
    return texts.joined(separator: "–")
  }

  /// A class of access in words.
  package static func name(_ one: AccessClass, _ language: Language) -> String {
    switch one {
    case .served: language("Đến kịp", "Served")
    case .unknown: language("Chưa rõ", "Unknown")
    case .noCapacity: language("Không làm được", "No capacity")
    case .outOfReach: language("Ngoài tầm", "Out of reach")
    }
  }

  /// A need by its name.
  package static func name(_ need: Need, _ language: Language) -> String {
    language(need.name, need.nameEn)
  }

  /// A geography inside a sentence, by its name.
  package static func scheme(_ id: String, in network: Network, _ language: Language) -> String {
    guard let scheme = network.records.schemes.first(where: { $0.record.id == id })?.record else {
      return id
    }
    let name = language(scheme.name, scheme.nameEn ?? scheme.name)
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// The source of the statement that so many minutes are near enough.
  package static func origin(
    _ threshold: AccessThreshold, in network: Network, _ language: Language
  ) -> String {
    switch threshold.origin {
    case .asked: language("do người hỏi chọn", "as asked")
    case .toolDefault:
      language(
        "mặc định của công cụ; từ vựng chưa có chuẩn",
        "the tool's default; the vocabulary has no standard")
    case .standard(let standard):
      standard.name(in: language)
        + " (\(standard.id), \(standard.provenance.effectiveConfidence.remark(language))): "
        + (network.words(standard.provenance.source, in: language) ?? "—")
    }
  }

  /// A unit with the units that hold it, and a word where the network holds only a part of it.
  package static func name(
    _ unit: Place, in network: Network, _ language: Language
  ) -> String {
    network.fullName(of: unit) + (unit.held == .part ? language(" (một phần)", " (in part)") : "")
  }

  /// The provinces of a demand that the network holds only in part; nil where there are none.
  package static func heldInPart(
    _ demand: Demand, in network: Network, _ language: Language
  ) -> String? {
    let parts = network.records.places.map(\.record).filter {
      $0.scheme == demand.scheme && $0.held == .part
    }
    guard !parts.isEmpty else { return nil }
    let names = parts.map(\.name).joined(separator: ", ")
    return language(
      "Chỉ có một phần số xã, phường của: \(names); số liệu của các đơn vị này không phải của cả tỉnh, "
        + "thành.",
      "Only some of the communes of \(names) are in the data: their figures are not those of the "
        + "whole province.")
  }

  /// The people that a figure of population counts, in words.
  ///
  /// - Parameters:
  ///   - basis: The kind of people counted.
  ///   - date: When; empty where nothing is said.
  ///   - language: The language.
  /// - Returns: The words.
  package static func name(
    _ basis: Population.Basis, _ date: String, _ language: Language
  ) -> String {
    let date = date.isEmpty || date.hasPrefix(" ") ? date : " " + date
    return switch basis {
    case .censusResident: language("điều tra dân số\(date)", "census of residents\(date)")
    case .censusRecut:
      language(
        "điều tra dân số\(date), tính lại theo ranh giới mới",
        "census\(date), recut to the new boundaries")
    case .registered: language("dân số đăng ký\(date)", "population register\(date)")
    }
  }

  /// A group of ages in words.
  package static func name(_ group: AgeGroup, _ language: Language) -> String {
    group == .everyone
      ? language("mọi lứa tuổi", "all ages") : language("\(group.text) tuổi", "ages \(group.text)")
  }

  /// The figures of population that count: their basis, date, and number of communes.
  package static func people(
    of demand: Demand, in network: Network, _ language: Language
  ) -> String {
    let figure = demand.communes.first.flatMap {
      network.place($0.place).population(demand.basis)
    }
    let date = figure?.date.map { " " + language.date("\($0)") } ?? ""
    let communes = language.counted(demand.communes.count, "xã, phường", "commune")
    var text = language(
      "\(language.grouped(demand.people)) người, \(communes), \(scheme(demand.scheme, in: network, language)) "
        + "(\(name(demand.basis, date, language)))",
      "\(language.grouped(demand.people)) people in \(communes), \(scheme(demand.scheme, in: network, language)) "
        + "(\(name(demand.basis, date, language)))")
    if let unit = demand.unit {
      text += language(
        "; chỉ tính \(network.place(unit).name)", "; only \(network.place(unit).name)")
    }
    if !demand.uncounted.isEmpty {
      text += language(
        "; \(demand.uncounted.count) xã, phường không có số liệu",
        "; \(demand.uncounted.count) \(demand.uncounted.count == 1 ? "commune has" : "communes have") no figure"
      )
    }
    return text
  }

  /// Where the figures of people come from: that of the first commune, or of its record.
  package static func source(of demand: Demand, in network: Network) -> String? {
    guard let place = demand.communes.first.map({ network.place($0.place) }) else { return nil }
    return place.population(demand.basis)?.source ?? place.provenance.source
  }

  /// The sources of the figures of population and of the slow pace.
  package static func sources(
    of demand: Demand, in network: Network, _ style: AnswerStyle
  ) -> [String] {
    let language = style.language
    let profile = network.travel.profile
    let people = source(of: demand, in: network).map {
      Paragraph.lines(
        language("Số dân: ", "People: "), network.words($0, in: language), width: style.width)
    }
    let slow = Paragraph.lines(
      language("Đi chậm: ", "Slow: "),
      language(
        "đường × \(language.decimal(profile.slowFactor, 2)), chờ phà × \(language.decimal(profile.slowWaitFactor, 2))",
        "roads × \(language.decimal(profile.slowFactor, 2)), waits × \(language.decimal(profile.slowWaitFactor, 2))"
      )
        + " (\(profile.provenance.effectiveConfidence.remark(language))): "
        + (network.words(profile.provenance.source, in: language) ?? "—"), width: style.width)
    return (people ?? []) + slow
  }

  /// The cautions that end the tables of coverage and gaps.
  package static func caution(
    _ demand: Demand, in network: Network, _ style: AnswerStyle
  ) -> [String] {
    held(demand, in: network, style) + [
      style.language(
        "Số liệu khởi đầu, chưa ai xác nhận bằng điện thoại; cách tính: docs/planning.md.",
        "From a seed for a directory that nobody has confirmed by telephone; how: docs/planning.md."
      )
    ]
  }

  /// The lines that tell which provinces are held only in part.
  package static func held(
    _ demand: Demand, in network: Network, _ style: AnswerStyle
  ) -> [String] {
    heldInPart(demand, in: network, style.language).map {
      Paragraph.lines("", $0, width: style.width)
    } ?? []
  }
}
