import Facts
import HealthNetwork

/// Dates and times of XML Schema, as documents of other systems write them.
enum SchemaTime {
  /// Whether a text is surely a moment as 2025-02-03T04:05:06+07:00, told without taking it apart.
  private static func isOrdinary(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count == 25, bytes[10] == UInt8(ascii: "T"), bytes[19] == 0x2B || bytes[19] == 0x2D,
      bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[22] == 0x3A
    else { return false }
    return isOrdinaryDay(bytes) && number(bytes, 11) < 24 && number(bytes, 14) < 60
      && number(bytes, 17) < 60 && number(bytes, 20) < 14 && number(bytes, 23) < 60
  }

  /// Whether a text begins with a day that every month has.
  private static func isOrdinaryDay(_ bytes: borrowing Span<UInt8>) -> Bool {
    (1..<99).contains(number(bytes, 0)) && number(bytes, 2) < 99
      && (1...12).contains(number(bytes, 5)) && (1...28).contains(number(bytes, 8))
  }

  /// A number of two digits; 99 where they are none.
  private static func number(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Int {
    let tens = Int(bytes[index]) - 48
    let ones = Int(bytes[index + 1]) - 48
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 99
  }

  static func isDate(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, isOrdinaryDay(bytes) { return true }
    let (day, zone) = split(text, at: 10)
    return PartialDate(day) != nil && day.utf8.count == 10 && isZone(zone)
  }

  static func isTime(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    if bytes.count == 8, bytes[2] == 0x3A, bytes[5] == 0x3A, number(bytes, 0) < 24,
      number(bytes, 3) < 60, number(bytes, 6) < 60
    {
      return true
    }
    let (clock, rest) = split(text, at: 8)
    guard clock.utf8.count == 8, ClockText.minutes(clock) != nil, isSeconds(clock) else {
      return false
    }
    return isZone(withoutFraction(rest))
  }

  static func isDateTime(_ text: String) -> Bool {
    if isOrdinary(text) { return true }
    let (day, rest) = split(text, at: 10)
    guard day.utf8.count == 10, PartialDate(day) != nil, rest.utf8.first == UInt8(ascii: "T") else {
      return false
    }
    return isTime(String(rest.dropFirst()))
  }

  /// A moment with an offset as +0000 with the colon that it lacks; nil where that is not what is
  /// wrong with it.
  static func withColon(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count > 5, bytes[bytes.count - 5] == 0x2B || bytes[bytes.count - 5] == 0x2D else {
      return nil
    }
    let repaired = String(text.dropLast(2)) + ":" + String(text.suffix(2))
    return isDateTime(repaired) ? repaired : nil
  }

  /// Whether a text ends as +0000 does, which `withColon` may repair.
  static func lacksColon(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count > 5 else { return false }
    let sign = bytes[bytes.count - 5]
    return sign == 0x2B || sign == 0x2D
  }

  /// An element whose attributes are moments that can be read.
  static func repaired(_ element: DocumentElement) -> DocumentElement {
    var repaired = element
    for index in repaired.attributes.indices {
      guard let value = withColon(repaired.attributes[index].value) else { continue }
      repaired.attributes[index].value = value
    }
    return repaired
  }

  private static func split(_ text: String, at count: Int) -> (String, Substring) {
    let utf8 = text.utf8
    guard let index = utf8.index(utf8.startIndex, offsetBy: count, limitedBy: utf8.endIndex),
      index.samePosition(in: text) != nil
    else { return (text, "") }
    return (String(text[..<index]), text[index...])
  }

  private static func isSeconds(_ clock: String) -> Bool {
    let seconds = clock.utf8.suffix(2)
    return seconds.allSatisfy { (48...57).contains($0) } && seconds.first.map { $0 < 54 } == true
  }

  private static func withoutFraction(_ text: Substring) -> Substring {
    guard text.utf8.first == UInt8(ascii: ".") else { return text }
    let rest = text.utf8.dropFirst().drop { (48...57).contains($0) }
    return Substring(rest)
  }

  private static func isZone(_ text: Substring) -> Bool {
    text.isEmpty || ZoneOffset(String(text)) != nil
  }
}
