import Facts
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("2026-11-22", "2026-11-22"), ("2026-11", "2026-11-01"), ("2026", "2026-01-01"),
    ("2024-02-29", "2024-02-29"), ("0001", "0001-01-01"),
  ])
  func `a date is kept as written and means its first day`(text: String, start: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.description == text)
    #expect(date.start.description == start)
  }

  @Test(arguments: [
    "", "26", "20260", "2026-", "2026-1", "2026-13", "2026-00", "2026-02-31", "2026-11-2",
    "2026-11-22-", "2026-11-22-01", "-2026", "2026/11/22", "２０２６", "+026", "2026-+1", " 2026",
    "0000",
  ])
  func `what is no date is refused`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func `dates sort by their first day, and the vaguer one first`() throws {
    let texts = ["2025-12-31", "2026", "2026-01", "2026-01-01", "2026-01-02"]
    let dates = try texts.map { try #require(PartialDate($0)) }
    #expect(dates.reversed().sorted() == dates)
    #expect(Set(dates).count == dates.count)
  }
}
