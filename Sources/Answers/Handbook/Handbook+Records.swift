import Facts
import Formats
import HealthNetwork

extension Handbook {
  /// A facility with the telephones to call.
  func json(of facility: Facility) -> JSONValue {
    let network = session.network
    let phone = network.phone(of: facility)
    let stroke = network.phone(of: facility, specialty: "stroke")
    let other = phone == nil ? network.phoneInstead(of: facility) : nil
    let place = facility.placements.compactMap { placement in
      network.placeIndex(of: placement.place).map { network.place($0) }
    }.first { $0.scheme == scheme }
    return .object([
      "id": .string(facility.id), "name": .string(facility.name),
      "nameEn": facility.nameEn.map { .string($0) }, "phone": phone.map { .string($0) },
      // The number of a stroke team, where it has one of its own.
      "stroke": stroke == phone ? nil : stroke.map { .string($0) },
      // Somebody else's number, who can be called in its place; no name for the emergency number.
      "instead": other.map { .string($0.number) },
      "insteadOf": other?.facility.map { .string($0.name) },
      "in": place.map { .string(network.fullName(of: $0)) },
      "kind": .string(facility.kind.rawValue), "tier": facility.tier.map { .integer($0) },
    ])
  }

  /// A commune with its answers, and the names by which it was known.
  func json(of commune: Place, _ answers: [JSONValue]) -> JSONValue {
    let network = session.network
    var former: [String] = []
    for index in network.predecessors(of: commune) {
      let place = network.place(index)
      let district = network.parent(of: place)
      former.append(district.map { "\(place.name), \($0.name)" } ?? place.name)
    }
    return .object([
      "id": .string(commune.reference), "name": .string(commune.name),
      "in": network.parent(of: commune).map { .string($0.name) },
      "former": former.isEmpty ? nil : .array(former.map { .string($0) }),
      "lat": network.point(of: commune).map { .number($0.point.latitude, decimals: 4) },
      "lon": network.point(of: commune).map { .number($0.point.longitude, decimals: 4) },
      "best": .array(answers),
    ])
  }
}
