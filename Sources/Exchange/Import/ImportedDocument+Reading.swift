import Files
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
        DocumentError(
          kind: .invalid, path: path, line: 0,
          message: "documents of the format \(known.rawValue) cannot be read yet")
      ])
    }
  }

  /// Reads the exchange documents of a folder, each by itself: they need not be a network.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - options: How to read them.
  /// - Returns: What they say, in path order.
  /// - Throws: `ExchangeFailure` with every error of all of them.
  public static func readFolder(
    _ path: String, options: ImportOptions = ImportOptions()
  ) throws(ExchangeFailure) -> [ImportedDocument] {
    let (root, names) = try LoadedNetwork.documentNames(at: path)
    var documents: [ImportedDocument] = []
    var errors: [DocumentError] = []
    for name in names {
      do throws(ExchangeFailure) {
        documents.append(try NativeReader.read(path: root + name, options: options))
      } catch {
        errors += error.errors
      }
    }
    guard errors.isEmpty else { throw ExchangeFailure(errors: errors) }
    return documents
  }
}
