import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension SiteReport {
  var heading: [String] {
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
}
