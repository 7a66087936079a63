import Files

/// Reads the features of a GeoJSON document (RFC 7946), and the organisation units that DHIS2 hands
/// out with a geometry each.
struct GeoJSONFeatures: ~Copyable {
  private(set) var features: [FeatureRows.Feature] = []
  private(set) var areas = 0
  private var reader: JSONReader
  private let path: String

  /// The box around the coordinates of a geometry.
  private struct Extent {
    var south = Double.infinity, north = -Double.infinity
    var west = Double.infinity, east = -Double.infinity
    /// The first position as it was written.
    var first: (latitude: String, longitude: String)?
    var type = ""
  }

  init(_ source: DataSource) throws(DocumentError) {
    path = source.name
    reader = try JSONReader(source)
  }

  /// Reads the document.
  mutating func read() throws(DocumentError) {
    try expectObject()
    try readCollection()
  }

  private mutating func expectObject() throws(DocumentError) {
    guard try reader.next() == .beginObject else {
      throw error("is JSON that holds no features", "là JSON không chứa đối tượng bản đồ nào")
    }
  }

  /// Reads the object of the document, behind its beginning: a collection, or one feature.
  private mutating func readCollection() throws(DocumentError) {
    var single = FeatureRows.Feature(line: reader.line)
    while case .key(let key) = try reader.next() {
      switch key {
      case "features", "organisationUnits": try readList()
      case "properties", "geometry", "id": try readMember(key, of: &single)
      default: try skip(try reader.next())
      }
    }
    if features.isEmpty, !single.properties.isEmpty || single.point != nil {
      features.append(single)
    }
  }

  private mutating func readList() throws(DocumentError) {
    guard try reader.next() == .beginArray else { return }
    while true {
      let event = try reader.next()
      guard event != .endArray else { return }
      guard event == .beginObject else {
        throw error("a feature is no object", "một đối tượng bản đồ không đúng dạng")
      }
      guard features.count < FeatureRows.mostFeatures else {
        throw DocumentError(
          kind: .limit, path: path, line: reader.line,
          message: "holds more than \(FeatureRows.mostFeatures) features",
          vi: "chứa hơn \(FeatureRows.mostFeatures) đối tượng")
      }
      var feature = FeatureRows.Feature(line: reader.line)
      while case .key(let key) = try reader.next() { try readMember(key, of: &feature) }
      features.append(feature)
    }
  }

  private mutating func readMember(
    _ key: String, of feature: inout FeatureRows.Feature
  ) throws(DocumentError) {
    let event = try reader.next()
    switch (key, event) {
    case ("type", .string): break
    case ("properties", .beginObject):
      while case .key(let name) = try reader.next() {
        try readProperty(name, try reader.next(), of: &feature)
      }
    case ("geometry", .beginObject): try readGeometry(of: &feature)
    case ("id", .string(let text)):
      // A number only counts the features of this document.
      if text.contains(where: \.isLetter) { feature.properties.append(("id", text)) }
    case ("id", .number): break
    default: try readProperty(key, event, of: &feature)
    }
  }

  /// Reads a property; of an object its own fields under its name.
  private mutating func readProperty(
    _ name: String, _ event: JSONEvent, of feature: inout FeatureRows.Feature
  ) throws(DocumentError) {
    switch event {
    case .string(let text): add(name, text, to: &feature)
    case .number(let text): add(name, text, to: &feature)
    case .bool(let flag): add(name, flag ? "true" : "false", to: &feature)
    case .beginArray:
      var texts: [String] = []
      var next = try reader.next()
      while next != .endArray {
        if case .string(let text) = next { texts.append(text) } else { try skip(next) }
        next = try reader.next()
      }
      add(name, texts.joined(separator: "; "), to: &feature)
    case .beginObject:
      while case .key(let part) = try reader.next() {
        let value = try reader.next()
        if case .string(let text) = value {
          add(name + "." + part, text, to: &feature)
        } else {
          try skip(value)
        }
      }
    default: break
    }
  }

  private func add(_ name: String, _ text: String, to feature: inout FeatureRows.Feature) {
    guard !text.isEmpty else { return }
    feature.properties.append((name == "@id" ? "id" : name, text))
  }

  private mutating func readGeometry(
    of feature: inout FeatureRows.Feature
  ) throws(DocumentError) {
    var extent = Extent()
    while case .key(let key) = try reader.next() {
      let event = try reader.next()
      switch (key, event) {
      case ("type", .string(let type)): extent.type = type
      case ("coordinates", .beginArray): try readPositions(&extent)
      case ("geometries", .beginArray): try readGeometries(of: &feature)
      default: try skip(event)
      }
    }
    guard let first = extent.first, feature.point == nil else { return }
    switch extent.type {
    case "Point": feature.point = first
    case "Polygon", "MultiPolygon", "MultiPoint":
      areas += 1
      feature.point = (
        decimal((extent.south + extent.north) / 2, 7), decimal((extent.west + extent.east) / 2, 7)
      )
    default: break
    }
  }

  /// Reads the geometries of a collection, of which the first with a point counts.
  private mutating func readGeometries(
    of feature: inout FeatureRows.Feature
  ) throws(DocumentError) {
    var event = try reader.next()
    while event != .endArray {
      if event == .beginObject { try readGeometry(of: &feature) } else { try skip(event) }
      event = try reader.next()
    }
  }

  /// Reads an array of coordinates, or of such arrays, behind its beginning.
  private mutating func readPositions(_ extent: inout Extent) throws(DocumentError) {
    var numbers: [String] = []
    while true {
      switch try reader.next() {
      case .number(let text): numbers.append(text)
      case .beginArray: try readPositions(&extent)
      case .endArray:
        guard numbers.count >= 2, let longitude = Double(numbers[0]),
          let latitude = Double(numbers[1]), longitude.isFinite, latitude.isFinite
        else { return }
        extent.first = extent.first ?? (numbers[1], numbers[0])
        extent.south = min(extent.south, latitude)
        extent.north = max(extent.north, latitude)
        extent.west = min(extent.west, longitude)
        extent.east = max(extent.east, longitude)
        return
      case let other: try skip(other)
      }
    }
  }

  /// Passes over a value of which the first event was read.
  private mutating func skip(_ event: JSONEvent) throws(DocumentError) {
    guard event == .beginObject || event == .beginArray else { return }
    let outer = reader.depth
    while reader.depth >= outer { _ = try reader.next() }
  }

  private func error(_ en: String, _ vi: String) -> DocumentError {
    DocumentError(kind: .invalid, path: path, line: reader.line, message: en, vi: vi)
  }
}
