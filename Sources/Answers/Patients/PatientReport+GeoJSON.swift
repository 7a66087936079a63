import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension PatientReport {
  /// The plan for maps: where patients are, where they go, and lines between.
  var geoJSON: JSONValue {
    var features: [JSONValue] = []
    for load in plan.loads where load.whole == nil && load.inbound + load.patients.count > 0 {
      guard let point = network.facility(load.places.facility).position.point else { continue }
      features.append(
        GeoJSON.feature(
          GeoJSON.point(position(point)),
          [
            "role": .string("facility"),
            "id": .string(network.facility(load.places.facility).id),
            "name": .string(name(load.places.facility)), "places": .integer(load.places.count),
            "inbound": .integer(load.inbound), "patients": .integer(load.patients.count),
          ]))
    }
    for (index, patient) in plan.patients.enumerated() {
      let target = plan.outcomes[index].target
      let properties: [String: JSONValue?] = [
        "role": .string("patient"), "id": .string(patient.id),
        "severity": .string(patient.triage.code),
        "facility": target.map { .string(network.facility($0.facility).id) },
        "minutes": target.map { .number($0.minutes, decimals: 3) },
      ]
      features.append(GeoJSON.feature(GeoJSON.point(position(patient.origin.point)), properties))
      guard let target, let end = network.facility(target.facility).position.point else {
        continue
      }
      let line = JourneyLine(
        from: patient.origin.point, target.journey, to: end, on: network.travel)
      features.append(
        GeoJSON.feature(
          line.json,
          [
            "role": .string("way"), "id": .string(patient.id),
            "note": line.note.map { .string($0) },
          ]))
    }
    return GeoJSON.collection(features)
  }

  private func position(_ point: Coordinate) -> GeoJSON.Position {
    GeoJSON.Position(longitude: point.longitude, latitude: point.latitude)
  }
}
