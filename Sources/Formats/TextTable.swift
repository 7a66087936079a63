/// Rows of text in columns, for reading.
public struct TextTable: Sendable {
  /// How a column stands.
  public enum Alignment: Hashable, Sendable {
    /// Texts begin below each other.
    case left
    /// Texts end below each other, as numbers do.
    case right
  }

  private let columns: [(title: String, alignment: Alignment)]
  private var rows: [[String]] = []

  /// Creates a table without rows.
  public init(_ columns: [(title: String, alignment: Alignment)]) {
    self.columns = columns
  }

  /// Adds a row.
  public mutating func add(_ cells: [String]) {
    rows.append(cells)
  }

  /// The lines of the table: titles first, then a line for each row.
  ///
  /// Vietnamese in normal form C takes one column of a terminal a letter.
  public var lines: [String] {
    let all = [columns.map(\.title)] + rows
    let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { line += "  " }
        line += columns[column].alignment == .left ? cell + padding : padding + cell
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
