import CLibXML2
public import Files

/// A compiled XSD schema, which any number of readers and threads may share.
///
/// ```swift
/// let schema = try XMLSchema(bytes: bytes, name: "network.xsd")
/// var reader = try XMLReader(path: "network.xml", names: names, schema: schema)
/// ```
///
/// A schema is code that libxml2 runs: compile your own, never one that came with a document.
@safe public final class XMLSchema: Sendable {
  /// The compiled schema, which libxml2 only reads once it is made.
  nonisolated(unsafe) let compiled: xmlSchemaPtr

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - bytes: The text of the schema.
  ///   - name: What messages call it.
  ///   - parts: The documents that it imports, by the last word of the `schemaLocation` that names
  ///     them; nothing else is loaded.
  /// - Throws: ``DocumentError`` with the first thing that is wrong, imports of other files included;
  ///   a DOCTYPE is refused in a schema too.
  public init(
    bytes: [UInt8], name: String, parts: [String: [UInt8]] = [:]
  ) throws(DocumentError) {
    // libxml2's compiler would print these errors rather than report them.
    var reader = try XMLReader(bytes: bytes, path: name, names: XMLNames([]), schema: nil)
    while try reader.next() != .endOfDocument {}
    if let first = reader.problems.first { throw first }

    var complaints = Complaints(name: name)
    let compiled = unsafe withUnsafeMutablePointer(to: &complaints) { user -> xmlSchemaPtr? in
      unsafe bytes.withUnsafeBytes { buffer -> xmlSchemaPtr? in
        guard let base = buffer.baseAddress,
          let context = unsafe xmlSchemaNewMemParserCtxt(base, Int32(clamping: buffer.count))
        else { return nil }
        defer { unsafe xmlSchemaFreeParserCtxt(context) }
        unsafe tuyenXMLSchemaSetParserErrorHandler(
          context,
          { user, error in
            guard let user = unsafe user, let error = unsafe error else { return }
            unsafe user.assumingMemoryBound(to: Complaints.self).pointee.add(error)
          }, user)
        return unsafe SchemaParts.with(parts) { unsafe xmlSchemaParse(context) }
      }
    }
    if let first = complaints.first {
      unsafe xmlSchemaFree(compiled)
      throw first
    }
    guard let compiled = unsafe compiled else {
      throw DocumentError(kind: .invalid, path: name, line: 0, message: "the schema is empty")
    }
    unsafe self.compiled = compiled
  }

  deinit {
    unsafe xmlSchemaFree(compiled)
  }
}

/// The first complaint that libxml2 has about a schema; a warning is one, for it means a
/// declaration that the schema would go without.
private struct Complaints {
  let name: String
  var first: DocumentError?

  mutating func add(_ error: UnsafePointer<xmlError>) {
    guard first == nil else { return }
    first = unsafe DocumentError(
      kind: .invalid, path: name, line: Int(error.pointee.line),
      message: "the schema is wrong: " + LibXML.tidied(error.pointee.message))
  }
}
