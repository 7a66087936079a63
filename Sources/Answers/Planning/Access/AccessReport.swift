import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Words a coverage as columns: one number for each commune, in one order.
struct AccessReport: SessionReport {
  let answer: CoverageAnswer
  let style: AnswerStyle

  private var demand: Demand { answer.prepared.demand }

  /// The columns for programs: see docs/json.md.
  var json: JSONValue {
    guard let need = answer.needs.first else { return .object([:]) }
    let facilities = facilities(need.coverage)
    var numbers: [FacilityIndex: Int] = [:]
    for (number, facility) in facilities.enumerated() { numbers[facility] = number }
    return .object([
      "query": queryJSON,
      "need": needJSON(need),
      "facilities": .array(facilities.map { facilityJSON($0, need.coverage) }),
      "communes": communesJSON(need),
      "typical": columns(need.coverage.accesses(), numbers),
      "slow": columns(need.coverage.accesses(at: .slow), numbers),
    ])
  }

  private var queryJSON: JSONValue {
    let conditions = answer.conditions
    return .object([
      "at": .string("\(conditions.at)"),
      "vehicle": .string(conditions.vehicle.id),
      "weather": conditions.weather.map { .string($0.id) },
      "avoided": .array(
        conditions.closed.sorted().map { .string(network.travel.links[$0].id) }),
      "minConfidence": .string(answer.question.scope.minimumConfidence.rawValue),
      "demand": PlanningText.json(demand, in: network),
      "people": .string(PlanningText.people(of: demand, in: network, language)),
      "peopleSource": PlanningText.source(of: demand, in: network).map { .string($0) },
      "attribution": network.header.attribution.map { .string($0) },
      "network": answer.session.json,
    ])
  }

  private func needJSON(_ need: NeedCoverage) -> JSONValue {
    .object([
      "need": .string(need.need.capability),
      "name": .string(language(need.need.name, need.need.nameEn)),
      "specialty": .string(need.need.specialty),
      "threshold": need.thresholds.first.map(PlanningText.json),
      "thresholdOrigin": need.thresholds.first.map {
        .string(PlanningText.origin($0, in: network, language))
      },
      "group": need.group.map { .string($0.ages.text) },
      "groupSource": (need.group?.source).map { .string($0) },
    ])
  }

  /// The facilities that can, or of which nobody sure has said whether they can, and those that are
  /// the nearest hospital of somebody.
  private func facilities(_ coverage: Coverage) -> [FacilityIndex] {
    var all = Set(
      answer.prepared.hospitals.filter { coverage.abilities[$0] == .unknown })
    all.formUnion(network.facilityIndices.filter { coverage.abilities[$0] == .able })
    for access in coverage.accesses() + coverage.accesses(at: .slow) {
      for found in [access.able, access.unknown, access.hospital] {
        if let found { all.insert(found.facility) }
      }
    }
    return all.sorted()
  }

  private func facilityJSON(_ index: FacilityIndex, _ coverage: Coverage) -> JSONValue {
    let facility = network.facility(index)
    return .object([
      "id": .string(facility.id), "name": .string(facility.name),
      "lat": facility.position.point.map { .number($0.latitude, decimals: 7) },
      "lon": facility.position.point.map { .number($0.longitude, decimals: 7) },
      "ability": .string(coverage.abilities[index].rawValue),
    ])
  }

  private func communesJSON(_ need: NeedCoverage) -> JSONValue {
    let places = demand.communes.map { network.place($0.place) }
    return .object([
      "place": .array(places.map { .string($0.reference) }),
      "name": .array(places.map { .string($0.name) }),
      "unit": .array(
        places.map { place in network.parent(of: place).map { .string($0.name) } ?? .null }),
      "people": .array(demand.communes.map { .number($0.people, decimals: 1) }),
      "peopleOfGroup": need.groupDemand.map { group in
        .array(group.communes.map { .number($0.people, decimals: 1) })
      },
    ])
  }

  /// Minutes and facilities at one pace; null where nothing is reached.
  private func columns(
    _ accesses: [CommuneAccess], _ numbers: [FacilityIndex: Int]
  ) -> JSONValue {
    func minutes(_ found: CapableFacilitySearch.Found?) -> JSONValue {
      found.map { .number($0.minutes, decimals: 3) } ?? .null
    }
    func number(_ found: CapableFacilitySearch.Found?) -> JSONValue {
      found.flatMap { numbers[$0.facility] }.map { .integer($0) } ?? .null
    }
    return .object([
      "minutes": .array(accesses.map { minutes($0.able) }),
      "facility": .array(accesses.map { number($0.able) }),
      "unknownMinutes": .array(accesses.map { minutes($0.unknown) }),
      "unknownFacility": .array(accesses.map { number($0.unknown) }),
      "hospitalMinutes": .array(accesses.map { minutes($0.hospital) }),
    ])
  }
}
