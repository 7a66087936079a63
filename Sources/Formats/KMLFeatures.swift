import Files
import XMLStream

/// Reads the placemarks of a KML document (OGC 2.2), as Google Earth, My Maps and QGIS write them.
struct KMLFeatures {
  private(set) var features: [FeatureRows.Feature] = []
  private(set) var areas = 0

  private static let names = XMLNames([
    "Placemark", "name", "Data", "SimpleData", "value", "Point", "Polygon", "coordinates",
    "address", "phoneNumber", "LineString", "innerBoundaryIs",
  ])

  private enum Name {
    static let placemark = 0, name = 1, data = 2, simpleData = 3, value = 4, point = 5
    static let polygon = 6, coordinates = 7, address = 8, phoneNumber = 9, line = 10, hole = 11
  }

  init(_ source: DataSource) throws(DocumentError) {
    var reader: XMLReader
    switch source {
    case .bytes(let bytes, let name):
      reader = try XMLReader(bytes: bytes, path: name, names: KMLFeatures.names, schema: nil)
    default:
      reader = try XMLReader(path: source.name, names: KMLFeatures.names, schema: nil)
    }
    while try reader.next() != .endOfDocument {
      guard reader.event == .start, reader.name == Name.placemark else { continue }
      guard features.count < FeatureRows.mostFeatures else {
        throw DocumentError(
          kind: .limit, path: source.name, line: reader.line,
          message: "holds more than \(FeatureRows.mostFeatures) placemarks",
          vi: "chứa hơn \(FeatureRows.mostFeatures) địa điểm")
      }
      try readPlacemark(&reader)
    }
  }

  private mutating func readPlacemark(_ reader: inout XMLReader) throws(DocumentError) {
    var feature = FeatureRows.Feature(line: reader.line)
    let outer = reader.depth
    while try reader.next() != .endOfDocument {
      if reader.event == .end, reader.depth == outer { break }
      guard reader.event == .start else { continue }
      switch reader.name {
      case Name.name: feature.properties.append(("name", try reader.readText()))
      case Name.address: feature.properties.append(("address", try reader.readText()))
      case Name.phoneNumber: feature.properties.append(("phone", try reader.readText()))
      case Name.data, Name.simpleData: try readData(&reader, into: &feature)
      case Name.point: try readPoints(&reader, isArea: false, into: &feature)
      case Name.polygon: try readPoints(&reader, isArea: true, into: &feature)
      case Name.line: try reader.skipElement()
      default: continue
      }
    }
    features.append(feature)
  }

  /// Reads a property of a table: `Data` with a `value`, or `SimpleData`.
  private func readData(
    _ reader: inout XMLReader, into feature: inout FeatureRows.Feature
  ) throws(DocumentError) {
    let name = reader.attribute(Name.name) ?? ""
    var text = ""
    let outer = reader.depth
    while try reader.next() != .endOfDocument {
      if reader.event == .end, reader.depth == outer { break }
      if reader.event == .text { text = reader.text }
      if reader.event == .start {
        if reader.name == Name.value {
          text = try reader.readText()
        } else {
          try reader.skipElement()
        }
      }
    }
    if !name.isEmpty, !text.isEmpty { feature.properties.append((name, text)) }
  }

  private mutating func readPoints(
    _ reader: inout XMLReader, isArea: Bool, into feature: inout FeatureRows.Feature
  ) throws(DocumentError) {
    let outer = reader.depth
    var positions: [(longitude: Substring, latitude: Substring)] = []
    while try reader.next() != .endOfDocument {
      if reader.event == .end, reader.depth == outer { break }
      guard reader.event == .start else { continue }
      if reader.name == Name.hole {
        try reader.skipElement()
      } else if reader.name == Name.coordinates {
        let text = try reader.readText()
        for part in text.split(whereSeparator: \.isWhitespace) {
          let numbers = part.split(separator: ",")
          if numbers.count >= 2 { positions.append((numbers[0], numbers[1])) }
        }
      }
    }
    guard let first = positions.first, feature.point == nil else { return }
    guard isArea else {
      feature.point = (String(first.latitude), String(first.longitude))
      return
    }
    let latitudes = positions.compactMap { Double($0.latitude) }
    let longitudes = positions.compactMap { Double($0.longitude) }
    guard let south = latitudes.min(), let north = latitudes.max(), let west = longitudes.min(),
      let east = longitudes.max()
    else { return }
    areas += 1
    feature.point = (decimal((south + north) / 2, 7), decimal((west + east) / 2, 7))
  }
}
