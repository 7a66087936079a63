import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension DeparturesReport {
  /// The answer for programs; see docs/json.md.
  var json: JSONValue {
    .object([
      "query": .object([
        "origin": .object([
          "id": origin.id.map { .string($0) }, "name": .string(origin.name),
          "lat": .number(origin.point.latitude, decimals: 7),
          "lon": .number(origin.point.longitude, decimals: 7),
        ]),
        "need": .string(query.need.capability),
        "at": .string(departures.first.description),
        "leaveUntil": .string(departures.last.description),
        "onset": query.onset.map { .string($0.description) },
        "doorToTreatment": query.onset.flatMap { _ in
          network.treatmentWindow(of: query.need, doorToTreatment: query.doorToTreatment)
        }.map { .number($0.minutesAfterDoor, decimals: 3) },
        "within": query.maximumMinutes.map { .number($0, decimals: 3) },
        "severity": query.severity.map { .string($0.code) },
        "vehicle": .string(query.vehicle.id),
        "network": session.json,
      ]),
      "changes": .array(departures.changes.map(changeJSON)),
      "latest": .array(departures.latest.map(latestJSON)),
      "latestForSelected": .array(departures.latestForSelected.map(latestJSON)),
    ])
  }

  private func changeJSON(_ change: Departures.Change) -> JSONValue {
    .object([
      "from": .string(change.from.description),
      "to": .string(change.to.description),
      "facility": change.facility.map(facilityJSON) ?? .null,
      "minutesFirst": change.minutesFirst.map { .number($0, decimals: 3) },
      "minutesLast": change.minutesLast.map { .number($0, decimals: 3) },
      "arrivalFirst": change.arrivalFirst.map { .string($0.description) },
      "arrivalLast": change.arrivalLast.map { .string($0.description) },
      "forSelected": change.isForSelected ? .bool(true) : nil,
    ])
  }

  private func latestJSON(_ latest: Departures.Latest) -> JSONValue {
    .object([
      "facility": facilityJSON(latest.facility),
      "leave": .string(latest.leave.description),
      "arrival": .string(latest.arrival.description),
      "leaveIfSlow": latest.leaveIfSlow.map { .string($0.description) },
      "closes": latest.closes.map { .string($0.description) },
      "open": .bool(latest.isOpen),
      "missed": .integer(latest.missed),
      "reason": latest.reason.map { reason in
        .object([
          "code": .string(reason.code.rawValue), "text": .string(style.words(reason)),
        ])
      },
    ])
  }

  private func facilityJSON(_ index: FacilityIndex) -> JSONValue {
    let facility = network.facility(index)
    return .object([
      "id": .string(facility.id), "name": .string(facility.name),
      "phone": network.phone(of: facility, specialty: query.need.specialty).map { .string($0) },
    ])
  }

  /// The answer for spreadsheets: a line for each change of the first target.
  var csv: String {
    var rows = [
      [
        "leave_from", "leave_to", "facility_id", "facility_name", "minutes_first", "minutes_last",
        "arrival_first", "arrival_last", "for_selected",
      ]
    ]
    for change in departures.changes {
      let facility = change.facility.map { network.facility($0) }
      rows.append([
        change.from.description, change.to.description, facility?.id ?? "", facility?.name ?? "",
        change.minutesFirst.map { style.csv.number($0, 3) } ?? "",
        change.minutesLast.map { style.csv.number($0, 3) } ?? "",
        change.arrivalFirst?.description ?? "", change.arrivalLast?.description ?? "",
        change.isForSelected ? "yes" : "",
      ])
    }
    return style.csv.document(rows)
  }
}
