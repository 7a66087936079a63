public import Files

extension XMLReader {
  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - names: The names to be told by their codes.
  ///   - namespace: The namespace of the elements that have codes; `nil` means any.
  ///   - schema: The schema to validate against, if any.
  ///   - limits: The limits of the document.
  /// - Throws: ``DocumentError`` where the file cannot be opened.
  public init(
    path: String, names: XMLNames, namespace: String? = nil, schema: XMLSchema?,
    limits: XMLLimits = .init()
  ) throws(DocumentError) {
    try self.init(
      XMLInput(path: path, limits: limits), path, names, namespace, schema, nil, limits)
  }

  /// Opens a file, or a document in memory, and holds it to rules in passing.
  ///
  /// - Parameters:
  ///   - source: A regular file, or bytes.
  ///   - names: The names to be told by their codes.
  ///   - namespace: The namespace of the elements that have codes.
  ///   - rules: The rules of a schema, made with the same names.
  ///   - limits: The bounds that the document must keep.
  /// - Throws: ``DocumentError`` where the file cannot be opened.
  package init(
    _ source: DataSource, names: XMLNames, namespace: String, rules: SchemaRules,
    limits: XMLLimits = .init()
  ) throws(DocumentError) {
    if case .bytes(let bytes, let name) = source {
      try self.init(
        XMLInput(bytes: bytes, path: name, limits: limits), name, names, namespace, nil, rules,
        limits)
    } else {
      try self.init(
        XMLInput(path: source.name, limits: limits), source.name, names, namespace, nil, rules,
        limits)
    }
  }

  /// Reads a document in memory.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - path: What messages call it.
  ///   - names: The names to be told by their codes.
  ///   - namespace: The namespace of the elements that have codes; `nil` means any.
  ///   - schema: The schema to validate against, if any.
  ///   - limits: The bounds that the document must keep.
  /// - Throws: ``DocumentError`` where there is no memory.
  public init(
    bytes: [UInt8], path: String, names: XMLNames, namespace: String? = nil, schema: XMLSchema?,
    limits: XMLLimits = .init()
  ) throws(DocumentError) {
    try self.init(
      XMLInput(bytes: bytes, path: path, limits: limits), path, names, namespace, schema, nil,
      limits)
  }

  /// Gives the next bytes of a document, at most so many; none at its end.
  public typealias Pull = (_ wanted: Int) throws(DocumentError) -> [UInt8]

  /// Reads a document that comes in pieces, as what is unpacked on the way.
  ///
  /// - Parameters:
  ///   - pull: Gives the next bytes.
  ///   - path: What messages call it.
  ///   - names: The names to be told by their codes.
  ///   - namespace: The namespace of the elements that have codes; `nil` means any.
  ///   - schema: The schema to validate against, if any.
  ///   - limits: The bounds that the document must keep.
  /// - Throws: ``DocumentError`` where there is no memory.
  public init(
    reading pull: @escaping Pull, path: String, names: XMLNames, namespace: String? = nil,
    schema: XMLSchema?, limits: XMLLimits = .init()
  ) throws(DocumentError) {
    try self.init(
      XMLInput(reading: pull, path: path, limits: limits), path, names, namespace, schema, nil,
      limits)
  }
}
