import Files

/// Features of a map as the rows of a table: a column for each property, and the point in `lat` and
/// `lon`.
///
/// A building or an area stands at the middle of its box; a line has no point.
public struct FeatureRows: Sendable {
  /// A feature.
  struct Feature: Sendable {
    /// The line on which it begins.
    var line: Int
    /// Its properties, in order.
    var properties: [(name: String, value: String)] = []
    /// Its point.
    var point: (latitude: String, longitude: String)?
  }

  /// How many features have no point.
  public private(set) var withoutPoint = 0
  /// The first of them: which feature it is, from 1, and the line on which it begins.
  public private(set) var firstWithoutPoint: (number: Int, line: Int)?
  /// How many features stand at the middle of an area.
  public internal(set) var areas = 0
  private var rows: [CSVReader.Row] = []
  private var position = 0

  /// Names of properties that say again where the point is.
  private static let repeated: Set<String> = [
    "lat", "lon", "lng", "latitude", "longitude", "x", "y",
  ]

  /// The most features of a document, and the most columns.
  static let mostFeatures = 1_000_000
  static let mostColumns = 500

  init(_ features: [Feature], path: String) throws(DocumentError) {
    let hasPoints = features.contains { $0.point != nil }
    var columns: [String: Int] = [:]
    var titles: [String] = []
    for feature in features {
      for (name, _) in feature.properties where columns[name] == nil {
        if hasPoints, FeatureRows.repeated.contains(name.lowercased()) { continue }
        guard titles.count < FeatureRows.mostColumns else {
          throw DocumentError(
            kind: .limit, path: path, line: feature.line,
            message: "the features have more than \(FeatureRows.mostColumns) different properties",
            vi: "các đối tượng có hơn \(FeatureRows.mostColumns) thuộc tính khác nhau")
        }
        columns[name] = titles.count
        titles.append(name)
      }
    }
    let count = titles.count
    if hasPoints { titles += ["lat", "lon"] }
    rows.append(CSVReader.Row(line: 1, fields: titles))
    for (index, feature) in features.enumerated() {
      var fields = [String](repeating: "", count: titles.count)
      for (name, value) in feature.properties {
        guard let column = columns[name], fields[column].isEmpty else { continue }
        fields[column] = value
      }
      if let point = feature.point {
        fields[count] = point.latitude
        fields[count + 1] = point.longitude
      } else {
        withoutPoint += 1
        firstWithoutPoint = firstWithoutPoint ?? (index + 1, feature.line)
      }
      if fields.contains(where: { !$0.isEmpty }) {
        rows.append(CSVReader.Row(line: feature.line, fields: fields))
      }
    }
  }

  /// Reads the features of a document.
  init(_ source: DataSource, _ kind: Kind) throws(DocumentError) {
    switch kind {
    case .json:
      var read = try GeoJSONFeatures(source)
      try read.read()
      try self.init(read.features, path: source.name)
      areas = read.areas
    case .kml:
      let read = try KMLFeatures(source)
      try self.init(read.features, path: source.name)
      areas = read.areas
    }
  }

  /// Whether a document that begins so holds features: GeoJSON, KML, or units of DHIS2.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    kind(of: bytes) != nil
  }

  enum Kind {
    case json, kml
  }

  static func kind(of bytes: [UInt8]) -> Kind? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    switch text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case UInt8(ascii: "{"):
      let beginning = String(decoding: text.prefix(8_192), as: UTF8.self)
      if beginning.contains("\"resourceType\"") { return nil }
      let isMap = ["\"FeatureCollection\"", "\"Feature\"", "\"organisationUnits\""]
        .contains { beginning.contains($0) }
      return isMap ? .json : nil
    case UInt8(ascii: "<"):
      let beginning = String(decoding: text.prefix(4_096), as: UTF8.self)
      // The element may have a prefix: <kml:kml xmlns:kml="…">.
      let isMap = ["<kml", ":kml ", ":kml>", ":kml\n", ":kml\r", ":kml\t"]
        .contains { beginning.contains($0) }
      return isMap ? .kml : nil
    default: return nil
    }
  }

  /// The next row; the first holds the names of the columns.
  mutating func next() -> CSVReader.Row? {
    guard position < rows.count else { return nil }
    position += 1
    return rows[position - 1]
  }
}
