import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension StrategyReport {
  /// The answer as a coordinator reads it.
  var table: String {
    var lines = definitive.heading + planLines + [""]
    if answer.options.isEmpty { lines += deadEndLines }
    lines += optionTable
    for (number, option) in answer.options.enumerated() {
      lines.append("")
      lines += details(option, number: number + 1)
    }
    if strategy == .compare, !answer.options.isEmpty { lines += [""] + recommendationLines }
    if strategy != .direct {
      lines += passed(
        first, language("Vì sao không chuyển qua nơi khác trước:", "Why not another first stop:"))
    }
    lines += passed(
      definitive,
      language("Vì sao không đến thẳng nơi khác:", "Why not other definitive care:"))
    if explains { lines += [""] + sourceLines }
    lines.append("")
    lines.append(
      language(
        "Dữ liệu khởi đầu cho danh bạ, không phải tài liệu lâm sàng: gọi xác nhận trước khi chuyển.",
        "A seed for a directory, not a clinical reference: call before you transfer."))
    return lines.map { $0.replacing(Paragraph.joint, with: " ") }.joined(separator: "\n") + "\n"
  }

  private var planLines: [String] {
    var lines = paragraph(
      language("Quy trình: ", "Pathway: "),
      language(plan.pathway.name, plan.pathway.nameEn ?? plan.pathway.name)
        + (explains ? " [\(plan.pathway.id)]" : ""))
    if let onset = query.onset {
      let elapsed = Double(query.at.seconds - onset.seconds) / 60
      lines.append(
        language("Khởi phát: ", "Onset:   ") + "\(language.moment(onset)) "
          + language(
            "(\(duration(elapsed)) trước khi đi)", "(\(duration(elapsed)) before leaving)"))
    } else if plan.needsOnset {
      lines.append(
        language("Khởi phát: chưa biết", "Onset:   unknown")
          + (style.fieldName.map { name in
            " (" + name("onset")
              + language(" GIỜ để tính các mốc thời gian", " TIME starts the clocks") + ")"
          } ?? ""))
    }
    guard strategy != .direct else { return lines }
    let stay =
      plan.dwell.map { dwell in
        let least = dwell.kind == .leastDwell ? "≥ " : ""
        return "\(least)\(duration(dwell.time)), \(text(dwell.kind)); \(source(dwell.provenance))"
      }
      ?? language(
        "chưa có nguồn nào cho biết; tính như đi tiếp ngay, mọi giờ sau đó là sớm nhất",
        "no source says; counted as going on at once, every time after it is the earliest")
    return lines
      + paragraph(language("Thời gian lưu tại nơi đầu: ", "Stay:    "), stay)
  }

  private var optionTable: [String] {
    guard !answer.options.isEmpty else { return [] }
    var phones = self.phones
    var table = TextTable([
      ("#", .right), (language("Đường", "Way"), .left), (language("Cơ sở", "Facility"), .left),
      (language("Điện thoại", "Phone"), .left), (language("Giờ đến", "Arrives"), .left),
      (language("Phút (nhanh–chậm)", "Minutes"), .right), (language("Điều trị", "Treats"), .left),
      (language("Rời lúc", "Leaves"), .left),
    ])
    for (number, option) in answer.options.enumerated() {
      if let first = option.first {
        table.add(
          ["\(number + 1)", language("ghé", "via")] + place(first, isBestCase: false, &phones)
            + [
              treatment(option.firstTreatment, isBestCase: false),
              (option.isBestCase ? "≥ " : "") + (option.leaving.map { clock($0.usual) } ?? "—"),
            ])
        table.add(
          ["", language("rồi đến", "then")]
            + place(option.definitive, isBestCase: option.isBestCase, &phones)
            + [treatment(option.definitiveTreatment, isBestCase: option.isBestCase), ""])
      } else {
        table.add(
          ["\(number + 1)", language("thẳng", "direct")]
            + place(option.definitive, isBestCase: false, &phones)
            + [treatment(option.definitiveTreatment, isBestCase: false), ""])
      }
    }
    return table.lines(width: style.width) + phones.notes(width: style.width)
  }

  /// The numbers to call, none of them told yet.
  private var phones: PhoneColumn {
    PhoneColumn(network, language, specialty: query.need.specialty)
  }

  /// What remains when no way leads to definitive care.
  private var deadEndLines: [String] {
    let need = language(plan.definitive.name, plan.definitive.nameEn)
    guard let start = answer.start else {
      return [
        language("Không có đường nào đến nơi điều trị.", "No way to definitive care was found.")
      ]
    }
    var lines = paragraph(
      "",
      language(
        "Lúc này không đến được nơi nào làm \(need). Bắt đầu điều trị ở nơi gần nhất, rồi tìm cách đi tiếp:",
        "Nowhere that does \(need) can be reached now. Begin treatment at the nearest place, and see how to go on:"
      ))
    var table = TextTable([
      ("", .left), (language("Cơ sở", "Facility"), .left),
      (language("Điện thoại", "Phone"), .left), (language("Giờ đến", "Arrives"), .left),
      (language("Phút (nhanh–chậm)", "Minutes"), .right), (language("Điều trị", "Treats"), .left),
    ])
    var phones = self.phones
    table.add(
      [language("ghé", "to")] + place(start.stop, isBestCase: false, &phones)
        + [treatment(start.treatment, isBestCase: false)])
    lines += table.lines(width: style.width) + phones.notes(width: style.width)
    for reading in start.readings { lines += paragraph("     ", text(reading)) }
    lines += paragraph(
      "     " + language("Đường: ", "Way: "),
      definitive.way(start.stop.start, start.stop.journey.legs, start.stop.access))
    return lines + basis(start.stop)
  }

  private func place(
    _ target: ReferralTarget, isBestCase: Bool, _ phones: inout PhoneColumn
  ) -> [String] {
    let facility = network.facility(target.facility)
    let best = isBestCase ? "≥ " : ""
    return [
      facility.name, phones.number(of: facility), best + clock(target.minutes),
      "\(best)\(whole(target.minutes)) (\(whole(target.minutesLow))–\(whole(target.minutesHigh)))",
    ]
  }

  private func treatment(_ time: TimeRange?, isBestCase: Bool) -> String {
    time.map { (isBestCase ? "≥ " : "") + clock($0.usual) } ?? language("chưa rõ", "unknown")
  }

  private func details(_ option: StrategyOption, number: Int) -> [String] {
    let head = "  \(number). "
    var lines = treatments(option).map { [head + $0] } ?? []
    for reading in option.readings {
      lines += paragraph(lines.isEmpty ? head : "     ", text(reading))
    }
    if lines.isEmpty {
      lines.append(
        head + language("không có mốc thời gian nào để tính", "no clock can be told"))
    }
    for target in [option.first, option.definitive].compactMap({ $0 }) {
      let way = definitive.way(target.start, target.journey.legs, target.access)
      let name = network.facility(target.facility).name
      lines += paragraph(
        "     " + language("Đường: ", "Way: "),
        way + " → " + name)
    }
    for target in [option.first, option.definitive].compactMap({ $0 }) {
      lines += basis(target)
    }
    if option.isDirect, option.firstTreatmentThere == nil, plan.first != plan.definitive {
      lines += paragraph(
        "     ! ",
        language(
          "chưa rõ nơi này có \(plan.first.name) hay không",
          "whether it can do \(plan.first.nameEn) is not known"))
    }
    return lines
  }

  /// When treatment starts and when it is completed, as far as that is known.
  private func treatments(_ option: StrategyOption) -> String? {
    let first = option.firstTreatment.map {
      "\(language(plan.first.name, plan.first.nameEn)) \(clock($0.usual))"
    }
    let definitive = option.definitiveTreatment.map {
      language(plan.definitive.name, plan.definitive.nameEn)
        + " \(option.isBestCase ? "≥ " : "")\(clock($0.usual))"
    }
    let known = [first, definitive].compactMap { $0 }
    return known.isEmpty ? nil : known.joined(separator: " → ")
  }

  private func basis(_ target: ReferralTarget) -> [String] {
    let name = network.facility(target.facility).name
    let statement = target.statement
    let basis = Paragraph.lines(
      "     " + language("Căn cứ: ", "Rests on: "),
      "\(name), \(network.name(ofCapability: statement.code, in: language)): \(source(statement.provenance))",
      width: style.width)
    var lines = basis
    for caution in target.cautions {
      lines += paragraph("     ! ", "\(name): \(definitive.text(caution))")
    }
    return lines
  }

  private func passed(_ report: RouteReport, _ title: String) -> [String] {
    let lines = report.rejectedLines
    return lines.isEmpty ? [] : ["", title] + lines
  }

  func whole(_ number: Double) -> Int { Int(clamping: number.rounded()) }
}
