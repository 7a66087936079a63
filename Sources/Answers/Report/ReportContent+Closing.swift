import Drawing
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension ReportContent {
  var supportTitle: String { language("Hỗ trợ chuyên môn", "Professional support") }
  var levelsTitle: String { language("Bậc chăm sóc", "Levels of care") }
  var qualityTitle: String { language("Chất lượng dữ liệu", "Quality of the data") }

  /// Who supports whom.
  func supportSection(_ main: inout Markup) {
    guard let support = answer.support else { return }
    section("support", supportTitle, &main) { section in
      // The first line is the heading.
      for line in support.head(style).dropFirst() { section.element("p", text: line) }
      for sheet in support.tables(style) {
        sheet.write(to: &section, language, file: "support-\(sheet.key).csv")
      }
    }
  }

  /// The levels of facilities.
  func levelsSection(_ main: inout Markup) {
    guard let levels = answer.levels else { return }
    section("levels", levelsTitle, &main) { section in
      for sheet in levels.tables(style) {
        sheet.write(to: &section, language, file: "levels-\(sheet.key).csv")
      }
    }
  }

  /// How far the data can be trusted.
  func qualitySection(_ main: inout Markup) {
    guard let quality, let review else { return }
    section("quality", qualityTitle, &main) { section in
      section.element(
        "p",
        text: language(
          "Điểm từ 0 đến 100 cho những gì người điều phối cần biết về mỗi cơ sở: ở đâu, gọi ai, làm được gì theo bằng chứng nào. Phép tính phía trên chỉ chắc bằng những dữ liệu này.",
          "From 0 to 100 for what a coordinator needs of each facility: where it is, whom to call, what it can do on what evidence. The computations above are no surer than these data."
        ))
      topics(review).write(to: &section, language)
      provinces(quality).write(to: &section, language, file: "quality-provinces.csv")
      facilities(quality).write(to: &section, language, file: "quality-facilities.csv")
    }
  }

  private func section(
    _ id: String, _ title: String, _ main: inout Markup, _ content: (inout Markup) -> Void
  ) {
    main.line()
    main.element("section", ["id": id]) { section in
      section.element("h2", text: title)
      content(&section)
    }
  }

  /// Grades by topic, as `tuyen check` gives them.
  private func topics(_ review: NetworkReview) -> Table {
    var sheet = Table.part(
      "topics", language("Theo chủ đề", "By topic"),
      [
        .init("topic", language("Chủ đề", "Topic")),
        .init("letter", language("Hạng", "Grade")),
        .init("share", language("Đạt", "Share"), .right),
        .init("good", language("Số đạt", "Good"), .right),
        .init("total", language("trên", "of"), .right),
      ])
    sheet.shown = Int.max
    for grade in review.grades {
      sheet.add([
        .init(grade.topic.text(language), code: grade.topic.rawValue), .init(grade.letter ?? "—"),
        .share(grade.share, language),
        .init(text: language.grouped(grade.good), json: .integer(grade.good)),
        .init(text: language.grouped(grade.total), json: .integer(grade.total)),
      ])
    }
    let hint = style.hintText(.warnings, language).map { ": " + $0 } ?? ""
    sheet.notes = [
      language.counted(review.findings.count, "cảnh báo", "warning") + hint + "."
    ]
    return sheet
  }

  /// Grades by province, the worst first.
  func provinces(_ quality: QualityGrade) -> Table {
    var sheet = Table.part(
      "quality-provinces", language("Theo tỉnh (kém nhất trước)", "By province (worst first)"),
      [
        .hidden("province"), .init("name", language("Tỉnh", "Province")),
        .init("score", language("Điểm", "Score"), .right),
        .init("facilities", language("Cơ sở", "Facilities"), .right),
      ]
        + QualityGrade.Issue.allCases.map {
          .init($0.rawValue, ReportContent.text($0, language), .right)
        })
    sheet.shown = Int.max
    for province in quality.provinces {
      sheet.add(
        [
          .init(province.province),
          .init(
            quality.name(of: province, language),
            code: province.name ?? language("không rõ", "not known")),
          .init(province.score),
          .init(province.facilities),
        ] + QualityGrade.Issue.allCases.map { .init(province.issues[$0] ?? 0) })
    }
    return sheet
  }

  /// Grades by facility, the worst first.
  func facilities(_ quality: QualityGrade) -> Table {
    var sheet = Table.part(
      "quality-facilities", language("Theo cơ sở (kém nhất trước)", "By facility (worst first)"),
      [
        .hidden("id"), .init("name", language("Cơ sở", "Facility")), .hidden("province"),
        .init("score", language("Điểm", "Score"), .right),
        .init("issues", language("Thiếu", "Lacking")),
      ])
    sheet.shown = 10
    for facility in quality.facilities {
      sheet.add([
        .init(facility.id), .init(facility.name), .init(facility.province),
        .init(facility.score),
        .init(
          list: facility.issues.map(\.rawValue), "; ",
          texts: facility.issues.map { ReportContent.text($0, language) }),
      ])
    }
    return sheet
  }

  private static func text(_ issue: QualityGrade.Issue, _ language: Language) -> String {
    switch issue {
    case .positionMissing: language("không có tọa độ", "no point")
    case .positionByRule: language("tọa độ đặt theo quy tắc", "point by a rule")
    case .phoneMissing: language("không có điện thoại", "no telephone")
    case .bedsMissing: language("không rõ số giường", "no beds")
    case .capabilitiesUnknown: language("chưa rõ làm được gì", "nothing on what it can")
    case .capabilityLowConfidence: language("phát biểu kém tin cậy", "low confidence")
    case .capabilityStale: language("phát biểu đã cũ", "stale")
    case .noEvidence: language("không có nguồn", "no source")
    }
  }

  /// The definitions, and whose figures they rest on.
  func method(_ main: inout Markup) {
    section("method", language("Cách tính", "Method"), &main) { section in
      section.element("dl") { list in
        for (term, text) in ReportMethod(language, self).definitions { pair(term, text, &list) }
      }
      section.element("h3", text: language("Ngưỡng và nguồn", "Thresholds and their sources"))
      section.element("ul") { list in
        for answer in answers {
          list.element(
            "li",
            text:
              "\(PlanningText.name(answer.need, language)): \(language.decimal(answer.threshold.minutes, 1)) "
              + language("phút", "min") + " — " + origin(answer.threshold))
        }
      }
    }
  }

  /// How to have the same report again, and under which licence its data are.
  func closing(_ main: inout Markup) {
    main.line()
    main.element("section", ["id": "again"]) { section in
      section.element(
        "h2", ["class": "run"], text: language("Làm lại, giấy phép", "Reproduction, licence"))
      if let again = style.hintText(.again(question.fields), language) {
        section.element(
          "p",
          text: language(
            "Với cùng dữ liệu (mã kiểm \(folder.digest)), lệnh này ghi lại đúng từng byte:",
            "With the same data (digest \(folder.digest)) this command writes the same bytes:"))
        section.element("pre") { $0.element("code", text: again) }
      }
      section.element("dl") { list in
        let licences = Set(folder.documents.compactMap(\.header.licence)).sorted()
        pair(
          language("Giấy phép dữ liệu", "Licence of the data"),
          licences.isEmpty ? language("không nêu", "not stated") : licences.joined(separator: "; "),
          &list)
        if let attribution = network.header.attribution {
          pair(language("Ghi công", "Attribution"), network.words(attribution, in: language), &list)
        }
        if let source = network.header.provenance.source {
          pair(language("Nguồn", "Source"), network.words(source, in: language), &list)
        }
      }
    }
  }
}
