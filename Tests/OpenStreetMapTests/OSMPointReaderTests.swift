import Exchange
import Facts
import HealthNetwork
import OpenStreetMap
import TestSupport
import Testing

@Suite struct OSMPointReaderTests {
  private func read(_ objects: String, for network: Network? = nil) throws -> ImportedDocument {
    let folder = try TemporaryFolder([
      "map.osm": "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n" + objects + "</osm>\n"
    ])
    var options = ImportOptions()
    options.network = network
    return try OSMPointReader.read(path: folder.path + "/map.osm", options: options)
  }

  private func node(_ id: Int, _ tags: [String: String], lat: Double = 10.5) -> String {
    "<node id=\"\(id)\" lat=\"\(lat)\" lon=\"106.5\" timestamp=\"2026-03-04T10:00:00Z\">"
      + text(of: tags) + "</node>\n"
  }

  private func text(of tags: [String: String]) -> String {
    tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }.joined()
  }

  @Test func `a hospital is a candidate: low confidence, unconfirmed, marked`() throws {
    let document = try read(
      node(
        7,
        [
          "amenity": "hospital", "name": "Bệnh viện A", "name:en": "A Hospital", "beds": "120",
          "phone": "+84 28 1; +84 28 2", "healthcare:speciality": "cardiology;surgery",
          "emergency": "yes", "addr:street": "Lê Lợi", "addr:housenumber": "1", "wheelchair": "yes",
        ]))
    let facility = try #require(document.records.facilities.first?.record)
    #expect(facility.id == "osm-node-7" && facility.name == "Bệnh viện A")
    #expect(facility.provenance.confidence == .low && facility.activity == .unconfirmed)
    #expect(facility.provenance.asserted?.description == "2026-03-04")
    #expect(facility.extensions.map { $0.key + "=" + $0.text } == ["osm.candidate=node/7"])
    #expect(facility.identifiers.map(\.value) == ["node/7"])
    #expect(facility.contacts.map(\.value) == ["+84 28 1", "+84 28 2"])
    #expect(facility.services.map(\.name) == ["cardiology", "surgery", "emergency"])
    #expect(facility.address == "1 Lê Lợi")
    #expect(facility.position.point == Coordinate(latitude: 10.5, longitude: 106.5))
    #expect(document.format == .osm && document.records.capabilities.isEmpty)
    #expect(
      document.findings.map(\.en) == [
        "1 objects of OpenStreetMap (1 points) are candidates of low confidence: "
          + "confirm each of them",
        "1 tags wheelchair: left out",
      ])
  }

  @Test func `a building stands at the middle of its corners`() throws {
    let way =
      "<way id=\"9\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"1\"/>"
      + text(of: ["healthcare": "clinic", "name": "Trạm Y tế xã B"]) + "</way>\n"
    let document = try read(node(1, [:], lat: 10.1) + node(2, [:], lat: 10.3) + way)
    let facility = try #require(document.records.facilities.first?.record)
    #expect(facility.id == "osm-way-9" && facility.kind == .communeHealthStation)
    #expect(facility.position.point == Coordinate(latitude: 10.2, longitude: 106.5))
  }

  @Test func `an area of several outlines is one candidate, and its outline no second one`() throws
  {
    let hospital = ["amenity": "hospital", "name": "Bệnh viện E"]
    let ways =
      "<way id=\"9\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"1\"/>" + text(of: hospital)
      + "</way>\n"
      + "<way id=\"10\"><nd ref=\"3\"/></way>\n"
    let area =
      "<relation id=\"20\"><member type=\"way\" ref=\"9\" role=\"outer\"/>"
      + "<member type=\"way\" ref=\"10\" role=\"inner\"/>"
      + text(of: hospital.merging(["type": "multipolygon"]) { first, _ in first }) + "</relation>\n"
    let document = try read(
      node(1, [:], lat: 10.1) + node(2, [:], lat: 10.3) + node(3, [:], lat: 12) + ways + area)
    #expect(document.records.facilities.map(\.record.id) == ["osm-relation-20"])
    #expect(
      document.records.facilities.first?.record.position.point
        == Coordinate(latitude: 10.2, longitude: 106.5))
    #expect(document.findings.first?.en.contains("(1 areas)") == true)
    #expect(document.findings.dropFirst().first?.code == "repeated_record")
  }

  @Test func `Overpass says where the middle of a way and of a relation is`() throws {
    let tags = ["amenity": "hospital", "name": "Bệnh viện D"]
    let document = try read(
      "<way id=\"12\"><center lat=\"10.78\" lon=\"106.7\"/><nd ref=\"91\"/><nd ref=\"92\"/>"
        + text(of: tags) + "</way>\n<relation id=\"13\">"
        + "<bounds minlat=\"10\" minlon=\"106\" maxlat=\"11\" maxlon=\"107\"/>"
        + "<member type=\"way\" ref=\"5\" role=\"outer\"/>" + text(of: tags) + "</relation>\n")
    #expect(
      document.records.facilities.map(\.record.position.point) == [
        Coordinate(latitude: 10.78, longitude: 106.7), Coordinate(latitude: 10.5, longitude: 106.5),
      ])
  }

  @Test func `where nothing is a health facility, the note says so and nothing is odd`() throws {
    let document = try read(node(1, ["amenity": "school"]))
    #expect(document.findings.map(\.code) == ["no_candidates"])
    #expect(document.findings.map(\.importance) == [.note])
  }

  @Test func `what is no facility, or has no name, is counted and left out`() throws {
    let document = try read(
      node(1, ["healthcare": "pharmacy", "name": "Nhà thuốc"])
        + node(2, ["amenity": "clinic"]) + node(3, ["emergency": "fire_hydrant"])
        + node(4, ["emergency": "ambulance_station", "name": "Trạm 115"]))
    #expect(document.records.facilities.map(\.record.kind) == [.emergencyStation])
    #expect(
      document.findings.map(\.code) == ["candidates_only", "name_missing", "left_out"])
  }

  @Test func `a speciality that means one of our capabilities is a statement of low confidence`()
    throws
  {
    let network = try Network(
      with(FullRecords.all) {
        $0.crosswalks += located(
          with($0.crosswalks[0].record) {
            ($0.term, $0.system) = ("stroke.lysis", "urn:osm:healthcare:speciality")
            ($0.value, $0.relation) = ("stroke", .equivalent)
          })
      })
    let document = try read(
      node(1, ["amenity": "hospital", "name": "A", "healthcare:speciality": "stroke"]),
      for: network)
    let capability = try #require(document.records.capabilities.first?.record)
    #expect(capability.code == "stroke.lysis" && capability.provenance.confidence == .low)
  }

  @Test func `a file that is cut off or missing is refused`() throws {
    #expect(throws: ExchangeFailure.self) { try read("<node id=\"1\"") }
    #expect(throws: ExchangeFailure.self) {
      try OSMPointReader.read(path: "/none/map.osm", options: ImportOptions())
    }
  }

  @Test(.enabled(if: Extract.path != nil, "TUYEN_GRAPHS_DIR is not set"))
  func `a city has hundreds of candidates, all in its box`() throws {
    let path = try #require(Extract.path)
    let document = try OSMPointReader.read(path: path, options: ImportOptions())
    let facilities = document.records.facilities.map(\.record)
    #expect(facilities.count > 100)
    let box = Box(south: 10, west: 106, north: 11.5, east: 107.5)
    #expect(facilities.allSatisfy { $0.position.point.map(box.contains) == true })
    #expect(Set(facilities.map(\.id)).count == facilities.count)
  }
}
