import Facts
package import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension RouteReport {
  /// The answer for programs; see docs/json.md.
  package var json: JSONValue {
    .object([
      "query": queryJSON,
      "targets": .array(answer.targets.enumerated().map { targetJSON($1, rank: $0 + 1) }),
      "ask": .array(
        answer.unknownNearer(in: network, query).map { unknown in
          .object([
            "facility": .object([
              "id": .string(network.facility(unknown.facility).id),
              "name": .string(network.facility(unknown.facility).name),
              "phone": network.phone(
                of: network.facility(unknown.facility), specialty: query.need.specialty
              ).map { .string($0) },
            ]),
            "minutes": .number(unknown.minutes, decimals: 3),
            "nearerBy": unknown.nearerBy.map { .number($0, decimals: 3) },
          ])
        }),
      "rejected": .array(answer.rejected.map(rejectionJSON)),
      "basis": explains ? .array(basis.map { .string($0) }) : nil,
      "fallbacks": fallbacks.map { .array($0.map(fallbackJSON)) },
    ])
  }

  private var queryJSON: JSONValue { .object(queryFields) }

  /// What was asked, field by field.
  var queryFields: [String: JSONValue?] {
    [
      "origin": .object([
        "id": origin.id.map { .string($0) }, "name": .string(origin.name),
        "lat": .number(origin.point.latitude, decimals: 7),
        "lon": .number(origin.point.longitude, decimals: 7),
        "node": nodeId(answer.access).map { .string($0) },
        "accessMinutes": answer.access.map { .number($0.minutes, decimals: 4) },
        "approximate": origin.isApproximate ? .bool(true) : nil,
        "dataEndsAt": nearerExit.map { .string($0.id) },
        "outsideData": origin.isOutsideData ? .bool(true) : nil,
        "unused": origin.unused.isEmpty ? nil : .array(origin.unused.map { .string($0) }),
      ]),
      "need": .string(query.need.capability),
      "specialty": .string(query.need.specialty),
      "notMeant": query.need.excluded.isEmpty
        ? nil : .array(query.need.excluded.map { .string($0) }),
      "at": .string(query.at.description),
      "vehicle": .string(query.vehicle.id),
      "k": .integer(query.count),
      "minConfidence": .string(query.minimumConfidence.rawValue),
      "severity": query.severity.map { .string($0.code) },
      "avoid": query.avoided.isEmpty
        ? nil
        : .array(query.avoided.sorted().map { .string(network.travel.links[$0].id) }),
      "weather": query.weather.map { weather in
        .object([
          "id": .string(weather.id),
          "name": .string(language(weather.name, weather.nameEn ?? weather.name)),
          "source": weather.provenance.source.map { .string($0) },
          "confidence": .string((weather.provenance.confidence ?? .low).rawValue),
        ])
      },
      "network": session.json,
    ]
  }

  private func targetJSON(_ target: ReferralTarget, rank: Int) -> JSONValue {
    var fields = arrivalFields(target)
    fields["rank"] = .integer(rank)
    fields["status"] = statusJSON(target.status)
    if target.start != answer.access {
      fields["start"] = .object([
        "node": nodeId(target.start).map { .string($0) },
        "accessMinutes": .number(target.start.minutes, decimals: 4),
      ])
    }
    return .object(fields)
  }

  /// The way to a facility, and the statement by which it is able to treat.
  func arrivalFields(_ target: ReferralTarget) -> [String: JSONValue?] {
    let statement = target.statement
    return [
      "facility": facilityJSON(target.facility, target.access),
      "minutes": .number(target.minutes, decimals: 3),
      "minutesLow": .number(target.minutesLow, decimals: 3),
      "minutesHigh": .number(target.minutesHigh, decimals: 3),
      "km": .number(target.kilometres, decimals: 3),
      "arrival": .string(target.arrival.description),
      "capability": .object([
        "code": .string(statement.code),
        "confidence": .string((statement.provenance.confidence ?? .low).rawValue),
        "source": statement.provenance.source.map { .string($0) },
        "sourceName": network.words(statement.provenance.source, in: language).map { .string($0) },
      ]),
      "opening": .string(text(target.presence)),
      "probability": probability(target.presence).map { .number($0, decimals: 3) },
      "cautions": .array(target.cautions.map { .string(text($0)) }),
      "treatment": target.window.map { windowJSON($0, target) },
      "legs": .array(target.journey.legs.map(legJSON)),
    ]
  }

  /// When treatment begins, and how the clinical window is kept.
  private func windowJSON(
    _ reading: TreatmentWindow.Reading, _ target: ReferralTarget
  ) -> JSONValue {
    let window = reading.window
    let at = query.at.advanced(
      bySeconds: Int(clamping: ((target.minutes + window.minutesAfterDoor) * 60).rounded()))
    return .object([
      "clock": .string(window.clock.id),
      "at": .string(at.description),
      "elapsed": .object([
        "low": .number(reading.elapsed.low, decimals: 3),
        "usual": .number(reading.elapsed.usual, decimals: 3),
        "high": .number(reading.elapsed.high, decimals: 3),
      ]),
      "limit": window.limit.map { .number($0, decimals: 3) },
      "extendedLimit": window.extended.map { .number($0, decimals: 3) },
      "standing": .string(reading.standing.rawValue),
      "chance": reading.chance.map { .number($0.probability, decimals: 2) },
      "extendedChance": reading.extendedChance.map { .number($0.probability, decimals: 2) },
      "doorToTreatment": window.delay.map { delay in
        .object([
          "minutes": .number(delay.time.usual, decimals: 3),
          "assumed": .bool(delay.isAssumed),
          "source": delay.provenance.source.map { .string($0) },
          "confidence": .string(delay.provenance.effectiveConfidence.rawValue),
        ])
      },
    ])
  }

  func statusJSON(_ status: StatusUse?) -> JSONValue? {
    status.map { status in
      .object([
        "reported": status.reported.map { .string($0.description) },
        "ageMinutes": status.ageMinutes.map { .integer($0) },
        "expires": .string(status.expires.description),
        "source": status.source.map { .string($0) },
        "weight": .string(status.weight.rawValue),
      ])
    }
  }

  func probability(_ presence: Presence) -> Double? {
    switch presence {
    case .always, .open: 1
    case .chance(let chance, _): chance
    case .closed: 0
    case .hoursUnknown: nil
    }
  }

  func facilityJSON(_ index: FacilityIndex, _ access: Access) -> JSONValue {
    let facility = network.facility(index)
    return .object([
      "id": .string(facility.id),
      "name": .string(facility.name),
      "lat": facility.position.point.map { .number($0.latitude, decimals: 7) },
      "lon": facility.position.point.map { .number($0.longitude, decimals: 7) },
      "phone": network.phone(of: facility, specialty: query.need.specialty).map { .string($0) },
      "node": nodeId(access).map { .string($0) },
      "accessMinutes": .number(access.minutes, decimals: 4),
    ])
  }

  func legJSON(_ leg: Leg) -> JSONValue {
    .object([
      "mode": .string(leg.isHandOver ? "hand-over" : leg.mode.rawValue),
      "name": leg.name.map { .string($0) },
      "ref": leg.ref.map { .string($0) },
      "km": .number(leg.kilometres, decimals: 3),
      "minutes": .number(leg.minutes + leg.waitedMinutes, decimals: 3),
      "crossing": leg.crossing.map { .string($0) },
      "hoursUnknown": leg.hoursUnknown ? .bool(true) : nil,
      "hoursInWords": leg.hoursInWords.map { .string($0) },
      "waitedForOpening": leg.waitedMinutes - leg.queuedMinutes > 0.0005
        ? .number(leg.waitedMinutes - leg.queuedMinutes, decimals: 3) : nil,
      "queued": leg.queuedMinutes > 0 ? .number(leg.queuedMinutes, decimals: 3) : nil,
      "exceptions": leg.exceptions.isEmpty
        ? nil : .array(leg.exceptions.map { .string($0.id) }),
      "links": .array(leg.links.map { .string(network.travel.links[$0].id) }),
    ])
  }

  func rejectionJSON(_ rejection: Rejection) -> JSONValue {
    let facility = network.facility(rejection.facility)
    return .object([
      "facility": .object([
        "id": .string(facility.id), "name": .string(facility.name),
        "node": nodeId(rejection.access).map { .string($0) },
        "accessMinutes": rejection.access.map { .number($0.minutes, decimals: 4) },
      ]),
      "minutes": rejection.minutes.map { .number($0, decimals: 3) } ?? .null,
      "status": statusJSON(rejection.status),
      "reasons": .array(
        rejection.reasons.map { reason in
          .object([
            "code": .string(reason.code.rawValue),
            "text": .string(sentence(reason)),
            "flip": .string(style.flip(reason)),
            "remedies": remediesJSON(reason),
          ])
        }),
    ])
  }

  /// The fields of the question that would change a reason; nil where none does.
  private func remediesJSON(_ reason: Reason) -> JSONValue? {
    let remedies = reason.remedies.compactMap(\.json)
    return remedies.isEmpty ? nil : .array(remedies)
  }
}
