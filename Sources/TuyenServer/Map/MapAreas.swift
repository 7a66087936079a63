import Facts
import Formats
import HealthNetwork

/// The places of a network as maps draw them: TopoJSON with the communes and the provinces of the
/// geography in force.
///
/// Communes with an outline are areas, others points; provinces are points where their names stand.
struct MapAreas {
  /// Degrees of a step of the grid: 11 m, a tenth of what the outlines are true to.
  private static let unit = 0.0001

  let network: Network
  let digest: String
  let day: Day
  let language: Language

  /// The geography that is drawn: the one with outlines, else the one in force.
  private var scheme: String? { network.outlinedScheme ?? network.scheme(on: day)?.id }

  /// The document.
  var json: JSONValue {
    let scheme = scheme
    let outlines = scheme.map { network.outlines(scheme: $0) } ?? [:]
    let places = network.placeIndices.filter { network.place($0).scheme == scheme }
    let communes = places.filter { network.place($0).level == .commune }
    var topology = Topology(unit: MapAreas.unit)
    let rings = topology.rings(of: communes.map { outlines[$0] ?? [] })
    let areas = zip(communes, rings).compactMap { commune, rings in
      geometry(of: network.place(commune), rings, communes: [], topology)
    }
    let provinces = places.filter { network.place($0).level == .province }.compactMap {
      geometry(of: network.place($0), [], communes: communes, topology)
    }
    return .object([
      "type": .string("Topology"),
      "digest": .string(digest),
      "scheme": scheme.map { .string($0) },
      "attribution": network.header.attribution.map { .string($0) },
      "transform": .object([
        "scale": .array([
          .number(MapAreas.unit, decimals: 6), .number(MapAreas.unit, decimals: 6),
        ]),
        "translate": .array([.integer(0), .integer(0)]),
      ]),
      "arcs": topology.json,
      "objects": .object([
        "communes": MapAreas.collection(areas), "provinces": MapAreas.collection(provinces),
      ]),
    ])
  }

  private static func collection(_ geometries: [JSONValue]) -> JSONValue {
    .object(["type": .string("GeometryCollection"), "geometries": .array(geometries)])
  }

  private func geometry(
    of place: Place, _ rings: [[Int]], communes: [PlaceIndex], _ topology: Topology
  ) -> JSONValue? {
    let own = network.point(of: place).map { topology.point($0.point) }
    let point =
      own ?? middle(of: place, topology)
      ?? middle(ofProvince: place, communes: communes).map { topology.point($0) }
    guard !rings.isEmpty || point != nil else { return nil }
    let position = point.map { JSONValue.array([.integer($0.x), .integer($0.y)]) }
    let name = language == .en ? place.nameEn ?? place.name : place.name
    var fields: [String: JSONValue?] = [
      "id": .string(place.reference),
      "properties": .object([
        "code": .string(place.code), "name": .string(name),
        "province": province(of: place).map { .string($0) },
        // Where its name may stand.
        "at": rings.isEmpty ? nil : position,
      ]),
    ]
    if rings.isEmpty {
      fields["type"] = JSONValue.string("Point")
      fields["coordinates"] = position
    } else {
      fields["type"] = JSONValue.string("MultiPolygon")
      fields["arcs"] = JSONValue.array(
        rings.map { ring in
          JSONValue.array([.array(ring.map { JSONValue.integer($0) })])
        })
    }
    return .object(fields)
  }

  private func middle(of place: Place, _ topology: Topology) -> Topology.Point? {
    place.box.map { box in
      topology.point(
        Coordinate(
          latitude: (box.south + box.north) / 2, longitude: (box.west + box.east) / 2))
    }
  }

  /// The point in the middle of the communes of a province: a few far islands do not move it.
  private func middle(ofProvince place: Place, communes: [PlaceIndex]) -> Coordinate? {
    let points = communes.map { network.place($0) }
      .filter { province(of: $0) == place.reference }
      .compactMap { network.point(of: $0)?.point }
    guard !points.isEmpty else { return nil }
    return Coordinate(
      latitude: points.map(\.latitude).sorted()[points.count / 2],
      longitude: points.map(\.longitude).sorted()[points.count / 2])
  }

  private func province(of place: Place) -> String? {
    var top = place
    while let parent = network.parent(of: top) { top = parent }
    return top.reference == place.reference ? nil : top.reference
  }
}
