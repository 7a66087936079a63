import Answers
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension GapsReport {
  /// The gaps for programs: see docs/json.md.
  var json: JSONValue {
    let query = coverage.query.referral
    return .object([
      "query": .object([
        "need": .string(need.capability),
        "at": .string("\(query.at)"),
        "vehicle": .string(query.vehicle.id),
        "threshold": PlanningText.json(threshold),
        "scheme": .string(ground.demand.scheme),
        "basis": .string(ground.demand.basis.rawValue),
        "network": .object([
          "id": .string(network.header.id), "digest": .string(folder.digest),
        ]),
      ]),
      "communes": .integer(allGaps.count),
      "people": .number(
        allGaps.reduce(0) { $0 + ground.demand.communes[$1].people }, decimals: 1),
      "gaps": .array(gaps.map(gapJSON)),
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

  /// A line a gap, with its cheapest change.
  var csv: String {
    var text = CSVWriter().line([
      "place", "name", "people", "nearest", "minutes", "minutes_over", "cause", "change", "cost",
      "facility", "people_gained",
    ])
    for gap in gaps {
      let best = gap.changes.first
      text += CSVWriter().line([
        place(gap.commune).reference, network.fullName(of: place(gap.commune)),
        decimal(gap.people, 1), gap.nearest.map { network.facility($0.facility).id } ?? "",
        gap.nearest.map { decimal($0.minutes, 1) } ?? "",
        gap.minutesOver.map { decimal($0, 1) } ?? "", gap.cause.code, best?.change.code ?? "",
        best.map { "\($0.change.cost)" } ?? "",
        best?.change.facility.map { network.facility($0).id } ?? "",
        best.map { decimal($0.peopleGained, 1) } ?? "",
      ])
    }
    return text
  }
}
