import Facts
import Formats
import Testing

@testable import Answers

@Suite struct MomentTests {
  private static let start = Instant("2026-11-25T23:30:00+07:00")

  @Test(arguments: [
    (0, "23:30", "23:30"), (29, "23:59", "23:59"), (30, "00:00 (mai)", "00:00 (next day)"),
    (1_440, "23:30 (mai)", "23:30 (next day)"), (-1_440, "23:30 (hôm qua)", "23:30 (day before)"),
    (1_470, "00:00 27/11/2026", "00:00 2026-11-27"),
  ])
  func `a clock of another day says the day`(minutes: Int, vi: String, en: String) throws {
    let start = try #require(Self.start)
    let instant = start.advanced(bySeconds: minutes * 60)
    for (language, text) in [(Language.vi, vi), (.en, en)] {
      let clock = language.clock(instant, from: start)
      #expect(clock.replacing(Paragraph.joint, with: " ") == text)
    }
  }

  @Test(arguments: [
    (0.396, 0.41, 3, "0,396–0,410", "0.396–0.410"), (5, 5.5, 1, "5,0–5,5", "5.0–5.5"),
    (5, 5, 1, "5", "5"), (4, 9, 1, "4,0–9,0", "4.0–9.0"), (0.1234, 0.1232, 3, "0,123", "0.123"),
  ])
  func `both ends of a range have equally many decimals`(
    least: Double, most: Double, decimals: Int, vi: String, en: String
  ) {
    #expect(PlanningText.range(least, most, decimals, .vi) == vi)
    #expect(PlanningText.range(least, most, decimals, .en) == en)
    #expect(PlanningText.range(nil, most, decimals, .en).hasPrefix("—–"))
  }
}
