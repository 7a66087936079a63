import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension RouteReport {
  /// The answer as a coordinator reads it.
  var table: String {
    var lines = heading + onsetLines
    lines.append("")
    lines += targetLines
    lines += askLines
    lines += cardLines
    let passed = rejectedLines
    if !passed.isEmpty {
      lines.append("")
      lines.append(language("Vì sao không chọn nơi khác:", "Why not others:"))
      lines += passed
    }
    if explains {
      lines += ["", language("Nguồn của các con số:", "What the numbers rest on:")]
      lines += basis.flatMap { paragraph("  - ", $0) }
    }
    lines.append("")
    lines += paragraph(
      "",
      language(
        "Dữ liệu khởi đầu cho danh bạ, không phải tài liệu lâm sàng: gọi xác nhận trước khi chuyển.",
        "A seed for a directory, not a clinical reference: call before you transfer."))
    return lines.joined(separator: "\n") + "\n"
  }

  /// A code behind the name that it stands for, where everything is to be explained.
  private func code(_ code: String?) -> String {
    explains ? code.map { " [\($0)]" } ?? "" : ""
  }

  var heading: [String] {
    let vehicle = language(query.vehicle.name, query.vehicle.nameEn ?? query.vehicle.id)
    let place = origin.name + code(origin.id)
    let need = language(query.need.name, query.need.nameEn) + code(query.need.capability)
    var lines = [
      language("Từ:  \(place)", "From: \(place)"),
      language("Cần: \(need)", "Need: \(need)"),
      language(
        "Lúc: \(language.moment(withWeekdayOf: query.at)), \(vehicle)",
        "At:   \(language.moment(withWeekdayOf: query.at)), by \(vehicle)"),
    ]
    let indent = language("     ", "      ")
    for remark in originRemarks.reversed() {
      lines.insert(contentsOf: paragraph(indent, "(" + remark + ")"), at: 1)
    }
    if let needRemark { lines += paragraph(indent + "! ", needRemark) }
    if let severity = query.severity {
      lines.append(
        language("Mức độ: \(severity.name)", "Severity: \(severity.nameEn ?? severity.code)")
          + code(severity.code))
    }
    if let weather = query.weather {
      let name = language(weather.name, weather.nameEn ?? weather.name)
      lines += paragraph(
        language("Thời tiết: ", "Weather: "),
        "\(name) (\((weather.provenance.confidence ?? .low).remark(language)); "
          + "\(network.words(weather.provenance.source, in: language) ?? "—"))")
    }
    if !query.avoided.isEmpty {
      let names = Set(
        query.avoided.map { index in
          let link = network.travel.links[index]
          return link.crossing ?? link.name ?? link.id
        })
      lines.append(
        language("Tránh: ", "Avoiding: ") + names.sorted().joined(separator: "; "))
      if !openNamesakes.isEmpty {
        lines += paragraph(
          language("Vẫn đi: ", "Still open: "),
          openNamesakes.joined(separator: "; ")
            + language(" (công trình khác, không tránh)", " (another crossing, not avoided)"))
      }
    }
    return lines
  }

  /// When it began, where that was said: what is told of clinical windows counts from there.
  private var onsetLines: [String] {
    guard let onset = query.onset else { return [] }
    let elapsed = language.duration(Double(query.at.seconds - onset.seconds) / 60)
    return paragraph(
      language("Khởi phát: ", "Onset: "),
      language.moment(onset)
        + language(" (\(elapsed) trước khi đi)", " (\(elapsed) before leaving)"))
  }

  /// How many hospitals of unknown capability are named.
  private static let mostAsked = 3

  /// The hospitals of unknown capability that are clearly nearer than the first target.
  private var askLines: [String] {
    let all = answer.unknownNearer(in: network, query)
    guard !all.isEmpty else { return [] }
    var table = TextTable([("", .left), ("", .right), ("", .left), ("", .left)])
    for unknown in all.prefix(RouteReport.mostAsked) {
      let facility = network.facility(unknown.facility)
      table.add([
        "  ? " + facility.name,
        language.duration(unknown.minutes),
        unknown.nearerBy.map {
          let nearer = language.duration($0)
          return language("gần hơn \(nearer)", "\(nearer) nearer")
        } ?? "",
        network.phone(of: facility, specialty: query.need.specialty) ?? "—",
      ])
    }
    let more = all.count - RouteReport.mostAsked
    return [
      "",
      language(
        "Gần hơn nhưng chưa rõ có làm được không, hãy hỏi:",
        "Nearer, but nobody says whether they can; ask:"),
    ] + table.lines(width: style.width).dropFirst()
      + (more > 0 ? [language("  … và \(more) nơi nữa", "  … and \(more) more")] : [])
  }

  /// The clock after some minutes, with the day where it is another: that of the minutes as shown.
  func clock(_ minutes: Double) -> String {
    let arrival = query.at.advanced(bySeconds: Int(clamping: minutes.rounded()) * 60)
    return language.clock(arrival, from: query.at)
  }

  /// When treatment begins at a target, what that rests on, and how the window is kept.
  func treatment(
    of target: ReferralTarget, _ reading: TreatmentWindow.Reading
  ) -> String {
    let after = target.minutes + reading.window.minutesAfterDoor
    let delay = reading.window.delay.map { " (\(language.text($0)))" } ?? ""
    return language("khoảng ", "about ") + clock(after) + delay + "; " + language.text(reading)
  }

  /// The legs that are worth a word: a few steps of nameless street between two roads are not.
  func told(_ legs: [Leg]) -> [Leg] {
    guard !explains else { return legs }
    var told: [Leg] = []
    for leg in legs {
      let isPlain = leg.mode == .road && leg.crossing == nil && !leg.isHandOver
      if isPlain && leg.kilometres < 0.05 { continue }
      if isPlain, let last = told.last, last.mode == .road, !last.isHandOver,
        last.crossing == nil,
        last.name == leg.name, last.ref == leg.ref
      {
        told[told.count - 1].kilometres += leg.kilometres
      } else {
        told.append(leg)
      }
    }
    return told
  }

  func text(_ leg: Leg) -> String {
    if leg.isHandOver {
      return language(
        "chuyển xe/tàu \(language.duration(leg.minutes))",
        "hand-over \(language.duration(leg.minutes))")
    }
    let name =
      leg.crossing ?? leg.ref.map { ref in
        leg.name.map { "\(ref)" + ($0 == ref ? "" : " \($0)") } ?? ref
      }
      ?? leg.name ?? language("đường địa phương", "local roads")
    var text = name
    if leg.mode == .road {
      if leg.crossing == nil {
        text += " \(language.decimal(leg.kilometres, 1))\(Paragraph.joint)km"
      }
      // A road that is closed for a time is waited for as a ferry is.
      if leg.waitedMinutes >= 0.5 {
        text += language(
          " + chờ mở \(language.duration(leg.waitedMinutes))",
          " + \(language.duration(leg.waitedMinutes)) until it opens")
      }
    } else {
      text += " " + language.duration(leg.minutes)
      if leg.waitedMinutes > 0 {
        text += language(
          " + chờ \(language.duration(leg.waitedMinutes))",
          " + \(language.duration(leg.waitedMinutes)) wait")
      }
    }
    return text
  }

  func whole(_ number: Double) -> Int { Int(clamping: number.rounded()) }

  /// With its decimal even when that is 0, so that the points stand below each other.
  func tenths(_ number: Double) -> String {
    let tenths = Int(clamping: (number * 10).rounded())
    return "\(tenths / 10)\(language.decimalMark)\(tenths % 10)"
  }
}
