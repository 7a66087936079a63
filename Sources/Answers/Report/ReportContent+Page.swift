import Drawing
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension ReportContent {
  /// The report as one page: HTML that is well-formed XML too.
  var page: String {
    var page = Markup()
    page.element(
      "html",
      [
        "xmlns": "http://www.w3.org/1999/xhtml", "lang": language.rawValue,
        "xml:lang": language.rawValue,
      ]
    ) { html in
      html.line()
      html.element("head") { head(&$0) }
      html.line()
      html.element("body") { body in
        cover(&body)
        contents(&body)
        body.element("main") { main in
          overview(&main)
          for (number, answer) in answers.enumerated() { need(answer, number, &main) }
          supportSection(&main)
          levelsSection(&main)
          qualitySection(&main)
          method(&main)
          closing(&main)
        }
      }
      html.line()
    }
    return "<!DOCTYPE html>\n" + page.source + "\n"
  }

  var title: String { language("Báo cáo tiếp cận chăm sóc", "Report on access to care") }

  private func head(_ head: inout Markup) {
    head.line()
    head.empty("meta", ["charset": "utf-8"])
    head.empty(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
          + "form-action 'none'",
      ])
    head.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    head.empty("meta", ["name": "generator", "content": "tuyen report"])
    head.element("title", text: "\(title) — \(networkName), \(at)")
    head.element("style") { $0.text(ReportStyle.plain) }
    head.line()
  }

  var networkName: String {
    language(network.header.name, network.header.nameEn ?? network.header.name)
  }

  private func cover(_ body: inout Markup) {
    body.line()
    body.element("header") { header in
      header.element("h1", text: title)
      header.element("p", ["class": "lead"], text: networkName)
      header.element("dl") { list in
        pair(language("Lúc", "As of"), "\(language.moment(at)) (\(at))", &list)
        travel(&list)
        pair(
          language("Dữ liệu", "Data"),
          "\(network.header.id), "
            + language("mã kiểm ", "digest ") + folder.digest
            + (asOf.map { language(", tính đến \($0)", ", as of \($0)") } ?? ""), &list)
        for scenario in folder.deltas {
          pair(
            language("Kịch bản", "Scenario"),
            network.words(scenario.header.title ?? scenario.path, in: language)
              + " (\(scenario.path))", &list)
        }
      }
      header.element("p", ["class": "warning"]) {
        $0.text(
          language(
            "Đây là phép tính trên dữ liệu khởi đầu cho một danh bạ, chưa ai xác nhận bằng điện thoại. Đây không phải tài liệu lâm sàng, không phải dự báo, không phải lời khuyên điều trị. \"Chưa rõ\" không có nghĩa là \"không\". Hãy gọi và kiểm tra trước khi quyết định.",
            "These are computations on a seed for a directory that nobody has confirmed by telephone. This is no clinical reference, no forecast and no advice on treatment. “Unknown” does not mean “no”. Call and check before you decide."
          ))
      }
    }
  }

  /// How people travel, and who is counted.
  private func travel(_ list: inout Markup) {
    guard let coverage = answer.coverage, let conditions else {
      pair(
        language("Đi lại", "Travel"),
        language(
          "mạng lưới này không có đường và phương tiện: báo cáo không có phần thời gian đến nơi",
          "this network holds no roads and vehicles: the report has no parts on times of travel"),
        &list)
      return
    }
    let vehicle = conditions.vehicle
    pair(
      language("Phương tiện", "By"), language(vehicle.name, vehicle.nameEn ?? vehicle.id), &list)
    if let weather = conditions.weather {
      pair(
        language("Thời tiết", "Weather"), language(weather.name, weather.nameEn ?? weather.id),
        &list)
    }
    if !conditions.closed.isEmpty {
      pair(
        language("Không dùng được", "Out of use"),
        conditions.closed.sorted().map {
          network.travel.links[$0].crossing ?? network.travel.links[$0].name
            ?? network.travel.links[$0].id
        }.uniqued.joined(separator: ", "), &list)
    }
    pair(
      language("Dân số", "People"),
      PlanningText.people(of: coverage.demand, in: network, language), &list)
    if let part = PlanningText.heldInPart(coverage.demand, in: network, language) {
      pair(language("Một phần", "In part"), part, &list)
    }
  }

  /// The latest day of which a document of the network speaks.
  private var asOf: String? {
    folder.documents.compactMap { $0.header.asOf.map { "\($0)" } }.max()
  }

  /// A term and what it stands for.
  func pair(_ term: String, _ text: String, _ list: inout Markup) {
    list.element("dt", text: term)
    list.element("dd", text: text)
  }

  private func contents(_ body: inout Markup) {
    body.line()
    body.element("nav", ["aria-label": language("Mục lục", "Contents")]) { nav in
      nav.element("ol") { list in
        for (id, title) in sections {
          list.element("li") { $0.element("a", ["href": "#" + id], text: title) }
        }
      }
    }
  }

  private var sections: [(id: String, title: String)] {
    var sections: [(id: String, title: String)] = []
    if answer.coverage != nil {
      sections.append(("overview", language("Tổng quan", "Overview")))
    }
    for (number, answer) in answers.enumerated() {
      sections.append(("need-\(number + 1)", language(answer.need.name, answer.need.nameEn)))
    }
    if answer.support != nil { sections.append(("support", supportTitle)) }
    if answer.levels != nil { sections.append(("levels", levelsTitle)) }
    if quality != nil { sections.append(("quality", qualityTitle)) }
    sections.append(("method", language("Cách tính", "Method")))
    sections.append(("again", language("Làm lại, giấy phép", "Reproduction, licence")))
    return sections
  }

  private func overview(_ main: inout Markup) {
    guard answer.coverage != nil else { return }
    main.line()
    main.element("section", ["id": "overview"]) { section in
      section.element("h2", ["class": "run"], text: language("Tổng quan", "Overview"))
      section.element(
        "p",
        text: language(
          "Phần dân số theo điều tốt nhất họ đến được trong ngưỡng, rời nhà lúc nêu trên. Mỗi xã, phường thuộc đúng một loại; các loại cộng lại là tất cả.",
          "The people by the best that they reach within the threshold, leaving home at the time above. Every commune is of exactly one class; the classes add up to all."
        ))
      summary.write(to: &section, language, file: "summary.csv")
    }
  }
}

extension ReportStyle {
  /// The style sheet on one line; its quotes are those that markup does not escape.
  static var plain: String {
    sheet.split(separator: "\n").joined().split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "'")
  }
}

extension Array where Element: Hashable {
  /// The elements without those that were there before.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
