import Routing
import TestSupport
import Testing

@Suite struct DatedWindowsTests {
  @Test func `the queue of a day ends with the day, for those who came before too`() {
    // An hour's queue on Monday, none on Tuesday.
    let table = Timetable(
      open: [0..<Timetable.week],
      firstWeeks: DatedWindows(
        [
          .init(open: 0..<864_000, delay: 36_000), .init(open: 864_000..<6_048_000, delay: 0),
        ], end: Timetable.week))
    #expect(table.wait(at: 0) == 36_000)
    // Ten minutes before midnight nobody waits longer than until midnight.
    #expect(table.wait(at: 858_000) == 6_000)
    #expect(table.wait(at: 864_000) == 0)
    #expect(table.wait(at: Timetable.week + 5) == 0)
    #expect(!table.isAlways && !table.isNever)
  }

  @Test func `after the dated weeks every week is the same`() {
    let table = Timetable(
      open: [100..<200], firstWeeks: DatedWindows([], end: 2 * Timetable.week))
    #expect(table.wait(at: 0) == 2 * Timetable.week + 100)
    #expect(table.wait(at: 2 * Timetable.week + 150) == 0)
    #expect(table.wait(at: 3 * Timetable.week + 50) == 50)
  }

  @Test(arguments: seeds(30))
  func `entries are the earliest of all windows, and never fall`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var edges = Set<UInt32>()
    while edges.count < 12 { edges.insert(.random(in: 0...1_000, using: &random)) }
    let sorted = edges.sorted()
    let windows = stride(from: 0, to: 12, by: 2).map { index in
      DatedWindows.Window(
        open: sorted[index]..<sorted[index + 1], delay: .random(in: 0...400, using: &random))
    }
    let dated = DatedWindows(windows.shuffled(using: &random), end: Timetable.week)
    // Standing by until each later moment, and joining then: the earliest of all of them, from the last on.
    var plain = [UInt32](repeating: .max, count: 1_102)
    for joined in (0...1_100).reversed() {
      let window = windows.first { $0.open.contains(UInt32(joined)) }
      plain[joined] = min(plain[joined + 1], window.map { UInt32(joined) + $0.delay } ?? .max)
    }
    let entries = (0...1_100 as ClosedRange<UInt32>).map { dated.entry(at: $0) }
    #expect(entries == Array(plain.dropLast()), "seed \(seed)")
    #expect(entries == entries.sorted(), "seed \(seed)")
  }
}
