import Exchange
import Facts
import Formats
import HealthNetwork
import Referral

extension StrategyReport {
  /// The columns of an answer as CSV.
  static let columns = [
    "role", "option", "way", "facility_id", "facility_name", "phone", "minutes", "minutes_low",
    "minutes_high", "km", "arrival", "leaving", "treatment", "capability", "confidence", "clock",
    "limit", "margin", "standing", "chance", "reason", "text",
  ]

  /// The answer as a table for spreadsheets: a line a stop, a clock, a recommendation, a reason.
  var csv: String {
    var text = CSVWriter().line(StrategyReport.columns)
    for (number, option) in answer.options.enumerated() {
      let head = ["\(number + 1)", option.isDirect ? "direct" : "via"]
      if let stop = option.first {
        text += line(
          "first", head, stop,
          leaving: option.leaving.map { instant($0.usual).description },
          treatment: option.firstTreatment)
      }
      text += line(
        "definitive", head, option.definitive, leaving: nil,
        treatment: option.definitiveTreatment)
      text += option.readings.map { line($0, head) }.joined()
    }
    if let start = answer.start {
      let head = ["", "start"]
      text += line("first", head, start.stop, leaving: nil, treatment: start.treatment)
      text += start.readings.map { line($0, head) }.joined()
    }
    if let recommendation = answer.recommendation {
      text += CSVWriter().line(
        [
          "recommendation", recommendation.option.map { "\($0 + 1)" } ?? "",
          recommendation.decision.rawValue,
        ] + Array(repeating: "", count: 17) + [
          recommendation.rule.id, language(recommendation.vi, recommendation.en),
        ])
    }
    for rejection in answer.rejectedFirst { text += lines("not_first", rejection, first) }
    for rejection in answer.rejectedDefinitive {
      text += lines("not_definitive", rejection, definitive)
    }
    return text.replacing(Paragraph.joint, with: " ")
  }

  private func line(_ reading: ClockReading, _ head: [String]) -> String {
    CSVWriter().line(
      ["clock"] + head + Array(repeating: "", count: 12) + [
        id(reading.limit), decimal(reading.minutes, 3),
        reading.lacksOnset ? "" : decimal(reading.margin, 3), reading.standing.rawValue,
        reading.chance.map { decimal($0.probability, 1) } ?? "", "", text(reading),
      ])
  }

  private func line(
    _ role: String, _ head: [String], _ target: ReferralTarget, leaving: String?,
    treatment: TimeRange?
  ) -> String {
    let facility = network.facility(target.facility)
    return CSVWriter().line(
      [role] + head + [
        facility.id, facility.name,
        network.phone(of: facility, specialty: query.need.specialty) ?? "",
        decimal(target.minutes, 3), decimal(target.minutesLow, 3), decimal(target.minutesHigh, 3),
        decimal(target.kilometres, 3), target.arrival.description, leaving ?? "",
        treatment.map { instant($0.usual).description } ?? "", target.statement.code,
        (target.statement.provenance.confidence ?? .low).rawValue,
      ] + Array(repeating: "", count: 7))
  }

  private func lines(_ role: String, _ rejection: Rejection, _ report: RouteReport) -> String {
    let facility = network.facility(rejection.facility)
    return rejection.reasons.map { reason in
      CSVWriter().line(
        [
          role, "", "", facility.id, facility.name, "",
          rejection.minutes.map { decimal($0, 3) } ?? "",
        ] + Array(repeating: "", count: 13) + [reason.code.rawValue, report.text(reason)])
    }.joined()
  }
}
