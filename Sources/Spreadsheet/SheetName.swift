import Files
import XMLStream

/// The names of elements and attributes of a workbook that mean something to a list.
enum SheetName {
  static let names = XMLNames([
    "row", "c", "v", "t", "is", "f", "mergeCell", "col", "r", "s", "hidden", "ref", "min", "max",
    "si", "rPh", "numFmt", "numFmtId", "formatCode", "cellXfs", "xf", "sheet", "name", "state",
    "workbookPr", "date1904", "Relationship", "Id", "Type", "Target", "TargetMode", "sheetData",
  ])

  static let row = 0, c = 1, v = 2, t = 3, inline = 4, f = 5, mergeCell = 6, col = 7, r = 8
  static let s = 9, hidden = 10, ref = 11, min = 12, max = 13, si = 14, rPh = 15, numFmt = 16
  static let numFmtId = 17, formatCode = 18, cellXfs = 19, xf = 20, sheet = 21, name = 22
  static let state = 23, workbookPr = 24, date1904 = 25, relationshipElement = 26, id = 27
  static let type = 28, target = 29, targetMode = 30, sheetData = 31
}

extension XMLReader {
  /// The text of the element that starts here, with that of the runs in it and without readings
  /// (`rPh`); goes on to its end.
  mutating func readRuns() throws(DocumentError) -> String {
    var text = ""
    let outer = depth
    while try next() != .endOfDocument {
      if event == .end, depth == outer { break }
      guard event == .start else { continue }
      if name == SheetName.rPh {
        try skipElement()
      } else if name == SheetName.t {
        let run = try readText()
        if text.isEmpty { text = run } else { text += run }
      }
    }
    return SheetText.unescaped(text)
  }
}

/// Texts of cells.
enum SheetText {
  /// A text without Excel's way of writing what XML cannot hold: `_x000D_` is a carriage return.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"),
        bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
        let code = UInt32(
          String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
      {
        if let scalar = UnicodeScalar(code), code != 0x0D, code >= 0x20 || code == 9 || code == 10 {
          result += Array(String(Character(scalar)).utf8)
        }
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
