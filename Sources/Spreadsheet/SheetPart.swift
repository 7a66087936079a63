/// The XML of a sheet.
struct SheetPart {
  private var bytes: [UInt8] = []

  /// The styles of ``WorkbookWriter``, by their place there.
  private enum Style {
    static let heading = 1, text = 2, day = 3
  }

  /// The bytes of a sheet.
  mutating func bytes(of sheet: WorkbookSheet) -> [UInt8] {
    add("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
    add("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    add("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
    add("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" ")
    add("activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>")
    addWidths(of: sheet)
    add("<sheetData>")
    let letters = sheet.columns.indices.map { CellPlace.letters(of: $0) }
    add("<row r=\"1\">")
    for (title, column) in zip(sheet.columns, letters) {
      add(text: title, at: column, 1, Style.heading)
    }
    add("</row>")
    for (index, row) in sheet.rows.enumerated() {
      add("<row r=\"\(index + 2)\">")
      for (value, column) in zip(row, letters) { add(value, at: column, index + 2) }
      add("</row>")
    }
    add("</sheetData>")
    if !sheet.columns.isEmpty {
      add("<autoFilter ref=\"\(SheetPart.range(of: sheet, isFixed: false))\"/>")
    }
    add("<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>")
    return bytes
  }

  /// The cells of a sheet: `A1:C9`, or `$A$1:$C$9`.
  static func range(of sheet: WorkbookSheet, isFixed: Bool) -> String {
    let last = CellPlace.letters(of: max(0, sheet.columns.count - 1))
    let row = sheet.rows.count + 1
    return isFixed ? "$A$1:$\(last)$\(row)" : "A1:\(last)\(row)"
  }

  /// Columns as wide as their longest words, within reason.
  private mutating func addWidths(of sheet: WorkbookSheet) {
    guard !sheet.columns.isEmpty else { return }
    add("<cols>")
    for (index, title) in sheet.columns.enumerated() {
      var width = min(title.count, 24)
      for row in sheet.rows.prefix(500) where index < row.count {
        let length =
          switch row[index] {
          case .empty: 0
          case .text(let text): text.count
          case .integer(let number): String(number).count
          case .decimal(let text): text.count
          case .truth: 5
          case .day: 10
          }
        width = max(width, length)
      }
      let shown = min(60, max(8, width + 2))
      add("<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(shown)\" customWidth=\"1\"/>")
    }
    add("</cols>")
  }

  private mutating func add(_ value: WorkbookSheet.Value, at column: String, _ row: Int) {
    switch value {
    case .empty: break
    case .text(let text): add(text: text, at: column, row, Style.text)
    case .integer(let number): add("<c r=\"\(column)\(row)\"><v>\(number)</v></c>")
    case .decimal(let text): add("<c r=\"\(column)\(row)\"><v>\(text)</v></c>")
    case .truth(let flag): add("<c r=\"\(column)\(row)\" t=\"b\"><v>\(flag ? 1 : 0)</v></c>")
    case .day(let days):
      add("<c r=\"\(column)\(row)\" s=\"\(Style.day)\"><v>\(days + 25_569)</v></c>")
    }
  }

  private mutating func add(text: String, at column: String, _ row: Int, _ style: Int) {
    guard !text.isEmpty else { return }
    add("<c r=\"\(column)\(row)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    add(SheetPart.escaped(String(text.prefix(32_767))))
    add("</t></is></c>")
  }

  private mutating func add(_ text: String) { bytes += Array(text.utf8) }

  /// A text as XML holds it; what it cannot hold is left out, and what looks like Excel's own way of
  /// writing that is marked as meant.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte >= 0x20 && ![0x22, 0x26, 0x3C, 0x3E, 0x5F].contains(byte) && byte != 0xEF
    }
    if isPlain { return text }
    var result = ""
    for scalar in text.replacing("_x", with: "_x005F_x").unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\r": break
      case _ where scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
