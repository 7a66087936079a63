import Facts
import TestSupport
import Testing

/// Hours with exceptions, against going through them minute by minute.
@Suite struct DatedHoursTests {
  private static let zone = ZoneOffset(minutes: 420)
  private static let monday = Day(year: 2027, month: 2, day: 1) ?? Day(number: 0)

  private static func window(_ opens: Int, _ closes: Int, _ days: String? = nil) -> ServiceWindow {
    with(ServiceWindow()) { ($0.opens, $0.closes, $0.days) = (opens, closes, days) }
  }

  private static func day(_ number: Int) -> Day { Day(number: monday.number + number) }

  private static func instant(minute: Int) -> Instant {
    Instant(
      seconds: monday.number * 86_400 + minute * 60 - zone.minutes * 60, zone: zone)
  }

  @Test func `a day of an exception has hours of its own, and the night before goes on`() {
    let hours = DatedHours(
      weekly: [Self.window(1_320, 360)],
      exceptions: [HoursException(first: Self.day(2), end: Self.day(3), windows: [])])
    func isOpen(_ minute: Int) -> Bool {
      hours.secondsUntilClose(at: Self.instant(minute: minute)).isOpen
    }
    #expect(isOpen(1_440 + 1_330) && isOpen(2 * 1_440 + 100))
    #expect(!isOpen(2 * 1_440 + 1_330) && !isOpen(3 * 1_440 + 100) && isOpen(3 * 1_440 + 1_330))
    #expect(
      hours.secondsUntilOpen(at: Self.instant(minute: 2 * 1_440 + 400)) == (1_440 + 920) * 60)
  }

  @Test func `what never opens has no opening, and what never closes no closing`() {
    let never = DatedHours(weekly: [], exceptions: [])
    #expect(never.secondsUntilOpen(at: Self.instant(minute: 0)) == nil)
    let always = DatedHours(weekly: [Self.window(0, 1_440)], exceptions: [])
    #expect(always.secondsUntilClose(at: Self.instant(minute: 5)).isOpen)
    #expect(always.secondsUntilClose(at: Self.instant(minute: 5)).seconds == nil)
  }

  @Test(arguments: seeds(30))
  func `open, closing and opening are those of every minute`(seed: Int) {
    var random = SeededRandom(seed: seed)
    func windows(_ most: Int) -> [ServiceWindow] {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        Self.window(
          .random(in: 0...1_439, using: &random), .random(in: 1...1_440, using: &random),
          [nil, "12345", "67", "3"].randomElement(using: &random) ?? nil)
      }
    }
    let weekly = windows(3)
    let exceptions = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let first = Int.random(in: 0..<10, using: &random)
      return HoursException(
        first: Self.day(first), end: Self.day(first + Int.random(in: 1...4, using: &random)),
        windows: windows(2))
    }
    // Which minutes of five weeks are open, window by window.
    var isOpen = [Bool](repeating: false, count: 36 * 1_440)
    for number in -1..<35 {
      let day = Self.day(number)
      let inForce = exceptions.first { $0.first <= day && day < $0.end }?.windows ?? weekly
      for window in inForce
      where window.days.map({ $0.contains(String(day.weekday)) }) ?? true {
        guard let opens = window.opens, var closes = window.closes else { continue }
        if closes <= opens { closes += 1_440 }
        for minute in opens..<closes where number * 1_440 + minute >= 0 {
          isOpen[number * 1_440 + minute] = true
        }
      }
    }
    let hours = DatedHours(weekly: weekly, exceptions: exceptions)
    for _ in 0..<60 {
      let minute = Int.random(in: 0..<13 * 1_440, using: &random)
      let instant = Self.instant(minute: minute)
      let closing = hours.secondsUntilClose(at: instant)
      #expect(closing.isOpen == isOpen[minute], "seed \(seed), minute \(minute)")
      let opens = isOpen[minute..<(34 * 1_440)].firstIndex(of: true)
      #expect(
        hours.secondsUntilOpen(at: instant) == opens.map { ($0 - minute) * 60 },
        "seed \(seed), minute \(minute)")
      if let seconds = closing.seconds {
        let closes = isOpen[minute...].firstIndex(of: false)
        #expect(closes.map { ($0 - minute) * 60 } == seconds, "seed \(seed), minute \(minute)")
      }
    }
  }
}
