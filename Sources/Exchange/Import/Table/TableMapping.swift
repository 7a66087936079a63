import Facts
import Files
import Formats
import XMLStream

/// How the columns and the words of a table are meant, where they do not tell it themselves.
///
/// A mapping is a table of three columns, without a header:
///
///     column,Mã BV,id
///     value,kind:BV tuyến tỉnh,provincial-general
///     constant,source,"Sở Y tế, danh sách tháng 11"
struct TableMapping {
  private(set) var columns: [String: TableField] = [:]
  /// What words mean, by field and folded word.
  private(set) var values: [TableField: [String: String]] = [:]
  /// What every row says.
  private(set) var constants: [(field: TableField, text: String)] = []
  /// The administrative geography in which names of places are meant.
  private(set) var scheme: String?

  /// Knows nothing but what headers say themselves.
  init() {}

  /// Reads a mapping.
  ///
  /// - Throws: `ExchangeFailure` with every line that means nothing.
  init(path: String, limits: XMLLimits) throws(ExchangeFailure) {
    var rows = try TableRows(path: path, limits: limits)
    var errors: [DocumentError] = []
    while let row = try rows.next() {
      if let message = add(row.fields) {
        errors.append(DocumentError(kind: .invalid, path: path, line: row.line, message: message))
      }
    }
    if !errors.isEmpty { throw ExchangeFailure(errors: errors) }
  }

  /// Takes a line in; returns what is wrong with it.
  private mutating func add(_ fields: [String]) -> String? {
    guard fields.count >= 3 else { return "a mapping has three columns: what, from, to" }
    let (what, from, to) = (fields[0], fields[1], fields[2])
    if what.hasPrefix("#") { return nil }
    switch what {
    case "column":
      guard let field = TableField(to) else { return unknown(to) }
      columns[FoldedName(from).text] = field
    case "value":
      let parts = from.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = TableField(parts[0]) else {
        return "\"\(from)\" is no field:word"
      }
      values[field, default: [:]][FoldedName(parts[1]).text] = to
    case "constant" where from == "scheme": scheme = to
    case "constant":
      guard let field = TableField(from) else { return unknown(from) }
      constants.append((field, to))
    default: return "\"\(what)\" is none of: column, value, constant"
    }
    return nil
  }

  private func unknown(_ name: String) -> String {
    "\"\(name)\" is no field; fields: \(TableField.plain.keys.sorted().joined(separator: ", ")), "
      + "identifier:SYSTEM, capability:CODE, extension:KEY"
  }

  /// The field that a header means.
  func field(of header: String) -> TableField? {
    columns[FoldedName(header).text] ?? TableField.recognised(header)
  }

  /// What a word of a field means.
  func value(_ word: String, of field: TableField) -> String {
    values[field]?[FoldedName(word).text] ?? word
  }
}
