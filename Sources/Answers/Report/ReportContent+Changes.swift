import Formats
import HealthNetwork
import Planning
import Referral

extension ReportContent {
  /// The largest gaps of a need.
  func gaps(_ report: GapsReport) -> Table {
    var sheet = Table.part(
      "gaps",
      language(
        "Nơi ngoài chuẩn đông dân nhất, và cách rẻ nhất để khép",
        "The gaps of most people, and the cheapest change in kind"),
      [
        .init("place", language("Nơi", "Place")),
        .init("people", language("Số người", "People"), .right),
        .init("nearest", language("Gần nhất làm được", "Nearest able")),
        .init("minutes", language("Phút", "Min"), .right),
        .init("cause", language("Vì sao", "Why")), .init("change", language("Thay đổi", "Change")),
        .init("people_gained", language("Thêm người kịp", "People gained"), .right),
        .init("otherwise", language("Nếu hỏi mà không được", "If it cannot")),
      ])
    sheet.shown = Int.max
    for gap in report.answer.gaps {
      let best = gap.changes.first
      sheet.add([
        .init(network.fullName(of: report.place(gap.commune))), .people(gap.people, language),
        .init(gap.nearest.map { network.facility($0.facility).name } ?? "—"),
        .minutes(gap.nearest?.minutes), .init(report.text(gap.cause)),
        .init(
          best.map { report.text($0.change) }
            ?? language("chưa thấy thay đổi đơn lẻ nào đủ", "no single change tried closes it")),
        .people(best?.peopleGained, language), otherwise(gap, report),
      ])
    }
    let people = report.answer.people
    sheet.notes = [
      language(
        "Tất cả: \(report.answer.communes.count) xã/phường, \(language.grouped(people)) người ngoài chuẩn; bảng kể \(report.answer.gaps.count) nơi. Mỗi thay đổi đã được tính lại trên toàn mạng lưới.",
        "In all: \(report.answer.communes.count) communes, \(language.grouped(people)) people beyond the standard; the table has \(report.answer.gaps.count). Each change was computed anew for the whole network."
      )
    ]
    return sheet
  }

  /// What to do when a hospital that is asked cannot.
  private func otherwise(_ gap: Gap, _ report: GapsReport) -> Table.Cell {
    guard gap.changes.first?.change.cost == .ask,
      let next = gap.changes.first(where: { $0.change.cost > .ask })
    else { return .init(nil as String?) }
    return .init(
      report.text(next.change) + " (+" + language.grouped(next.peopleGained) + ")")
  }

  /// The worst losses of one kind.
  func losses(
    _ section: LossAnswer.Section, _ answer: LossAnswer.OfNeed, _ report: LossReport
  ) -> Table {
    let count = section.considered
    let title =
      section.kind == .facilities
      ? language(
        "Nếu mất từng cơ sở (\(count) cơ sở)", "If each facility were lost (\(count))")
      : language(
        "Nếu mất từng cầu, phà (\(count) cầu, phà)",
        "If each bridge or ferry were lost (\(count))")
    var sheet = Table.part(
      "losses-" + section.kind.rawValue, title,
      [
        .init("rank", "#", .right), .hidden("kind"), .hidden("id"),
        .init("name", language("Mất", "Lost")),
        .init("losing", language("Hết trong ngưỡng", "Lose the threshold"), .right),
        .init("cut_off", language("Bị cắt", "Cut off"), .right),
        .init("slower", language("Đi lâu hơn", "Travel longer"), .right),
        .init("each", language("Thêm phút mỗi người", "Minutes more each"), .right),
        .init("most", language("Nhiều nhất ở", "Most in")),
      ])
    sheet.shown = Int.max
    for (rank, loss) in section.losses.prefix(report.top).enumerated() {
      let units = report.units(loss.changes, threshold: answer.need.deciseconds)
      sheet.add([
        .init(rank + 1), .init(report.kind(loss.subject)), .init(report.id(loss.subject)),
        .init(report.name(loss.subject)),
        .people(loss.leastLeaving ?? loss.tally.leaving, loss.tally.leaving, language),
        .people(loss.tally.cutOff, language), .people(loss.tally.slower, language),
        .init(
          loss.tally.slower > 0 ? loss.tally.personMinutes / loss.tally.slower : nil,
          decimals: 0),
        .init(
          units.prefix(2).map { "\($0.name) \(language.grouped($0.people))" }
            .joined(separator: "; ")),
      ])
    }
    return sheet
  }
}
