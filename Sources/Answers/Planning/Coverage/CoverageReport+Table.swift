import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension CoverageReport {
  /// The coverage as a planner reads it.
  var table: String {
    var lines = heading
    lines.append("")
    lines += classLines
    if answer.question.includesCurve { lines += curveLines }
    if answer.question.includesFairness {
      for answer in answers {
        lines += FairnessReport(self, answer).lines
      }
    }
    lines.append("")
    lines += notes
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let vehicle = language(
      conditions.vehicle.name, conditions.vehicle.nameEn ?? conditions.vehicle.id)
    return [
      language(
        "Độ phủ lúc \(language.moment(withWeekdayOf: conditions.at)), \(vehicle)",
        "Coverage at \(language.moment(withWeekdayOf: conditions.at)), by \(vehicle)"),
      PlanningText.people(of: prepared.demand, in: network, language),
    ]
  }

  /// Percentages of each unit: by need when the unit is the network, else a block a need.
  private var classLines: [String] {
    let parts = parts
    if division == .network {
      var table = TextTable(titles(language("Nhu cầu", "Need"), hasGroups: true))
      for answer in answers {
        add(answer, parts, to: &table) { _ in PlanningText.name(answer.need, language) }
      }
      return table.lines(width: style.width)
    }
    var lines: [String] = []
    for answer in answers {
      var table = TextTable(
        titles(
          language("Đơn vị", "Unit"), hasGroups: answer.groupDemand != nil))
      add(answer, parts, to: &table, hasGroups: answer.groupDemand != nil) { name($0) }
      if !lines.isEmpty { lines.append("") }
      lines.append(PlanningText.name(answer.need, language))
      lines += table.lines(width: style.width)
    }
    return lines
  }

  private func titles(
    _ first: String, hasGroups: Bool
  ) -> [(title: String, alignment: TextTable.Alignment)] {
    var titles: [(title: String, alignment: TextTable.Alignment)] = [(first, .left)]
    titles.append((language("Phút", "Min"), .right))
    if hasGroups { titles.append((language("Tuổi", "Ages"), .right)) }
    titles.append((language("Số người", "People"), .right))
    titles += shownClasses.map { (PlanningText.name($0, language), .right) }
    titles.append((language("Đến kịp nếu chậm", "Served if slow"), .right))
    titles.append((language("Nửa số dân trong", "Half within"), .right))
    if tellsPages { titles.append((language("Thiếu trang", "No page"), .right)) }
    return titles
  }

  /// The classes with a column of their own: what is unknown is the difference of the ends of those
  /// served, and that nobody lacks capacity goes without saying.
  private var shownClasses: [AccessClass] {
    let isLacking = answers.contains { answer in
      answer.coverage.query.thresholds.contains {
        answer.coverage.people(within: $0.minutes)[.noCapacity] > 0
      }
    }
    return isLacking ? [.served, .noCapacity, .outOfReach] : [.served, .outOfReach]
  }

  /// Whether statements without a page are relied on.
  private var countsWithoutPage: Bool {
    answers.contains { answer in
      answer.coverage.withoutPage.contains { answer.coverage.abilities[$0] == .able }
    }
  }

  /// Whether anything rests on statements without a page.
  private var tellsPages: Bool {
    answers.contains { answer in
      answer.coverage.query.thresholds.contains {
        answer.coverage.peopleWithoutPage(within: $0.minutes) >= 0.5
      }
    }
  }

  private func add(
    _ answer: NeedCoverage, _ parts: [Division.Part], to table: inout TextTable,
    hasGroups: Bool = true, _ name: (Division.Part) -> String
  ) {
    for part in parts {
      for threshold in answer.coverage.query.thresholds {
        for demand in answer.demands {
          let typical = answer.coverage.people(
            within: threshold.minutes, in: part.communes, of: demand)
          let slow = answer.coverage.people(
            within: threshold.minutes, at: .slow, in: part.communes, of: demand)
          let halves = [true, false].map {
            answer.coverage.curve(supposingUnknown: $0, in: part.communes, of: demand)
              .minutes(ofShare: 0.5)
          }
          let withoutPage = answer.coverage.peopleWithoutPage(
            within: threshold.minutes, in: part.communes, of: demand)
          let group =
            demand.group == .everyone ? language("mọi", "all") : demand.group.text
          table.add(
            [name(part), language.decimal(threshold.minutes, 1)] + (hasGroups ? [group] : [])
              + [language.grouped(typical.all)]
              + shownClasses.map {
                $0 == .served
                  ? language.percents(typical.servedShares)
                  : language.percent(typical.share(of: $0))
              }
              + [language.percents(slow.servedShares), PlanningText.minutes(halves, language)]
              + (tellsPages
                ? [language.percent(typical.all > 0 ? withoutPage / typical.all : nil)] : []))
        }
      }
    }
  }

  /// The share of everybody within each number of minutes, usual and slow.
  private var curveLines: [String] {
    var table = TextTable(
      [(language("Phút", "Min"), .right)]
        + answers.map { (PlanningText.name($0.need, language), TextTable.Alignment.right) })
    let curves = answers.map { answer in
      [Pace.typical, .slow].map { pace in
        (answer.coverage.curve(at: pace), answer.coverage.curve(at: pace, supposingUnknown: true))
      }
    }
    for minutes in CoverageReport.curveMinutes {
      table.add(
        [language.decimal(minutes, 0)]
          + curves.map { paces in
            paces.map { sure, possible in
              let least = sure.share(within: minutes)
              return language.percents(least...max(least, possible.share(within: minutes)))
            }.joined(separator: " / ")
          })
    }
    for share in CoverageReport.quantiles {
      table.add(
        [language.percent(share)]
          + curves.map { paces in
            paces.map { sure, possible in
              PlanningText.minutes(
                [possible.minutes(ofShare: share), sure.minutes(ofShare: share)], language)
            }.joined(separator: " / ")
          })
    }
    return [
      "",
      language(
        "Tỷ lệ dân đến nơi trong số phút, bình thường / khi đi chậm; cuối bảng: số phút theo tỷ lệ",
        "Share of people within minutes, usual / slow; at the end minutes by share"),
    ] + table.lines(width: style.width)
  }

  private var notes: [String] {
    var lines = Paragraph.lines(
      "",
      language(
        "a–b %: từ mức chắc chắn đến mức nếu mọi bệnh viện chưa rõ đều làm được."
          + (tellsPages
            ? " Thiếu trang: phần dân chỉ trông vào lời ghi không có trang nguồn nào, "
              + (countsWithoutPage ? "đã tính" : "chưa tính") + " trong mức chắc chắn." : ""),
        "a–b %: from what is sure to what it would be if every hospital of unknown capability were "
          + "able."
          + (tellsPages
            ? " No page: people who depend on statements without any page, "
              + (countsWithoutPage ? "counted" : "not counted") + " in what is sure." : "")),
      width: style.width)
    for answer in answers {
      for threshold in answer.coverage.query.thresholds {
        lines += Paragraph.lines(
          "\(PlanningText.name(answer.need, language)), \(language.decimal(threshold.minutes, 1)) "
            + language("phút: ", "min: ") + PlanningText.origin(threshold, in: network, language),
          width: style.width)
      }
    }
    var told = Set<AgeGroup>()
    for answer in answers {
      guard let group = answer.group, let source = group.source,
        told.insert(group.ages).inserted
      else { continue }
      lines += Paragraph.lines(
        language("\(group.ages.text) tuổi: ", "Ages \(group.ages.text): "),
        "\(words(source)) (" + (group.confidence ?? .low).remark(language) + ")", width: style.width
      )
    }
    let geography = PlanningText.scheme(prepared.demand.scheme, in: network, language)
    var missing = Set<AgeGroup>()
    for case let group? in answers.map(\.uncountedGroup) where missing.insert(group.ages).inserted {
      lines += Paragraph.lines(
        language("\(group.ages.text) tuổi: ", "Ages \(group.ages.text): "),
        language(
          "\(geography) không có số liệu theo tuổi; chỉ tính mọi người",
          "\(geography): no figures by age; only everybody is counted"),
        width: style.width)
    }
    lines += PlanningText.sources(of: prepared.demand, in: network, style)
    return lines + PlanningText.caution(prepared.demand, in: network, style)
  }
}
