import ArgumentParser
import Formats

/// How rows can be printed.
enum TabularFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, csv
}

extension Table {
  /// Prints the rows; a table leaves out columns in which nothing is known.
  func write(as format: TabularFormat) throws(Failure) {
    var output = Output()
    switch format {
    case .table: for line in lines(of: rows) { try output.write(line + "\n") }
    case .json: try output.write(json.text())
    case .csv: try output.write(csv())
    }
    try output.flush()
  }

  /// The lines for people, under the title.
  func lines(isWhole: Bool, _ language: Language) -> [String] {
    let visible = isWhole ? rows : firstRows
    var lines = [title ?? ""]
    lines +=
      visible.isEmpty
      ? ["  " + language("không có", "none")] : self.lines(of: visible).map { "  " + $0 }
    if rows.count > visible.count {
      let rest = rows.count - visible.count
      lines.append("  " + language("… và \(rest) dòng nữa (--all)", "… and \(rest) more (--all)"))
    }
    lines += notes.flatMap { Paragraph.lines("  ", $0) }
    return lines + [""]
  }

  /// Prints tables under a head, one JSON object, or the rows of the one table as CSV.
  static func write(
    _ tables: [Table], as format: TabularFormat, head: [String], query: JSONValue, isWhole: Bool,
    _ language: Language
  ) throws(Failure) {
    var output = Output()
    switch format {
    case .table:
      for line in head + [""] { try output.write(line + "\n") }
      for table in tables {
        for line in table.lines(isWhole: isWhole, language) { try output.write(line + "\n") }
      }
    case .json:
      var fields: [String: JSONValue?] = ["query": query]
      for table in tables { fields[table.key] = table.json }
      try output.write(JSONValue.object(fields).text())
    case .csv:
      for table in tables { try output.write(table.csv()) }
    }
    try output.flush()
  }
}
