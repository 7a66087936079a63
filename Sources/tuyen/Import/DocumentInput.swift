import Exchange
import Files
import XMLStream

#if OpenStreetMap
  import OpenStreetMap
#endif

/// Documents of every format that this build can read.
enum DocumentInput {
  /// Reads a document; OpenStreetMap files where libosmium is built in.
  ///
  /// - Parameters:
  ///   - path: The document.
  ///   - format: Its format; nil to tell it by the document itself.
  ///   - options: How to read it.
  /// - Returns: What it says, as records of ours.
  /// - Throws: `ExchangeFailure` with everything that keeps it from being read.
  static func read(
    _ path: String, as format: DocumentFormat?, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    let known: DocumentFormat
    if let format {
      known = format
    } else {
      known = try DocumentFormat.recognised(at: path, limits: options.limits)
    }
    guard known == .osm else {
      return try ImportedDocument.read(path, as: known, options: options)
    }
    #if OpenStreetMap
      return try OSMPointReader.read(path: path, options: options)
    #else
      throw ExchangeFailure(errors: [
        DocumentError(
          kind: .invalid, path: path, line: 0,
          message: "built without OpenStreetMap; install libosmium2-dev, remove "
            + ".build/tuyen-built, and run tools/tuyen again")
      ])
    #endif
  }
}
