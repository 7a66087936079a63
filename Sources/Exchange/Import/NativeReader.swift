import HealthNetwork
import XMLStream

/// Reads exchange documents of our own, snapshots and deltas, for import.
public enum NativeReader {
  /// Reads a document.
  ///
  /// A snapshot that holds the network's own record claims to hold the whole network; one that does
  /// not is a part of it, and what it lacks may lie elsewhere.
  ///
  /// - Parameters:
  ///   - path: The document.
  ///   - options: How to read it; the schema always holds.
  /// - Returns: Its records and retractions.
  /// - Throws: `ExchangeFailure` with every error of the document.
  public static func read(
    path: String, options: ImportOptions = ImportOptions()
  ) throws(ExchangeFailure) -> ImportedDocument {
    var reading = DocumentSetReader(limits: options.limits)
    let outcome = reading.read(path, kind: nil)
    try reading.finish()
    var document = ImportedDocument(.native, path: path)
    document.header = outcome.header
    document.retractions = outcome.retractions
    document.records = reading.takeRecords()
    document.isComplete =
      outcome.header.kind == .snapshot && !document.records.networks.isEmpty
    if let id = options.network?.header.id, outcome.header.network != id {
      // A network has one record of its own: that of another one would be a second.
      document.records.networks = []
      document.findings.append(
        Finding(
          "other_network", .odd,
          vi: "tài liệu thuộc mạng lưới \"\(outcome.header.network)\", không phải \"\(id)\"",
          en: "the document belongs to network \"\(outcome.header.network)\", not to \"\(id)\""))
    }
    return document
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
    return try ReadableFormat.native.read(names.map { root + $0 }, options)
  }
}
