import Facts
package import HealthNetwork
import TravelNetwork

/// How far facilities and places lie from the nearest link that an ambulance may use.
package struct StreetSnaps: Sendable {
  /// Something that lies too far off.
  package struct Far: Hashable, Sendable {
    /// The id of the facility, or scheme:code of the place.
    package var id: String
    /// Its name.
    package var name: String
    /// The distance in metres; nil where no street is near at all.
    package var metres: Double?
  }

  /// The greatest distance that is not reported, in metres.
  package let limit: Double
  /// Facilities within the area of the streets.
  package private(set) var facilities = 0
  /// Places within the area of the streets.
  package private(set) var places = 0
  /// The distance that half of the facilities keep within, in metres.
  package private(set) var median: Double?
  /// Facilities and places that lie farther off than the limit, the farthest first.
  package private(set) var far: [Far] = []

  /// Measures the distances of a joined network.
  ///
  /// - Parameters:
  ///   - network: The network with its streets.
  ///   - limit: The greatest distance that is not reported, in metres.
  package init(of network: Network, limit: Double) {
    self.limit = limit
    let map = network.travel
    guard
      let vehicle = map.vehicle("ambulance") ?? map.vehicles.first,
      let area = StreetSnaps.area(of: map)
    else { return }
    let graph = TravelGraph(
      map,
      TravelConditions(
        vehicle: vehicle, at: Instant(seconds: 0, zone: network.header.zone),
        honoursTimetables: false))
    let index = StreetIndex(map)
    var distances: [Double] = []
    for number in network.facilityIndices {
      let facility = network.facility(number)
      guard let point = facility.position.point, area.contains(point) else { continue }
      let access = graph.linkAccess(
        to: point, index, block: network.block(ofFacility: number))
      facilities += 1
      distances.append(access?.position.metres ?? .infinity)
      note(facility.id, facility.name, access)
    }
    for located in network.records.places {
      let place = located.record
      guard let point = place.position.point, area.contains(point) else { continue }
      places += 1
      note(
        place.reference, place.name,
        graph.linkAccess(to: point, index, block: network.block(of: place)))
    }
    distances.sort()
    median = distances.isEmpty ? nil : distances[distances.count / 2]
    far.sort { ($0.metres ?? .infinity, $1.id) > ($1.metres ?? .infinity, $0.id) }
  }

  private mutating func note(_ id: String, _ name: String, _ access: LinkAccess?) {
    if let metres = access?.position.metres, metres <= limit { return }
    far.append(Far(id: id, name: name, metres: access?.position.metres))
  }

  /// The box around the junctions of streets.
  private static func area(of map: TravelMap) -> Box? {
    var box: Box?
    for node in map.nodes where node.id.hasPrefix("osm-n") {
      let point = node.point
      var grown =
        box
        ?? Box(
          south: point.latitude, west: point.longitude, north: point.latitude,
          east: point.longitude)
      grown.south = min(grown.south, point.latitude)
      grown.north = max(grown.north, point.latitude)
      grown.west = min(grown.west, point.longitude)
      grown.east = max(grown.east, point.longitude)
      box = grown
    }
    return box
  }
}
