public import Files

/// A table that comes with a question: where it is, and what it does not tell by itself.
///
///     let patients = TableSource.file("patients.xlsx", sheet: "Đợt 2")
public struct TableSource: Hashable, Sendable {
  /// Where it is.
  public var source: DataSource
  /// The encoding of its text; nil to recognise it.
  public var encoding: TextEncoding?
  /// The name or the number of the sheet of a workbook; nil for the one that looks like the table.
  public var sheet: String?

  /// The name that messages use.
  public var name: String { source.name }

  /// Names a table.
  public init(_ source: DataSource, encoding: TextEncoding? = nil, sheet: String? = nil) {
    self.source = source
    self.encoding = encoding
    self.sheet = sheet
  }

  /// A file, or a pipe with a name.
  public static func file(
    _ path: String, encoding: TextEncoding? = nil, sheet: String? = nil
  ) -> TableSource {
    TableSource(.file(path), encoding: encoding, sheet: sheet)
  }

  /// Bytes that are there already, such as the body of a request.
  public static func bytes(_ bytes: [UInt8], name: String) -> TableSource {
    TableSource(.bytes(bytes, name: name))
  }

  /// The standard input of the process.
  public static var standardInput: TableSource { TableSource(.standardInput) }
}
