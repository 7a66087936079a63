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

  /// The plan as a table for spreadsheets, a line a patient; it can be given as `--sent`.
  var csv: String {
    var text = CSVWriter().line(PatientReport.columns)
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
            + language(item.reason.vi, item.reason.en)
        } ?? "",
      ]
      guard let target = plan.outcomes[index].target else {
        text += CSVWriter().line(head + Array(repeating: "", count: 11) + reason)
        continue
      }
      let facility = network.facility(target.facility)
      text += CSVWriter().line(
        head + [
          facility.id, facility.name,
          network.phone(of: facility, specialty: patient.need.specialty) ?? "",
          decimal(target.minutes, 3), decimal(target.minutesLow, 3),
          decimal(target.minutesHigh, 3), decimal(target.kilometres, 3), query.at.description,
          target.arrival.description, target.statement.code,
          (target.statement.provenance.confidence ?? .low).rawValue,
        ] + reason)
    }
    return text
  }

  /// The plan for maps: where patients are, where they go, and lines between.
  var geoJSON: JSONValue {
    var features: [JSONValue] = []
    for load in plan.loads where load.whole == nil && load.inbound + load.patients.count > 0 {
      guard let point = network.facility(load.places.facility).position.point else { continue }
      features.append(
        feature(
          "Point", coordinates(point),
          [
            "role": .string("facility"),
            "id": .string(network.facility(load.places.facility).id),
            "name": .string(name(load.places.facility)), "places": .integer(load.places.count),
            "inbound": .integer(load.inbound), "patients": .integer(load.patients.count),
          ]))
    }
    for (index, patient) in plan.patients.enumerated() {
      let target = plan.outcomes[index].target
      let properties: [String: JSONValue?] = [
        "role": .string("patient"), "id": .string(patient.id),
        "severity": .string(patient.triage.code),
        "facility": target.map { .string(network.facility($0.facility).id) },
        "minutes": target.map { .number($0.minutes, decimals: 3) },
      ]
      features.append(feature("Point", coordinates(patient.origin.point), properties))
      guard let target, let end = network.facility(target.facility).position.point else {
        continue
      }
      var nodes = target.journey.legs.first?.nodes.prefix(1).map { $0 } ?? []
      for leg in target.journey.legs { nodes += leg.nodes.dropFirst() }
      let points = [patient.origin.point] + nodes.map { network.travel.nodes[$0].point } + [end]
      features.append(
        feature(
          "LineString", .array(points.map(coordinates)),
          [
            "role": .string("way"), "id": .string(patient.id),
            "note": .string("straight lines between travel nodes, not the road's own course"),
          ]))
    }
    return .object(["type": .string("FeatureCollection"), "features": .array(features)])
  }

  private func feature(
    _ type: String, _ coordinates: JSONValue, _ properties: [String: JSONValue?]
  ) -> JSONValue {
    .object([
      "type": .string("Feature"),
      "geometry": .object(["type": .string(type), "coordinates": coordinates]),
      "properties": .object(properties),
    ])
  }

  private func coordinates(_ point: Coordinate) -> JSONValue {
    .array([.number(point.longitude, decimals: 7), .number(point.latitude, decimals: 7)])
  }
}
