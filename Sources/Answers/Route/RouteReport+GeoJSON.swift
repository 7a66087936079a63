import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension RouteReport {
  /// The answer for maps: origin, targets, and the ways along their links.
  var geoJSON: JSONValue {
    var features: [JSONValue] = [
      GeoJSON.feature(
        GeoJSON.point(.init(origin.point)),
        ["role": .string("origin"), "name": .string(origin.name)])
    ]
    for (index, target) in answer.targets.enumerated() {
      let facility = network.facility(target.facility)
      guard let end = facility.position.point else { continue }
      let properties: [String: JSONValue?] = [
        "role": .string("target"), "rank": .integer(index + 1), "id": .string(facility.id),
        "name": .string(facility.name), "minutes": .number(target.minutes, decimals: 3),
        "phone": network.phone(of: facility, specialty: query.need.specialty).map { .string($0) },
      ]
      features.append(GeoJSON.feature(GeoJSON.point(.init(end)), properties))
      let line = line(from: origin.point, target.journey, to: end)
      features.append(
        GeoJSON.feature(
          line.json,
          [
            "role": .string("way"), "rank": .integer(index + 1),
            "note": line.note.map { .string($0) },
          ]))
    }
    return GeoJSON.collection(features)
  }

  /// A way on the map.
  func line(from start: Coordinate, _ journey: Journey, to end: Coordinate) -> JourneyLine {
    JourneyLine(from: start, journey, to: end, on: network.travel)
  }
}
