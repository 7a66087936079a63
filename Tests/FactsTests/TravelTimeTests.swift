import Facts
import TestSupport
import Testing

@Suite struct TravelTimeTests {
  @Test func `minutes, seconds and deciseconds are one time`() {
    #expect(TravelTime(deciseconds: UInt32(17_400)).minutes == 29)
    #expect(TravelTime(seconds: 90).minutes == 1.5)
    #expect(TravelTime(minutes: 29) == TravelTime(seconds: 1_740))
  }

  @Test(arguments: [
    (-1.0, UInt32(0), UInt32(0)), (0, 0, 0), (1, 600, 600), (0.0015, 0, 1),
    (1e12, 4_000_000_000, 4_000_000_000),
    (.infinity, 4_000_000_000, 4_000_000_000),
  ])
  func `a limit for searches is clamped and rounded`(minutes: Double, down: UInt32, nearest: UInt32)
  {
    let time = TravelTime(minutes: minutes)
    #expect(time.deciseconds(rounded: .down) == down)
    #expect(time.deciseconds(rounded: .toNearestOrAwayFromZero) == nearest)
  }

  @Test func `times add, subtract, scale and compare`() {
    let (short, long) = (TravelTime(minutes: 10), TravelTime(minutes: 25))
    #expect(short < long && long < .infinity && .zero < short)
    #expect((short + long).minutes == 35 && (long - short).minutes == 15)
    #expect((short * 1.5).minutes == 15)
  }

  @Test func `an instant moves by a time, to the nearest second`() throws {
    let noon = try #require(Instant("2026-11-25T12:00+07:00"))
    #expect(noon.advanced(by: TravelTime(minutes: 1.51)).seconds - noon.seconds == 91)
    #expect(noon.advanced(byDeciseconds: 5).seconds - noon.seconds == 1)
    #expect(noon.advanced(by: TravelTime(minutes: 30)).time(since: noon).minutes == 30)
  }
}
