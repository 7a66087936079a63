import Facts
import Formats

extension FieldReader {
  /// An instant as people write it: 2026-11-25T02:00, 25/11/2026 2:00, 2026-11-25, 02:00 or 2h for
  /// today, "now"; the present where there is none.
  mutating func instant(_ name: String = "at") throws(QuestionError) -> Instant {
    guard let text = try text(name), text != "now" else { return now }
    return try FieldReader.instant(text, of: name, now: now)
  }

  /// The years that one may ask about: networks tell of the present and its plans, and another year is a slip
  /// of the hand that would give an answer of no bridge, ferry or hospital of the day meant.
  private static let years = 1990...2099

  /// The instant that a text says; a clock alone means the day of another instant.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The field that it stands in.
  ///   - now: The instant whose day and zone a text has that names none.
  /// - Returns: The instant, in the zone of `now`.
  /// - Throws: `QuestionError` where the text is no instant, or none of the years that one may ask about.
  static func instant(
    _ text: String, of name: String, now: Instant
  ) throws(QuestionError) -> Instant {
    if let instant = FieldReader.instant(text, now: now) {
      guard years.contains(instant.day.parts.year) else {
        throw QuestionError(
          field: name, value: text,
          .outOfBounds(
            Bilingual(
              "thuộc các năm từ \(years.lowerBound) đến \(years.upperBound)",
              "of the years \(years.lowerBound) to \(years.upperBound)")))
      }
      return instant.shown(in: now.zone)
    }
    if WrittenInstant.namesNoDay(text) {
      throw QuestionError(
        field: name, value: text,
        .outOfBounds(
          Bilingual(
            "là ngày có trong lịch, ngày trước tháng, như 25/11/2026",
            "a day that the calendar has, the day before the month, as 25/11/2026")))
    }
    throw QuestionError(
      field: name, value: text,
      .malformed(
        expected: Bilingual(
          "hãy ghi 25/11/2026 02:00, 2026-11-25T02:00, 2026-11-25 hoặc 02:00",
          "write 2026-11-25T02:00, 25/11/2026 02:00, 2026-11-25 or 02:00")))
  }

  /// The instant that a text says; nil where it says none.
  static func instant(_ text: String, now: Instant) -> Instant? {
    if let instant = dated(text, zone: now.zone) { return instant }
    guard let clock = WrittenInstant(text)?.clock else { return nil }
    return Instant("\(now.day)T\(clock)", zone: now.zone)
  }

  /// The instant of a text that says the day; nil where it says none.
  static func dated(_ text: String, zone: ZoneOffset) -> Instant? {
    if let instant = Instant(text, zone: zone) { return instant }
    guard let written = WrittenInstant(text), let day = written.day else { return nil }
    return Instant(day + (written.clock.map { "T" + $0 } ?? ""), zone: zone)
  }

  /// Whether a text is a clock without a day.
  static func isClock(_ text: String) -> Bool {
    WrittenInstant(text).map { $0.day == nil } ?? false
  }
}
