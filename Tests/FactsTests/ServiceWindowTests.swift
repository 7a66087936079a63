import Facts
import TestSupport
import Testing

@Suite struct ServiceWindowTests {
  private func window(_ days: String?, _ opens: Int?, _ closes: Int?) -> ServiceWindow {
    var window = ServiceWindow()
    window.days = days
    window.opens = opens
    window.closes = closes
    return window
  }

  @Test func `a window across midnight ends on the next day`() {
    let night = window("1", 1_320, 360)
    #expect(night.minutesOfWeek == [1_320..<1_800])
  }

  @Test func `a window across the end of the week goes on on Monday, and stands in order`() {
    let night = window("67", 1_320, 360)
    #expect(night.minutesOfWeek == [0..<360, 8_520..<9_000, 9_960..<10_080])
    let hours = WeeklyHours([night])
    #expect(hours.contains(secondOfWeek: 0))
    #expect(!hours.contains(secondOfWeek: 360 * 60))
    #expect(hours.secondsUntilOpen(secondOfWeek: 360 * 60) == (8_520 - 360) * 60)
  }

  @Test func `a window of the last minute is followed by no empty range`() {
    #expect(window("7", 1_440, 120).minutesOfWeek == [0..<120])
    #expect(window("7", 1_320, 0).minutesOfWeek == [9_960..<10_080])
  }

  @Test func `all day every day is always, however it is said`() {
    for always in [window(nil, 0, 1_440), window(nil, nil, nil), window("1234567", 480, 480)] {
      #expect(WeeklyHours([always]).isAlways)
    }
    #expect(!WeeklyHours([window("123456", 0, 1_440)]).isAlways)
  }

  @Test func `sessions of unknown days open nothing`() {
    var sessions = window(nil, 450, 690)
    sessions.sessionsPerWeek = 2
    #expect(sessions.minutesOfWeek == nil)
    #expect(WeeklyHours([sessions]).open.isEmpty)
    #expect(WeeklyHours([sessions]).secondsUntilOpen(secondOfWeek: 5) == nil)
  }

  @Test(arguments: seeds(20))
  func `random windows agree with a minute-by-minute model`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var model = Array(repeating: false, count: WeeklyHours.minutes)
    var windows: [ServiceWindow] = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let days = (1...7).filter { _ in Bool.random(using: &random) }
      let opens = 15 * Int.random(in: 0...95, using: &random)
      let closes = 15 * Int.random(in: 0...96, using: &random)
      windows.append(window(days.map(String.init).joined(), opens, closes))
      for day in days {
        var minute = opens
        // A plain clock: minute by minute until the hand comes to the closing time.
        repeat {
          model[((day - 1) * 1_440 + minute) % WeeklyHours.minutes] = true
          minute += 1
        } while minute % 1_440 != closes % 1_440
      }
    }
    let hours = WeeklyHours(windows)
    let found = (0..<WeeklyHours.minutes).map { hours.contains(secondOfWeek: $0 * 60 + 59) }
    #expect(found == model, "seed \(seed)")
    #expect(hours.isAlways == !model.contains(false), "seed \(seed)")
    for (left, right) in zip(hours.open, hours.open.dropFirst()) {
      #expect(left.upperBound < right.lowerBound, "seed \(seed)")
    }
    for _ in 0..<20 {
      let second = Int.random(in: 0..<WeeklyHours.minutes * 60, using: &random)
      #expect(
        hours.secondsUntilOpen(secondOfWeek: second) == plainWait(model, second), "seed \(seed)")
    }
  }

  private func plainWait(_ model: [Bool], _ second: Int) -> Int? {
    if model[second / 60] { return 0 }
    for step in 1...model.count where model[(second / 60 + step) % model.count] {
      return step * 60 - second % 60
    }
    return nil
  }
}
