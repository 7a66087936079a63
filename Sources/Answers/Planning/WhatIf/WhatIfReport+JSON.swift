import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension WhatIfReport {
  /// The scenarios for programs.
  var json: JSONValue {
    .object([
      "query": .object([
        "at": .string(base.conditions.at.description),
        "vehicle": .string(base.conditions.vehicle.id),
        "avoided": .array(
          base.conditions.closed.sorted().map { .string(network.travel.links[$0].id) }),
        "weather": base.conditions.weather.map { .string($0.id) },
        "demand": PlanningText.json(base.demand, in: network),
        "network": base.session.json,
      ]),
      "base": .array(
        needs.indices.map { number in
          .object([
            "need": .string(needs[number].need.capability),
            "threshold": PlanningText.json(needs[number].limit),
            "within": base.pictures[number].map {
              .number($0.people(within: needs[number].deciseconds), decimals: 1)
            },
            "possiblyWithin": base.pictures[number].map {
              .number($0.possiblePeople(within: needs[number].deciseconds), decimals: 1)
            },
            "unreached": base.pictures[number].map { .number($0.unreached, decimals: 1) },
          ])
        }),
      "scenarios": .array(scenarios.map(json)),
    ])
  }

  private func json(_ scenario: Scenario) -> JSONValue {
    .object([
      "file": .string(scenario.name), "title": .string(scenario.title),
      "source": scenario.statedSource.map { .string($0) },
      "digest": .string(scenario.session.digest),
      "remarks": .array(
        scenario.remarks.map { $0.json(language, at: base.conditions.at) }),
      "support": .object([
        "gained": .array(
          scenario.supported.map { reference in
            .object([
              "place": .string(reference),
              "supporters": .array(
                (scenario.side.supported.supporters[reference] ?? []).sorted().map { .string($0) }),
            ])
          }),
        "lost": .array(scenario.unsupported.map { .object(["place": .string($0)]) }),
      ]),
      "needs": .array(
        needs.indices.map { number in
          let effect = scenario.effects[number]
          return .object([
            "need": .string(needs[number].need.capability),
            "people": effect.map { AccessChangeJSON.tally($0.tally) } ?? .null,
            "possibly": effect.map { possible($0.possible) },
            "uncompared": effect.map { .array($0.uncompared.map { .string($0) }) },
            "places": effect.map { effect in
              .array(effect.changes.map { change($0, number, scenario) })
            },
          ])
        }),
    ])
  }

  private func possible(_ tally: PossibleTally) -> JSONValue {
    .object([
      "within": .number(tally.after, decimals: 1),
      "losing": .number(tally.leaving, decimals: 1),
      "gaining": .number(tally.entering, decimals: 1),
    ])
  }

  private func change(_ change: AccessChange, _ number: Int, _ scenario: Scenario) -> JSONValue {
    AccessChangeJSON.change(
      change, base.demand, before: network, after: scenario.side.network,
      needs[number].deciseconds)
  }

  /// The scenarios for maps: the communes that change.
  var geoJSON: JSONValue {
    var features: [JSONValue] = []
    for scenario in scenarios {
      for (number, need) in needs.enumerated() {
        for change in scenario.effects[number]?.changes ?? [] {
          guard let point = base.demand.communes[change.commune].point,
            case .object(let fields) = self.change(change, number, scenario)
          else { continue }
          features.append(
            GeoJSON.feature(
              GeoJSON.point(GeoJSON.Position(point)),
              fields.merging([
                "scenario": .string(scenario.name),
                "need": .string(need.need.capability), "role": .string("commune"),
              ]) { $1 }))
        }
      }
    }
    return GeoJSON.collection(features)
  }
}
