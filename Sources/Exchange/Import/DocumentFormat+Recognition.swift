import Columns
import Files
public import XMLStream

extension DocumentFormat {
  /// Tells the format of a document by its name, its first bytes and its first start tag.
  ///
  ///     try DocumentFormat.recognised(at: "export.xml")   // .csd
  ///
  /// Nothing behind the first start tag is looked at, and nothing is believed: the reader of the
  /// format checks everything again.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - limits: What its first start tag must stay within.
  /// - Returns: The format.
  /// - Throws: `ExchangeFailure` where the file cannot be read, or is of no known format.
  public static func recognised(
    at path: String, limits: XMLLimits = XMLLimits()
  ) throws(ExchangeFailure) -> DocumentFormat {
    guard FileStamp(path: path) != nil else {
      throw failure(.unreadable, path, "there is no such file")
    }
    let name = path.lowercased()
    if [".pbf", ".osm", ".osm.gz", ".osm.bz2"].contains(where: name.hasSuffix) { return .osm }
    if [".csv", ".tsv"].contains(where: name.hasSuffix) { return .csv }
    do throws(DocumentError) {
      var reader = try XMLReader(path: path, names: XMLNames([]), schema: nil, limits: limits)
      while try reader.next() != .endOfDocument {
        guard reader.event == .start else { continue }
        if let format = ofRoot(reader.nameString, in: reader.namespace ?? "") { return format }
        let space = reader.namespace.map { " of the namespace \"\($0)\"" } ?? ""
        throw DocumentError(
          kind: .invalid, path: path, line: reader.line,
          message: "a document that begins with \"\(reader.nameString)\"\(space) is not known; "
            + "formats: \(allCases.map(\.rawValue).joined(separator: ", "))")
      }
    } catch {
      if error.kind == .malformed, error.line <= 1, looksLikeTable(path) { return .csv }
      throw ExchangeFailure(errors: [error])
    }
    throw failure(.invalid, path, "the document holds no element")
  }

  /// The format whose documents begin with an element.
  private static func ofRoot(_ name: String, in namespace: String) -> DocumentFormat? {
    switch (namespace, name) {
    case (ExchangeSchema.namespace, _): .native
    case ("urn:ihe:iti:csd:2013", _): .csd
    case ("http://www.w3.org/2003/05/soap-envelope", _),
      ("http://schemas.xmlsoap.org/soap/envelope/", _):
      .csd
    case ("http://hl7.org/fhir", _): .fhir
    case (let space, _) where space.hasPrefix("urn:oasis:names:tc:emergency:EDXL:"): .have
    case ("http://www.w3.org/2005/Atom", "feed"): .have
    case ("", "osm"): .osm
    default: nil
    }
  }

  /// Whether the first line of a file is a text with separators, in UTF-8 or UTF-16.
  private static func looksLikeTable(_ path: String) -> Bool {
    guard let file = Column<UInt8>(file: path), file.count > 0 else { return false }
    let bytes = file.span
    for index in 0..<min(bytes.count, 4_096) {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09: return true
      case 0x0A: return false
      default: continue
      }
    }
    return false
  }

  private static func failure(
    _ kind: DocumentError.Kind, _ path: String, _ message: String
  ) -> ExchangeFailure {
    ExchangeFailure(errors: [DocumentError(kind: kind, path: path, line: 0, message: message)])
  }
}
