import Files

/// A format that documents can be read in: how it is recognised, and how it is read.
///
/// A target that reads another format declares one, and whoever wants the format adds it to
/// ``DocumentFormats``:
///
///     let formats = DocumentFormats.exchange.adding(.fhir)
public struct ReadableFormat: Sendable {
  /// Reads several documents of the format, which belong together.
  public typealias Reading =
    @Sendable (_ paths: [String], _ options: ImportOptions) throws(ExchangeFailure)
    -> [ImportedDocument]

  /// Which format it is.
  public let format: DocumentFormat
  /// Endings of file names, in small letters, which tell the format whatever is in the file.
  public let endings: [String]
  /// Whether a document that begins so is of the format.
  public let recognises: @Sendable (DocumentBeginning) -> Bool
  /// Reads documents, giving one result for each path, in order.
  public let read: Reading

  /// Describes a format whose documents are read together, so that one may refer to another.
  ///
  /// - Parameters:
  ///   - format: Which format it is.
  ///   - endings: Endings of file names that tell it.
  ///   - recognises: Whether a document that begins so is of the format.
  ///   - read: Reads documents, giving one result for each path, in order.
  public init(
    _ format: DocumentFormat, endings: [String] = [],
    recognises: @escaping @Sendable (DocumentBeginning) -> Bool, read: @escaping Reading
  ) {
    self.format = format
    self.endings = endings
    self.recognises = recognises
    self.read = read
  }

  /// Describes a format whose documents stand alone.
  ///
  /// - Parameters:
  ///   - format: Which format it is.
  ///   - endings: Endings of file names that tell it.
  ///   - recognises: Whether a document that begins so is of the format.
  ///   - readEach: Reads one document.
  public init(
    _ format: DocumentFormat, endings: [String] = [],
    recognises: @escaping @Sendable (DocumentBeginning) -> Bool,
    readEach:
      @escaping @Sendable (String, ImportOptions) throws(ExchangeFailure) ->
      ImportedDocument
  ) {
    self.init(format, endings: endings, recognises: recognises) {
      (paths, options) throws(ExchangeFailure) in
      var documents: [ImportedDocument] = []
      var errors: [DocumentError] = []
      for path in paths {
        do throws(ExchangeFailure) {
          documents.append(try readEach(path, options))
        } catch {
          errors += error.errors
        }
      }
      guard errors.isEmpty else { throw ExchangeFailure(errors: errors) }
      return documents
    }
  }
}
