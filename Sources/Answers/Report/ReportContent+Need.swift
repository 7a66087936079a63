import Drawing
import Facts
import Formats
import HealthNetwork
import Planning

extension ReportContent {
  /// All that is told of one need.
  func need(_ answer: NeedCoverage, _ number: Int, _ main: inout Markup) {
    let need = ReportContent.fileName(answer)
    main.line()
    main.element("section", ["id": "need-\(number + 1)", "class": "need"]) { section in
      section.element("h2", text: PlanningText.name(answer.need, language))
      section.element("p", ["class": "lead"], text: summary(answer))
      section.element(
        "p", ["class": "note"],
        text: language("Ngưỡng ", "Threshold ")
          + decimal(answer.threshold.minutes, 1) + language(" phút: ", " min: ")
          + origin(answer.threshold))
      figure(map(answer).markup, mapCaption(answer), "map-\(need).svg", &section)
      figure(
        curve(answer).markup,
        language(
          "Phần dân số đến kịp theo số phút; ai không đến được nơi nào vẫn nằm trong mẫu số.",
          "The share of people within a number of minutes; who reaches nothing stays in the denominator."
        ), "curve-\(need).svg", &section)
      for told in divisions {
        classes(answer, told).write(
          to: &section, language, file: "coverage-\(need)-\(told.ending).csv")
      }
      loads(answer).write(to: &section, language, file: "facilities-\(need).csv")
      if wanted.contains(.gaps) {
        gaps(gaps(number)).write(to: &section, language, file: "gaps-\(need).csv")
      }
      if let losses {
        for losing in losses.answer.needs[number].sections {
          self.losses(losing, losses.answer.needs[number], losses).write(
            to: &section, language, file: "losses.csv")
        }
      }
      if wanted.contains(.fairness) {
        fairness(answer).write(to: &section, language, file: "fairness-\(need).csv")
      }
    }
  }

  /// Who says that so many minutes are near enough, and since when.
  func origin(_ threshold: AccessThreshold) -> String {
    var text = PlanningText.origin(threshold, language)
    if case .standard(let standard) = threshold.origin, let day = standard.provenance.asserted {
      text += language(", đọc ngày \(day)", ", read \(day)")
    }
    return text
  }

  private func figure(
    _ picture: Markup, _ caption: String, _ file: String, _ section: inout Markup
  ) {
    section.line()
    section.element("figure") { figure in
      figure.add(picture)
      figure.element("figcaption") {
        $0.text(caption + " ")
        $0.element("a", ["href": file], text: file)
      }
    }
  }

  private func mapCaption(_ answer: NeedCoverage) -> String {
    let without = ground.demand.communes.filter { $0.point == nil }
    var text = language(
      "Mỗi dấu là một xã, phường tại điểm đại diện; màu là số phút thường ngày đến nơi gần nhất làm được khi đến (tròn: trong ngưỡng, vuông: ngoài). Đường chỉ vẽ thẳng giữa các nút.",
      "Each mark is a commune at its point; the colour is the usual minutes to the nearest facility able on arrival (circle: within the threshold, square: beyond). Roads are drawn straight between nodes."
    )
    if !without.isEmpty {
      let people = language.grouped(without.reduce(0) { $0 + $1.people })
      text += language(
        " Không vẽ được \(without.count) xã, phường không có tọa độ (\(people) người).",
        " \(without.count) communes without a point (\(people) people) are not drawn.")
    }
    return text
  }
}
