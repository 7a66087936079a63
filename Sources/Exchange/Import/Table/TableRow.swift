/// A row of a table of facilities, whatever form the table has: separated values, or a sheet.
package struct TableRow: Hashable, Sendable {
  /// The line, or the row of the sheet, from 1.
  package var line: Int
  /// The text of each cell, as it stands.
  package var cells: [String]
  /// The columns, from 0, whose cells are stored as numbers: leading zeros are lost in those.
  package var numbers: Set<Int>

  /// Creates a row.
  ///
  /// - Parameters:
  ///   - line: The line, or the row of the sheet, from 1.
  ///   - cells: The text of each cell, as it stands.
  ///   - numbers: The columns, from 0, whose cells are stored as numbers.
  package init(line: Int, cells: [String], numbers: Set<Int> = []) {
    self.line = line
    self.cells = cells
    self.numbers = numbers
  }

  /// Whether no cell holds anything.
  var isEmpty: Bool { cells.allSatisfy { collapsingWhitespace($0).isEmpty } }

  /// A cell without blanks at its ends; empty where there is none.
  func text(_ column: Int) -> String {
    column < cells.count ? collapsingWhitespace(cells[column]) : ""
  }
}
