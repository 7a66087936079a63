import Facts
import Testing

@Suite struct InstantTests {
  static let vietnam = ZoneOffset(minutes: 420)

  @Test(arguments: [
    ("2026-11-22T03:00:00+07:00", "2026-11-22T03:00:00+07:00"),
    ("2026-11-22T03:00+07:00", "2026-11-22T03:00:00+07:00"),
    ("2026-11-22 03:00:59Z", "2026-11-22T03:00:59+00:00"),
    ("2026-11-22t03:00-03:30", "2026-11-22T03:00:00-03:30"),
    ("2026-11-22T24:00+07:00", "2026-11-23T00:00:00+07:00"),
    ("2026-11-22Z", "2026-11-22T00:00:00+00:00"),
    ("2026-11-22+07:00", "2026-11-22T00:00:00+07:00"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59+00:00"),
    ("1969-12-31T23:59:59-00:30", "1969-12-31T23:59:59-00:30"),
    ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
  ])
  func `an instant is read and shown on its own clock`(text: String, shown: String) throws {
    let instant = try #require(Instant(text))
    #expect(instant.description == shown)
    #expect(Instant(instant.description) == instant)
  }

  @Test(arguments: [
    "", "2026-11-22", "2026-11-22T03:00", "2026-02-31T03:00Z", "2026-11-22T24:01Z",
    "2026-11-22T25:00Z", "2026-11-22T03:60Z", "2026-11-22T03:00:60Z", "2026-11-22T3:00Z",
    "2026-11-22T03Z", "2026-11-22T03:00:00:00Z", "2026-11-22X03:00Z", "2026-11-22T03:00+7:00",
    "2026-11-22T03:00+0700", "2026-11-22T03:00+15:00", "2026-11-22T03:00+07:60", "2026-11TZ",
    "2026-11-22TZ", "2026-11-22T-1:00Z", "2026-11-22T03:00++7:00", "2026-11-22T03:00+07:+1",
    "2026-11-22T03:00+14:01", "2026-11-22T03:00z7:00", "2026-11-22T0３:00Z",
  ])
  func `what is no instant, or names no zone, is refused`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(arguments: [
    ("2026-11-22", "2026-11-22T00:00:00+07:00"), ("2026-11-22 03:00", "2026-11-22T03:00:00+07:00"),
    ("2026-11-22T03:00Z", "2026-11-22T03:00:00+00:00"),
  ])
  func `a zone is taken where the text names none`(text: String, shown: String) {
    #expect(Instant(text, zone: Self.vietnam)?.description == shown)
  }

  @Test func `the day changes at the zone's midnight, also before 1970`() throws {
    for (text, day, second) in [
      ("2026-11-22T16:59:59Z", "2026-11-22", 86_399), ("2026-11-22T17:00:00Z", "2026-11-23", 0),
      ("1969-12-31T16:59:59Z", "1969-12-31", 86_399), ("1969-12-31T17:00:00Z", "1970-01-01", 0),
      ("1900-02-28T17:00:01Z", "1900-03-01", 1),
    ] {
      let instant = try #require(Instant(text)).shown(in: Self.vietnam)
      #expect(instant.day.description == day, "\(text)")
      #expect(instant.secondOfDay == second, "\(text)")
    }
  }

  @Test func `every second around a midnight is one later on the clock`() throws {
    let start = try #require(Instant("1969-12-31T23:59:50-03:30"))
    for step in 0..<20 {
      let instant = start.advanced(bySeconds: step)
      #expect(instant.secondOfDay == (86_390 + step) % 86_400)
      #expect(instant.day.description == (step < 10 ? "1969-12-31" : "1970-01-01"))
      #expect(instant.zone == start.zone)
    }
  }

  @Test func `the second of the week is counted from Monday`() throws {
    #expect(Instant("2026-11-23T00:00:00+07:00")?.secondOfWeek == 0)
    #expect(Instant("2026-11-22T23:59:59+07:00")?.secondOfWeek == 604_799)
    #expect(Instant("2026-11-24T01:02:03+07:00")?.secondOfWeek == 86_400 + 3_723)
    #expect(Instant("2026-11-24T01:02:03+07:00")?.clock == "01:02")
  }

  @Test func `instants of two zones compare by time`() throws {
    let here = try #require(Instant("2026-11-22T07:00:00+07:00"))
    let there = try #require(Instant("2026-11-22T00:00:01Z"))
    #expect(here < there)
    #expect(here.shown(in: there.zone).description == "2026-11-22T00:00:00+00:00")
    #expect(here.shown(in: there.zone).seconds == here.seconds)
  }

  @Test(arguments: [("+07:00", 420), ("-03:30", -210), ("Z", 0), ("+14:00", 840), ("-00:30", -30)])
  func `an offset is a number of minutes`(text: String, minutes: Int) throws {
    let offset = try #require(ZoneOffset(text))
    #expect(offset.minutes == minutes)
    #expect(ZoneOffset(offset.description) == offset)
  }

  @Test(arguments: [
    "", "+07", "0700", "+7:000", "+0a:00", "++7:00", "+07:+0", "+14:01", "z", "+-1:00",
  ])
  func `what is no offset is refused`(text: String) {
    #expect(ZoneOffset(text) == nil)
  }
}
