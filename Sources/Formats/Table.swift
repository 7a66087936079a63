/// Rows under named columns, for people and for programs.
///
///     var table = Table("facilities", title: "Facilities", [
///       .init("id", "Id"), .init("beds", "Beds", .right),
///     ])
///     table.add([.init("bv-cho-ray"), .init(1_800)])
///     table.csv()
public struct Table: Sendable {
  /// A column: its name for programs, its title for people.
  public struct Column: Hashable, Sendable {
    /// The name, as a key of JSON and at the head of CSV.
    public var name: String
    /// The title.
    public var title: String
    /// How it stands in text.
    public var alignment: TextTable.Alignment
    /// At how many letters cells of text are broken into lines; nil for as many as there is room for.
    public var width: Int?
    /// Whether only programs read it.
    public var isHidden = false

    /// Creates a column.
    public init(
      _ name: String, _ title: String, width: Int? = nil,
      _ alignment: TextTable.Alignment = .left
    ) {
      self.name = name
      self.title = title
      self.width = width
      self.alignment = alignment
    }

    /// A column that only programs read.
    public static func hidden(_ name: String) -> Column {
      var column = Column(name, name)
      column.isHidden = true
      return column
    }
  }

  /// A value: what people read, and what programs do; an unknown value is empty, and no key in JSON.
  public struct Cell: Hashable, Sendable {
    /// What people read.
    public var text: String
    /// What programs read.
    public var json: JSONValue?
    /// Whether the text is the same in every language.
    private var isVerbatim = false

    /// A cell whose text differs from its value.
    public init(text: String, json: JSONValue?) {
      self.text = text
      self.json = json
    }

    /// A text.
    public init(_ text: String?) {
      self.init(text: text ?? "", json: text.map { .string($0) })
    }

    /// A whole number.
    public init(_ number: Int?) {
      self.init(text: number.map { String($0) } ?? "", json: number.map { .integer($0) })
    }

    /// A number with at most so many decimals.
    public init(_ number: Double?, decimals: Int) {
      self.init(
        text: number.map { decimal($0, decimals) } ?? "",
        json: number.map { .number($0, decimals: decimals) })
    }

    /// Degrees of a coordinate: with a point in every language, as maps and other programs take them.
    public init(degrees: Double?) {
      self.init(degrees, decimals: 7)
      isVerbatim = true
    }

    /// A word for people that stands for a code.
    public init(_ text: String, code: String) {
      self.init(text: text, json: .string(code))
    }

    /// A flag, with words for people.
    public init(_ flag: Bool?, _ text: String) {
      self.init(text: flag == true ? text : "", json: flag.map { .bool($0) })
    }

    /// A list, with a separator for people.
    public init(list: [String], _ separator: String = ", ", texts: [String]? = nil) {
      self.init(
        text: (texts ?? list).joined(separator: separator),
        json: .array(list.map { .string($0) }))
    }

    /// Nothing known.
    public static let none = Cell(text: "", json: nil)

    /// The text as the language writes numbers and dates.
    func text(in language: Language) -> String {
      guard !isVerbatim else { return text }
      return switch json {
      case .number(let number, let decimals) where text == decimal(number, decimals):
        language.decimal(number, decimals)
      case .string(let value) where text == value: language.date(text)
      default: text
      }
    }

    /// The value in a field of CSV: lists parted by blanks.
    public func field(_ writer: CSVWriter) -> String {
      switch json {
      case .array(let values):
        values.map { if case .string(let text) = $0 { text } else { "" } }.joined(separator: " ")
      case .string(let code): code
      case .bool(let flag): flag ? "true" : "false"
      // Not the text, in which thousands may be apart.
      case .number(let number, let decimals): writer.number(number, decimals)
      case .integer(let number): String(number)
      case nil, .null: ""
      case .object: text
      }
    }
  }

  /// The name for programs: the key of its rows in JSON.
  public let key: String
  /// The title for people; nil for a table that stands alone.
  public let title: String?
  /// The columns.
  public let columns: [Column]
  /// The rows, each with a cell for each column.
  public private(set) var rows: [[Cell]] = []
  /// Remarks below the table.
  public var notes: [String] = []
  /// How many rows text shows unless all are wanted.
  public var shown = 12
  /// Whether that many are shown of each value of the first column.
  public var isGrouped = false

  /// Creates a table without rows.
  ///
  /// - Parameters:
  ///   - key: The name for programs.
  ///   - title: The title for people; nil for a table that stands alone.
  ///   - columns: The columns.
  public init(_ key: String, _ title: String?, _ columns: [Column]) {
    self.key = key
    self.title = title
    self.columns = columns
  }

  /// Creates a table without rows that stands alone, without a title.
  public init(_ key: String, _ columns: [Column]) {
    self.init(key, nil, columns)
  }

  /// One table of several: columns without a width of their own are broken at thirty letters.
  public static func part(_ key: String, _ title: String, _ columns: [Column]) -> Table {
    Table(
      key, title,
      columns.map { column in
        var column = column
        column.width = column.width ?? 30
        return column
      })
  }

  /// Adds a row.
  ///
  /// - Precondition: It has a cell for each column.
  public mutating func add(_ cells: [Cell]) {
    precondition(cells.count == columns.count, "a row has a cell for each column")
    rows.append(cells)
  }

  /// Whether there is no row.
  public var isEmpty: Bool { rows.isEmpty }

  /// The rows for programs: a list of objects.
  public var json: JSONValue {
    .array(
      rows.map { row in
        .object(Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), row.map(\.json))))
      })
  }

  /// The rows as separated values, under the names of the columns.
  public func csv(_ writer: CSVWriter = CSVWriter()) -> String {
    writer.document(
      [columns.map(\.name)] + rows.map { row in row.map { $0.field(writer) } })
  }

  /// The rows shown unless all are wanted.
  public var firstRows: [[Cell]] {
    guard isGrouped else { return Array(rows.prefix(shown)) }
    var counts: [String: Int] = [:]
    return rows.filter { row in
      counts[row[0].text, default: 0] += 1
      return counts[row[0].text, default: 0] <= shown
    }
  }

  /// The columns of rows in which people find anything, by index.
  public func visibleColumns(of rows: [[Cell]]) -> [Int] {
    columns.indices.filter { index in
      !columns[index].isHidden && rows.contains { !$0[index].text.isEmpty }
    }
  }

  /// The rows as lines of text under the titles of their columns; no line for no row.
  ///
  /// Columns in which nothing is known are left out.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - language: The language that says how numbers and dates are written.
  ///   - width: The most letters of a line.
  /// - Returns: The lines, without line feeds.
  public func lines(
    of rows: [[Cell]], in language: Language, width: Int = .max
  ) -> [String] {
    guard !rows.isEmpty else { return [] }
    let kept = visibleColumns(of: rows)
    var table = TextTable(
      kept.map { (columns[$0].title, columns[$0].alignment) },
      widest: kept.map { columns[$0].width })
    for row in rows { table.add(kept.map { row[$0].text(in: language) }) }
    return table.lines(width: width)
  }

  /// All rows as lines of text, each with a line feed; empty where there is no row.
  public func text(in language: Language, width: Int = .max) -> String {
    lines(of: rows, in: language, width: width).map { $0 + "\n" }.joined()
  }
}
