import Files
import XMLStream

/// The number formats of a workbook, as far as they say what a number is.
struct CellFormats {
  /// The meaning of a number.
  enum Meaning: Hashable {
    case number
    case date
    /// A number that is shown with zeros in front, so many digits long: a telephone, a code.
    case digits(Int)
  }

  /// The meaning of each style of cells.
  private(set) var meanings: [Meaning] = []

  /// No formats: every number is one.
  init() {}

  /// Reads the part of styles.
  init(_ reader: consuming XMLReader) throws(DocumentError) {
    var codes: [Int: Meaning] = [:]
    var isInCells = false
    while try reader.next() != .endOfDocument {
      switch (reader.event, reader.name) {
      case (.start, SheetName.numFmt):
        guard let id = reader.intAttribute(SheetName.numFmtId) else { continue }
        codes[id] = CellFormats.meaning(of: reader.attribute(SheetName.formatCode) ?? "")
      case (.start, SheetName.cellXfs): isInCells = true
      case (.end, SheetName.cellXfs): isInCells = false
      case (.start, SheetName.xf) where isInCells && meanings.count < 65_536:
        let id = reader.intAttribute(SheetName.numFmtId) ?? 0
        meanings.append(codes[id] ?? CellFormats.builtIn(id))
      default: continue
      }
    }
  }

  /// The meaning of a number in a style.
  subscript(style: Int) -> Meaning {
    meanings.indices.contains(style) ? meanings[style] : .number
  }

  /// The formats that every workbook has without listing them, those of East Asia included.
  private static func builtIn(_ id: Int) -> Meaning {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: .date
    default: .number
    }
  }

  /// The meaning of a number in a format such as `dd/mm/yyyy`, `#,##0` or `0000000000`.
  static func meaning(of code: String) -> Meaning {
    var letters: [UInt8] = []
    var isQuoted = false
    var isEscaped = false
    var bracket: [UInt8]?
    // Behind the first semicolon stands how negative numbers are shown.
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = byte != UInt8(ascii: "\"")
      } else if let open = bracket {
        guard byte == UInt8(ascii: "]") else {
          bracket = open + [byte | 0x20]
          continue
        }
        // Hours, minutes or seconds that run on; else a colour, a condition or a language.
        if let first = open.first, open.allSatisfy({ $0 == first }), "hms".utf8.contains(first) {
          letters.append(first)
        }
        bracket = nil
      } else {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = true
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "["): bracket = []
        case UInt8(ascii: ";"): return meaning(ofPlain: letters)
        default: letters.append(byte | 0x20)
        }
      }
    }
    return meaning(ofPlain: letters)
  }

  private static func meaning(ofPlain letters: [UInt8]) -> Meaning {
    let text = String(decoding: letters, as: UTF8.self)
    if text == "general" || text == "@" { return .number }
    if letters.contains(where: { "ymdhs".utf8.contains($0) }), !text.contains("e+") { return .date }
    let zeros = letters.count { $0 == UInt8(ascii: "0") }
    let others = letters.contains {
      ![UInt8(ascii: "0"), 0x20, UInt8(ascii: "-")].contains($0)
    }
    return zeros > 1 && !others ? .digits(zeros) : .number
  }
}
