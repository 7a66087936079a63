/// A date as sources give it: a day, a month, or only a year.
///
/// It is kept as it was written; where a day is needed it means its first one.
public struct PartialDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days from 1970-01-01 to the first day; half the size of a `Day`, for records hold many dates.
  private let number: Int32
  private let precision: Precision

  private enum Precision: UInt8 { case year, month, day }

  /// Creates a date from 2026, 2026-11 or 2026-11-22; nil when it is none of these or no real day.
  public init?(_ text: String) {
    var numbers: InlineArray<3, Int> = [1, 1, 1]
    var part = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if digits == 0 { numbers[part] = 0 }
        digits += 1
        guard digits <= PartialDate.width(ofPart: part) else { return nil }
        numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "-"):
        guard digits == PartialDate.width(ofPart: part), part < 2 else { return nil }
        part += 1
        digits = 0
      default: return nil
      }
    }
    guard digits == PartialDate.width(ofPart: part),
      let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    number = Int32(day.number)
    precision = part == 0 ? .year : part == 1 ? .month : .day
  }

  private static func width(ofPart part: Int) -> Int { part == 0 ? 4 : 2 }

  /// Makes the date of a number; nil when there is none.
  package init?(packed: UInt64) {
    guard packed < UInt64(PartialDate.packedEnd),
      let precision = Precision(rawValue: UInt8(packed % 3))
    else { return nil }
    number = Int32(Int(packed / 3) + PartialDate.firstDay)
    self.precision = precision
  }

  /// The first day of the period that the date names.
  public var start: Day { Day(number: Int(number)) }

  /// The date as a number, for compact storage.
  package var packed: UInt64 {
    UInt64(start.number - PartialDate.firstDay) * 3 + UInt64(precision.rawValue)
  }

  /// The number of 0001-01-01, and what follows the packed form of 9999-12-31.
  private static let firstDay = -719_162
  private static let packedEnd = (2_932_896 + 719_162 + 1) * 3

  /// The date as it was written.
  public var description: String { String(start.description.prefix(length)) }

  /// The date as Vietnamese texts have it: 01/07/2025, 07/2025 or 2025.
  package var vi: String { String(start.vi.suffix(length)) }

  /// How many characters the date has, in either order of its parts.
  private var length: Int {
    switch precision {
    case .year: 4
    case .month: 7
    case .day: 10
    }
  }

  /// Whether a date starts before another.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.start, left.precision.rawValue) < (right.start, right.precision.rawValue)
  }
}
