public import Exchange
internal import Facts
import Files
internal import HealthNetwork
internal import XMLStream

/// Reads the health points of an OpenStreetMap file as candidates for facilities.
///
///     let document = try OSMPointReader.read(path: "city.osm.pbf", options: options)
///     document.records.facilities.first?.record.activity   // unconfirmed
///
/// A candidate is never the truth: its confidence is low, its activity unconfirmed, so that nobody
/// is sent there before someone has asked, and an extension `osm.candidate` says what it was made
/// of. Buildings and areas stand at the middle of their box, or where `out center` puts them.
public enum OSMPointReader {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: A .osm or .osm.pbf file, packed or not.
  ///   - options: For which network it is meant; its crosswalks of the system
  ///     `urn:osm:healthcare:speciality` translate specialities.
  /// - Returns: The candidates and what is to be known of them.
  /// - Throws: `ExchangeFailure` when the file cannot be read.
  /// - Complexity: O(*n*), where *n* is the length of the file; the memory is that of the points.
  public static func read(
    path: String, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    let found: HealthPoints
    do throws(OSMError) {
      found = try HealthPoints(path: path)
    } catch {
      let kind: DocumentError.Kind = error.kind == .unreadable ? .unreadable : .malformed
      let message =
        error.description.hasPrefix(path + ": ")
        ? String(error.description.dropFirst(path.count + 2)) : error.description
      throw ExchangeFailure(
        errors: [DocumentError(kind: kind, path: path, line: 0, message: message)])
    }
    var candidates = HealthCandidates(path: path, options: options)
    for point in found.points { candidates.add(point) }
    candidates.reportOthers(of: found)
    return candidates.document
  }
}
