import Facts
import Testing

@Suite struct DayTests {
  /// Counts days one by one, as a wall calendar would.
  @Test func `every day of 400 years has its number, its parts and its weekday`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    // 1800-01-01 was a Wednesday, 62,091 days before 1970-01-01.
    var number = -62_091
    var weekday = 3
    var wrong: [Int] = []
    for year in 1800..<2200 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        for day in 1...(month == 2 && isLeap ? 29 : lengths[month - 1]) {
          let found = Day(year: year, month: month, day: day)
          let parts = Day(number: number).parts
          if found?.number != number || found?.weekday != weekday
            || parts != (year: year, month: month, day: day)
          {
            wrong.append(number)
          }
          number += 1
          weekday = weekday % 7 + 1
        }
      }
    }
    #expect(wrong.isEmpty)
    #expect(number == -62_091 + 146_097)
  }

  @Test(arguments: [
    (2025, 2, 29), (2026, 2, 31), (1900, 2, 29), (2025, 4, 31), (2025, 0, 1), (2025, 13, 1),
    (2025, 1, 0), (2025, 1, 32), (0, 1, 1), (10_000, 1, 1), (2025, -1, 1),
  ])
  func `a day that is on no calendar is no day`(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `the first and the last day that can be written are days`() {
    #expect(Day(year: 1, month: 1, day: 1)?.description == "0001-01-01")
    #expect(Day(year: 9999, month: 12, day: 31)?.description == "9999-12-31")
    #expect(Day(year: 2000, month: 2, day: 29)?.description == "2000-02-29")
  }

  @Test func `days are in order of their numbers`() throws {
    let earlier = try #require(Day(year: 2025, month: 6, day: 30))
    let later = try #require(Day(year: 2025, month: 7, day: 1))
    #expect(earlier < later)
    #expect(later.number - earlier.number == 1)
    #expect(later.weekday == 2)
  }
}
