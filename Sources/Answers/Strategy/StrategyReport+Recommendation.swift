import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension StrategyReport {
  /// What the rule makes of the options, why, and what would change it.
  var recommendationLines: [String] {
    guard let recommendation = answer.recommendation else {
      return paragraph(
        language("Khuyến nghị: ", "Recommendation: "),
        language(
          "không có: chưa nguồn nào cho quy tắc chọn; so sánh các đường ở trên",
          "none: no source gives a rule; compare the ways above"))
    }
    let rule = recommendation.rule
    var lines = paragraph(
      language("Khuyến nghị: ", "Recommendation: "), chosen(recommendation))
    lines += paragraph(
      "  " + language("Vì: ", "Because: "), language(recommendation.vi, recommendation.en))
    lines += paragraph(
      "  " + language("Quy tắc: ", "Rule: "), name(rule) + (explains ? " [\(rule.id)]" : ""))
    lines += paragraph(
      "  " + language("Nguồn: ", "Source: "),
      source(rule.provenance)
        + (network.words(rule.provenance.note, in: language).map { "; \($0)" } ?? ""))
    lines += paragraph(
      "  " + language("Đổi nếu: ", "Changed by: "),
      style.text(recommendation.remedies))
    for loss in answer.losses {
      lines += paragraph(
        "  ! ",
        language(
          "theo quy tắc này thì quá \(duration(-loss.lost.margin)): \(name(loss.lost.limit)); "
            + "đường \(loss.option + 1) còn \(duration(loss.kept.margin)): hỏi bác sĩ trước khi chọn",
          "this rule gives away \(name(loss.lost.limit)), over by \(duration(-loss.lost.margin)); "
            + "way \(loss.option + 1) keeps it with \(duration(loss.kept.margin)) left: ask the "
            + "physician before choosing"))
    }
    for other in answer.otherRules {
      lines += paragraph(
        "  \(style.fieldName?("rule") ?? language("Quy tắc", "Rule")) \(other.rule.id): ",
        chosen(other)
          + (explains || other.decision == .undecided
            ? "; " + language(other.vi, other.en) : ""))
    }
    for (stay, target) in answer.otherStays {
      guard let choice = DwellChoice(stay.kind) else { continue }
      let after = plan.definitiveTreatment.map { target.minutes + $0.time.usual }
      let name = network.facility(target.facility).name
      lines += paragraph(
        "  \(style.fieldName?("dwell") ?? language("Thời gian lưu tại nơi đầu", "Stay")) \(choice.rawValue): ",
        language(
          "ở nơi đầu \(duration(stay.time)), đến \(name) lúc \(clock(target.minutes))",
          "a stay of \(duration(stay.time)) reaches \(name) at \(clock(target.minutes))")
          + (after.map { language(", điều trị lúc ", ", treated at ") + clock($0) } ?? ""))
    }
    return lines
  }

  /// What a rule says, in words.
  func chosen(_ recommendation: Recommendation) -> String {
    guard let number = recommendation.option else {
      return language("chưa quyết được", "undecided")
    }
    let option = answer.options[number]
    let place = network.facility((option.first ?? option.definitive).facility).name
    let words =
      switch recommendation.decision {
      case .direct: language("đi thẳng đến \(place)", "directly to \(place)")
      case .via: language("qua \(place) trước", "by way of \(place)")
      case .retrieval:
        language("đến \(place), và xin đội đón chuyển", "to \(place), and ask for retrieval")
      case .undecided: language("chưa quyết được", "undecided")
      }
    return words + language(" (phương án \(number + 1))", " (way \(number + 1))")
  }

  func name(_ rule: PathwayRule) -> String { language(rule.name, rule.nameEn ?? rule.name) }

  /// What every number rests on.
  var sourceLines: [String] {
    var lines = [language("Nguồn của các con số:", "What the numbers rest on:")]
    let intervals =
      (strategy == .direct ? [] : plan.dwells)
      + [plan.firstTreatment, plan.definitiveTreatment].compactMap { $0 }
    for interval in intervals {
      let note = network.words(interval.provenance.note, in: language).map { "; \($0)" } ?? ""
      lines += paragraph(
        "  - ",
        "\(text(interval.kind)): \(duration(interval.time)); \(source(interval.provenance))\(note)")
    }
    for limit in plan.limits {
      let note = network.words(provenance(limit).note, in: language).map { "; \($0)" } ?? ""
      lines += paragraph(
        "  - ", "\(name(limit)) [\(id(limit))]: \(source(provenance(limit)))\(note)")
    }
    lines += paragraph("  - ", definitive.times)
    lines += paragraph(
      "  - ",
      language(
        "khả năng: các khoảng thời gian độc lập, hình tam giác, cộng lại; tiếp xúc y tế đầu tiên = "
          + "lúc đi (docs/strategies.md)",
        "chance: independent triangular times, added; first medical contact = departure "
          + "(docs/strategies.md)"))
    return lines
  }
}
