/// Where a statement was written: a document and a line of it.
public struct Origin: Hashable, Sendable {
  /// The index of the document among those that were read, from 0.
  public var document: Int
  /// The line, from 1; 0 when it is not known.
  public var line: Int

  /// Creates an origin.
  public init(document: Int, line: Int) {
    self.document = document
    self.line = line
  }
}

/// A record and where it was written.
public struct Located<Record> {
  /// The record.
  public var record: Record
  /// Where it was written.
  public var origin: Origin

  /// Puts a record beside its origin.
  public init(_ record: Record, at origin: Origin) {
    self.record = record
    self.origin = origin
  }
}

extension Located: Sendable where Record: Sendable {}

/// A text that the owner of a record keeps with it and this software does not interpret.
public struct Extension: Hashable, Sendable {
  /// The owner's key: a URI or a dotted name.
  public var key = ""
  /// The text.
  public var text = ""

  /// Creates an empty extension.
  public init() {}
}
