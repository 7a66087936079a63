import XMLStream

extension ImportedDocument {
  /// Reads a document of any format but OpenStreetMap, whose reader is a target of its own.
  ///
  /// - Parameters:
  ///   - path: The document.
  ///   - format: Its format; nil to tell it by the document itself.
  ///   - options: How to read it.
  /// - Returns: What it says, as records of ours.
  /// - Throws: `ExchangeFailure` with everything that keeps it from being read.
  public static func read(
    _ path: String, as format: DocumentFormat? = nil, options: ImportOptions = ImportOptions()
  ) throws(ExchangeFailure) -> ImportedDocument {
    let known: DocumentFormat
    if let format {
      known = format
    } else {
      known = try DocumentFormat.recognised(at: path, limits: options.limits)
    }
    switch known {
    case .native: return try NativeReader.read(path: path, options: options)
    case .csv: return try TableReader.read(path: path, options: options)
    case .csd: return try CSDReader.read(path: path, options: options)
    case .fhir: return try FHIRReader.read(path: path, options: options)
    case .have: return try HAVEReader.read(path: path, options: options)
    case .osm:
      throw ExchangeFailure(errors: [
        XMLError(
          kind: .invalid, path: path, line: 0,
          message: "documents of the format \(known.rawValue) cannot be read yet")
      ])
    }
  }
}
