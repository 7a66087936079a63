import Facts
import Formats
import Testing

@testable import Answers

@Suite struct WrittenInstantTests {
  private let now = Instant("2026-11-25T10:00+07:00")

  @Test(arguments: [
    ("2026-11-25T03:00", "2026-11-25T03:00"), ("25/11/2026 03:00", "2026-11-25T03:00"),
    ("25/11/2026", "2026-11-25T00:00"), ("5/1/2027 3:00", "2027-01-05T03:00"),
    ("3:00", "2026-11-25T03:00"), ("3h", "2026-11-25T03:00"), ("14h30", "2026-11-25T14:30"),
    ("14 giờ 30", "2026-11-25T14:30"), ("3 giờ", "2026-11-25T03:00"),
    ("14h30 25/11/2026", "2026-11-25T14:30"), ("25-11-2026, 14:30", "2026-11-25T14:30"),
    ("02:00", "2026-11-25T02:00"), ("2026-11-25 02:00", "2026-11-25T02:00"),
    ("2026-11-25T02:00Z", "2026-11-25T09:00"), ("14 h 30", "2026-11-25T14:30"),
  ])
  func `days and clocks are read as people write them`(text: String, instant: String) throws {
    let now = try #require(now)
    let read = try FieldReader.instant(text, of: "at", now: now)
    #expect(read == Instant(instant, zone: now.zone), "\(text)")
  }

  @Test(arguments: [
    "31/02/2026", "25/11", "25", "24:30", "3:60", "3h99", "giờ", "11/25/2026", "3:00 4:00", "mai",
    "25/11/26 3:00", "",
  ])
  func `what is neither is refused`(text: String) throws {
    let now = try #require(now)
    #expect(throws: QuestionError.self, "\(text)") {
      try FieldReader.instant(text, of: "at", now: now)
    }
  }

  @Test(arguments: [
    "1900-01-01T03:00", "0001-01-01", "9999-12-31T23:59", "25/11/2206 03:00", "3h 1/1/1989",
  ])
  func `a year that nobody means is refused in words`(text: String) throws {
    let now = try #require(now)
    let error = #expect(throws: QuestionError.self, "\(text)") {
      try FieldReader.instant(text, of: "at", now: now)
    }
    #expect(error?.message(in: .vi).contains("phải thuộc các năm từ 1990 đến 2099") == true)
    #expect(error?.message(in: .en).contains("must be of the years 1990 to 2099") == true)
    for year in ["1990", "2099"] {
      #expect(throws: Never.self) { try FieldReader.instant("1/1/\(year)", of: "at", now: now) }
    }
  }

  @Test(arguments: ["31/02/2026", "11/25/2026", "2026-02-30T03:00", "3h 31/4/2026"])
  func `a day that no calendar has is said to be none`(text: String) throws {
    let now = try #require(now)
    let error = #expect(throws: QuestionError.self, "\(text)") {
      try FieldReader.instant(text, of: "at", now: now)
    }
    #expect(error?.message(in: .vi).contains("phải là ngày có trong lịch") == true)
    #expect(error?.message(in: .en).contains("must be a day that the calendar has") == true)
    let other = #expect(throws: QuestionError.self) {
      try FieldReader.instant("mai", of: "at", now: now)
    }
    #expect(other?.message(in: .vi).contains("không đúng dạng") == true)
  }

  @Test func `a clock alone is told from an instant`() {
    for text in ["3:00", "3h", "14h30", "02:00"] { #expect(FieldReader.isClock(text)) }
    for text in ["25/11/2026 3:00", "2026-11-25T03:00", "x"] {
      #expect(!FieldReader.isClock(text))
    }
  }
}
