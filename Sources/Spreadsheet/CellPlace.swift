/// A place of a sheet, as `B12`: a column from 0, a row from 1.
struct CellPlace: Hashable {
  var column: Int
  var row: Int

  /// The last column and row that Excel has.
  static let mostColumns = 16_384
  static let mostRows = 1_048_576

  init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// Reads a place; nil for what is none.
  init?(_ text: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "$"): continue
      case 0x41...0x5A where row == 0, 0x61...0x7A where row == 0:
        column = column * 26 + Int(byte & 0x1F)
        guard column <= CellPlace.mostColumns else { return nil }
      case 0x30...0x39 where column > 0:
        row = row * 10 + Int(byte - 0x30)
        guard row <= CellPlace.mostRows else { return nil }
      default: return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column - 1, row: row)
  }

  /// The place as Excel writes it.
  var text: String { CellPlace.letters(of: column) + String(row) }

  /// The letters of a column.
  static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let letter = UInt8(0x41 + (rest - 1) % 26)
      letters = String(UnicodeScalar(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

/// Cells that are merged: the rows and columns, and the first of them has the value.
struct MergedCells: Hashable {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  /// Reads a range as `A1:C2`; nil for what is none, or for one cell.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"))
    guard parts.count == 2, let first = CellPlace(parts[0]), let last = CellPlace(parts[1]),
      first.row <= last.row, first.column <= last.column, first != last
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
