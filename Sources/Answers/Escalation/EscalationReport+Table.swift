import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension EscalationReport {
  /// The chain as a coordinator reads it.
  var table: String {
    let referral = query.referral
    let need = language(referral.need.name, referral.need.nameEn)
    let place = from
    var lines = [
      language("Từ:  \(place)", "From: \(place)"), language("Cần: \(need)", "Need: \(need)"),
    ]
    let clock = language.moment(referral.at)
    if hasTravel {
      let vehicle = language(
        referral.vehicle.name, referral.vehicle.nameEn ?? referral.vehicle.id)
      lines.append(language("Lúc: \(clock), \(vehicle)", "At:   \(clock), by \(vehicle)"))
    } else {
      lines.append(
        language(
          "Lúc: \(clock); mạng này không có dữ liệu đường đi: không có thời gian",
          "At:   \(clock); this network has no travel data: no times"))
    }
    if let reasons = chain.startReasons {
      lines.append(
        language("Nơi này làm được: ", "This facility is able: ") + ability(reasons)
          + (reasons.first.map { " (\(style.words($0)))" } ?? ""))
    }
    lines += [""] + stepTable
    for step in chain.steps { lines += [""] + details(step) }
    if !chain.withoutTier.isEmpty {
      lines += ["", language("Được nêu tên, nhưng chưa rõ tuyến:", "Named, but of unknown tier:")]
      lines += chain.withoutTier.flatMap { paragraph("  ", text($0)) }
    }
    lines += ruleLines
    lines += ["", conclusion, ""]
    lines.append(
      language(
        "Dữ liệu khởi đầu cho danh bạ, không phải tài liệu lâm sàng: gọi xác nhận trước khi chuyển.",
        "A seed for a directory, not a clinical reference: call before you transfer."))
    return lines.joined(separator: "\n") + "\n"
  }

  private var stepTable: [String] {
    var phones = PhoneColumn(network, language, specialty: query.referral.need.specialty)
    var table = TextTable([
      (language("Tuyến", "Tier"), .left), (language("Cơ sở", "Facility"), .left),
      (language("Điện thoại", "Phone"), .left), (language("Phút", "Minutes"), .right),
      (language("Cộng", "Total"), .right), (language("Đi thẳng", "Direct"), .right),
      (language("Làm được", "Able"), .left), (language("Thỏa thuận", "Backed"), .left),
    ])
    for step in chain.steps {
      guard let chosen = step.chosen else {
        table.add([text(tier: step.tier), "—", "—", "—", "—", "—", "—", "—"])
        continue
      }
      let facility = network.facility(chosen.facility)
      table.add([
        text(tier: step.tier), facility.name,
        phones.number(of: facility), minutes(chosen.minutes), minutes(step.totalMinutes),
        minutes(chosen.directMinutes),
        ability(chosen.reasons)
          + (isLastLine(chosen.facility) ? language(", tuyến cuối", ", last line") : ""),
        chosen.named.map(kind) ?? language("không", "none"),
      ])
    }
    return table.lines(width: style.width) + phones.notes(width: style.width)
  }

  private func minutes(_ minutes: Double?) -> String {
    minutes.map { "\(Int(clamping: $0.rounded()))" } ?? "—"
  }

  private func said(_ minutes: Double?) -> String { minutes.map { language.duration($0) } ?? "—" }

  private func details(_ step: EscalationChain.Step) -> [String] {
    let start = step.from.map(name) ?? from
    var lines = [
      text(tier: step.tier)
        + language(
          ", từ \(start), ", ", from \(start), ")
        + language.counted(step.facilityCount, "cơ sở", "facility", "facilities")
    ]
    if let breakage = step.breakage {
      lines += paragraph(language("  ! ĐỨT TUYẾN: ", "  ! BROKEN: "), text(breakage))
    }
    if let target = step.chosen?.target {
      let confidence = target.statement.provenance.effectiveConfidence.remark(language)
      lines += paragraph(
        language("  Căn cứ: ", "  Rests on: "),
        "\(network.name(ofCapability: target.statement.code, in: language)) (\(confidence)) \(words(target.statement.provenance.source).map(PageNames.short) ?? "—")"
      )
      for caution in target.cautions where caution != .serviceHoursUnknown {
        lines += paragraph("  ! ", style.text(caution, of: network))
      }
    }
    lines += others(step)
    for backing in step.chosen?.backings.filter({ $0.standing == .inForce }) ?? [] {
      lines += paragraph(language("  Thỏa thuận hỗ trợ: ", "  Backed by: "), text(backing))
    }
    // Agreements that differ in nothing that is told are told once.
    var told: Set<String> = []
    for backing in step.lapsed where told.insert(text(backing)).inserted {
      lines += paragraph(
        language("  Thỏa thuận không tính: ", "  Not a backing: "), text(backing))
    }
    return lines
  }

  /// What rules say, each answer once with the steps that it is about.
  private var ruleLines: [String] {
    var order: [TransferVerdict] = []
    var tiers: [TransferVerdict: [Int]] = [:]
    for step in chain.steps {
      for verdict in step.verdicts {
        if tiers[verdict] == nil { order.append(verdict) }
        tiers[verdict, default: []].append(step.tier)
      }
    }
    guard !order.isEmpty else { return [] }
    return ["", language("Quy định chuyển tuyến:", "Rules on transfer:")]
      + order.flatMap { verdict in
        let steps = (tiers[verdict] ?? []).map(String.init).joined(separator: ", ")
        return paragraph(
          language("  lên tuyến \(steps): ", "  to tier \(steps): "), text(verdict))
      }
  }

  /// The nearest able facility and the one that agreements name, where they are not the chosen one.
  private func others(_ step: EscalationChain.Step) -> [String] {
    var lines: [String] = []
    if let able = step.nearestAble, able.facility != step.chosen?.facility {
      lines += paragraph(
        language("  Gần nhất làm được: ", "  Nearest able: "),
        name(able.facility)
          + ", " + said(able.minutes))
    }
    if let named = step.named, named.facility != step.chosen?.facility {
      let time = named.minutes.map {
        ", " + said($0)
      }
      lines += paragraph(
        language("  Thỏa thuận nêu tên: ", "  Named by agreement: "),
        name(named.facility) + (time ?? "") + language(", làm được: ", ", able: ")
          + ability(named.reasons) + (named.named.map { "; " + text($0) } ?? ""))
    }
    return lines
  }

  private var conclusion: String {
    if chain.startReasons?.isEmpty ?? false {
      return language("Chữa được ngay tại nơi này.", "The patient can be treated where they are.")
    }
    guard let first = chain.firstAble, let chosen = first.chosen else {
      return language(
        "Chuỗi này không dẫn đến nơi nào được biết là làm được.",
        "This chain leads to nobody who is known to be able.")
    }
    let total = first.totalMinutes.map {
      language("; theo từng tuyến \(said($0))", "; \(said($0)) tier by tier")
    }
    let direct = chosen.directMinutes.map {
      language(", đi thẳng \(said($0))", ", \(said($0)) straight")
    }
    return language("Nơi đầu tiên làm được: ", "First able: ") + name(chosen.facility)
      + (total ?? "") + (direct ?? "")
      + language(" (không tính thời gian lưu tại mỗi nơi).", " (no time is counted for the stays).")
  }
}
