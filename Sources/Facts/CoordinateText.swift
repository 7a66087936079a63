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
    if let linked = Coordinate.linked(text) {
      self = linked
      return
    }
    guard let text = Coordinate.cleaned(text) else { return nil }
    let point =
      text.contains { "°'\"NSEW".contains($0) }
      ? Coordinate.sexagesimal(text) : Coordinate.decimal(text)
    guard let point else { return nil }
    self = point
  }

  /// Which of the two angles of a point a text stands for.
  package enum Axis: Sendable {
    /// North or south.
    case latitude
    /// East or west.
    case longitude
  }

  /// The degrees of one angle as people write it: `10.7723`, `10,7723°`, `10°46'20"N`, `106.7 Đ`.
  ///
  /// - Parameters:
  ///   - text: The angle.
  ///   - axis: Which angle it is: "N" is Nam, south, only where the other letters are Vietnamese.
  /// - Returns: Nil for any other text, and for one with a letter of the other axis.
  package static func degrees(written text: String, _ axis: Axis) -> Double? {
    guard let plain = cleaned(text) else { return nil }
    let signs = Array(plain)
    var position = 0
    guard let angle = angle(in: signs, from: &position), skipped(signs, position) == signs.count
    else { return nil }
    if let letter = angle.letter {
      guard (axis == .latitude) == "NS".contains(letter) else { return nil }
    }
    return angle.value
  }

  /// The point that a link to a map holds: `…/@10.2,105.9,17z`, `…?q=10.2,105.9`, `…!3d10.2!4d105.9`.
  private static func linked(_ text: String) -> Coordinate? {
    guard text.contains("://") || text.contains("maps.") else { return nil }
    func point(after mark: String, between: String) -> Coordinate? {
      guard let start = text.firstRange(of: mark)?.upperBound else { return nil }
      let rest = text[start...].replacing("%2C", with: ",").replacing("%20", with: "")
      func isPart(_ sign: Character) -> Bool { sign.isNumber || sign == "." || sign == "-" }
      let north = rest.prefix(while: isPart)
      let behind = rest.dropFirst(north.count)
      guard behind.hasPrefix(between) else { return nil }
      let east = behind.dropFirst(between.count).prefix(while: isPart)
      guard let latitude = Double(north), let longitude = Double(east) else { return nil }
      return Coordinate(latitude: latitude, longitude: longitude)
    }
    // The pin of a link comes before the middle of its map.
    if let pin = point(after: "!3d", between: "!4d") { return pin }
    for mark in ["?q=", "&q=", "query=", "ll=", "destination=", "/place/", "/search/", "@"] {
      if let found = point(after: mark, between: ",") { return found }
    }
    return nil
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

    /// The angle, without what the reckoning of minutes and seconds leaves behind the seventh place.
    var value: Double {
      let scaled = (degrees * 10_000_000).rounded()
      let rounded = scaled.isFinite ? scaled / 10_000_000 : degrees
      let isBelow = isNegative || letter == "S" || letter == "W"
      return isBelow ? -rounded : rounded
    }
  }

  /// Two angles with marks or letters.
  private static func sexagesimal(_ text: String) -> Coordinate? {
    let signs = Array(text)
    var position = 0
    guard let first = angle(in: signs, from: &position),
      let second = angle(in: signs, from: &position), skipped(signs, position) == signs.count
    else { return nil }
    let isSwapped = first.letter.map { "EW".contains($0) } ?? false
    let (latitude, longitude) = isSwapped ? (second, first) : (first, second)
    guard latitude.letter.map({ "NS".contains($0) }) ?? true,
      longitude.letter.map({ "EW".contains($0) }) ?? true,
      (latitude.letter == nil) == (longitude.letter == nil)
    else { return nil }
    return Coordinate(latitude: latitude.value, longitude: longitude.value)
  }

  /// The position of the next sign that parts nothing.
  private static func skipped(_ signs: [Character], _ position: Int) -> Int {
    var position = position
    while position < signs.count, " ,;".contains(signs[position]) { position += 1 }
    return position
  }

  /// Reads one angle with or without its letter, marks and sign, and goes behind it.
  private static func angle(in signs: [Character], from position: inout Int) -> Angle? {
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
    var angle = Angle()
    position = skipped(signs, position)
    angle.letter = letter()
    position = skipped(signs, position)
    if position < signs.count, "+-".contains(signs[position]) {
      angle.isNegative = signs[position] == "-"
      position += 1
    }
    guard let degrees = number() else { return nil }
    angle.degrees = degrees
    position = skipped(signs, position)
    if position < signs.count, signs[position] == "°" {
      position += 1
      for (mark, share) in [("'" as Character, 60.0), ("\"", 3_600)] {
        position = skipped(signs, position)
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
    position = skipped(signs, position)
    if angle.letter == nil { angle.letter = letter() }
    return angle
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
