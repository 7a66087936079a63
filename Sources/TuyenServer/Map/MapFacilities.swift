import Answers
import Facts
import Formats
import HealthNetwork

/// The facilities of a network as maps show them: those that are not known to have closed.
struct MapFacilities {
  let network: Network
  let digest: String
  let day: Day
  let language: Language

  /// The document.
  var json: JSONValue {
    let present = network.facilityIndices.map { network.facility($0) }.filter(isThere)
    return .object([
      "digest": .string(digest),
      "facilities": .array(present.compactMap(facility)),
      "withoutPoint": .integer(present.count { $0.position.point == nil }),
    ])
  }

  private func isThere(_ facility: Facility) -> Bool {
    facility.closed.map { day < $0.start } ?? true
  }

  private func facility(_ facility: Facility) -> JSONValue? {
    guard let point = facility.position.point else { return nil }
    let name = language == .en ? facility.nameEn ?? facility.name : facility.name
    let precision = facility.position.precision
    let isExact = precision == .exact || precision == .street
    return .object([
      "id": .string(facility.id), "name": .string(name),
      "point": .array([
        .number(point.latitude, decimals: 5), .number(point.longitude, decimals: 5),
      ]),
      // The building or its street, or only the town.
      "approximate": isExact ? nil : .bool(true),
      "kind": .string(facility.kind.rawValue),
      "kindName": .string(language.word(facility.kind.rawValue)),
      "group": .string(MapFacilities.group(of: facility.kind)),
      "tier": facility.tier.map { .integer($0) },
      "isLastLine": facility.isLastLine.map { .bool($0) },
      "phone": network.phone(of: facility).map { .string($0) },
      "address": facility.address.map { .string($0) },
    ])
  }

  /// The sign by which a map shows a kind.
  static func group(of kind: Facility.Kind) -> String {
    switch kind {
    case .communeHealthStation: "station"
    case .emergencyCentre, .emergencyStation: "emergency"
    case .polyclinic, .other: "clinic"
    default: "hospital"
    }
  }
}
