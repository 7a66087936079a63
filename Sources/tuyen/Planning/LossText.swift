import Facts
import Formats
import HealthNetwork
import Planning

/// What every plan says of its people and of itself.
enum LossText {
  /// A whole number of people with its thousands apart: 1.234.567 or 1,234,567.
  static func count(_ number: Double, _ language: Language) -> String {
    let digits = String(Int(abs(number).rounded()))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += language(".", ",") }
      text.append(digit)
    }
    return number <= -0.5 ? "-" + text : text
  }

  /// Whose people are counted, and by which figures.
  static func people(_ demand: Demand, _ network: Network, _ language: Language) -> String {
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
        "; \(demand.uncounted.count) communes without a figure")
    return language(
      "\(count(demand.people, language)) người\(ages), \(demand.communes.count) xã "
        + "\(demand.scheme) (\(demand.basis.rawValue)\(date))\(uncounted)",
      "\(count(demand.people, language)) people\(ages), \(demand.communes.count) communes "
        + "of \(demand.scheme) (\(demand.basis.rawValue)\(date))\(uncounted)")
  }

  /// The same for programs.
  static func json(_ demand: Demand, _ network: Network) -> JSONValue {
    .object([
      "scheme": .string(demand.scheme), "basis": .string(demand.basis.rawValue),
      "group": .string(demand.group.text), "people": .number(demand.people, decimals: 1),
      "communes": .integer(demand.communes.count),
      "uncounted": .array(
        demand.uncounted.map { .string(network.place($0).reference) }),
    ])
  }

  /// What the figures do not say.
  static func caveats(_ language: Language) -> [String] {
    [
      language(
        "Phút là thời gian thường ngày theo mô hình, từ điểm đại diện của xã; dân là số đếm được.",
        "Minutes are typical modelled ones from one point for each commune; people are as counted."),
      language(
        "Dữ liệu khởi đầu cho danh bạ, không phải tài liệu lâm sàng: kiểm tra trước khi quyết định.",
        "A seed for a directory, not a clinical reference: check before you decide."),
    ]
  }
}
