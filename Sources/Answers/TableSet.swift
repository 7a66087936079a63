import Formats

/// Several tables under one head: the shape of an answer in parts.
struct TableSet {
  /// The lines above the tables.
  var head: [String]
  /// The question, for programs.
  var query: JSONValue
  /// The tables, in order.
  var tables: [Table]
  /// Whether people see every row, not only the first of each table.
  var showsAllRows: Bool

  /// One object: the question, and the rows of each table under its key.
  var json: JSONValue {
    var fields: [String: JSONValue?] = ["query": query]
    for table in tables { fields[table.key] = table.json }
    return .object(fields)
  }

  /// The tables for people, one below the other.
  func text(_ style: AnswerStyle) -> String {
    let lines = head + [""] + tables.flatMap { $0.lines(showsAllRows: showsAllRows, style) }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Table {
  /// The lines for people: the title, the rows, how many are left out, and the notes.
  func lines(showsAllRows: Bool, _ style: AnswerStyle) -> [String] {
    let language = style.language
    let visible = showsAllRows ? rows : firstRows
    var lines = [title ?? ""]
    lines +=
      visible.isEmpty
      ? ["  " + language("không có", "none")]
      : self.lines(of: visible, in: language, width: style.width - 2).map { "  " + $0 }
    if rows.count > visible.count {
      let rest = rows.count - visible.count
      lines.append(
        "  " + language("… và \(rest) dòng nữa", "… and \(rest) more")
          + style.parenthesis(.allRows))
    }
    lines += notes.flatMap { Paragraph.lines("  ", $0, width: style.width) }
    return lines + [""]
  }
}
