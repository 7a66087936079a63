import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension EscalationReport {
  /// The chain for programs; see docs/json.md.
  var json: JSONValue {
    let referral = query.referral
    return .object([
      "query": .object([
        "origin": .object(["id": fromId.map { .string($0) }, "name": .string(from)]),
        "need": .string(referral.need.capability),
        "at": .string(referral.at.description),
        "vehicle": hasTravel ? .string(referral.vehicle.id) : nil,
        "minConfidence": .string(referral.minimumConfidence.rawValue),
        "prefer": .string(query.preference.rawValue),
        "transferRules": .string(query.rules.rawValue),
        "emergency": .bool(query.isEmergency),
        "hasTravel": .bool(hasTravel),
        "network": answer.session.json,
      ]),
      "start": chain.start.map { start in
        .object([
          "facility": facilityJSON(start), "able": .string(able(chain.startReasons ?? [])),
          "reasons": .array((chain.startReasons ?? []).map(reasonJSON)),
        ])
      },
      "steps": .array(chain.steps.map(stepJSON)),
      "withoutTier": .array(chain.withoutTier.map(backingJSON)),
    ])
  }

  private func stepJSON(_ step: EscalationChain.Step) -> JSONValue {
    .object([
      "tier": .integer(step.tier),
      "from": step.from.map { .string(network.facility($0).id) },
      "departure": step.departure.map { .string($0.description) },
      "facilities": .integer(step.facilityCount),
      "chosen": step.chosen.map(candidateJSON),
      "nearest": step.nearest.map(candidateJSON),
      "nearestAble": step.nearestAble.map(candidateJSON),
      "named": step.named.map(candidateJSON),
      "totalMinutes": step.totalMinutes.map { .number($0, decimals: 3) },
      "broken": step.breakage.map { breakage in
        .object(["code": .string(code(breakage)), "text": .string(text(breakage))])
      },
      "lapsed": .array(step.lapsed.map(backingJSON)),
      "rules": .array(
        step.verdicts.map { verdict in
          .object([
            "id": .string(verdict.rule.id), "answer": .string(verdict.answer.rawValue),
            "legalBasis": verdict.rule.legalBasis.map { .string($0) },
            "source": verdict.rule.provenance.source.map { .string($0) },
            "text": .string(text(verdict)),
          ])
        }),
    ])
  }

  /// Whether a facility can treat the patient: yes, no, unknown, or why it is out for another reason.
  func able(_ reasons: [Reason]) -> String {
    switch reasons.first?.code {
    case nil: "yes"
    case .capabilityMissing: "no"
    case .capabilityUnknown, .confidenceTooLow: "unknown"
    case let code?: code.rawValue
    }
  }

  /// A stable code of a break.
  func code(_ breakage: EscalationChain.Break) -> String {
    switch breakage {
    case .noFacility: "no_facility"
    case .noneAble: "none_able"
    case .notReached: "not_reached"
    case .distancesUnknown: "distances_unknown"
    case .notAllowed: "not_allowed"
    }
  }

  private func facilityJSON(_ index: FacilityIndex) -> JSONValue {
    let facility = network.facility(index)
    return .object([
      "id": .string(facility.id), "name": .string(facility.name),
      "tier": facility.tier.map { .integer($0) },
      "lastLine": isLastLine(index) ? .bool(true) : nil,
      "phone": network.phone(of: facility, specialty: query.referral.need.specialty).map {
        .string($0)
      },
    ])
  }

  private func candidateJSON(_ candidate: EscalationChain.Candidate) -> JSONValue {
    .object([
      "facility": facilityJSON(candidate.facility),
      "able": .string(able(candidate.reasons)),
      "minutes": candidate.minutes.map { .number($0, decimals: 3) },
      "minutesLow": candidate.target.map { .number($0.minutesLow, decimals: 3) },
      "minutesHigh": candidate.target.map { .number($0.minutesHigh, decimals: 3) },
      "directMinutes": candidate.directMinutes.map { .number($0, decimals: 3) },
      "reasons": .array(candidate.reasons.map(reasonJSON)),
      "backings": .array(candidate.backings.map(backingJSON)),
    ])
  }

  private func reasonJSON(_ reason: Reason) -> JSONValue {
    .object([
      "code": .string(reason.code.rawValue),
      "text": .string(style.sentence(reason, of: network)),
      "flip": .string(style.flip(reason)),
    ])
  }

  private func backingJSON(_ backing: TransferBasis) -> JSONValue {
    .object([
      "id": .string(backing.id),
      "lower": .string(network.facility(backing.lower).id),
      "upper": .string(network.facility(backing.upper).id),
      "standing": .string("\(backing.standing)"),
      "reach": .string("\(backing.precision)"),
      "from": backing.period.from.map { .string("\($0)") },
      "to": backing.period.to.map { .string("\($0)") },
      "namesSpecialty": .bool(backing.namesSpecialty),
      "confidence": .string((backing.provenance.confidence ?? .low).rawValue),
      "source": backing.provenance.source.map { .string($0) },
      "text": .string(text(backing)),
    ])
  }

  /// The chain as a table for spreadsheets: a line a step.
  var csv: String {
    var lines = style.csv.document([
      [
        "tier", "facility_id", "facility_name", "phone", "able", "minutes", "total_minutes",
        "direct_minutes", "backing", "nearest_able_id", "named_id", "broken", "text",
      ]
    ])
    for step in chain.steps {
      let facility = step.chosen.map { network.facility($0.facility) }
      func id(_ candidate: EscalationChain.Candidate?) -> String {
        candidate.map { network.facility($0.facility).id } ?? ""
      }
      func number(_ minutes: Double?) -> String { minutes.map { style.csv.number($0, 3) } ?? "" }
      lines += style.csv.line([
        "\(step.tier)", facility?.id ?? "", facility?.name ?? "",
        facility.flatMap { network.phone(of: $0, specialty: query.referral.need.specialty) } ?? "",
        step.chosen.map { able($0.reasons) } ?? "", number(step.chosen?.minutes),
        number(step.totalMinutes), number(step.chosen?.directMinutes),
        step.chosen?.named?.id ?? "", id(step.nearestAble), id(step.named),
        step.breakage.map(code) ?? "", step.breakage.map { text($0) } ?? "",
      ])
    }
    return lines
  }
}
