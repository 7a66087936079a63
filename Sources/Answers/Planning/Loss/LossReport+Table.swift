import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension LossReport {
  /// The losses as a planner reads them.
  var table: String {
    let vehicle = language(
      conditions.vehicle.name, conditions.vehicle.nameEn ?? conditions.vehicle.id)
    var lines = [
      language(
        "Lúc: \(language.moment(withWeekdayOf: conditions.at)), \(vehicle)",
        "At:  \(language.moment(withWeekdayOf: conditions.at)), by \(vehicle)"),
      language("Dân: ", "For: ") + PlanningText.group(of: demand, in: network, language),
    ]
    for answer in answer.needs {
      lines.append("")
      lines += heading(answer)
      for section in answer.sections {
        lines.append("")
        lines += self.lines(section, answer)
      }
    }
    lines.append("")
    lines += Paragraph.lines(
      "",
      language(
        "a–b: a là mức chắc chắn; b là trong ngưỡng nếu mọi bệnh viện chưa rõ đều làm được, hoặc hết "
          + "trong ngưỡng nếu không nơi nào trong số đó làm được.",
        "a–b: a is sure; b is within if every hospital of unknown capability is able, or lost if none "
          + "of them is."), width: style.width)
    lines += PlanningText.caveats(of: demand, in: network, style)
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(_ answer: LossAnswer.OfNeed) -> [String] {
    let need = answer.need.need
    let within = answer.study.people(within: answer.need.deciseconds)
    let possible = answer.study.possiblePeople(within: answer.need.deciseconds)
    let shares =
      demand.people > 0 ? within / demand.people...max(within, possible) / demand.people : nil
    let range = PlanningText.people(within, possible, language)
    let unreached = answer.study.unreached
    return [
      language("Cần: ", "Need: ") + language(need.name, need.nameEn)
    ]
      + Paragraph.lines(
        language("Ngưỡng: ", "Within: "),
        PlanningText.threshold(answer.need.limit, in: network, language),
        width: style.width)
      + [
        language("Hiện có: ", "As it is: ")
          + language(
            "\(range) người (\(language.percents(shares))) trong ngưỡng",
            "\(range) people (\(language.percents(shares))) within")
          + (unreached >= 0.5
            ? language(
              "; \(language.grouped(unreached)) người không tới được nơi nào",
              "; \(language.grouped(unreached)) reach none") : "")
          + language(
            "; \(answer.study.able.count) cơ sở",
            "; \(language.counted(answer.study.able.count, "", "facility", "facilities"))")
      ]
  }

  private func lines(_ section: LossAnswer.Section, _ answer: LossAnswer.OfNeed) -> [String] {
    var lines = [title(section, answer)]
    if section.kind == .rotations, section.considered == 0 {
      let count = network.records.agreements.count {
        $0.record.kind == .rotation
          && $0.record.period.standing(on: conditions.at.day) == .inForce
      }
      lines.append(
        language(
          "  có \(count) thỏa thuận luân phiên đang hiệu lực, nhưng chưa ai ghi việc này dựa vào chúng",
          "  \(count) agreements on rotations are in force, but nobody has said that this rests on one"
        ))
      return lines
    }
    guard !section.losses.isEmpty else {
      lines.append(language("  không mất mát nào làm thay đổi gì", "  no loss changes anything"))
      return lines
    }
    var table = TextTable([
      ("#", .right), (language("Mất", "Lost"), .left),
      (language("Hết trong ngưỡng", "Lose it"), .right),
      (language("Bị cắt", "Cut off"), .right), (language("Đi lâu hơn", "Longer"), .right),
      (language("Thêm phút/người", "Min more each"), .right), (language("Xã", "Communes"), .right),
      (language("Nhiều nhất ở", "Most in"), .left),
    ])
    for (rank, loss) in section.losses.prefix(top).enumerated() {
      let units = units(loss.changes, threshold: answer.need.deciseconds)
      let most = units.prefix(2).map { "\($0.name) \(language.grouped($0.people))" }
      table.add([
        "\(rank + 1)", name(loss.subject),
        figure(loss.tally.leaving, loss.together?.leaving, least: loss.leastLeaving),
        figure(loss.tally.cutOff, loss.together?.cutOff),
        language.grouped(loss.tally.slower),
        loss.tally.slower > 0
          ? language.decimal(loss.tally.personMinutes / loss.tally.slower, 0) : "—",
        "\(loss.tally.communes)",
        most.joined(separator: "; ") + (units.count > 2 ? "; …" : ""),
      ])
    }
    lines += table.lines(width: style.width)
    let hidden = section.losses.count - top
    if hidden > 0 {
      lines.append(
        language(
          "  … và \(hidden) nữa làm thay đổi", "  … and \(hidden) more that change something")
          + style.parenthesis(.moreLosses))
    }
    return lines
  }

  /// How many people, and of two things at once how many of them only because of both.
  private func figure(_ all: Double, _ together: Double?, least: Double? = nil) -> String {
    let text = PlanningText.people(least ?? all, all, language)
    guard let together else { return text }
    return text
      + language(
        " (cùng lúc \(language.grouped(together)))",
        " (only both: \(language.grouped(together)))")
  }

  private func title(_ section: LossAnswer.Section, _ answer: LossAnswer.OfNeed) -> String {
    let count = section.considered
    switch section.kind {
    case .facilities:
      return language(
        "Mất từng cơ sở (\(count) cơ sở có thể chữa):",
        "Each facility lost (\(count) that can treat):")
    case .capabilities:
      return language(
        "Mất năng lực này ở từng cơ sở (\(count) nơi):",
        "This capability lost at each facility (\(count)):")
    case .crossings:
      return language(
        "Mất từng cầu, phà (\(count) cầu, phà đang dùng được):",
        "Each bridge and ferry lost (\(count) in use):")
    case .rotations:
      return language(
        "Mất từng luân phiên (\(count); chỉ tính nơi dữ liệu ghi là làm nhờ luân phiên):",
        "Each rotation lost (\(count); only where a statement says that it rests on one):")
    case .pairs:
      let pairs = answer.pairs
      let all = pairs?.pairs ?? 0
      let searched = pairs?.searched ?? 0
      return language(
        "Mất hai cầu cùng lúc: \(all) cặp; \(searched) cặp phải tính lại, "
          + "\(all - searched) cặp chắc chắn không hơn mất một cầu; "
          + "\(count) cặp hại hơn từng cầu:",
        "Two bridges lost at once: \(language.counted(all, "", "pair")); \(searched) searched, "
          + "\(all - searched) proved to do no more than one of the two; "
          + "\(count) do more together:")
    }
  }
}
