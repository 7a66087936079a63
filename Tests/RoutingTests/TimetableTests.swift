import Routing
import TestSupport
import Testing

@Suite struct TimetableTests {
  @Test func `inside a window nobody waits, and its end is outside`() {
    let table = Timetable(open: [100..<200, 500..<600])
    #expect(table.wait(at: 0) == 100)
    #expect(table.wait(at: 100) == 0)
    #expect(table.wait(at: 199) == 0)
    #expect(table.wait(at: 200) == 300)
    #expect(table.wait(at: 599) == 0)
  }

  @Test func `after the last window the next week begins`() {
    let table = Timetable(open: [100..<200])
    #expect(table.wait(at: 200) == Timetable.week - 100)
    #expect(table.wait(at: Timetable.week - 1) == 101)
  }

  @Test func `windows over the end of the week are two that meet`() {
    let table = Timetable(open: [0..<50, (Timetable.week - 10)..<Timetable.week])
    #expect(table.wait(at: Timetable.week - 1) == 0)
    #expect(table.wait(at: 0) == 0)
    #expect(table.wait(at: 50) == Timetable.week - 60)
  }

  @Test func `windows that touch or overlap are one`() {
    #expect(Timetable(open: [5..<9, 1..<5, 7..<8, 3..<3]) == Timetable(open: [1..<9]))
    #expect(Timetable(open: [0..<9, 9..<Timetable.week]).isAlways)
  }

  @Test func `without windows the wait is infinite`() {
    #expect(Timetable(open: []).isNever)
    #expect(Timetable(open: []).wait(at: 0) == Graph.infinity)
  }

  @Test(arguments: seeds(20))
  func `who comes later never enters earlier`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let table = Timetable(
      open: (0..<5).map { _ in
        let start = UInt32.random(in: 0..<(Timetable.week - 1), using: &random)
        return start..<UInt32.random(in: start..<Timetable.week, using: &random)
      })
    let moments = (0..<200).map { _ in UInt32.random(in: 0..<Timetable.week, using: &random) }
    let entries = moments.sorted().map { $0 + table.wait(at: $0) }
    #expect(entries == entries.sorted())
  }
}
