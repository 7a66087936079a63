import Testing

@testable import Facts

@Suite struct SpokenDurationTests {
  @Test(arguments: [
    (0, "0 phút", "0 min"), (0.2, "chưa đầy 1 phút", "less than a minute"),
    (0.5, "1 phút", "1 min"), (59.4, "59 phút", "59 min"), (59.5, "1 giờ", "1 h"),
    (60, "1 giờ", "1 h"), (65, "1 giờ 05 phút", "1 h 05 min"),
    (270, "4 giờ 30 phút", "4 h 30 min"), (1_440, "24 giờ", "24 h"),
    (-5, "-5 phút", "-5 min"), (-65, "-1 giờ 05 phút", "-1 h 05 min"),
  ])
  func `Minutes are said in hours and minutes from an hour on`(
    minutes: Double, vi: String, en: String
  ) {
    let spoken = SpokenDuration(minutes: minutes)
    #expect(spoken.vi == vi && spoken.en == en)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300])
  func `No number traps`(minutes: Double) {
    #expect(!SpokenDuration(minutes: minutes).vi.isEmpty)
  }

  @Test func `Days of Vietnamese texts begin with the day`() {
    #expect(Day(year: 2025, month: 7, day: 1)?.vi == "01/07/2025")
    #expect(PartialDate("2025-07")?.vi == "07/2025")
    #expect(PartialDate("2025")?.vi == "2025")
  }
}
