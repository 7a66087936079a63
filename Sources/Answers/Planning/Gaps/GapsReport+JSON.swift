import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension GapsReport {
  /// The gaps for programs: see docs/json.md.
  var json: JSONValue {
    let query = answer.coverage.query.referral
    return .object([
      "query": .object([
        "need": .string(need.capability),
        "at": .string("\(query.at)"),
        "vehicle": .string(query.vehicle.id),
        "threshold": PlanningText.json(threshold),
        "scheme": .string(answer.demand.scheme),
        "basis": .string(answer.demand.basis.rawValue),
        "network": answer.session.json,
      ]),
      "communes": .integer(answer.communes.count),
      "people": .number(answer.people, decimals: 1),
      "gaps": .array(answer.gaps.map(gapJSON)),
    ])
  }

  private func gapJSON(_ gap: Gap) -> JSONValue {
    .object([
      "place": PlanningText.json(place(gap.commune), in: network),
      "people": .number(gap.people, decimals: 1),
      "nearest": gap.nearest.map { nearest in
        .object([
          "facility": PlanningText.json(network.facility(nearest.facility)),
          "minutes": .number(nearest.minutes, decimals: 3),
        ])
      },
      "minutesOver": gap.minutesOver.map { .number($0, decimals: 3) },
      "cause": .object(["code": .string(gap.cause.code), "text": .string(text(gap.cause))]),
      "changes": .array(gap.changes.map(changeJSON)),
    ])
  }

  private func changeJSON(_ verified: VerifiedChange) -> JSONValue {
    .object([
      "code": .string(verified.change.code),
      "cost": .string("\(verified.change.cost)"),
      "text": .string(text(verified.change)),
      "facility": verified.change.facility.map { .string(network.facility($0).id) },
      "peopleGained": .number(verified.peopleGained, decimals: 1),
      "communesGained": .integer(verified.gained.count),
      "communesLost": .integer(verified.lost.count),
    ])
  }

  /// A line for each gap, with its cheapest change.
  var csv: String {
    var rows = [
      [
        "place", "name", "people", "nearest", "minutes", "minutes_over", "cause", "change", "cost",
        "facility", "people_gained",
      ]
    ]
    for gap in answer.gaps {
      let best = gap.changes.first
      rows.append([
        place(gap.commune).reference, network.fullName(of: place(gap.commune)),
        style.csv.number(gap.people, 1), gap.nearest.map { network.facility($0.facility).id } ?? "",
        gap.nearest.map { style.csv.number($0.minutes, 1) } ?? "",
        gap.minutesOver.map { style.csv.number($0, 1) } ?? "", gap.cause.code,
        best?.change.code ?? "",
        best.map { "\($0.change.cost)" } ?? "",
        best?.change.facility.map { network.facility($0).id } ?? "",
        best.map { style.csv.number($0.peopleGained, 1) } ?? "",
      ])
    }
    return style.csv.document(rows)
  }
}
