import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension SiteReport {
  /// The answer as a planner reads it.
  var table: String {
    var lines = heading
    lines.append("")
    lines += outcomeLines
    lines.append("")
    lines += siteLines
    lines.append("")
    lines += proofLines
    if !answer.hopeless.isEmpty {
      lines.append("")
      lines += hopelessLines
    }
    if answer.curve.count > 1 {
      lines.append("")
      lines += curveLines
    }
    lines += [""]
    lines += Paragraph.lines(
      language(
        "Kết quả quy hoạch trên dữ liệu khởi đầu: thời gian là ước tính, lựa chọn là giả định",
        "Planning on a seed of data: times are estimates, the choice is hypothetical")
        + style.clause(.scenarioFile) + ".", width: style.width)
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: [String] {
    let query = question.query
    let vehicle = language(query.vehicle.name, query.vehicle.nameEn ?? query.vehicle.id)
    let need = language(query.need.name, query.need.nameEn)
    var lines = Paragraph.lines(language("Cần:      ", "Need:      "), need)
    lines.append(
      language(
        "Lúc:      \(language.moment(withWeekdayOf: query.at)), \(vehicle)",
        "At:        \(language.moment(withWeekdayOf: query.at)), by \(vehicle)"))
    lines += Paragraph.lines(language("Mục tiêu: ", "Objective: "), objectiveText)
    if let threshold = question.thresholdMinutes {
      lines += Paragraph.lines(
        language("Ngưỡng:   ", "Threshold: "),
        language.decimal(threshold, 1) + language(" phút: ", " min: ") + thresholdSource)
    }
    lines += Paragraph.lines(language("Dân số:   ", "People:    "), demandText)
    if let part = PlanningText.heldInPart(siting.demand, in: network, language) {
      lines += Paragraph.lines(language("          ", "           "), part)
    }
    lines += Paragraph.lines(language("Ứng viên: ", "Candidates: "), candidateText)
    return lines
  }

  private var thresholdSource: String {
    guard let standard else {
      return asked.question.threshold.origin == .asked
        ? style.fieldName.map { language("theo ", "by ") + $0("threshold") }
          ?? language("như đã hỏi", "as asked")
        : language(
          "quy ước của công cụ: danh mục không có chuẩn cho nhu cầu này",
          "the tool's convention: the vocabulary has no standard for this need")
    }
    return standard.name(in: language)
      + " (\(standard.provenance.effectiveConfidence.remark(language)); "
      + (network.words(standard.provenance.source, in: language) ?? "—") + ")"
  }

  private var objectiveText: String {
    let budget = question.budget.map { language.counted($0, "đơn vị", "unit") } ?? ""
    var text: String
    switch question.objective {
    case .cover:
      text = language(
        "nhiều người nhất trong ngưỡng với ngân sách \(budget)",
        "the most people within the threshold for a budget of \(budget)")
    case .all:
      text = language(
        "mọi người trong ngưỡng với chi phí ít nhất",
        "everybody within the threshold for the least cost")
    case .travel:
      text =
        question.favoursFar
        ? language(
          "ít phút nhất cho nhóm xa nhất với ngân sách \(budget)",
          "the fewest minutes for the worst off for a budget of \(budget)")
        : language(
          "ít phút trung bình nhất với ngân sách \(budget)",
          "the fewest mean minutes for a budget of \(budget)")
    }
    if question.countsBackup {
      text += language("; tính cả nơi thứ hai", "; a second facility counts too")
    }
    if question.favoursFar && question.objective == .cover {
      text += language(
        "; người ở xa nặng hơn (phút hiện nay / ngưỡng)",
        "; the far away weigh more (minutes now / threshold)")
    }
    return text
  }

  private var demandText: String {
    let demand = siting.demand
    let figures = demand.communes.first.flatMap {
      network.place($0.place).population(demand.basis)
    }
    var text =
      "\(language.grouped(demand.people)) ("
      + language.counted(demand.communes.count, "xã, phường", "commune") + ", "
      + PlanningText.scheme(demand.scheme, in: network, language) + ", "
      + PlanningText.name(
        demand.basis, figures?.date.map { language.date("\($0)") } ?? "", language)
    text +=
      demand.group == .everyone ? ")" : language(", tuổi ", ", age ") + demand.group.text + ")"
    if let unit = demand.unit {
      text += language("; chỉ tính ", "; only ") + network.place(unit).name
    }
    let provenance = demand.communes.first.map { network.place($0.place).provenance.source } ?? nil
    if let source = figures?.source ?? provenance {
      text += language("; nguồn: ", "; source: ") + network.words(source, in: language)
    }
    return text
  }

  private var candidateText: String {
    var parts: [String] = []
    for action in SitingQuestion.Action.allCases where question.actions.contains(action) {
      let those = siting.candidates.filter { $0.action == action }
      var part = "\(those.count) " + text(action)
      let known = LackingFacility.Standing.allCases.compactMap { standing -> String? in
        let count = those.count { $0.standing == standing }
        return count == 0 ? nil : "\(count) " + text(standing)
      }
      if !known.isEmpty { part += " (" + known.joined(separator: ", ") + ")" }
      let costs = Set(those.map(\.cost)).sorted()
      if let least = costs.first, let most = costs.last, most > 1 {
        let range = least == most ? "\(least)" : "\(least)–\(most)"
        part += language(", \(range) đơn vị mỗi nơi", ", \(range) units each")
      }
      if action == .rotate {
        part += language(
          ", \(question.sessionsPerWeek) buổi/tuần",
          ", " + language.counted(question.sessionsPerWeek, "", "session") + "/week")
      }
      parts.append(part)
    }
    return parts.joined(separator: "; ")
  }

  private var outcomeLines: [String] {
    var table = TextTable([
      ("", .left), (language("Hiện nay", "Now"), .right),
      (language("Sau khi làm", "With the sites"), .right), (language("Đổi", "Change"), .right),
    ])
    let (before, after) = (answer.before, answer.after)
    let whole = siting.demand.people
    func add(_ title: String, people one: Double, _ other: Double) {
      table.add([
        title, "\(language.grouped(one)) (\(percent(one, of: whole)))",
        "\(language.grouped(other)) (\(percent(other, of: whole)))",
        signed(language.grouped(other - one)),
      ])
    }
    if let one = before.covered, let other = after.covered {
      add(language("Người trong ngưỡng", "People within the threshold"), people: one, other)
    }
    if let one = before.coveredTwice, let other = after.coveredTwice {
      add(language("… của hai nơi", "… of two facilities"), people: one, other)
    }
    add(
      language("Người không đến được nơi nào", "People who reach nothing"),
      people: before.unreached, after.unreached)
    table.add([
      language("Phút trung bình", "Mean minutes"), tenths(before.meanMinutes),
      tenths(after.meanMinutes), signed(tenths(after.meanMinutes - before.meanMinutes)),
    ])
    let part = language.decimal(question.worstShare * 100, 1)
    table.add([
      language("Phút của \(part) % người xa nhất", "Minutes of the furthest \(part) %"),
      tenths(before.worstMinutes), tenths(after.worstMinutes),
      signed(tenths(after.worstMinutes - before.worstMinutes)),
    ])
    return table.lines(width: style.width)
  }

  private func signed(_ text: String) -> String {
    text.hasPrefix("-") || text.allSatisfy { !("1"..."9").contains($0) } ? text : "+" + text
  }

  private var siteLines: [String] {
    guard !answer.sites.isEmpty else {
      return [
        language(
          "Không có nơi nào làm tốt hơn hiện nay.", "No site makes anything better than now.")
      ]
    }
    var table = TextTable([
      ("#", .right), (language("Làm gì", "Do"), .left), (language("Ở đâu", "Where"), .left),
      ("id", .left), (language("Hiện biết", "Known now"), .left),
      (language("Thêm người", "Adds people"), .right),
      (language("Bớt phút TB", "Saves min"), .right),
      (language("Thiếu nó mất", "Lost without"), .right), (language("Đơn vị", "Units"), .right),
    ])
    for (index, site) in answer.sites.enumerated() {
      let candidate = candidate(site.candidate)
      table.add([
        "\(index + 1)",
        text(candidate.action) + (site.isFixed ? language(" (đã định)", " (fixed)") : ""),
        Paragraph.lines(candidate.name, width: 44, limit: 1)[0], candidate.id,
        known(candidate), site.peopleAdded.map { language.grouped($0) } ?? "",
        tenths(site.meanMinutesSaved), site.peopleAlone.map { language.grouped($0) } ?? "",
        "\(candidate.cost)",
      ])
    }
    return table.lines(width: style.width)
  }

  /// What is known of the capability, and of the step below it.
  private func known(_ candidate: SiteCandidate) -> String {
    text(candidate.standing)
      + (candidate.step.map { language("; có ", "; has ") + $0.code } ?? "")
  }

  private var proofLines: [String] {
    var lines = [
      language("Chi phí:  \(answer.cost)", "Cost:      \(answer.cost)")
        + (question.budget.map {
          language(" trong ", " of ") + language.counted($0, "đơn vị", "unit")
        }
          ?? language(" đơn vị", " units"))
    ]
    var text = self.text(answer.solution.method)
    if answer.solution.isProven {
      text += language("; chênh lệch 0 %", "; gap 0 %")
    } else {
      text +=
        language("; không cách chọn nào tốt hơn ", "; no choice is better than ")
        + self.text(answer.bound, answer.measure)
        + language(" (chênh tối đa ", " (gap at most ")
        + language.decimal(answer.solution.gap * 100, 2) + " %)"
    }
    lines += Paragraph.lines(language("Chắc đến đâu: ", "How sure:  "), text)
    if answer.isTooLarge && !answer.solution.isProven {
      lines += Paragraph.lines(
        language("          ", "           "),
        language(
          "Quá nhiều cặp nơi – xã cho bộ giải chính xác",
          "Too many pairs of sites and communes for the exact solver")
          + style.clause(.fewerCandidates))
    } else if !answer.hasSolver && !answer.solution.isProven {
      lines += Paragraph.lines(
        language("          ", "           "),
        language(
          "Cài bộ giải CBC để có lời giải chính xác: apt-get install coinor-cbc",
          "Install the solver CBC for the exact answer: apt-get install coinor-cbc"))
    }
    return lines
  }

  private var hopelessLines: [String] {
    let communes = answer.hopeless
    let sum = communes.reduce(0) { $0 + siting.demand.communes[$1].people }
    var lines = Paragraph.lines(
      "",
      language(
        "Không ứng viên nào phủ được \(communes.count) xã (\(language.grouped(sum)) người):",
        "No candidate can cover \(language.counted(communes.count, "", "commune")) (\(language.grouped(sum)) "
          + "people):"))
    let sorted = communes.sorted {
      (siting.demand.communes[$1].people, $0) < (siting.demand.communes[$0].people, $1)
    }
    for commune in sorted.prefix(12) {
      lines.append(
        "  \(name(ofCommune: commune)): \(language.grouped(siting.demand.communes[commune].people))"
      )
    }
    if sorted.count > 12 {
      lines.append(
        language(
          "  … và \(sorted.count - 12) xã nữa", "  … and \(sorted.count - 12) more")
          + style.parenthesis(.everyCommune))
    }
    return lines
  }

  private var curveLines: [String] {
    var table = TextTable([
      (language("Ngân sách", "Budget"), .right),
      (language("Người trong ngưỡng", "People within"), .right),
      (language("Phút TB", "Mean min"), .right),
      (language("Nhóm xa nhất", "Worst off"), .right),
      (language("Chắc đến đâu", "How sure"), .left),
    ])
    for step in answer.curve {
      table.add([
        "\(step.budget)", step.outcome.covered.map { language.grouped($0) } ?? "",
        tenths(step.outcome.meanMinutes), tenths(step.outcome.worstMinutes),
        step.method == .exact || step.method == .boundMet
          ? language("tối ưu", "optimal")
          : language("cận ", "bound ") + text(step.bound, answer.measure),
      ])
    }
    return table.lines(width: style.width)
  }
}
