import Answers
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
    if includesCurve { lines += curveLines }
    if includesFairness {
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
        "Độ phủ lúc \(conditions.at.clock) \(conditions.at.day), \(vehicle)",
        "Coverage at \(conditions.at.clock) \(conditions.at.day), by \(vehicle)"),
      PlanningText.people(of: ground.demand, in: network, language),
    ]
  }

  /// Percentages of each unit: by need when the unit is the network, else a block a need.
  private var classLines: [String] {
    let parts = parts
    if division == .network {
      var table = TextTable(titles(language("Nhu cầu", "Need"), hasGroups: true))
      for answer in answers {
        add(answer, parts, to: &table) { _ in answer.need.capability }
      }
      return table.lines
    }
    var lines: [String] = []
    for answer in answers {
      var table = TextTable(
        titles(
          language("Đơn vị", "Unit"), hasGroups: answer.groupDemand != nil))
      add(answer, parts, to: &table, hasGroups: answer.groupDemand != nil) { name($0) }
      if !lines.isEmpty { lines.append("") }
      lines.append(PlanningText.name(answer.need, language))
      lines += table.lines
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
    titles += AccessClass.allCases.map { (PlanningText.name($0, language), .right) }
    titles.append((language("Đến kịp nếu chậm", "Served if slow"), .right))
    titles.append((language("Nửa số dân trong", "Half within"), .right))
    return titles
  }

  private func add(
    _ answer: CoverageAnswer, _ parts: [Division.Part], to table: inout TextTable,
    hasGroups: Bool = true, _ name: (Division.Part) -> String
  ) {
    for part in parts {
      for threshold in answer.coverage.query.thresholds {
        for demand in answer.demands {
          let typical = answer.coverage.people(
            within: threshold.minutes, in: part.communes, of: demand)
          let slow = answer.coverage.people(
            within: threshold.minutes, at: .slow, in: part.communes, of: demand)
          let half = answer.coverage.curve(in: part.communes, of: demand).minutes(ofShare: 0.5)
          let group =
            demand.group == .everyone ? language("mọi", "all") : demand.group.text
          table.add(
            [name(part), decimal(threshold.minutes, 1)] + (hasGroups ? [group] : [])
              + [language.grouped(typical.all)]
              + AccessClass.allCases.map { language.percent(typical.share(of: $0)) }
              + [
                language.percent(slow.share(of: .served)),
                half.map { "\(PlanningText.minutes($0)) \(language("phút", "min"))" } ?? "—",
              ])
        }
      }
    }
  }

  /// The share of everybody within each number of minutes, usual and slow.
  private var curveLines: [String] {
    var table = TextTable(
      [(language("Phút", "Min"), .right)]
        + answers.map { ($0.need.capability, TextTable.Alignment.right) })
    let curves = answers.map { ($0.coverage.curve(), $0.coverage.curve(at: .slow)) }
    for minutes in CoverageReport.curveMinutes {
      table.add(
        [decimal(minutes, 0)]
          + curves.map {
            language.percent($0.0.share(within: minutes)) + " / "
              + language.percent($0.1.share(within: minutes))
          })
    }
    for share in CoverageReport.quantiles {
      table.add(
        [language.percent(share)]
          + curves.map {
            PlanningText.minutes($0.0.minutes(ofShare: share)) + " / "
              + PlanningText.minutes($0.1.minutes(ofShare: share))
              + language(" phút", " min")
          })
    }
    return [
      "",
      language(
        "Tỷ lệ dân đến nơi trong số phút, bình thường / khi đi chậm; cuối bảng: số phút theo tỷ lệ",
        "Share of people within minutes, usual / slow; at the end minutes by share"),
    ] + table.lines
  }

  private var notes: [String] {
    var lines: [String] = []
    for answer in answers {
      for threshold in answer.coverage.query.thresholds {
        lines += Paragraph.lines(
          "\(answer.need.capability) \(decimal(threshold.minutes, 1)) "
            + language("phút: ", "min: "),
          PlanningText.origin(threshold, language))
      }
    }
    var told = Set<AgeGroup>()
    for answer in answers {
      guard let group = answer.group, let source = group.source,
        told.insert(group.ages).inserted
      else { continue }
      lines += Paragraph.lines(
        language("\(group.ages.text) tuổi: ", "Ages \(group.ages.text): "),
        "\(source) (\((group.confidence ?? .low).rawValue))")
    }
    lines += PlanningText.sources(of: ground.demand, in: network, language)
    return lines + [PlanningText.caution(language)]
  }
}
