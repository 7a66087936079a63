import Drawing
import Formats
import Planning
import TravelNetwork

extension ReportContent {
  /// The curve of a need: who is within how many minutes.
  func curve(_ answer: NeedCoverage) -> CurvePicture {
    // Four times the threshold shows the tail of most needs; it is told in whole hours.
    let last = max(120, (answer.threshold.minutes * 4 / 120).rounded(.up) * 120)
    func curve(
      _ pace: Pace, _ name: String, isDashed: Bool, supposing: Bool = false
    ) -> CurvePicture.Curve {
      let curve = answer.coverage.curve(at: pace, supposingUnknown: supposing)
      let share = language.percent(curve.share(within: answer.threshold.minutes))
      return CurvePicture.Curve(
        name: "\(name): \(share)",
        shares: (0...Int(last)).map { curve.share(within: Double($0)) }, isDashed: isDashed)
    }
    return CurvePicture(
      title: language("Đường cong: ", "Curve: ") + PlanningText.name(answer.need, language)
        + ". " + summary(answer),
      axis: language(
        "phút đến nơi gần nhất làm được (phần dân số đến kịp)",
        "minutes to the nearest able facility (share of people within)"),
      last: last, step: 1,
      limit: (
        answer.threshold.minutes,
        language(
          "ngưỡng \(language.decimal(answer.threshold.minutes, 1)) phút",
          "threshold \(language.decimal(answer.threshold.minutes, 1)) min")
      ),
      curves: [
        curve(.typical, language("thường ngày", "usual pace"), isDashed: false),
        curve(.slow, language("khi đi chậm", "slow pace"), isDashed: true),
      ]
        + (answer.coverage.people(within: answer.threshold.minutes)[.unknown] < 0.5
          ? []
          : [
            curve(
              .typical, language("nếu nơi chưa rõ làm được", "if unknown were able"),
              isDashed: false, supposing: true)
          ]))
  }
}
