import Formats
import HealthNetwork
import Planning

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
