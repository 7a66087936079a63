import Facts
import Files
import HealthNetwork
import XMLStream

/// Reads reports of hospitals in OASIS EDXL-HAVE 1.0, bare, in EDXL-DE 1.0, or in a feed.
///
///     var options = ImportOptions()
///     options.network = network
///     let document = try HAVEReader.read(path: "have.xml", options: options)
///     document.records.statuses.first?.record.expires
///
/// What is read is live status, which always expires, never the directory. HAVE has no ids of
/// facilities: a hospital is matched by an identifier that the network gives a facility, never by its
/// name alone; for one that is not, the finding names who it may be.
public enum HAVEReader {
  /// Reads a document.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - options: The network whose facilities are meant, and how long a report counts. Strictly,
  ///     whatever breaks the structure of HAVE is an error.
  /// - Returns: The newest report of each facility.
  /// - Throws: `ExchangeFailure` where it cannot be read, or not as strictly as asked.
  /// - Complexity: O(*n*), where *n* is the length of the document.
  public static func read(
    path: String, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    var reading = HAVEReading(path: path, options: options)
    var problems: [DocumentError]
    do throws(DocumentError) {
      var xml = try XMLReader(
        path: path, names: HAVEReading.names, namespace: HAVECodes.namespace, schema: nil,
        limits: options.limits)
      try reading.read(&xml)
      problems = xml.problems
    } catch {
      problems = [error]
    }
    guard problems.isEmpty else { throw ExchangeFailure(errors: problems) }
    return try reading.finish()
  }
}
