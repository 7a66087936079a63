import Formats
import Planning

extension ReportContent {
  /// How evenly access is spread.
  func fairness(_ answer: NeedCoverage) -> Table? {
    guard let report = coverage([answer], by: .network) else { return nil }
    let fairness = FairnessReport(report, answer)
    var sheet = Table.part(
      "fairness", language("Công bằng", "Fairness"),
      [
        .hidden("figure"), .init("name", language("Con số", "Figure")),
        .init("value", language("Giá trị", "Value"), .right),
        .init("unit", language("Đơn vị", "Unit")),
      ])
    sheet.shown = Int.max
    let minutes = language("phút", "min")
    func add(
      _ key: String, _ vi: String, _ en: String, _ value: Double?, _ decimals: Int, _ unit: String,
      least: Double? = nil
    ) {
      var cell: Table.Cell =
        decimals == 0 ? .people(value, language) : .figure(value, decimals: decimals, language)
      if let least {
        let other: Table.Cell =
          decimals == 0 ? .people(least, language) : .figure(least, decimals: decimals, language)
        if other.text != cell.text { cell.text = other.text + "–" + cell.text }
      }
      sheet.add([.init(key), .init(language(vi, en)), cell, .init(unit)])
    }
    add(
      "gini_of_minutes", "Gini của số phút", "Gini of minutes", fairness.minutes.gini, 3, "",
      least: fairness.leastMinutes.gini)
    add(
      "mean_minutes", "Trung bình (ai đến được)", "Mean (of who reaches any)",
      fairness.minutes.mean, 1, minutes, least: fairness.leastMinutes.mean)
    add(
      "people_without", "Không đến được nơi nào", "Reach none", fairness.minutes.peopleWithout, 0,
      language("người", "people"), least: fairness.leastMinutes.peopleWithout)
    add(
      "worst_tenth_from", "Một phần mười xa nhất: từ", "Worst-off tenth: from",
      fairness.worst.leastMinutes, 1, minutes, least: fairness.leastWorst.leastMinutes)
    add(
      "worst_tenth_mean", "Một phần mười xa nhất: trung bình", "Worst-off tenth: mean",
      fairness.worst.meanMinutes, 1, minutes, least: fairness.leastWorst.meanMinutes)
    add(
      "e2sfca",
      "E2SFCA trong \(language.decimal(fairness.catchment.minutes, 1)) phút",
      "E2SFCA within \(language.decimal(fairness.catchment.minutes, 1)) min",
      fairness.accessibility.mean.map { $0 * 100_000 }, 2,
      language("\(fairness.unit)/100.000 người", "\(fairness.unit) per 100,000 people"))
    add(
      "e2sfca_gini", "Gini của E2SFCA", "Gini of E2SFCA", fairness.accessibility.gini, 3, "")
    if fairness.catchment.supply.unit == .facilities {
      let supply = fairness.catchment.supply
      sheet.notes = [
        language(
          "Mỗi cơ sở tính là 1: \(supply.withoutBeds)/\(supply.facilities.count) cơ sở không rõ số giường.",
          "Each facility counts as 1: \(supply.withoutBeds) of \(supply.facilities.count) have no figure of beds."
        )
      ]
    }
    return sheet
  }
}
