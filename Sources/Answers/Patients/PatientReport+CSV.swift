import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension PatientReport {
  private static let columns = [
    "id", "severity", "need", "bed", "leaves", "facility_id", "facility_name", "phone", "minutes",
    "minutes_low", "minutes_high", "km", "departure", "arrival", "capability", "confidence",
    "reason", "text",
  ]

  /// The plan as a table for spreadsheets, a line a patient; it can be given back as the table of those who left.
  var csv: String {
    var text = style.csv.document([PatientReport.columns])
    let ranks = leavingRanks
    for (index, patient) in plan.patients.enumerated() {
      let head = [
        patient.id, patient.triage.code, patient.need.capability, patient.bedType ?? "",
        "\(ranks[index])",
      ]
      let first = reasons(index).first
      let reason = [
        first?.reason.code.rawValue ?? "",
        first.map { item in
          (item.facility.map { "\(name($0)): " } ?? "")
            + style.words(item.reason)
        } ?? "",
      ]
      guard let target = plan.outcomes[index].target else {
        text += style.csv.line(head + Array(repeating: "", count: 11) + reason)
        continue
      }
      let facility = network.facility(target.facility)
      text += style.csv.line(
        head + [
          facility.id, facility.name,
          network.phone(of: facility, specialty: patient.need.specialty) ?? "",
          style.csv.number(target.minutes, 3), style.csv.number(target.minutesLow, 3),
          style.csv.number(target.minutesHigh, 3), style.csv.number(target.kilometres, 3),
          query.at.description,
          target.arrival.description, target.statement.code,
          (target.statement.provenance.confidence ?? .low).rawValue,
        ] + reason)
    }
    return text
  }
}
