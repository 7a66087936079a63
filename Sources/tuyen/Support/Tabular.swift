import ArgumentParser

/// How rows can be printed.
enum TabularFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, csv
}

/// Rows of named columns, to be printed as a table for people, as JSON, or as CSV.
struct Tabular {
  /// A column: its name for programs, its title for people.
  struct Column {
    var name: String
    var title: String
    var alignment: TextTable.Alignment

    init(_ name: String, _ title: String, _ alignment: TextTable.Alignment = .left) {
      self.name = name
      self.title = title
      self.alignment = alignment
    }
  }

  /// A value: unknown values leave an empty field, and no key in JSON.
  enum Cell {
    case text(String)
    case number(Double, decimals: Int)
    case integer(Int)
    case flag(Bool)
    case none

    init(_ text: String?) { self = text.map { .text($0) } ?? .none }
    init(_ number: Int?) { self = number.map { .integer($0) } ?? .none }
    init(_ number: Double?, decimals: Int) {
      self = number.map { .number($0, decimals: decimals) } ?? .none
    }

    /// The value as text.
    var text: String {
      switch self {
      case .text(let text): text
      case .number(let number, let decimals): decimal(number, decimals)
      case .integer(let number): String(number)
      case .flag(let flag): flag ? "true" : "false"
      case .none: ""
      }
    }

    /// The value for programs.
    var json: JSONValue? {
      switch self {
      case .text(let text): .string(text)
      case .number(let number, let decimals): .number(number, decimals: decimals)
      case .integer(let number): .integer(number)
      case .flag(let flag): .bool(flag)
      case .none: nil
      }
    }
  }

  private let columns: [Column]
  private var rows: [[Cell]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Whether there is no row.
  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ cells: [Cell]) {
    rows.append(cells)
  }

  /// Prints the rows; a table leaves out columns in which nothing is known.
  func write(as format: TabularFormat) throws(Failure) {
    var output = Output()
    switch format {
    case .table:
      let shown = columns.indices.filter { column in rows.contains { !$0[column].text.isEmpty } }
      var table = TextTable(shown.map { (columns[$0].title, columns[$0].alignment) })
      for row in rows { table.add(shown.map { row[$0].text }) }
      if !isEmpty { for line in table.lines { try output.write(line + "\n") } }
    case .json:
      let objects = rows.map { row in
        JSONValue.object(
          Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), row.map(\.json))))
      }
      try output.write(JSONValue.array(objects).text())
    case .csv:
      try output.write(CSV.line(columns.map(\.name)))
      for row in rows { try output.write(CSV.line(row.map(\.text))) }
    }
    try output.flush()
  }
}
