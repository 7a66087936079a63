/// A sheet to be written: a heading, and rows of typed values.
///
///     var sheet = WorkbookSheet("Cơ sở", columns: ["Mã", "Giường"])
///     sheet.rows.append([.text("bv-cho-ray"), .integer(1_800)])
///     let bytes = WorkbookWriter().bytes(of: [sheet])
public struct WorkbookSheet: Hashable, Sendable {
  /// A value of a cell.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A text; never run as a formula, whatever it begins with.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number with decimals, as it is to be read: `10.7723`.
    case decimal(String)
    /// A flag.
    case truth(Bool)
    /// Days since 1970-01-01.
    case day(Int)
  }

  /// Its name; letters that no sheet may have are replaced, and what is too long is cut.
  public var name: String
  /// The titles of its columns.
  public var columns: [String]
  /// Its rows, each with a value for each column.
  public var rows: [[Value]] = []

  /// Creates a sheet without rows.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - columns: The titles of its columns.
  public init(_ name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }
}

extension WorkbookSheet.Value {
  /// A text as the value that it states: a day where it is one as ISO 8601 writes it, a number
  /// where nothing of it would be lost, as the zero in front of a telephone would; else a text.
  public init(reading text: String) {
    let bytes = Array(text.utf8)
    if bytes.isEmpty {
      self = .empty
    } else if let day = WorkbookSheet.Value.day(bytes) {
      self = .day(day)
    } else if WorkbookSheet.Value.isNumber(bytes) {
      self = Int(text).map { .integer($0) } ?? .decimal(text)
    } else {
      self = .text(text)
    }
  }

  /// Whether a text is a number that a sheet gives back as it is: no zero in front, no exponent, not
  /// more digits than Excel keeps.
  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    var digits = bytes[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, digits.count <= 15,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    if parts.count == 2, parts[1].last == UInt8(ascii: "0") { return false }
    return whole.count == 1 || whole.first != UInt8(ascii: "0")
  }

  private static func day(_ bytes: [UInt8]) -> Int? {
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        guard let sum, (0x30...0x39).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1901...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let result = WorkbookSheet.Value.days(year, month, day)
    // The thirty-first of a short month is no day.
    return CellNumber.day(result).utf8.elementsEqual(bytes) ? result : nil
  }

  /// Days since 1970-01-01 (Howard Hinnant, days_from_civil).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let monthOfYear = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthOfYear + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
