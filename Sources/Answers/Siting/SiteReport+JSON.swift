import Exchange
import Facts
import Formats
import HealthNetwork
import MixedInteger
import Planning
import Referral
import TravelNetwork

extension SiteReport {
  /// The answer for programs; see docs/json.md.
  var json: JSONValue {
    .object([
      "query": queryJSON,
      "before": json(answer.before),
      "after": json(answer.after),
      "sites": .array(answer.sites.enumerated().map { json($1, rank: $0 + 1) }),
      "objective": .object([
        "measure": .string(answer.measure.rawValue),
        "value": .number(answer.value, decimals: 4),
        "bound": .number(answer.bound, decimals: 4),
        "gap": .number(answer.solution.gap, decimals: 8),
        "isProven": .bool(answer.solution.isProven),
        "method": .string(answer.solution.method.rawValue),
        "cost": .integer(answer.cost),
        "solver": IntegerProgram.solverVersion.map { .string("CBC " + $0) },
      ]),
      "curve": answer.curve.isEmpty ? nil : .array(answer.curve.map(json)),
      "notCoverable": .array(answer.hopeless.map(communeJSON)),
      "notOnNetwork": .array(answer.unplaced.map(communeJSON)),
    ])
  }

  private var queryJSON: JSONValue {
    let query = question.query
    let demand = siting.demand
    var candidates: [String: JSONValue?] = [:]
    for action in question.actions {
      candidates[action.rawValue] = .integer(siting.candidates.count { $0.action == action })
    }
    return .object([
      "need": .string(query.need.capability),
      "at": .string(query.at.description),
      "vehicle": .string(query.vehicle.id),
      "objective": .string(question.objective.rawValue),
      "budget": question.budget.map { .integer($0) },
      "thresholdMinutes": question.thresholdMinutes.map { .number($0, decimals: 3) },
      "thresholdSource": standard.map {
        .object([
          "id": .string($0.id), "source": $0.provenance.source.map { .string($0) },
          "confidence": .string($0.provenance.effectiveConfidence.rawValue),
        ])
      },
      "ready": .bool(question.wantsReady),
      "backup": .bool(question.countsBackup),
      "equity": .bool(question.favoursFar),
      "unreachedMinutes": .number(question.unreachedMinutes, decimals: 3),
      "worstShare": .number(question.worstShare, decimals: 3),
      "sessionsPerWeek": question.actions.contains(.rotate)
        ? .integer(question.sessionsPerWeek) : nil,
      "fixed": question.fixed.isEmpty ? nil : .array(question.fixed.map { .string($0) }),
      "candidates": .object(candidates),
      "demand": .object([
        "scheme": .string(demand.scheme), "basis": .string(demand.basis.rawValue),
        "under": demand.unit.map { .string(network.place($0).reference) },
        "group": .string(demand.group.text), "communes": .integer(demand.communes.count),
        "people": .number(demand.people, decimals: 1),
      ]),
      "minConfidence": .string(query.minimumConfidence.rawValue),
      "weather": query.weather.map { .string($0.id) },
      "avoid": query.avoided.isEmpty
        ? nil : .array(query.avoided.sorted().map { .string(network.travel.links[$0].id) }),
      "network": asked.session.json,
    ])
  }

  private func json(_ outcome: SitingOutcome) -> JSONValue {
    .object([
      "people": outcome.covered.map { .number($0, decimals: 1) },
      "peopleTwice": outcome.coveredTwice.map { .number($0, decimals: 1) },
      "peopleUnreached": .number(outcome.unreached, decimals: 1),
      "meanMinutes": .number(outcome.meanMinutes, decimals: 4),
      "worstMinutes": .number(outcome.worstMinutes, decimals: 4),
    ])
  }

  private func json(_ site: SitingAnswer.Site, rank: Int) -> JSONValue {
    let candidate = candidate(site.candidate)
    return .object([
      "rank": .integer(rank),
      "action": .string(candidate.action.rawValue),
      "id": .string(candidate.id),
      "name": .string(candidate.name),
      "lat": .number(candidate.point.latitude, decimals: 7),
      "lon": .number(candidate.point.longitude, decimals: 7),
      "cost": .integer(candidate.cost),
      "fixed": site.isFixed ? .bool(true) : nil,
      "standing": candidate.standing.map { .string($0.rawValue) },
      "step": candidate.step.map { .string($0.code) },
      "stepSource": candidate.step?.provenance.source.map { .string($0) },
      "source": candidate.statement?.provenance.source.map { .string($0) },
      "phone": candidate.facility.flatMap {
        network.phone(of: network.facility($0), specialty: question.query.need.specialty)
      }.map { .string($0) },
      "peopleAdded": site.peopleAdded.map { .number($0, decimals: 1) },
      "peopleLostWithout": site.peopleAlone.map { .number($0, decimals: 1) },
      "meanMinutesSaved": .number(site.meanMinutesSaved, decimals: 4),
      "worstMinutesSaved": .number(site.worstMinutesSaved, decimals: 4),
      "outcome": json(site.outcome),
    ])
  }

  private func json(_ step: SitingAnswer.Step) -> JSONValue {
    .object([
      "budget": .integer(step.budget),
      "sites": .array(
        step.chosen.map {
          .object([
            "action": .string(candidate($0).action.rawValue), "id": .string(candidate($0).id),
          ])
        }),
      "outcome": json(step.outcome),
      "value": .number(step.value, decimals: 4),
      "bound": .number(step.bound, decimals: 4),
      "method": .string(step.method.rawValue),
    ])
  }

  private func communeJSON(_ number: Int) -> JSONValue {
    let commune = siting.demand.communes[number]
    return .object([
      "id": .string(network.place(commune.place).reference),
      "name": .string(name(ofCommune: number)),
      "people": .number(commune.people, decimals: 1),
    ])
  }

  /// The chosen sites for maps.
  var geoJSON: JSONValue {
    GeoJSON.collection(
      answer.sites.enumerated().map { index, site in
        let candidate = candidate(site.candidate)
        return GeoJSON.feature(
          GeoJSON.point(
            GeoJSON.Position(
              longitude: candidate.point.longitude, latitude: candidate.point.latitude)),
          [
            "rank": .integer(index + 1), "action": .string(candidate.action.rawValue),
            "id": .string(candidate.id), "name": .string(candidate.name),
            "standing": candidate.standing.map { .string($0.rawValue) },
            "cost": .integer(candidate.cost),
            "peopleAdded": site.peopleAdded.map { .number($0, decimals: 1) },
            "meanMinutesSaved": .number(site.meanMinutesSaved, decimals: 4),
            "note": .string("hypothetical: a choice of tuyen site"),
          ])
      })
  }
}
