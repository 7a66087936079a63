import Facts
import Files
import HealthNetwork
import XMLStream

/// Reads directories of IHE Care Services Discovery (CSD), `urn:ihe:iti:csd:2013`.
///
///     let document = try CSDReader.read(path: "export.xml", options: ImportOptions())
///     document.records.facilities.count
///     document.findings.filter { $0.importance == .odd }
///
/// The directory may stand alone or in the answer of transaction ITI-74. Organizations become
/// parties, facilities facilities, and services that the network's crosswalks know capabilities;
/// what has no home here is kept as `extension` of its record, or counted and reported.
public enum CSDReader {
  /// Reads a document.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - options: Strictly, whatever breaks the structure of CSD is an error; else it is read as it
  ///     was most probably meant, and reported.
  /// - Returns: What it says; the points as they were written, with findings that propose repairs.
  /// - Throws: `ExchangeFailure` where it cannot be read, or not as strictly as asked.
  /// - Complexity: O(*n*), where *n* is the length of the document; the memory is that of the
  ///   records.
  public static func read(
    path: String, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    var reading = CSDReading(path: path, options: options)
    var problems: [DocumentError]
    do throws(DocumentError) {
      var xml = try XMLReader(
        path: path, names: CSDCodes.names, namespace: CSDCodes.namespace, schema: nil,
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
