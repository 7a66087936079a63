/// A date as sources give it: a day, a month, or only a year.
///
/// It is kept as it was written; where a day is needed it means its first one.
public struct PartialDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first day of the period that the date names.
  public let start: Day
  private let precision: Precision

  private enum Precision: UInt8 { case year, month, day }

  /// Creates a date from 2026, 2026-11 or 2026-11-22; nil when it is none of these or no real day.
  public init?(_ text: String) {
    if let day = PartialDate.fullDay(text.utf8Span.span) {
      start = day
      precision = .day
      return
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var numbers = [1, 1, 1]
    for (index, part) in parts.enumerated() {
      guard part.count == (index == 0 ? 4 : 2) else { return nil }
      var value = 0
      for byte in part {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      numbers[index] = value
    }
    guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
    start = day
    precision = parts.count == 1 ? .year : parts.count == 2 ? .month : .day
  }

  /// The day of a text as 2026-11-22, by far the most frequent one; nil when it is none.
  private static func fullDay(_ bytes: borrowing Span<UInt8>) -> Day? {
    guard bytes.count == 10 else { return nil }
    var digits = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    return Day(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  /// Makes the date of a number; nil when there is none.
  package init?(packed: UInt64) {
    guard packed < UInt64(PartialDate.packedEnd),
      let precision = Precision(rawValue: UInt8(packed % 3))
    else { return nil }
    start = Day(number: Int(packed / 3) + PartialDate.firstDay)
    self.precision = precision
  }

  /// The date as a number, for compact storage.
  package var packed: UInt64 {
    UInt64(start.number - PartialDate.firstDay) * 3 + UInt64(precision.rawValue)
  }

  /// The number of 0001-01-01, and what follows the packed form of 9999-12-31.
  private static let firstDay = -719_162
  private static let packedEnd = (2_932_896 + 719_162 + 1) * 3

  /// The date as it was written.
  public var description: String {
    let full = start.description
    return switch precision {
    case .year: String(full.prefix(4))
    case .month: String(full.prefix(7))
    case .day: full
    }
  }

  /// Whether a date starts before another.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.start, left.precision.rawValue) < (right.start, right.precision.rawValue)
  }
}
