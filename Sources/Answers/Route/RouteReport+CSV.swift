import Facts
import Formats
import HealthNetwork
package import Referral
import TravelNetwork
import XMLStream

extension RouteReport {
  /// The columns of an answer as CSV.
  package static let columns = [
    "role", "rank", "facility_id", "facility_name", "phone", "minutes", "minutes_low",
    "minutes_high", "km", "arrival", "capability", "confidence", "way", "reason", "text",
  ]

  /// The answer as a table for spreadsheets: a line a target, then a line a reason.
  var csv: String {
    var rows = [RouteReport.columns]
    for (index, target) in answer.targets.enumerated() {
      rows.append(["target"] + fields(target, rank: index + 1) + ["", ""])
    }
    for rejection in answer.rejected {
      let facility = network.facility(rejection.facility)
      for reason in rejection.reasons {
        rows.append([
          "rejected", "", facility.id, facility.name,
          network.phone(of: facility, specialty: query.need.specialty) ?? "",
          rejection.minutes.map { style.csv.number($0, 3) } ?? "", "", "", "", "", "", "", "",
          reason.code.rawValue, text(reason),
        ])
      }
    }
    return style.csv.document(rows)
  }

  /// The fields of a target from its rank to its way.
  package func fields(_ target: ReferralTarget, rank: Int) -> [String] {
    func number(_ number: Double) -> String { style.csv.number(number, 3) }
    let facility = network.facility(target.facility)
    let crossings = target.journey.legs.map { $0.crossing ?? $0.ref ?? $0.name ?? "" }
      .filter { !$0.isEmpty }
    return [
      "\(rank)", facility.id, facility.name,
      network.phone(of: facility, specialty: query.need.specialty) ?? "",
      number(target.minutes), number(target.minutesLow), number(target.minutesHigh),
      number(target.kilometres), target.arrival.description, target.statement.code,
      (target.statement.provenance.confidence ?? .low).rawValue,
      crossings.joined(separator: " > "),
    ]
  }

  /// The answer as XML, with the fields of the JSON.
  var xml: String {
    var writer = XMLWriter()
    writer.declaration()
    writer.start("answer")
    writer.attribute("xmlns", "urn:tuyen:answer:1")
    writer.attribute("network", network.header.id)
    writer.attribute("digest", session.digest)
    writer.attribute("need", query.need.capability)
    writer.attribute("at", query.at.description)
    writer.attribute("vehicle", query.vehicle.id)
    writer.start("origin")
    writer.attribute("id", origin.id)
    writer.attribute("name", origin.name)
    writer.attribute("lat", origin.point.latitude)
    writer.attribute("lon", origin.point.longitude)
    writer.attribute("node", nodeId(answer.access))
    writer.attribute("accessMinutes", answer.access.map { decimal($0.minutes, 4) })
    writer.end()
    for (index, target) in answer.targets.enumerated() { write(target, index + 1, to: &writer) }
    for rejection in answer.rejected { write(rejection, to: &writer) }
    writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func write(_ target: ReferralTarget, _ rank: Int, to writer: inout XMLWriter) {
    let facility = network.facility(target.facility)
    writer.start("target")
    writer.attribute("rank", rank)
    writer.attribute("facility", facility.id)
    writer.attribute("name", facility.name)
    writer.attribute("phone", network.phone(of: facility, specialty: query.need.specialty))
    writer.attribute("node", nodeId(target.access))
    writer.attribute("accessMinutes", decimal(target.access.minutes, 4))
    if target.start != answer.access {
      writer.attribute("startNode", nodeId(target.start))
      writer.attribute("startAccessMinutes", decimal(target.start.minutes, 4))
    }
    writer.attribute("minutes", decimal(target.minutes, 3))
    writer.attribute("minutesLow", decimal(target.minutesLow, 3))
    writer.attribute("minutesHigh", decimal(target.minutesHigh, 3))
    writer.attribute("km", decimal(target.kilometres, 3))
    writer.attribute("arrival", target.arrival.description)
    writer.attribute("capability", target.statement.code)
    writer.attribute("confidence", (target.statement.provenance.confidence ?? .low).rawValue)
    writer.attribute("source", target.statement.provenance.source)
    for leg in target.journey.legs {
      writer.start("leg")
      writer.attribute("mode", leg.isHandOver ? "hand-over" : leg.mode.rawValue)
      writer.attribute("name", leg.name)
      writer.attribute("ref", leg.ref)
      writer.attribute("km", decimal(leg.kilometres, 3))
      writer.attribute("minutes", decimal(leg.minutes + leg.waitedMinutes, 3))
      writer.attribute("crossing", leg.crossing)
      writer.end()
    }
    for caution in target.cautions {
      writer.start("caution")
      writer.attribute("text", text(caution))
      writer.end()
    }
    writer.end()
  }

  private func write(_ rejection: Rejection, to writer: inout XMLWriter) {
    let facility = network.facility(rejection.facility)
    writer.start("rejected")
    writer.attribute("facility", facility.id)
    writer.attribute("name", facility.name)
    writer.attribute("minutes", rejection.minutes.map { decimal($0, 3) })
    for reason in rejection.reasons {
      writer.start("reason")
      writer.attribute("code", reason.code.rawValue)
      writer.attribute("text", text(reason))
      writer.end()
    }
    writer.end()
  }
}
