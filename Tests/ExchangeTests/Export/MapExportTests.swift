import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork
import XMLStream

/// A network of texts that want to break out of every format.
private let hostile = "\"]}> & <b> ]]> \\u0000 \\ ' \u{7F} \u{2028} = +1 \r\n\t\u{1} Bệnh viện"

@Suite struct MapExportTests {
  private func network() throws -> Network {
    try Network(
      with(FullRecords.all) {
        $0.facilities[0].record.name = hostile
        $0.facilities[0].record.address = hostile
        $0.facilities[1].record.position.point = nil
      })
  }

  private func features(_ bytes: [UInt8]) throws -> [[String: Any]] {
    let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect(root?["type"] as? String == "FeatureCollection")
    return try #require(root?["features"] as? [[String: Any]])
  }

  @Test func `GeoJSON reads back, longitude first, whatever a name holds`() throws {
    let network = try network()
    let written = Collected()
    let lost = GeoJSONWriter.write(network) { written.bytes += $0 }
    let features = try features(written.bytes)
    #expect(features.map { $0["id"] as? String } == ["hospital", "station"])
    let geometry = features[0]["geometry"] as? [String: Any]
    #expect(geometry?["type"] as? String == "Point")
    #expect(geometry?["coordinates"] as? [Double] == [106.660172, 10.762622])
    #expect(features[1]["geometry"] is NSNull)
    let properties = features[0]["properties"] as? [String: Any]
    #expect(properties?["name"] as? String == hostile)
    #expect((properties?["capabilities"] as? [Any])?.count == 2)
    #expect(lost.contains { $0.en.hasPrefix("2 beds (facility)") })
  }

  @Test func `links are lines from node to node over their bends`() throws {
    let network = try network()
    let written = Collected()
    GeoJSONWriter.writeLinks(network) { written.bytes += $0 }
    let features = try features(written.bytes)
    #expect(features.count == network.records.links.count)
    for (feature, link) in zip(features, network.records.links) {
      let geometry = feature["geometry"] as? [String: Any]
      let points = geometry?["coordinates"] as? [[Double]] ?? []
      let start = network.records.nodes.first { $0.record.id == link.record.start }?.record.point
      #expect(points.first == start.map { [$0.longitude, $0.latitude] })
      #expect(points.count >= 2)
    }
  }

  @Test func `KML is whole and in the order of its schema`() throws {
    let written = Collected()
    KMLWriter.write(try network()) { written.bytes += $0 }
    let elements = try outline(written.bytes, namespace: "http://www.opengis.net/kml/2.2")
    #expect(elements.filter { $0 == "Placemark" }.count == 2)
    #expect(elements.filter { $0 == "coordinates" }.count == 1)
    #expect(written.text.contains("<coordinates>106.660172,10.762622</coordinates>"))
    let order = ["name", "address", "phoneNumber", "ExtendedData", "Point"]
    let first = elements.drop { $0 != "Placemark" }.dropFirst().prefix { $0 != "Placemark" }
    let found = first.filter { order.contains($0) }
    #expect(Array(found) == order.filter { found.contains($0) })
  }

  @Test func `GPX is whole, and a facility without a point is said to be lost`() throws {
    let written = Collected()
    let lost = GPXWriter.write(try network()) { written.bytes += $0 }
    let elements = try outline(written.bytes, namespace: "http://www.topografix.com/GPX/1/1")
    #expect(elements.first == "gpx")
    let point = elements.drop { $0 != "wpt" }
    #expect(Array(point) == ["wpt", "name", "cmt", "desc", "src", "type"])
    #expect(written.text.contains(#"<wpt lat="10.762622" lon="106.660172">"#))
    #expect(lost.contains { $0.en.hasPrefix("1 facility without a point") })
  }

  @Test func `the same network gives the same bytes in every format`() throws {
    let network = try network()
    func twice(_ write: (@escaping ([UInt8]) -> Void) -> [Finding]) -> Bool {
      let (first, second) = (Collected(), Collected())
      let found = (write { first.bytes += $0 }, write { second.bytes += $0 })
      return first.bytes == second.bytes && !first.bytes.isEmpty && found.0 == found.1
    }
    #expect(twice { GeoJSONWriter.write(network, to: $0) })
    #expect(twice { GeoJSONWriter.writeLinks(network, to: $0) })
    #expect(twice { KMLWriter.write(network, to: $0) })
    #expect(twice { GPXWriter.write(network, to: $0) })
    for table in TableWriter.Table.allCases {
      #expect(twice { TableWriter.write(table, of: network, to: $0) })
    }
  }

  @Test func `writing stops where the receiver fails`() throws {
    struct Full: Error {}
    let network = try network()
    #expect(throws: Full.self) {
      try KMLWriter.write(network) { (_: [UInt8]) throws(Full) in throw Full() }
    }
  }

  /// The names of all elements, in order; an element of another namespace is an issue.
  private func outline(_ bytes: [UInt8], namespace: String) throws -> [String] {
    var reader = try XMLReader(bytes: bytes, path: "map", names: XMLNames([]), schema: nil)
    var names: [String] = []
    while try reader.next() != .endOfDocument {
      guard reader.event == .start else { continue }
      #expect(reader.namespace == namespace)
      names.append(reader.nameString)
    }
    #expect(reader.problems.isEmpty)
    return names
  }
}
