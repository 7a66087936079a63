import Facts

/// A day and a clock as people write them: `2026-11-25T03:00`, `25/11/2026 3:00`, `14h30`, `3 giờ`.
struct WrittenInstant {
  /// The day as 2026-11-25; nil where there is a clock alone.
  private(set) var day: String?
  /// The clock as 03:00; nil where there is a day alone.
  private(set) var clock: String?

  /// Takes a text apart; nil where a part of it is neither a day nor a clock.
  init?(_ text: String) {
    var text = text.lowercased()
    for (word, short) in [("giờ", "h"), ("gio", "h"), ("phút", ""), ("phut", "")] {
      text = WrittenInstant.replacing(word, with: short, in: text)
    }
    var parts = text.split { " ,t".contains($0) }.map(String.init)
    // "14 h 30" is one clock.
    while let place = parts.dropFirst().firstIndex(where: { $0.hasPrefix("h") }) {
      parts[place - 1] += parts.remove(at: place)
    }
    if let place = parts.firstIndex(where: { $0.hasSuffix("h") }), place + 1 < parts.count,
      parts[place + 1].count <= 2, Int(parts[place + 1]) != nil
    {
      parts[place] += parts.remove(at: place + 1)
    }
    for part in parts {
      if day == nil, let found = WrittenInstant.day(part) {
        day = found
      } else if clock == nil, let found = WrittenInstant.clock(part) {
        clock = found
      } else {
        return nil
      }
    }
    guard day != nil || clock != nil else { return nil }
  }

  /// Whether a part of a text is written as a day that no calendar has, such as 31/02/2026.
  static func namesNoDay(_ text: String) -> Bool {
    text.split { " ,tT".contains($0) }.contains { part in
      numbers(ofDay: String(part)).map { Day(year: $0, month: $1, day: $2) == nil } ?? false
    }
  }

  private static func day(_ text: String) -> String? {
    guard let (year, month, date) = numbers(ofDay: text),
      Day(year: year, month: month, day: date) != nil
    else { return nil }
    return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(date, to: 2)
  }

  /// The year, month and day that a text is written of, with the year first or last.
  private static func numbers(ofDay text: String) -> (Int, Int, Int)? {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, let first = Int(parts[0]), let month = Int(parts[1]),
      let last = Int(parts[2])
    else { return nil }
    let isYearFirst = parts[0].count == 4
    guard isYearFirst || parts[2].count == 4 else { return nil }
    return isYearFirst ? (first, month, last) : (last, month, first)
  }

  private static func clock(_ text: String) -> String? {
    var text = text[...]
    if text.hasSuffix("h") { text = text.dropLast() + ":00" }
    let parts = text.split(omittingEmptySubsequences: false) { ":hg".contains($0) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }) else {
      return nil
    }
    let numbers = parts.compactMap { part in
      part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == parts.count else { return nil }
    return numbers.map { padded($0, to: 2) }.joined(separator: ":")
  }

  private static func replacing(_ word: String, with other: String, in text: String) -> String {
    let letters = Array(text)
    let wanted = Array(word)
    var result: [Character] = []
    var place = 0
    while place < letters.count {
      if letters[place...].starts(with: wanted) {
        result += other
        place += wanted.count
      } else {
        result.append(letters[place])
        place += 1
      }
    }
    return String(result)
  }
}
