import Facts
package import Formats
package import HealthNetwork
package import Planning

extension PlanningText {
  /// The people of a group of ages who count, and the figures by which they are counted.
  package static func group(
    of demand: Demand, in network: Network, _ language: Language
  ) -> String {
    let dates = Set(
      demand.communes.compactMap { commune in
        network.place(commune.place).population(demand.basis)?.date.map { "\($0)" }
      }
    ).sorted()
    let date = dates.isEmpty ? "" : " " + dates.joined(separator: ", ")
    let ages =
      demand.group == .everyone
      ? "" : language(", tuổi \(demand.group.text)", ", aged \(demand.group.text)")
    let uncounted =
      demand.uncounted.isEmpty
      ? ""
      : language(
        "; \(demand.uncounted.count) xã chưa có số liệu",
        "; \(demand.uncounted.count) \(demand.uncounted.count == 1 ? "commune" : "communes") without a figure"
      )
    let people = language.grouped(demand.people)
    let communes = language.counted(demand.communes.count, "xã, phường", "commune")
    let scheme = scheme(demand.scheme, in: network, language)
    let only =
      demand.unit.map {
        language("; chỉ tính \(network.place($0).name)", "; only \(network.place($0).name)")
      } ?? ""
    return language(
      "\(people) người\(ages), \(communes), \(scheme) "
        + "(\(name(demand.basis, date, language)))\(only)\(uncounted)",
      "\(people) people\(ages), \(communes), \(scheme) "
        + "(\(name(demand.basis, date, language)))\(only)\(uncounted)")
  }

  /// The same for programs.
  package static func json(_ demand: Demand, in network: Network) -> JSONValue {
    .object([
      "scheme": .string(demand.scheme), "basis": .string(demand.basis.rawValue),
      "under": demand.unit.map { .string(network.place($0).reference) },
      "group": .string(demand.group.text), "people": .number(demand.people, decimals: 1),
      "communes": .integer(demand.communes.count),
      "uncounted": .array(
        demand.uncounted.map { .string(network.place($0).reference) }),
    ])
  }

  /// A threshold and its source.
  package static func threshold(
    _ limit: AccessThreshold, in network: Network, _ language: Language
  ) -> String {
    let number = language.decimal(limit.minutes, 1)
    return language("\(number) phút", "\(number) min")
      + " (\(origin(limit, in: network, language)))"
  }

  /// What the figures of losses and scenarios do not say.
  package static func caveats(
    of demand: Demand, in network: Network, _ style: AnswerStyle
  ) -> [String] {
    let language = style.language
    return held(demand, in: network, style) + [
      language(
        "Phút là thời gian thường ngày theo mô hình, từ điểm đại diện của xã; dân là số đếm được.",
        "Minutes are typical modelled ones from one point for each commune; people are as counted."),
      language(
        "Dữ liệu khởi đầu cho danh bạ, không phải tài liệu lâm sàng: kiểm tra trước khi quyết định.",
        "A seed for a directory, not a clinical reference: check before you decide."),
    ]
  }
}
