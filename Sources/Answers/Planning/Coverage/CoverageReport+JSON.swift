import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension CoverageReport {
  /// The coverage for programs: see docs/json.md.
  var json: JSONValue {
    let parts = parts
    return .object([
      "query": queryJSON,
      "needs": .array(answers.map { needJSON($0, parts) }),
    ])
  }

  private var queryJSON: JSONValue {
    let demand = prepared.demand
    let figure = demand.communes.first.flatMap {
      network.place($0.place).population(demand.basis)
    }
    return .object([
      "at": .string("\(conditions.at)"),
      "vehicle": .string(conditions.vehicle.id),
      "weather": conditions.weather.map { .string($0.id) },
      "avoid": .array(
        conditions.closed.sorted().map { .string(network.travel.links[$0].id) }),
      "minConfidence": .string(answer.question.scope.minimumConfidence.rawValue),
      "scheme": .string(demand.scheme),
      "basis": .string(demand.basis.rawValue),
      "peopleDate": figure?.date.map { .string("\($0)") },
      "peopleSource": PlanningText.source(of: demand, in: network).map { .string($0) },
      "slow": .object([
        "roadFactor": .number(network.travel.profile.slowFactor, decimals: 4),
        "waitFactor": .number(network.travel.profile.slowWaitFactor, decimals: 4),
        "source": network.travel.profile.provenance.source.map { .string($0) },
      ]),
      "people": .number(demand.people, decimals: 1),
      "communes": .integer(demand.communes.count),
      "communesUncounted": .integer(demand.uncounted.count),
      "network": session.json,
    ])
  }

  private func needJSON(_ answer: NeedCoverage, _ parts: [Division.Part]) -> JSONValue {
    .object([
      "need": .string(answer.need.capability),
      "specialty": .string(answer.need.specialty),
      "name": .string(language(answer.need.name, answer.need.nameEn)),
      "thresholds": .array(answer.coverage.query.thresholds.map(PlanningText.json)),
      "group": answer.group.map { group in
        .object([
          "ages": .string(group.ages.text),
          "source": group.source.map { .string($0) },
          "confidence": group.confidence.map { .string($0.rawValue) },
        ])
      },
      "facilitiesWithoutPage": .array(
        answer.coverage.withoutPage.map { .string(network.facility($0).id) }),
      "groupWithoutFigures": answer.uncountedGroup.map { .string($0.ages.text) },
      "units": .array(
        parts.flatMap { part in answer.demands.map { unitJSON(answer, part, $0) } }),
      "curves": .object([
        "typical": curveJSON(answer.coverage.curve()),
        "slow": curveJSON(answer.coverage.curve(at: .slow)),
        "typicalIfUnknownAble": curveJSON(answer.coverage.curve(supposingUnknown: true)),
        "slowIfUnknownAble": curveJSON(answer.coverage.curve(at: .slow, supposingUnknown: true)),
      ]),
      "fairness": self.answer.question.includesFairness ? FairnessReport(self, answer).json : nil,
    ])
  }

  private func unitJSON(
    _ answer: NeedCoverage, _ part: Division.Part, _ demand: Demand
  ) -> JSONValue {
    .object([
      "place": part.place.map { PlanningText.json(network.place($0), in: network) },
      "ages": .string(demand.group.text),
      "people": .number(
        part.communes.reduce(0) { $0 + demand.communes[$1].people }, decimals: 1),
      "within": .array(
        answer.coverage.query.thresholds.map { threshold in
          .object([
            "minutes": .number(threshold.minutes, decimals: 3),
            "typical": PlanningText.json(
              answer.coverage.people(
                within: threshold.minutes, in: part.communes, of: demand)),
            "slow": PlanningText.json(
              answer.coverage.people(
                within: threshold.minutes, at: .slow, in: part.communes, of: demand)),
            "withoutPage": .number(
              answer.coverage.peopleWithoutPage(
                within: threshold.minutes, in: part.communes, of: demand), decimals: 1),
          ])
        }),
    ])
  }

  private func curveJSON(_ curve: AccessCurve) -> JSONValue {
    .object([
      "shares": .array(
        CoverageReport.curveMinutes.map { minutes in
          .object([
            "minutes": .number(minutes, decimals: 0),
            "share": .number(curve.share(within: minutes), decimals: 6),
          ])
        }),
      "quantiles": .array(
        CoverageReport.quantiles.map { share in
          .object([
            "share": .number(share, decimals: 2),
            "minutes": curve.minutes(ofShare: share).map { .number($0, decimals: 3) } ?? .null,
          ])
        }),
    ])
  }
}
