public import Exchange
import Facts
import Files
import HealthNetwork
import XMLStream

/// Reads HL7 FHIR R4 documents in XML, in the shape of IHE mCSD.
///
///     let document = try FHIRReader.read(path: "facilities.xml", options: options)
///     document.records.facilities.count
///     document.findings.first?.en   // "12 Location.description: no field of ours holds it, …"
///
/// A document is a Bundle (transaction, collection, searchset, history) or a single resource.
/// Location and Organization become facilities and parties, HealthcareService what facilities can
/// do, OrganizationAffiliation agreements; deletions become retractions. What our model cannot hold
/// is counted, and kept as an `extension` of the facility it belongs to.
public enum FHIRReader {
  /// Reads a document.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - options: For which network it is meant, and how strictly it is taken.
  /// - Returns: Its records and what is to be known of them.
  /// - Throws: `ExchangeFailure` when it is no XML, no FHIR, or goes beyond the limits.
  /// - Complexity: O(*n*), where *n* is the length of the document; the memory is that of its
  ///   resources.
  public static func read(
    path: String, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    do throws(DocumentError) {
      return try read(
        XMLReader(
          path: path, names: FHIRTerm.names, namespace: FHIRSystem.namespace, schema: nil,
          limits: options.limits), path: path, options: options)
    } catch {
      throw ExchangeFailure(errors: [error])
    }
  }

  /// Reads a document in memory.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - path: What messages call it.
  ///   - options: For which network it is meant, and how strictly it is taken.
  /// - Returns: Its records and what is to be known of them.
  /// - Throws: `ExchangeFailure` when it is no XML, no FHIR, or goes beyond the limits.
  public static func read(
    bytes: [UInt8], path: String, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    do throws(DocumentError) {
      return try read(
        XMLReader(
          bytes: bytes, path: path, names: FHIRTerm.names, namespace: FHIRSystem.namespace,
          schema: nil, limits: options.limits), path: path, options: options)
    } catch {
      throw ExchangeFailure(errors: [error])
    }
  }

  private static func read(
    _ xml: consuming XMLReader, path: String, options: ImportOptions
  ) throws(DocumentError) -> ImportedDocument {
    var parser = FHIRParser(xml)
    var resources: [FHIRResource] = []
    try parser.read { resources.append($0) }
    if let first = parser.xml.problems.first { throw first }
    guard parser.isFHIR else {
      throw DocumentError(
        kind: .invalid, path: path, line: 1,
        message: "the root is \"\(parser.root)\"; expected a resource of "
          + "\"\(FHIRSystem.namespace)\", such as Bundle")
    }
    var assembly = FHIRAssembly(
      resources, of: parser.bundleType, path: path, options: options)
    assembly.assemble(deletions: parser.deletions)
    assembly.reportOthers(parser.otherResources, hasNextPage: parser.hasNextPage)
    return assembly.finished
  }
}
