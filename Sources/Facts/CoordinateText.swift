/// Understands how people write a point: `10.2,105.9`, `10,2; 105,9`, `10°12'N 105°54'E`,
/// `(10.2, 105.9)`, `geo:10.2,105.9`, with or without a height behind it.
///
///     Coordinate(written: "10°12'00\"N 105°54'E")   // 10.2, 105.9
extension Coordinate {
  /// Reads a point in degrees, latitude first unless letters say otherwise.
  ///
  /// Any other text makes nil; the point may lie anywhere, also beyond a pole.
  ///
  /// - Parameter text: Decimal degrees with a point or a comma, or degrees, minutes and seconds with
  ///   letters: N, S, E, W, or the Vietnamese B, N, Đ, T where there is a Đ or a B.
  public init?(written text: String) {
    guard let text = Coordinate.cleaned(text) else { return nil }
    let point =
      text.contains { "°'\"NSEW".contains($0) }
      ? Coordinate.sexagesimal(text) : Coordinate.decimal(text)
    guard let point else { return nil }
    self = point
  }

  /// The text in plain signs; nil where it holds anything that no point has.
  private static func cleaned(_ text: String) -> String? {
    var text = text.trimmingBlanks
    if text.lowercased().hasPrefix("geo:") { text.removeFirst(4) }
    if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
    var plain = ""
    var isVietnamese = false
    for sign in text.uppercased() {
      switch sign {
      case "'" where plain.hasSuffix("'"):
        plain.removeLast()
        plain.append("\"")
      case "0"..."9", ".", ",", ";", "+", "-", "°", "'", "\"", "N", "S", "E", "W", "B", "T":
        plain.append(sign)
        if sign == "B" { isVietnamese = true }
      case "Đ":
        plain.append(sign)
        isVietnamese = true
      case "−", "–": plain.append("-")
      case "º", "˚": plain.append("°")
      case "′", "’", "‘", "ʹ": plain.append("'")
      case "″", "”", "“", "ʺ": plain.append("\"")
      case _ where sign.isWhitespace: plain.append(" ")
      default: return nil
      }
    }
    guard plain.contains(where: \.isNumber) else { return nil }
    if isVietnamese {
      // Bắc, Nam, Đông, Tây.
      let letters: [Character: Character] = ["B": "N", "N": "S", "Đ": "E", "T": "W"]
      plain = String(plain.map { letters[$0] ?? $0 })
    }
    return plain.contains { "BTĐ".contains($0) } ? nil : plain
  }

  /// Two decimal numbers, and perhaps a height.
  private static func decimal(_ text: String) -> Coordinate? {
    var parts: [Substring]
    if text.contains(";") {
      parts = text.split(separator: ";")
    } else if text.contains(".") {
      parts = text.split { $0 == "," || $0 == " " }
    } else if text.contains(" ") {
      parts = text.split(separator: " ")
      for place in parts.indices where parts[place].hasSuffix(",") { parts[place].removeLast() }
    } else {
      parts = text.split(separator: ",")
      // "10,2,105,9": four whole numbers are two with a decimal comma.
      if parts.count == 4, !parts[1].hasPrefix("-"), !parts[3].hasPrefix("-") {
        parts = [parts[0] + "," + parts[1], parts[2] + "," + parts[3]].map { Substring($0) }
      }
    }
    parts = parts.filter { !$0.allSatisfy { $0 == " " } }
    let numbers = parts.map { part in
      Double(Coordinate.withPoint(String(part).trimmingBlanks))
    }
    let hasHeight = numbers.count == 3 && (text.contains(".") || text.contains(";"))
    guard numbers.count == 2 || hasHeight, let latitude = numbers[0], let longitude = numbers[1],
      numbers.allSatisfy({ $0 != nil }), latitude.isFinite, longitude.isFinite
    else { return nil }
    return Coordinate(latitude: latitude, longitude: longitude)
  }

  /// A number with a point for its decimal comma.
  private static func withPoint(_ number: String) -> String {
    String(number.map { $0 == "," ? "." : $0 })
  }

  /// An angle in degrees, minutes and seconds with its letter.
  private struct Angle {
    var degrees = 0.0
    var letter: Character?
    var isNegative = false

    var value: Double {
      let isBelow = isNegative || letter == "S" || letter == "W"
      return isBelow ? -degrees : degrees
    }
  }

  /// Two angles with marks or letters.
  private static func sexagesimal(_ text: String) -> Coordinate? {
    let signs = Array(text)
    var angles: [Angle] = []
    var position = 0
    func skipBlanks() {
      while position < signs.count, " ,;".contains(signs[position]) { position += 1 }
    }
    func number() -> Double? {
      let start = position
      while position < signs.count, signs[position].isNumber || ".,".contains(signs[position]) {
        // A comma that no digit follows parts the angles.
        if signs[position] == ",", position + 1 == signs.count || !signs[position + 1].isNumber {
          break
        }
        position += 1
      }
      return Double(Coordinate.withPoint(String(signs[start..<position])))
    }
    func letter() -> Character? {
      guard position < signs.count, "NSEW".contains(signs[position]) else { return nil }
      defer { position += 1 }
      return signs[position]
    }
    while angles.count < 2 {
      var angle = Angle()
      skipBlanks()
      angle.letter = letter()
      skipBlanks()
      if position < signs.count, "+-".contains(signs[position]) {
        angle.isNegative = signs[position] == "-"
        position += 1
      }
      guard let degrees = number() else { return nil }
      angle.degrees = degrees
      skipBlanks()
      if position < signs.count, signs[position] == "°" {
        position += 1
        for (mark, share) in [("'" as Character, 60.0), ("\"", 3_600)] {
          skipBlanks()
          let start = position
          guard let part = number(), part < 60, position < signs.count, signs[position] == mark
          else {
            position = start
            continue
          }
          position += 1
          angle.degrees += part / share
        }
      }
      skipBlanks()
      if angle.letter == nil { angle.letter = letter() }
      angles.append(angle)
    }
    skipBlanks()
    guard position == signs.count else { return nil }
    let isSwapped = angles[0].letter.map { "EW".contains($0) } ?? false
    let (latitude, longitude) = isSwapped ? (angles[1], angles[0]) : (angles[0], angles[1])
    guard latitude.letter.map({ "NS".contains($0) }) ?? true,
      longitude.letter.map({ "EW".contains($0) }) ?? true,
      (latitude.letter == nil) == (longitude.letter == nil)
    else { return nil }
    return Coordinate(latitude: latitude.value, longitude: longitude.value)
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
