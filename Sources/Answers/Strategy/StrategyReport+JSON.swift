import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension StrategyReport {
  /// The answer for programs; see docs/json.md.
  var json: JSONValue {
    var asked = definitive.queryFields
    asked["strategy"] = .string(strategy.rawValue)
    asked["onset"] = query.onset.map { .string($0.description) }
    return .object([
      "query": .object(asked),
      "pathway": planJSON,
      "options": .array(answer.options.enumerated().map { optionJSON($1, number: $0 + 1) }),
      "start": answer.start.map { start in
        .object([
          "stop": stopJSON(start.stop), "treatment": start.treatment.map(rangeJSON),
          "clocks": .array(start.readings.map(readingJSON)),
        ])
      },
      "recommendation": answer.recommendation.map(recommendationJSON),
      "losses": answer.losses.isEmpty
        ? nil
        : .array(
          answer.losses.map { loss in
            .object([
              "clock": .string(id(loss.lost.limit)),
              "margin": .number(loss.lost.margin, decimals: 3),
              "keptBy": .integer(loss.option + 1),
              "keptMargin": .number(loss.kept.margin, decimals: 3),
            ])
          }),
      "otherRules": strategy == .compare
        ? .array(answer.otherRules.map(recommendationJSON)) : nil,
      "otherStays": .array(
        answer.otherStays.map { stay, target in
          .object([
            "stay": intervalJSON(stay), "facility": .string(network.facility(target.facility).id),
            "minutes": .number(target.minutes, decimals: 3),
            "arrival": .string(target.arrival.description),
          ])
        }),
      "rejectedFirst": .array(answer.rejectedFirst.map(first.rejectionJSON)),
      "rejectedDefinitive": .array(answer.rejectedDefinitive.map(definitive.rejectionJSON)),
    ])
  }

  private var planJSON: JSONValue {
    .object([
      "id": .string(plan.pathway.id),
      "name": .string(language(plan.pathway.name, plan.pathway.nameEn ?? plan.pathway.name)),
      "first": .string(plan.first.capability),
      "definitive": .string(plan.definitive.capability),
      "stay": plan.dwell.map(intervalJSON),
      "stays": .array(plan.dwells.map(intervalJSON)),
      "firstTreatment": plan.firstTreatment.map(intervalJSON),
      "definitiveTreatment": plan.definitiveTreatment.map(intervalJSON),
    ])
  }

  private func intervalJSON(_ interval: PathwayPlan.Interval) -> JSONValue {
    .object([
      "kind": .string(interval.kind.rawValue), "time": rangeJSON(interval.time),
      "clock": interval.clock.map { .string($0.id) },
      "source": interval.provenance.source.map { .string($0) },
      "confidence": .string((interval.provenance.confidence ?? .low).rawValue),
      "note": interval.provenance.note.map { .string($0) },
    ])
  }

  private func rangeJSON(_ range: TimeRange) -> JSONValue {
    .object([
      "low": .number(range.low, decimals: 3), "usual": .number(range.usual, decimals: 3),
      "high": .number(range.high, decimals: 3),
    ])
  }

  private func optionJSON(_ option: StrategyOption, number: Int) -> JSONValue {
    .object([
      "number": .integer(number),
      "way": .string(option.isDirect ? "direct" : "via"),
      "first": option.first.map { stopJSON($0) },
      "leaving": option.leaving.map(rangeJSON),
      "leavingAt": option.leaving.map { .string(instant($0.usual).description) },
      "definitive": stopJSON(option.definitive),
      "firstTreatment": option.firstTreatment.map(rangeJSON),
      "definitiveTreatment": option.definitiveTreatment.map(rangeJSON),
      "firstTreatmentKnownThere": option.isDirect
        ? .bool(option.firstTreatmentThere != nil) : nil,
      "isBestCase": option.isBestCase ? .bool(true) : nil,
      "clocks": .array(option.readings.map(readingJSON)),
    ])
  }

  private func stopJSON(_ target: ReferralTarget) -> JSONValue {
    .object(definitive.arrivalFields(target))
  }

  private func readingJSON(_ reading: ClockReading) -> JSONValue {
    .object([
      "id": .string(id(reading.limit)), "name": .string(name(reading.limit)),
      "stop": .string(reading.limit.stop.rawValue),
      "limit": .number(reading.minutes, decimals: 3),
      "extendedLimit": reading.extendedMinutes.map { .number($0, decimals: 3) },
      "elapsed": reading.lacksOnset ? nil : rangeJSON(reading.elapsed),
      "margin": reading.lacksOnset ? nil : .number(reading.margin, decimals: 3),
      "standing": .string(reading.standing.rawValue),
      "chance": reading.chance.map { .number($0.probability, decimals: 2) },
      "extendedChance": reading.extendedChance.map { .number($0.probability, decimals: 2) },
      "latestOnset": reading.latestOnset.map { .string($0.usually.description) },
      "latestOnsetSurely": reading.latestOnset.map { .string($0.surely.description) },
      "endsAtDoor": reading.endsAtDoor ? .bool(true) : nil,
      "isBestCase": reading.isBestCase ? .bool(true) : nil,
      "source": provenance(reading.limit).source.map { .string($0) },
      "confidence": .string((provenance(reading.limit).confidence ?? .low).rawValue),
    ])
  }

  private func recommendationJSON(_ recommendation: Recommendation) -> JSONValue {
    let rule = recommendation.rule
    return .object([
      "rule": .string(rule.id), "ruleName": .string(name(rule)),
      "decision": .string(recommendation.decision.rawValue),
      "option": recommendation.option.map { .integer($0 + 1) },
      "because": .string(language(recommendation.vi, recommendation.en)),
      "flip": .string(style.text(recommendation.remedies)),
      "source": rule.provenance.source.map { .string($0) },
      "sourceName": network.words(rule.provenance.source, in: language).map { .string($0) },
      "confidence": .string((rule.provenance.confidence ?? .low).rawValue),
      "note": rule.provenance.note.map { .string($0) },
    ])
  }

  /// The answer for maps: origin, stops, and the ways as lines between travel nodes.
  var geoJSON: JSONValue {
    let origin = definitive.origin
    var features = [
      GeoJSON.feature(
        GeoJSON.point(.init(origin.point)),
        ["role": .string("origin"), "name": .string(origin.name)])
    ]
    for (number, option) in answer.options.enumerated() {
      var start = origin.point
      for target in [option.first, option.definitive].compactMap({ $0 }) {
        let facility = network.facility(target.facility)
        guard let end = facility.position.point else { continue }
        let role = target.facility == option.first?.facility ? "first" : "definitive"
        let common: [String: JSONValue?] = [
          "option": .integer(number + 1), "way": .string(option.isDirect ? "direct" : "via"),
        ]
        features.append(
          GeoJSON.feature(
            GeoJSON.point(.init(end)),
            common.merging([
              "role": .string(role), "id": .string(facility.id), "name": .string(facility.name),
              "minutes": .number(target.minutes, decimals: 3),
              "arrival": .string(target.arrival.description),
            ]) { $1 }))
        let line = definitive.line(from: start, target.journey, to: end)
        features.append(
          GeoJSON.feature(
            line.json,
            common.merging([
              "role": .string("way-to-\(role)"), "note": line.note.map { .string($0) },
            ]) { $1 }))
        start = end
      }
    }
    if let stop = answer.start?.stop,
      let end = network.facility(stop.facility).position.point
    {
      let facility = network.facility(stop.facility)
      features.append(
        GeoJSON.feature(
          GeoJSON.point(.init(end)),
          [
            "role": .string("start"), "id": .string(facility.id), "name": .string(facility.name),
            "minutes": .number(stop.minutes, decimals: 3),
            "arrival": .string(stop.arrival.description),
          ]))
      let line = definitive.line(from: origin.point, stop.journey, to: end)
      features.append(
        GeoJSON.feature(
          line.json,
          ["role": .string("way-to-start"), "note": line.note.map { .string($0) }]))
    }
    return GeoJSON.collection(features)
  }
}
