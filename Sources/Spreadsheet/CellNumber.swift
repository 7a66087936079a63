/// Numbers of cells as the text of a table: with the digits that a person sees in the sheet.
enum CellNumber {
  /// The text of a number cell.
  ///
  /// Excel keeps seventeen digits of a number and shows fifteen; a long number it may write with an
  /// exponent. `290000123` stays `290000123`, `2.90000123E8` becomes it, and
  /// `10.772300000000001` is 10.7723.
  ///
  /// - Parameter raw: The number as the file has it.
  /// - Returns: The text; the file's own where it is no number.
  static func text(_ raw: String) -> String {
    let digits = raw.utf8.filter { (0x30...0x39).contains($0) }
    let isPlain = raw.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    if isPlain, digits.drop(while: { $0 == 0x30 }).count <= 15 { return raw }
    // A whole number keeps all of its digits: Excel has made zeros of those it could not keep.
    if isPlain, !raw.utf8.contains(0x2E) { return raw }
    guard let number = Double(raw), number.isFinite, number.magnitude < 1e300 else { return raw }
    return plain(rounded(number))
  }

  /// A number with fifteen significant digits.
  private static func rounded(_ number: Double) -> Double {
    guard number != 0 else { return 0 }
    var power = 0
    var magnitude = number.magnitude
    while magnitude >= 10, power < 310 {
      magnitude /= 10
      power += 1
    }
    while magnitude < 1, power > -310 {
      magnitude *= 10
      power -= 1
    }
    let places = 14 - power
    guard (0...300).contains(places) else { return number }
    let scale = CellNumber.power(of: places)
    let result = (number * scale).rounded() / scale
    return result.isFinite ? result : number
  }

  private static func power(of exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }

  /// A number without an exponent.
  private static func plain(_ number: Double) -> String {
    var text = String(describing: number)
    let sign = text.hasPrefix("-") ? "-" : ""
    if !sign.isEmpty { text.removeFirst() }
    let parts = text.split(separator: "e")
    var exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(halves[0])
    var rest = halves.count == 2 && halves[1] != "0" ? String(halves[1]) : ""
    while exponent > 0 {
      whole.append(rest.isEmpty ? "0" : rest.removeFirst())
      exponent -= 1
    }
    while exponent < 0 {
      rest.insert(whole.popLast() ?? "0", at: rest.startIndex)
      exponent += 1
    }
    let trimmed = String(whole.drop { $0 == "0" })
    return sign + (trimmed.isEmpty ? "0" : trimmed) + (rest.isEmpty ? "" : "." + rest)
  }

  /// A whole number with zeros in front, as a format such as `0000000000` shows it.
  static func padded(_ text: String, to length: Int) -> String {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count < length else {
      return text
    }
    return String(repeating: "0", count: length - text.utf8.count) + text
  }

  /// The text of a day and a time of day: `2026-11-25`, `2026-11-25T08:30`, `08:30`.
  ///
  /// - Parameters:
  ///   - raw: Days since the beginning of the calendar, as the file has them.
  ///   - from1904: Whether the calendar begins in 1904, as that of old Macs does, and not in 1900.
  /// - Returns: The text; nil for what is no day.
  static func date(_ raw: String, from1904: Bool) -> String? {
    guard let serial = Double(raw), (0..<2_958_466).contains(serial) else { return nil }
    var seconds = Int(exactly: (serial * 86_400).rounded()) ?? 0
    let days = seconds / 86_400
    seconds %= 86_400
    let time = seconds == 0 && (days > 0 || from1904) ? nil : CellNumber.time(seconds)
    if days == 0, !from1904 { return time }
    // Lotus took 1900 for a leap year, and Excel still does: day 60 never was.
    let epoch = from1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    let day = CellNumber.day(days + epoch)
    return time.map { day + "T" + $0 } ?? day
  }

  private static func time(_ seconds: Int) -> String {
    let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60)
    return two(hour) + ":" + two(minute) + (second > 0 ? ":" + two(second) : "")
  }

  /// A day by its number since 1970-01-01 (Howard Hinnant, civil_from_days).
  static func day(_ number: Int) -> String {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let century = dayOfEra / 36_524
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + century - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return String(year) + "-" + two(month) + "-" + two(day)
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0" + String(number) : String(number)
  }
}
