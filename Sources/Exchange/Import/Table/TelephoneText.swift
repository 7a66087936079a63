import Facts

/// The telephone numbers in a cell, as people write them: one or several, with words beside them.
///
///     TelephoneText("(028) 3822.0003/0004").lines.map(\.value)   // ["028 3822 0003", "028 3822 0004"]
package struct TelephoneText {
  /// A number of the cell.
  package struct Line: Hashable, Sendable {
    /// The number, in the usual groups where its country is known, else as it is written.
    package var value: String
    /// The word before it: "Cấp cứu" of "Cấp cứu: 115"; nil without one.
    package var label: String?
    /// The flaw, if there is one.
    package var flaw: Flaw?
    /// The number that is meant, where the rest of it proves that.
    package var repaired: String?
  }

  /// A flaw of a number.
  package enum Flaw: String, Sendable {
    /// A spreadsheet rounded it: 2.84E+09. It is lost.
    case rounded = "phone_rounded"
    /// A spreadsheet took its leading zero away.
    case zeroLost = "phone_zero_lost"
    /// It is no telephone number: no digits, too few or too many.
    case unreadable = "phone_unreadable"
    /// It has no area code, so that it cannot be called from elsewhere.
    case areaMissing = "phone_area_missing"
  }

  /// The numbers, in order.
  package private(set) var lines: [Line] = []

  /// Takes a cell apart.
  package init(_ text: String) {
    for part in TelephoneText.parts(of: text) { add(part) }
  }

  /// The digits of a number, by which two spellings of it are the same.
  package static func digits(of number: String) -> String {
    var digits = number.filter { $0.isASCII && $0.isNumber }
    if digits.hasPrefix("0084") { digits = "0" + digits.dropFirst(4) }
    if digits.hasPrefix("84"), (11...12).contains(digits.count) {
      digits = "0" + digits.dropFirst(2)
    }
    return digits
  }

  /// Parts the numbers at commas, semicolons, bars, line ends, words such as "hoặc", and at a hyphen
  /// or a slash between whole numbers.
  private static func parts(of text: String) -> [String] {
    var marked = text
    for word in [" hoặc ", " hoac ", " và ", " or ", " and ", " - ", " – ", " — ", "\r\n"] {
      marked = marked.replacing(word, with: "\n")
    }
    var parts: [String] = []
    for piece in marked.split(whereSeparator: { ",;|\n\r\t".contains($0) }) {
      // "0290 3831 015/016": what follows a slash is a number, or the end of one.
      for (index, half) in piece.split(separator: "/").enumerated() {
        let half = collapsingWhitespace(String(half))
        guard !half.isEmpty else { continue }
        let digits = half.filter(\.isNumber)
        if index > 0, (1...4).contains(digits.count), let before = parts.last,
          let ending = ended(before, by: digits)
        {
          parts.append(ending)
        } else {
          parts.append(half)
        }
      }
    }
    return parts
  }

  /// A number with other last digits; nil where it has no more of them.
  private static func ended(_ number: String, by digits: String) -> String? {
    var signs = Array(number)
    var rest = Array(digits)
    var place = signs.count - 1
    while let digit = rest.last {
      while place >= 0, !signs[place].isNumber { place -= 1 }
      guard place >= 0 else { return nil }
      signs[place] = digit
      rest.removeLast()
      place -= 1
    }
    return String(signs)
  }

  private mutating func add(_ part: String) {
    var label: String?
    var text = part
    if let colon = part.firstIndex(of: ":") {
      let before = collapsingWhitespace(String(part[..<colon]))
      if !before.contains(where: \.isNumber) || before.contains(where: \.isLetter) {
        label = before
        text = collapsingWhitespace(String(part[part.index(after: colon)...]))
      }
    }
    while let first = text.first, "'’\"=".contains(first) { text.removeFirst() }
    while let last = text.last, "'\".".contains(last) { text.removeLast() }
    guard !NothingWords.contains(text) else { return }
    var line = TelephoneText.line(text)
    line.label = label
    lines.append(line)
  }

  private static func line(_ text: String) -> Line {
    if isRounded(text) { return Line(value: text, flaw: .rounded) }
    // A number that a spreadsheet stores as one may come with an empty fraction.
    let text = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    let letters = text.contains(where: \.isLetter)
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard digits.count >= 3, digits.count <= 15 || letters, !digits.allSatisfy({ $0 == "0" }) else {
      return Line(value: text, flaw: .unreadable)
    }
    // "máy lẻ 12", "ext. 5": kept as it is written.
    if letters { return Line(value: text) }
    if text.hasPrefix("+") || digits.hasPrefix("00") {
      let bare = digits.hasPrefix("00") ? String(digits.dropFirst(2)) : digits
      guard bare.hasPrefix("84"), let own = grouped("0" + bare.dropFirst(2).trimmingZero) else {
        return Line(value: text)
      }
      return Line(value: own)
    }
    if let own = grouped(digits) { return Line(value: own) }
    if digits.hasPrefix("84"), (11...12).contains(digits.count),
      let own = grouped("0" + digits.dropFirst(2))
    {
      return Line(value: own)
    }
    if !digits.hasPrefix("0"), let own = grouped("0" + digits) {
      return Line(value: text, flaw: .zeroLost, repaired: own)
    }
    if (7...8).contains(digits.count), !digits.hasPrefix("1"), !digits.hasPrefix("0") {
      return Line(value: text, flaw: .areaMissing)
    }
    return Line(value: text)
  }

  /// Whether a text is a number in powers of ten: 2.84E+09, 2,9E+9.
  private static func isRounded(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].contains(where: \.isNumber), !parts[1].isEmpty else {
      return false
    }
    return parts[0].allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
      && parts[1].allSatisfy { $0.isNumber || $0 == "+" }
  }

  /// A Vietnamese number in its usual groups: 028 3822 0001, 0290 3831 015, 0907 773 184, 1900 8116;
  /// nil for digits that the national plan does not have.
  private static func grouped(_ digits: String) -> String? {
    let signs = Array(digits)
    func join(_ lengths: [Int]) -> String {
      var groups: [String] = []
      var start = 0
      for length in lengths {
        groups.append(String(signs[start..<min(start + length, signs.count)]))
        start += length
      }
      return groups.joined(separator: " ")
    }
    if signs.count == 11, digits.hasPrefix("02") {
      return digits.hasPrefix("024") || digits.hasPrefix("028")
        ? join([3, 4, 4]) : join([4, 4, 3])
    }
    if signs.count == 10, let second = signs.dropFirst().first, signs[0] == "0",
      "35789".contains(second)
    {
      return join([4, 3, 3])
    }
    if digits.hasPrefix("1800") || digits.hasPrefix("1900"), (8...10).contains(signs.count) {
      return join([4, signs.count - 4])
    }
    return nil
  }
}

extension Substring {
  /// The digits without the zero that some write behind the code of a country: (+84) 0290.
  fileprivate var trimmingZero: Substring { first == "0" ? dropFirst() : self }
}
