import Facts
package import Formats
package import HealthNetwork
package import Planning

extension PlanningText {
  /// A threshold and its source, for programs.
  package static func json(_ threshold: AccessThreshold) -> JSONValue {
    var fields: [String: JSONValue?] = ["minutes": .number(threshold.minutes, decimals: 3)]
    switch threshold.origin {
    case .asked: fields["origin"] = .string("asked")
    case .toolDefault: fields["origin"] = .string("tool_default")
    case .standard(let standard):
      fields["origin"] = .string("standard")
      fields["standard"] = .string(standard.id)
      fields["share"] = standard.share.map { .number($0, decimals: 4) }
      fields["source"] = standard.provenance.source.map { .string($0) }
      fields["confidence"] = .string(standard.provenance.effectiveConfidence.rawValue)
    }
    return .object(fields)
  }

  /// People by class of access, for programs.
  package static func json(_ people: ClassedPeople) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: AccessClass.allCases.map {
          ($0.rawValue, .number(people[$0], decimals: 1))
        }))
  }

  /// A facility, for programs.
  package static func json(_ facility: Facility) -> JSONValue {
    .object(["id": .string(facility.id), "name": .string(facility.name)])
  }

  /// A place, for programs.
  package static func json(_ place: Place, in network: Network) -> JSONValue {
    .object([
      "code": .string(place.code), "scheme": .string(place.scheme),
      "name": .string(network.fullName(of: place)),
      "held": place.held.map { .string($0.rawValue) },
    ])
  }
}
