import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension LossReport {
  /// The losses for programs.
  var json: JSONValue {
    .object([
      "query": .object([
        "at": .string(conditions.at.description), "vehicle": .string(conditions.vehicle.id),
        "avoided": .array(
          conditions.closed.sorted().map { .string(network.travel.links[$0].id) }),
        "weather": conditions.weather.map { .string($0.id) },
        "demand": PlanningText.json(demand, in: network),
        "network": answer.session.json,
      ]),
      "needs": .array(answer.needs.map(json)),
    ])
  }

  private func json(_ answer: LossAnswer.OfNeed) -> JSONValue {
    .object([
      "need": .string(answer.need.need.capability),
      "threshold": PlanningText.json(answer.need.limit),
      "within": .number(answer.study.people(within: answer.need.deciseconds), decimals: 1),
      "withinIfUnknownAble": .number(
        answer.study.possiblePeople(within: answer.need.deciseconds), decimals: 1),
      "unreached": .number(answer.study.unreached, decimals: 1),
      "able": .integer(answer.study.able.count),
      "pairs": answer.pairs.map { pairs in
        .object([
          "all": .integer(pairs.pairs), "searched": .integer(pairs.searched),
          "more": .integer(pairs.losses.count),
        ])
      },
      "losses": .array(
        answer.sections.flatMap { section in
          section.losses.prefix(top).enumerated().map { rank, loss in
            json(loss, rank: rank + 1, answer)
          }
        }),
      "considered": .object(
        Dictionary(
          uniqueKeysWithValues: answer.sections.map { ($0.kind.rawValue, .integer($0.considered)) })
      ),
    ])
  }

  private func json(_ loss: Loss, rank: Int, _ answer: LossAnswer.OfNeed) -> JSONValue {
    .object([
      "kind": .string(kind(loss.subject)), "rank": .integer(rank),
      "id": .string(id(loss.subject)), "name": .string(name(loss.subject)),
      "links": .array(links(of: loss.subject).map { .string(network.travel.links[$0].id) }),
      "people": AccessChangeJSON.tally(loss.tally),
      "losingAtLeast": loss.leastLeaving.map { .number($0, decimals: 1) },
      "together": loss.together.map(AccessChangeJSON.tally),
      "places": .array(
        loss.changes.map {
          AccessChangeJSON.change(
            $0, demand, before: network, after: network, answer.need.deciseconds)
        }),
    ])
  }

  private func links(of subject: LossSubject) -> [LinkIndex] {
    switch subject {
    case .crossing(let crossing): crossing.links
    case .crossings(let one, let other): one.links + other.links
    default: []
    }
  }

  /// The losses for maps: what is lost, and the communes that it concerns.
  var geoJSON: JSONValue {
    var features: [JSONValue] = []
    for answer in answer.needs {
      for section in answer.sections {
        for (rank, loss) in section.losses.prefix(top).enumerated() {
          let properties: [String: JSONValue?] = [
            "need": .string(answer.need.need.capability), "kind": .string(kind(loss.subject)),
            "rank": .integer(rank + 1), "id": .string(id(loss.subject)),
          ]
          if let geometry = geometry(of: loss.subject) {
            features.append(
              GeoJSON.feature(
                geometry,
                properties.merging([
                  "role": .string("lost"), "name": .string(name(loss.subject)),
                  "losing": .number(loss.tally.leaving, decimals: 1),
                  "cutOff": .number(loss.tally.cutOff, decimals: 1),
                  "personMinutes": .number(loss.tally.personMinutes, decimals: 1),
                ]) { $1 }))
          }
          for change in loss.changes {
            guard let point = demand.communes[change.commune].point,
              case .object(let fields) = AccessChangeJSON.change(
                change, demand, before: network, after: network, answer.need.deciseconds)
            else { continue }
            features.append(
              GeoJSON.feature(
                GeoJSON.point(GeoJSON.Position(point)),
                properties.merging(fields) { $1 }.merging(["role": .string("commune")]) { $1 }))
          }
        }
      }
    }
    return GeoJSON.collection(features)
  }

  private func geometry(of subject: LossSubject) -> JSONValue? {
    switch subject {
    case .facility(let index), .capability(let index), .rotation(let index, _):
      return network.facility(index).position.point.map {
        GeoJSON.point(GeoJSON.Position($0))
      }
    case .crossing, .crossings:
      return GeoJSON.lines(
        links(of: subject).map { link in
          let ends = network.travel.ends(ofLink: link)
          return [ends.start, ends.end].map {
            GeoJSON.Position(network.travel.nodes[$0].point)
          }
        })
    }
  }
}
