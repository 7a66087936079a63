import Files
import Formats
import Testing

@Suite struct FeatureRowsTests {
  private func rows(_ text: String) throws -> [[String]] {
    var source = try RowSource(.bytes(Array(text.utf8), name: "map"))
    var rows: [[String]] = []
    while let row = try source.next() { rows.append(row.fields) }
    return rows
  }

  @Test func `GeoJSON is a table of its properties, points and the middle of areas`() throws {
    let text = """
      {"type": "FeatureCollection", "name": "x", "crs": {"a": [1]}, "features": [
      {"type": "Feature", "id": 7, "properties": {"name": "A", "lat": 1, "beds": 120, "x": null},
       "geometry": {"type": "Point", "coordinates": [106.6981, 10.7723, 3]}},
      {"type": "Feature", "id": "way/9", "properties": {"name": "B", "phones": ["1", "2"]},
       "geometry": {"type": "Polygon", "coordinates": [[[106, 10], [107, 10], [107, 11], [106, 10]]]}},
      {"type": "Feature", "properties": {"name": "C", "at": {"xã": "X"}}, "geometry": null}]}
      """
    #expect(
      try rows(text) == [
        ["name", "beds", "id", "phones", "at.xã", "lat", "lon"],
        ["A", "120", "", "", "", "10.7723", "106.6981"],
        ["B", "", "way/9", "1; 2", "", "10.5", "106.5"],
        ["C", "", "", "", "X", "", ""],
      ])
  }

  @Test func `a collection of geometries stands where the first of them does`() throws {
    let text = """
      {"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "GeometryCollection",
      "geometries": [null, {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
      {"type": "Point", "coordinates": [106, 10]}, {"type": "Point", "coordinates": [107, 11]}]}}
      """
    #expect(try rows(text) == [["name", "lat", "lon"], ["A", "10", "106"]])
  }

  @Test func `the elements of KML may have a prefix`() throws {
    let text = """
      <?xml version="1.0"?><k:kml xmlns:k="http://www.opengis.net/kml/2.2"><k:Document>
      <k:Placemark><k:name>A</k:name><k:Point><k:coordinates>106,10</k:coordinates></k:Point>
      </k:Placemark></k:Document></k:kml>
      """
    #expect(try rows(text) == [["name", "lat", "lon"], ["A", "10", "106"]])
  }

  @Test func `KML is a table of its placemarks`() throws {
    let text = """
      <?xml version="1.0"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
      <Placemark><name>A</name><Style><Icon/></Style><ExtendedData><SchemaData>
      <SimpleData name="giường">12</SimpleData></SchemaData></ExtendedData>
      <Point><coordinates> 106.6981,10.7723,0 </coordinates></Point></Placemark>
      <Placemark><name>B</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>
      </Folder></Document></kml>
      """
    #expect(
      try rows(text) == [
        ["name", "giường", "lat", "lon"], ["A", "12", "10.7723", "106.6981"], ["B", "", "", ""],
      ])
  }

  @Test func `organisation units of DHIS2 have their geometry as point`() throws {
    let text = """
      {"pager": {"page": 1}, "organisationUnits": [{"id": "abcDEF12345", "name": "A",
      "parent": {"id": "p", "level": 2}, "geometry": {"type": "Point", "coordinates": [106.7, 10.7]}}]}
      """
    #expect(
      try rows(text) == [
        ["id", "name", "parent.id", "lat", "lon"], ["abcDEF12345", "A", "p", "10.7", "106.7"],
      ])
  }

  @Test(arguments: [
    "{\"type\": \"FeatureCollection\", \"features\": [1]}",
    "{\"type\": \"FeatureCollection\", \"features\": [{\"properties\": {\"a\": }}]}",
    "{\"type\": \"FeatureCollection\"", "<kml><Placemark>",
  ])
  func `what is broken is refused`(_ text: String) {
    #expect(throws: DocumentError.self) { try rows(text) }
  }
}
