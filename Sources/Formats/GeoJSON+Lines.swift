extension GeoJSON {
  /// Several lines of straight pieces.
  public static func lines(_ lines: [[Position]]) -> JSONValue {
    .object([
      "type": .string("MultiLineString"),
      "coordinates": .array(lines.map { line in .array(line.map { $0.json() }) }),
    ])
  }
}
