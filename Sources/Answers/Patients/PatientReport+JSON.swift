import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension PatientReport {
  /// The plan for programs; see docs/json.md.
  var json: JSONValue {
    let ranks = leavingRanks
    return .object([
      "query": .object([
        "at": .string(query.at.description),
        "vehicle": .string(query.vehicle.id),
        "minConfidence": .string(query.minimumConfidence.rawValue),
        "avoid": query.avoided.isEmpty
          ? nil
          : .array(query.avoided.sorted().map { .string(network.travel.links[$0].id) }),
        "capacity": supply.assumed.map { .integer($0) },
        "network": answer.session.json,
      ]),
      "triage": .array(triageClasses.map(triageJSON)),
      "summary": .object([
        "patients": .integer(plan.patients.count),
        "placed": .integer(plan.patients.count - plan.unplaced.count),
        "unplaced": .integer(plan.unplaced.count),
        "sent": .integer(supply.sent.count),
        "weightedMinutes": .number(plan.weightedMinutes, decimals: 3),
      ]),
      "facilities": .array(plan.loads.map { loadJSON($0, ranks) }),
      "patients": .array(plan.patients.indices.map { patientJSON($0, leaves: ranks[$0]) }),
    ])
  }

  /// The place of each patient in the order of leaving, from 1.
  var leavingRanks: [Int] {
    var ranks = Array(repeating: 0, count: plan.patients.count)
    for (rank, patient) in plan.departureOrder.enumerated() { ranks[patient] = rank + 1 }
    return ranks
  }

  private func triageJSON(_ triage: TriageClass) -> JSONValue {
    .object([
      "code": .string(triage.code),
      "name": .string(language(triage.name, triage.nameEn ?? triage.name)),
      "rank": .integer(triage.rank),
      "weight": .integer(triage.weight),
      "lateWeight": triage.lateWeight.map { .integer($0) },
      "minutes": triage.minutes.map { .number($0, decimals: 3) },
      "confidence": triage.provenance.confidence.map { .string($0.rawValue) },
      "source": triage.provenance.source.map { .string($0) },
      "basis": triage.provenance.basis.map { .string($0) },
    ])
  }

  private func facilityJSON(_ index: FacilityIndex) -> JSONValue {
    let facility = network.facility(index)
    return .object([
      "id": .string(facility.id), "name": .string(facility.name),
      "phone": network.phone(of: facility, specialty: query.need.specialty).map { .string($0) },
      "lat": facility.position.point.map { .number($0.latitude, decimals: 7) },
      "lon": facility.position.point.map { .number($0.longitude, decimals: 7) },
    ])
  }

  private func loadJSON(_ load: PatientPlan.Load, _ ranks: [Int]) -> JSONValue {
    var basis: [String: JSONValue?] = ["text": .string(text(load.places.basis))]
    switch load.places.basis {
    case .file(let line): (basis["code"], basis["line"]) = (.string("file"), .integer(line))
    case .reported(let reported, let expires):
      basis["code"] = .string("reported")
      basis["reported"] = reported.map { .string($0.description) }
      basis["expires"] = .string(expires.description)
    case .assumed: basis["code"] = .string("assumed")
    }
    return .object([
      "facility": facilityJSON(load.places.facility),
      "for": load.places.scope.map { .string($0) },
      "partOfWhole": load.whole == nil ? nil : .bool(true),
      "places": .integer(load.places.count),
      "basis": .object(basis),
      "inbound": .integer(load.inbound),
      "left": .integer(load.left),
      "excess": load.excess > 0 ? .integer(load.excess) : nil,
      "patients": .array(load.patients.map { .string(plan.patients[$0].id) }),
      "oneMore": load.oneMore.map { oneMore in
        .object([
          "text": .string(text(oneMore)),
          "weightedMinutes": .number(oneMore.weightedMinutes, decimals: 3),
          "minutes": .number(oneMore.minutes, decimals: 3),
          "moves": .array(
            oneMore.moves.map { move in
              .object([
                "patient": .string(plan.patients[move.patient].id),
                "from": move.from.map { .string(network.facility($0).id) },
                "to": move.to.map { .string(network.facility($0).id) },
              ])
            }),
        ])
      },
    ])
  }

  private func patientJSON(_ index: Int, leaves: Int) -> JSONValue {
    let patient = plan.patients[index]
    let outcome = plan.outcomes[index]
    return .object([
      "id": .string(patient.id),
      "severity": .string(patient.triage.code),
      "need": .string(patient.need.capability),
      "bed": patient.bedType.map { .string($0) },
      "origin": .object([
        "id": patient.origin.id.map { .string($0) }, "name": .string(patient.origin.name),
        "lat": .number(patient.origin.point.latitude, decimals: 7),
        "lon": .number(patient.origin.point.longitude, decimals: 7),
      ]),
      "leaves": .integer(leaves),
      "limitMinutes": outcome.limitMinutes.map { .number($0, decimals: 3) },
      "weightedMinutes": outcome.target == nil
        ? nil : .number(outcome.weightedMinutes, decimals: 3),
      "target": outcome.target.map { target in
        .object([
          "facility": facilityJSON(target.facility),
          "minutes": .number(target.minutes, decimals: 3),
          "minutesLow": .number(target.minutesLow, decimals: 3),
          "minutesHigh": .number(target.minutesHigh, decimals: 3),
          "km": .number(target.kilometres, decimals: 3),
          "arrival": .string(target.arrival.description),
          "capability": .object([
            "code": .string(target.statement.code),
            "confidence": .string((target.statement.provenance.confidence ?? .low).rawValue),
            "source": target.statement.provenance.source.map { .string($0) },
            "sourceName": network.words(target.statement.provenance.source, in: language)
              .map { .string($0) },
          ]),
          "opening": .string(language.text(target.presence)),
          "cautions": .array(target.cautions.map { .string(style.text($0, of: network)) }),
        ])
      },
      "ask": outcome.ask.isEmpty
        ? nil
        : .array(
          outcome.ask.map { unknown in
            .object([
              "facility": facilityJSON(unknown.facility),
              "minutes": .number(unknown.minutes, decimals: 3),
              "nearerBy": unknown.nearerBy.map { .number($0, decimals: 3) },
            ])
          }),
      "passedOver": .array(
        reasons(index).map { item in
          .object([
            "facility": item.facility.map { .string(network.facility($0).id) },
            "minutes": item.minutes.map { .number($0, decimals: 3) },
            "code": .string(item.reason.code.rawValue),
            "text": .string(style.sentence(item.reason, of: network)),
            "flip": .string(style.flip(item.reason)),
          ])
        }),
    ])
  }
}
