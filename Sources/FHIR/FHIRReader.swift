public import Exchange
public import Files
public import XMLStream

/// Reads HL7 FHIR R4 documents in XML or JSON, in the shape of IHE mCSD.
///
///     let documents = try FHIRReader.read(
///       paths: ["locations.json", "organizations.xml"], options: options)
///     documents[0].records.facilities.count
///     documents[0].findings.first?.en   // "12 Location.description: no field of ours holds it, …"
///
/// A document is a Bundle (transaction, collection, searchset, history) or a single resource, in
/// JSON also a resource a line. What a resource refers to may stand in any of the documents that
/// are read together, as pages of a search do. Location and Organization become facilities and
/// parties, HealthcareService what facilities can do, OrganizationAffiliation agreements; deletions
/// become retractions. What our model cannot hold is counted, and kept as an `extension` of the
/// facility it belongs to.
public enum FHIRReader {
  /// Reads documents that belong together.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - options: For which network they are meant, and how strictly they are taken.
  /// - Returns: The records of each, and what is to be known of them.
  /// - Throws: `ExchangeFailure` where one is neither XML nor JSON, not FHIR, or goes beyond the
  ///   limits.
  /// - Complexity: O(*n*), where *n* is the length of the documents; the memory is that of their
  ///   resources.
  public static func read(
    paths: [String], options: ImportOptions
  ) throws(ExchangeFailure) -> [ImportedDocument] {
    try read(paths.map { .file($0) }, options: options)
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - options: For which network it is meant, and how strictly it is taken.
  /// - Returns: Its records and what is to be known of them.
  /// - Throws: `ExchangeFailure` where it is neither XML nor JSON, not FHIR, or goes beyond the
  ///   limits.
  public static func read(
    path: String, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    try read([.file(path)], options: options)[0]
  }

  /// Reads a document in memory.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - path: Its name in messages.
  ///   - options: For which network it is meant, and how strictly it is taken.
  /// - Returns: Its records and what is to be known of them.
  /// - Throws: `ExchangeFailure` where it is neither XML nor JSON, not FHIR, or goes beyond the
  ///   limits.
  public static func read(
    bytes: [UInt8], path: String, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    try read([.bytes(bytes, name: path)], options: options)[0]
  }

  /// Reads documents that belong together, from wherever they are.
  ///
  /// - Parameters:
  ///   - sources: The documents.
  ///   - options: For which network they are meant, and how strictly they are taken.
  /// - Returns: The records of each, and what is to be known of them.
  /// - Throws: `ExchangeFailure` where one is neither XML nor JSON, not FHIR, or goes beyond the
  ///   limits.
  public static func read(
    _ sources: [DataSource], options: ImportOptions
  ) throws(ExchangeFailure) -> [ImportedDocument] {
    var documents: [FHIRDocument] = []
    var errors: [DocumentError] = []
    let schema = options.isStrict ? try FHIRSchema.published(in: options.standards) : nil
    for (index, source) in sources.enumerated() {
      var document = FHIRDocument(path: source.name, index: index)
      do throws(DocumentError) {
        if try FHIREncoding(of: source) == .json {
          var parser = try FHIRJSONParser(source, limits: options.limits)
          try parser.read(into: &document)
        } else {
          var parser = try FHIRXMLParser(source, limits: options.limits, schema: schema)
          try parser.read(into: &document)
          errors += parser.problems
        }
        documents.append(document)
      } catch {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw ExchangeFailure(errors: errors) }
    var assembly = FHIRAssembly(consume documents, options: options)
    assembly.assemble()
    return assembly.finished
  }
}

extension FHIRElement {
  /// Reads a resource as it stands, Bundles included, without making records of it.
  ///
  /// - Parameters:
  ///   - bytes: The document, in XML or JSON.
  ///   - path: Its name in messages.
  ///   - limits: What the document must stay within.
  /// - Throws: `DocumentError` where it is neither XML nor JSON, not FHIR, or goes beyond the limits.
  public init(
    bytes: [UInt8], path: String = "document", limits: XMLLimits = XMLLimits()
  ) throws(DocumentError) {
    let source = DataSource.bytes(bytes, name: path)
    if try FHIREncoding(of: source) == .json {
      var parser = try FHIRJSONParser(source, limits: limits)
      self = try parser.readResource()
    } else {
      var parser = try FHIRXMLParser(source, limits: limits)
      self = try parser.readResource()
    }
  }
}

extension FHIREncoding {
  /// Tells the encoding of a document by its first byte that is no white space.
  init(of source: DataSource) throws(DocumentError) {
    guard case .standardInput = source else {
      self = FHIREncoding.isJSON(try FHIREncoding.beginning(of: source)) ? .json : .xml
      return
    }
    // A pipe that was looked at could not be read again.
    throw DocumentError(
      kind: .unreadable, path: source.name, line: 0,
      message: "FHIR is not read from standard input; write it to a file first")
  }

  private static func beginning(of source: DataSource) throws(DocumentError) -> [UInt8] {
    if case .file(let path) = source, FileStamp(path: path) == nil {
      throw DocumentError(
        kind: .unreadable, path: path, line: 0, message: "there is no such file")
    }
    do throws(FileError) {
      return try BlockReader(source).next() ?? []
    } catch {
      throw DocumentError(
        kind: .unreadable, path: source.name, line: 0, message: "cannot be read")
    }
  }

  /// Whether a document that begins with some bytes is JSON, not XML.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let first = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
