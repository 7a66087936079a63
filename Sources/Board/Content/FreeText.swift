import Formats

/// Checks of texts before they are written where nothing is ever removed.
enum FreeText {
  /// Most bytes of a remark.
  static let longest = 1_000

  /// Fewest digits that may be the number of a telephone or of a person.
  static let fewestDigits = 9

  /// Checks a remark: bounded, one that can be shown, and without the number of a patient.
  static func check(_ text: String?, _ field: String) throws(BoardError) {
    guard let text else { return }
    guard !text.isEmpty, text.utf8.count <= longest, text.unicodeScalars.allSatisfy(isShown)
    else {
      throw .invalid(
        field, String(text.prefix(40)),
        Bilingual(
          "một câu không quá \(longest) byte, không có ký tự điều khiển",
          "a text of at most \(longest) bytes without control characters"))
    }
    if holdsNumber(text) { throw .holdsNumber(field) }
  }

  /// Checks an id or a code: letters, digits and a few signs.
  static func check(id text: String?, _ field: String) throws(BoardError) {
    guard let text else { return }
    guard isID(text) else {
      throw .invalid(
        field, String(text.prefix(40)),
        Bilingual("một mã", "an id of at most 200 letters, digits and . _ - : / #"))
    }
  }

  /// Whether a text is an id or a code.
  static func isID(_ text: String) -> Bool {
    (1...200).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "._-:/#".utf8.contains(byte)
        }
      }
  }

  /// Whether a text holds nine digits or more that nothing but blanks, points, strokes or brackets
  /// part.
  ///
  /// A date written as 2026-11-25 parts what is before it from what is behind it.
  static func holdsNumber(_ text: String) -> Bool {
    var digits = 0
    var separators = 0
    // The lengths of the groups of digits, to tell a date.
    var groups: [Int] = []
    for scalar in text.unicodeScalars {
      if scalar.properties.numericType == .decimal {
        if separators > 0 || groups.isEmpty { groups.append(0) }
        if groups.count > 3, groups[groups.count - 4..<groups.count - 1] == [4, 2, 2] {
          digits = 0
          groups = [0]
        }
        separators = 0
        groups[groups.count - 1] += 1
        digits += 1
        if digits >= fewestDigits { return true }
      } else if separators < 3, digits > 0, isSeparator(scalar) {
        separators += 1
      } else {
        digits = 0
        separators = 0
        groups = []
      }
    }
    return false
  }

  /// Whether a document, a table or a delta, holds a number in any of its cells or values.
  ///
  /// Bytes that are no text are looked at too: digits are the same in every encoding. Degrees written as
  /// 106.660172 are no number of a person.
  static func holdsNumber(inDocument bytes: [UInt8]) -> Bool {
    // A null byte between letters is UTF-16.
    let text = bytes.filter { $0 != 0 }
    return text.split { ",;\t\n\r\"'<>=:{}[]|".utf8.contains($0) }.contains { cell in
      cell.count >= fewestDigits
        && holdsNumber(
          String(decoding: cell, as: UTF8.self).split(separator: " ")
            .map { isDegrees($0) ? "x" : String($0) }.joined(separator: " "))
    }
  }

  /// Whether a text is a number of degrees: at most three digits that begin with no needless zero, a
  /// point, and at most eight decimals.
  private static func isDegrees(_ text: Substring) -> Bool {
    let parts = text.drop { $0 == "-" }.split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    return (1...3).contains(parts[0].count) && (1...8).contains(parts[1].count)
      && (parts[0].count == 1 || parts[0].first != "0") && (Int(parts[0]) ?? 999) <= 180
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ".", "-", "(", ")", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}",
      "\u{202F}", "_", "\u{200B}":
      true
    default: false
    }
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator:
      false
    default: true
    }
  }
}
