public import Exchange

extension DocumentFormat {
  /// Health points of an OpenStreetMap file.
  public static let osm = DocumentFormat(rawValue: "osm")
}

extension ReadableFormat {
  /// Health points of an OpenStreetMap file.
  public static let osm = ReadableFormat(
    .osm, endings: [".pbf", ".osm", ".osm.gz", ".osm.bz2"],
    recognises: { $0.root == "osm" && $0.namespace.isEmpty }
  ) { (path, options) throws(ExchangeFailure) in
    try OSMPointReader.read(path: path, options: options)
  }
}
