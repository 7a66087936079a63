/// One part of a planner's report: rows under named columns, printed as a table, JSON or CSV.
struct Sheet {
  /// A column: its name for programs, its title for people.
  struct Column {
    var name: String
    var title: String
    var alignment: TextTable.Alignment
    /// The most letters in a table; nil where the column is for programs only.
    var width: Int?

    init(
      _ name: String, _ title: String, width: Int? = 30, _ alignment: TextTable.Alignment = .left
    ) {
      self.name = name
      self.title = title
      self.width = width
      self.alignment = alignment
    }

    /// A column that only programs read.
    static func hidden(_ name: String) -> Column { Column(name, name, width: nil) }
  }

  /// A value: what people read, and what programs do; unknown values are empty, and no key in JSON.
  struct Cell {
    var text: String
    var json: JSONValue?

    init(_ text: String?) {
      self.text = text ?? ""
      json = text.map { .string($0) }
    }

    init(_ number: Int?) {
      text = number.map { String($0) } ?? ""
      json = number.map { .integer($0) }
    }

    init(_ number: Double?, decimals: Int) {
      text = number.map { decimal($0, decimals) } ?? ""
      json = number.map { .number($0, decimals: decimals) }
    }

    /// A word for people that stands for a code.
    init(_ text: String, code: String) {
      self.text = text
      json = .string(code)
    }

    /// A flag, with words for people.
    init(_ flag: Bool?, _ text: String) {
      self.text = flag == true ? text : ""
      json = flag.map { .bool($0) }
    }

    /// A list, with a separator for people.
    init(list: [String], _ separator: String = ", ", texts: [String]? = nil) {
      text = (texts ?? list).joined(separator: separator)
      json = .array(list.map { .string($0) })
    }

    /// The value in a field of CSV: lists parted by blanks.
    var field: String {
      switch json {
      case .array(let values):
        values.map { if case .string(let text) = $0 { text } else { "" } }.joined(separator: " ")
      case .string(let code): code
      case .bool(let flag): flag ? "true" : "false"
      // Not the text, in which thousands may be apart.
      case .number(let number, let decimals): decimal(number, decimals)
      case .integer(let number): String(number)
      case nil: ""
      default: text
      }
    }
  }

  /// The name for programs.
  let key: String
  /// The title for people.
  let title: String
  /// The columns.
  let columns: [Column]
  private(set) var rows: [[Cell]] = []
  /// What is to be said below the table.
  var notes: [String] = []
  /// How many rows a table shows unless all are wanted.
  var shown = 12
  /// Whether that many are shown of each value of the first column.
  var isGrouped = false

  init(_ key: String, _ title: String, _ columns: [Column]) {
    self.key = key
    self.title = title
    self.columns = columns
  }

  mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append(cells)
  }

  /// The rows for programs.
  var json: JSONValue {
    .array(
      rows.map { row in
        .object(Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), row.map(\.json))))
      })
  }

  /// The rows as comma-separated values, with a head.
  var csv: [String] {
    [CSV.line(columns.map(\.name))] + rows.map { CSV.line($0.map(\.field)) }
  }

  /// The lines for people.
  func lines(isWhole: Bool, _ language: Language) -> [String] {
    var lines = [title]
    let visible = isWhole ? rows : firstRows
    let kept = columns.indices.filter { index in
      columns[index].width != nil && visible.contains { !$0[index].text.isEmpty }
    }
    if !visible.isEmpty {
      var table = TextTable(kept.map { (columns[$0].title, columns[$0].alignment) })
      for row in visible {
        table.add(kept.map { Sheet.cut(row[$0].text, to: columns[$0].width ?? 0) })
      }
      lines += table.lines.map { "  " + $0 }
    } else {
      lines.append("  " + language("không có", "none"))
    }
    if rows.count > visible.count {
      let rest = rows.count - visible.count
      lines.append("  " + language("… và \(rest) dòng nữa (--all)", "… and \(rest) more (--all)"))
    }
    lines += notes.flatMap { Paragraph.lines("  ", $0) }
    return lines + [""]
  }

  /// The rows shown unless all are wanted.
  var firstRows: [[Cell]] {
    guard isGrouped else { return Array(rows.prefix(shown)) }
    var counts: [String: Int] = [:]
    return rows.filter { row in
      counts[row[0].text, default: 0] += 1
      return counts[row[0].text, default: 0] <= shown
    }
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }
}

extension Sheet {
  /// Prints sheets: tables under a head, one JSON object, or the rows of the one sheet as CSV.
  static func write(
    _ sheets: [Sheet], as format: TabularFormat, head: [String], query: JSONValue, isWhole: Bool,
    _ language: Language
  ) throws(Failure) {
    var output = Output()
    switch format {
    case .table:
      for line in head + [""] { try output.write(line + "\n") }
      for sheet in sheets {
        for line in sheet.lines(isWhole: isWhole, language) { try output.write(line + "\n") }
      }
    case .json:
      var fields: [String: JSONValue?] = ["query": query]
      for sheet in sheets { fields[sheet.key] = sheet.json }
      try output.write(JSONValue.object(fields).text())
    case .csv:
      for sheet in sheets {
        for line in sheet.csv { try output.write(line) }
      }
    }
    try output.flush()
  }
}
