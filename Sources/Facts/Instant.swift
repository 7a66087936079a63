/// The difference of a zone's clock from UTC, in minutes.
public struct ZoneOffset: Hashable, Sendable, CustomStringConvertible {
  /// Minutes to add to UTC.
  public let minutes: Int

  /// Creates the offset of a number of minutes.
  public init(minutes: Int) {
    self.minutes = minutes
  }

  /// Creates an offset from +07:00, -03:30 or Z; nil when it is none of these.
  public init?(_ text: String) {
    if text == "Z" {
      minutes = 0
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = Instant.number(bytes[1...2]), let rest = Instant.number(bytes[4...5]),
      hours < 14 || (hours == 14 && rest == 0), rest < 60
    else { return nil }
    minutes = (hours * 60 + rest) * (bytes[0] == UInt8(ascii: "-") ? -1 : 1)
  }

  /// The offset as +07:00.
  public var description: String {
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + padded(size / 60, to: 2) + ":" + padded(size % 60, to: 2)
  }
}

/// An instant, in whole seconds, with the zone in which it is shown.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int
  /// The zone whose clock reads the instant.
  public var zone: ZoneOffset

  /// Creates an instant.
  /// - Parameters:
  ///   - seconds: Seconds since 1970-01-01T00:00:00Z.
  ///   - zone: The zone in which it is shown.
  public init(seconds: Int, zone: ZoneOffset) {
    self.seconds = seconds
    self.zone = zone
  }

  /// Creates an instant from 2026-11-22T03:00+07:00, with or without seconds.
  ///
  /// - Parameters:
  ///   - text: An ISO 8601 instant. A space may stand for the T; a day alone means its start.
  ///   - zone: The zone of a text that names none; without it such a text gives nil.
  public init?(_ text: String, zone: ZoneOffset? = nil) {
    guard text.utf8.count >= 10, let date = PartialDate(String(text.prefix(10))) else { return nil }
    var rest = text.dropFirst(10)
    var shown = zone
    if rest.hasSuffix("Z") {
      shown = ZoneOffset(minutes: 0)
      rest = rest.dropLast()
    } else if rest.count >= 6, let offset = ZoneOffset(String(rest.suffix(6))) {
      shown = offset
      rest = rest.dropLast(6)
    }
    guard let shown else { return nil }
    var clock = [0, 0, 0]
    if !rest.isEmpty {
      guard rest.first == "T" || rest.first == " " || rest.first == "t" else { return nil }
      let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count) else { return nil }
      for (index, part) in parts.enumerated() {
        guard let value = Instant.number(part.utf8) else { return nil }
        clock[index] = value
      }
    }
    guard clock[0] < 24 || clock == [24, 0, 0], clock[1] < 60, clock[2] < 60 else { return nil }
    self.zone = shown
    seconds =
      date.start.number * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
      - shown.minutes * 60
  }

  /// The day on the zone's calendar.
  public var day: Day {
    let local = localSeconds
    return Day(number: local / 86_400 - (local % 86_400 < 0 ? 1 : 0))
  }

  /// Seconds since the zone's midnight.
  public var secondOfDay: Int { localSeconds - day.number * 86_400 }

  /// Seconds since the zone's last Monday, 00:00.
  public var secondOfWeek: Int { (day.weekday - 1) * 86_400 + secondOfDay }

  /// Seconds to or from 1970 beyond which no instant is moved: a hundred thousand years.
  ///
  /// Days, weeks and clocks can be told of all instants up to here.
  private static let farthest = 3_155_760_000_000

  /// The instant a number of seconds later, or the last that can be told.
  public func advanced(bySeconds difference: Int) -> Instant {
    let (sum, isTooFar) = seconds.addingReportingOverflow(difference)
    let reached = isTooFar ? (difference < 0 ? Int.min : .max) : sum
    return Instant(
      seconds: max(-Instant.farthest, min(Instant.farthest, reached)), zone: zone)
  }

  /// The same instant on another zone's clock.
  public func shown(in zone: ZoneOffset) -> Instant {
    Instant(seconds: seconds, zone: zone)
  }

  /// The instant as 2026-11-22T03:00:00+07:00.
  public var description: String { "\(day)T\(clock):\(padded(secondOfDay % 60, to: 2))\(zone)" }

  /// The zone's clock as 03:00.
  public var clock: String {
    "\(padded(secondOfDay / 3_600, to: 2)):\(padded(secondOfDay / 60 % 60, to: 2))"
  }

  /// Whether an instant comes before another, whatever their zones.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  private var localSeconds: Int { seconds + zone.minutes * 60 }

  /// The number of two digits, and of nothing else.
  fileprivate static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard digits.count == 2, digits.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }
}
