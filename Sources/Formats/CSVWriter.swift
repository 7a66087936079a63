/// Writes rows as comma-separated values (RFC 4180), safe to open in a spreadsheet.
///
///     CSVWriter().line(["bv-cho-ray", "Bệnh viện Chợ Rẫy"])
///
/// A text that a spreadsheet would run as a formula has an apostrophe in front (OWASP, CSV
/// Injection); `CSVReader` takes it off again.
public struct CSVWriter: Hashable, Sendable {
  /// What parts fields.
  public let separator: Character
  /// The sign between the whole and the decimals of a number.
  private let decimalMark: String
  /// Whether the document begins with a byte order mark.
  public let hasByteOrderMark: Bool

  /// Comma-separated values for programs: commas, decimal points, no byte order mark.
  public init() {
    separator = ","
    decimalMark = "."
    hasByteOrderMark = false
  }

  /// Values for a double click in Excel: with the byte order mark by which it recognises UTF-8, and
  /// the list separator and decimal mark of the language's usual regional settings.
  ///
  /// - Parameter language: Vietnamese settings part lists by semicolons and write 1,5.
  public init(excel language: Language) {
    separator = language == .vi ? ";" : ","
    decimalMark = language.decimalMark
    hasByteOrderMark = true
  }

  /// A line of fields, quoted where they must be, with a line feed.
  public func line(_ fields: [String]) -> String {
    fields.map(cell).joined(separator: String(separator)) + "\n"
  }

  /// Rows as a document.
  public func document(_ rows: [[String]]) -> String {
    (hasByteOrderMark ? "\u{FEFF}" : "") + rows.map(line).joined()
  }

  /// A number as this table writes it.
  public func number(_ number: Double, _ decimals: Int) -> String {
    let text = decimal(number, decimals)
    return decimalMark == "." ? text : text.split(separator: ".").joined(separator: decimalMark)
  }

  /// A text as a cell: quoted where it must be, and never a formula.
  ///
  /// Spreadsheets run cells that begin with `=`, `@`, a tab or a carriage return, and with `+` or
  /// `-` when more than a number follows; those get an apostrophe in front. A telephone number
  /// `+84 28 3835 4986` is only digits and stays.
  ///
  /// - Returns: The cell, without the separator.
  public func cell(_ text: String) -> String {
    let text = text.withoutControls
    let safe = CSVWriter.isFormula(text) ? "'" + text : text
    let mark = separator.asciiValue ?? 0x2C
    let needsQuotes = safe.utf8.contains { $0 == mark || [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return safe }
    let parts = safe.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }

  /// The text of a cell without the apostrophe that `cell` puts before formulas.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), isFormula(text) else { return text }
    return String(text.dropFirst())
  }

  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    // An apostrophe of the text's own must not be taken for one of ours.
    case UInt8(ascii: "'"): return isFormula(String(text.dropFirst()))
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      return !text.utf8.dropFirst().allSatisfy { byte in
        (0x30...0x39).contains(byte) || [0x20, 0x2C, 0x2E].contains(byte)
      }
    default: return false
    }
  }
}
