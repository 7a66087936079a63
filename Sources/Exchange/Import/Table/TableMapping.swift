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
  /// The headings of those columns, in order.
  private(set) var columnTitles: [String] = []
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
      if let flaw = add(row.cells.indices.map(row.text)) {
        errors.append(
          DocumentError(
            kind: .invalid, path: path, line: row.line, message: flaw.en, vi: flaw.vi))
      }
    }
    if !errors.isEmpty { throw ExchangeFailure(errors: errors) }
  }

  /// Takes a line in; returns what is wrong with it.
  private mutating func add(_ fields: [String]) -> (vi: String, en: String)? {
    if fields[0].hasPrefix("#") { return nil }
    guard fields.count >= 3 else {
      return (
        "tệp ánh xạ có ba cột: what, from, to", "a mapping has three columns: what, from, to"
      )
    }
    let (what, from, to) = (fields[0], fields[1], fields[2])
    switch what {
    case "column":
      guard let field = TableField(to) else { return unknown(to) }
      columns[FoldedName(from).text] = field
      columnTitles.append(from)
    case "value":
      let parts = from.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = TableField(parts[0]) else {
        return ("\"\(from)\" không phải trường:từ", "\"\(from)\" is no field:word")
      }
      values[field, default: [:]][FoldedName(parts[1]).text] = to
    case "constant" where from == "scheme": scheme = to
    case "constant":
      guard let field = TableField(from) else { return unknown(from) }
      constants.append((field, to))
    default:
      return (
        "\"\(what)\" không phải column, value hay constant",
        "\"\(what)\" is none of: column, value, constant"
      )
    }
    return nil
  }

  private func unknown(_ name: String) -> (vi: String, en: String) {
    let fields =
      TableField.plain.keys.sorted().joined(separator: ", ")
      + ", identifier:SYSTEM, capability:CODE, extension:KEY"
    return (
      "\"\(name)\" không phải trường nào; các trường: \(fields)",
      "\"\(name)\" is no field; fields: \(fields)"
    )
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
