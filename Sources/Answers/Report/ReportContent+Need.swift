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
          + language.decimal(answer.threshold.minutes, 1) + language(" phút: ", " min: ")
          + origin(answer.threshold))
      figure(map(answer).markup, mapCaption(answer), "map-\(need).svg", &section)
      figure(
        curve(answer).markup,
        language(
          "Phần dân số đến kịp theo số phút; ai không đến được nơi nào vẫn nằm trong mẫu số.",
          "The share of people within a number of minutes; who reaches nothing stays in the denominator."
        ), "curve-\(need).svg", &section)
      for told in divisions(of: answer.coverage.demand) {
        classes(answer, told).write(
          to: &section, language, file: "coverage-\(need)-\(told.ending).csv")
      }
      communes(answer).write(to: &section, language, file: "communes-\(need).csv")
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
        fairness(answer)?.write(to: &section, language, file: "fairness-\(need).csv")
      }
    }
  }

  /// Who says that so many minutes are near enough, and since when.
  func origin(_ threshold: AccessThreshold) -> String {
    var text = PlanningText.origin(threshold, in: network, language)
    if case .standard(let standard) = threshold.origin, let day = standard.provenance.asserted {
      text += language(", đọc ngày \(day)", ", read \(day)")
    }
    return text
  }

  private func figure(
    _ picture: Markup, _ caption: String, _ file: String, _ section: inout Markup
  ) {
    section.line()
    let kind = file.hasPrefix("curve") ? "curve" : "map"
    section.element(
      "figure", ["class": kind, "tabindex": "0", "aria-label": caption]
    ) { figure in
      figure.add(picture)
      figure.element("figcaption") {
        $0.text(caption + " ")
        $0.element("a", ["href": file], text: file)
      }
    }
  }

  private func mapCaption(_ answer: NeedCoverage) -> String {
    let without = answer.coverage.demand.communes.filter { $0.point == nil }
    let isByLand = !network.outlines(scheme: answer.coverage.demand.scheme).isEmpty
    var text =
      isByLand
      ? language(
        "Màu của mỗi xã, phường là số phút thường ngày từ điểm đại diện của xã đến nơi gần nhất làm được khi đến; gạch chéo: không nơi nào chắc chắn kịp, nhưng có bệnh viện đủ gần mà chưa rõ. Nét đứt: ranh giới tỉnh.",
        "The colour of a commune is the usual minutes from its point to the nearest facility able on arrival; hatched: none is surely in time, but a hospital that may be able is near enough. Dashed: borders of provinces."
      )
      : language(
        "Mỗi dấu là một xã, phường tại điểm đại diện; màu là số phút thường ngày đến nơi gần nhất làm được khi đến (tròn: trong ngưỡng, vuông: ngoài, gạch chéo: chưa rõ). Đường chỉ vẽ thẳng giữa các nút.",
        "Each mark is a commune at its point; the colour is the usual minutes to the nearest facility able on arrival (circle: within the threshold, square: beyond, hatched: unknown). Roads are drawn straight between nodes."
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
