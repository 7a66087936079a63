public import Formats

extension EntryContent {
  /// Reads the content of an entry from fields that somebody sends, in any order and any zone.
  ///
  /// - Parameters:
  ///   - kind: The kind of entry.
  ///   - subject: The subject, where the fields do not name it: `case/ID` of a case.
  ///   - fields: The fields of the payload.
  /// - Throws: `BoardError` with the field that is missing, unknown or wrong.
  public init(
    _ kind: EntryKind, subject: String = "", fields: JSONValue
  ) throws(BoardError) {
    var reader = try PayloadReader(fields, path: "")
    self = try EntryContent.read(kind, subject, &reader)
    try reader.finish()
  }
}
