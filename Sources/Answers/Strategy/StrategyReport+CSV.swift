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
    var rows = [StrategyReport.columns]
    for (number, option) in answer.options.enumerated() {
      let head = ["\(number + 1)", option.isDirect ? "direct" : "via"]
      if let stop = option.first {
        rows.append(
          row(
            "first", head, stop,
            leaving: option.leaving.map { instant($0.usual).description },
            treatment: option.firstTreatment))
      }
      rows.append(
        row(
          "definitive", head, option.definitive, leaving: nil,
          treatment: option.definitiveTreatment))
      rows += option.readings.map { row($0, head) }
    }
    if let start = answer.start {
      let head = ["", "start"]
      rows.append(row("first", head, start.stop, leaving: nil, treatment: start.treatment))
      rows += start.readings.map { row($0, head) }
    }
    if let recommendation = answer.recommendation {
      rows.append(
        [
          "recommendation", recommendation.option.map { "\($0 + 1)" } ?? "",
          recommendation.decision.rawValue,
        ] + Array(repeating: "", count: 17) + [
          recommendation.rule.id, language(recommendation.vi, recommendation.en),
        ])
    }
    for rejection in answer.rejectedFirst { self.rows("not_first", rejection, first, to: &rows) }
    for rejection in answer.rejectedDefinitive {
      self.rows("not_definitive", rejection, definitive, to: &rows)
    }
    return style.csv.document(rows).replacing(Paragraph.joint, with: " ")
  }

  private func row(_ reading: ClockReading, _ head: [String]) -> [String] {
    ["clock"] + head + Array(repeating: "", count: 12) + [
      id(reading.limit), number(reading.minutes),
      reading.lacksOnset ? "" : number(reading.margin), reading.standing.rawValue,
      reading.chance.map { style.csv.number($0.probability, 1) } ?? "", "", text(reading),
    ]
  }

  private func row(
    _ role: String, _ head: [String], _ target: ReferralTarget, leaving: String?,
    treatment: TimeRange?
  ) -> [String] {
    let facility = network.facility(target.facility)
    return [role] + head + [
      facility.id, facility.name,
      network.phone(of: facility, specialty: query.need.specialty) ?? "",
      number(target.minutes), number(target.minutesLow), number(target.minutesHigh),
      number(target.kilometres), target.arrival.description, leaving ?? "",
      treatment.map { instant($0.usual).description } ?? "", target.statement.code,
      (target.statement.provenance.confidence ?? .low).rawValue,
    ] + Array(repeating: "", count: 7)
  }

  private func rows(
    _ role: String, _ rejection: Rejection, _ report: RouteReport, to rows: inout [[String]]
  ) {
    let facility = network.facility(rejection.facility)
    for reason in rejection.reasons {
      rows.append(
        [
          role, "", "", facility.id, facility.name, "",
          rejection.minutes.map(number) ?? "",
        ] + Array(repeating: "", count: 13) + [reason.code.rawValue, report.text(reason)])
    }
  }

  private func number(_ number: Double) -> String { style.csv.number(number, 3) }
}
