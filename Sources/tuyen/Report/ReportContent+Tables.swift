import Exchange
import Facts
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension ReportContent {
  /// A division of the people, with the ending of its file's name.
  struct Told {
    var division: Division
    var ending: String
    var title: String
  }

  /// By which units coverage is told: the provinces of the communes' own geography, and those of
  /// every other one.
  var divisions: [Told] {
    let own = ground.demand.scheme
    var told: [Told] = []
    for scheme in network.records.schemes.map(\.record) {
      let isOwn = scheme.id == own
      told.append(
        Told(
          division: isOwn ? .level(.province) : .provinces(scheme: scheme.id),
          ending: scheme.id,
          title: language(
            "Theo tỉnh, thành: \(scheme.name)",
            "By province: \(scheme.nameEn ?? scheme.name)")))
    }
    // A geography in which nobody lives says nothing.
    return told.filter { told in
      told.division.parts(of: ground.demand, in: network).contains { $0.place != nil }
    }
  }

  /// The coverage of answers, by a division.
  func coverage(_ answers: [CoverageAnswer], by division: Division) -> CoverageReport {
    CoverageReport(
      folder: folder, ground: ground, conditions: conditions, division: division,
      answers: answers, language: language, tellsCurve: true, tellsFairness: false,
      decay: .slow)
  }

  private func columns(_ first: [Sheet.Column]) -> [Sheet.Column] {
    first + [
      .init("people", language("Số người", "People"), .right)
    ]
      + AccessClass.allCases.map {
        .init($0.rawValue, PlanningText.name($0, language), .right)
      } + [
        .init("not_served", language("Người chưa đến kịp", "People not served"), .right),
        .init("served_slow", language("Đến kịp nếu chậm", "Served if slow"), .right),
        .init("half_within", language("Nửa số dân trong (phút)", "Half within (min)"), .right),
      ]
  }

  private func cells(
    _ answer: CoverageAnswer, _ demand: Demand, _ communes: [Int]
  ) -> [Sheet.Cell] {
    let minutes = answer.threshold.minutes
    let typical = answer.coverage.people(within: minutes, in: communes, of: demand)
    let slow = answer.coverage.people(within: minutes, at: .slow, in: communes, of: demand)
    let half = answer.coverage.curve(in: communes, of: demand).minutes(ofShare: 0.5)
    return [.people(typical.all, language)]
      + AccessClass.allCases.map { .share(typical.share(of: $0), language) }
      + [
        .people(typical.all - typical[.served], language),
        .share(slow.share(of: .served), language), .minutes(half),
      ]
  }

  /// All needs at a glance.
  var summary: Sheet {
    var sheet = Sheet(
      "summary", language("Mọi nhu cầu, toàn mạng lưới", "All needs, whole network"),
      columns([
        .hidden("need"), .init("name", language("Nhu cầu", "Need")),
        .init("threshold", language("Ngưỡng (phút)", "Threshold (min)"), .right),
        .init("ages", language("Tuổi", "Ages")),
      ]))
    sheet.shown = Int.max
    for answer in answers {
      for demand in answer.demands {
        sheet.add(
          [
            .init(answer.need.capability),
            .init(language(answer.need.name, answer.need.nameEn)),
            .init(answer.threshold.minutes, decimals: 1),
            .init(PlanningText.name(demand.group, language), code: demand.group.text),
          ] + cells(answer, demand, Array(demand.communes.indices)))
      }
    }
    return sheet
  }

  /// The classes of a need by units.
  func classes(_ answer: CoverageAnswer, _ told: Told) -> Sheet {
    let report = coverage([answer], by: told.division)
    var sheet = Sheet(
      "classes-" + told.ending, told.title,
      columns([
        .hidden("place"), .init("name", language("Đơn vị", "Unit")),
      ]))
    sheet.shown = Int.max
    for part in report.parts {
      sheet.add(
        [
          .init(part.place.map { network.place($0).reference }), .init(report.name(part)),
        ] + cells(answer, answer.coverage.demand, part.communes))
    }
    return sheet
  }

  /// The able facilities of a need, those first that are nearest to most people.
  ///
  /// A facility that is able and nobody's nearest comes after all others.
  func ableFacilities(_ answer: CoverageAnswer) -> [FacilityLoad] {
    answer.coverage.allLoads(in: network)
  }

  /// The pressure on each able facility.
  func loads(_ answer: CoverageAnswer) -> Sheet {
    var sheet = Sheet(
      "loads",
      language(
        "Cơ sở làm được: là nơi gần nhất của bao nhiêu người",
        "Able facilities: of how many people each is the nearest"),
      [
        .init("number", language("Số trên bản đồ", "No. on the map"), .right), .hidden("id"),
        .init("name", language("Cơ sở", "Facility")),
        .init("people", language("Số người", "People"), .right),
        .init("communes", language("Xã/phường", "Communes"), .right),
        .init("beds", language("Giường", "Beds"), .right),
        .init("people_per_bed", language("Người/giường", "People/bed"), .right),
        .hidden("latitude"), .hidden("longitude"),
      ])
    sheet.shown = 20
    for (number, load) in ableFacilities(answer).enumerated() {
      let facility = network.facility(load.facility)
      var perBed = Sheet.Cell(load.peoplePerBed, decimals: 2)
      if let people = load.peoplePerBed { perBed.text = PlanningText.people(people, language) }
      sheet.add([
        .init(number + 1), .init(facility.id), .init(facility.name),
        .people(load.people, language), .init(load.communes), .init(load.beds, decimals: 0),
        perBed, .init(facility.position.point?.latitude, decimals: 7),
        .init(facility.position.point?.longitude, decimals: 7),
      ])
    }
    sheet.notes = [
      language(
        "Sức ép có thể có, không phải dự báo số người bệnh: người dân cũng đi qua nơi gần nhất. Ô trống: không rõ số giường.",
        "The pressure to expect, not a forecast of patients: people also pass by the nearest. Blank: no figure of beds."
      )
    ]
    return sheet
  }

  /// The largest gaps of a need.
  func gaps(_ report: GapsReport) -> Sheet {
    var sheet = Sheet(
      "gaps",
      language(
        "Nơi ngoài chuẩn đông dân nhất, và cách rẻ nhất để khép",
        "The gaps of most people, and the cheapest change in kind"),
      [
        .init("place", language("Nơi", "Place")),
        .init("people", language("Số người", "People"), .right),
        .init("nearest", language("Gần nhất làm được", "Nearest able")),
        .init("minutes", language("Phút", "Min"), .right),
        .init("cause", language("Vì sao", "Why")), .init("change", language("Thay đổi", "Change")),
        .init("people_gained", language("Thêm người kịp", "People gained"), .right),
      ])
    sheet.shown = Int.max
    for gap in report.gaps {
      let best = gap.changes.first
      sheet.add([
        .init(network.fullName(of: report.place(gap.commune))), .people(gap.people, language),
        .init(gap.nearest.map { network.facility($0.facility).name } ?? "—"),
        .minutes(gap.nearest?.minutes), .init(report.text(gap.cause)),
        .init(
          best.map { report.text($0.change) }
            ?? language("chưa thấy thay đổi đơn lẻ nào đủ", "no single change tried closes it")),
        .people(best?.peopleGained, language),
      ])
    }
    let people = report.allGaps.reduce(0) { $0 + ground.demand.communes[$1].people }
    sheet.notes = [
      language(
        "Tất cả: \(report.allGaps.count) xã/phường, \(PlanningText.people(people, language)) người ngoài chuẩn; bảng kể \(report.gaps.count) nơi. Mỗi thay đổi đã được tính lại trên toàn mạng lưới.",
        "In all: \(report.allGaps.count) communes, \(PlanningText.people(people, language)) people beyond the standard; the table has \(report.gaps.count). Each change was computed anew for the whole network."
      )
    ]
    return sheet
  }

  /// The worst losses of one kind.
  func losses(
    _ section: LossReport.Section, _ answer: LossReport.Answer, _ report: LossReport
  ) -> Sheet {
    let count = section.considered
    let title =
      section.kind == .facilities
      ? language(
        "Nếu mất từng cơ sở (\(count) cơ sở)", "If each facility were lost (\(count))")
      : language(
        "Nếu mất từng cầu, phà (\(count) cầu, phà)",
        "If each bridge or ferry were lost (\(count))")
    var sheet = Sheet(
      "losses-" + section.kind.rawValue, title,
      [
        .init("rank", "#", .right), .hidden("kind"), .hidden("id"),
        .init("name", language("Mất", "Lost")),
        .init("losing", language("Hết trong ngưỡng", "Lose the threshold"), .right),
        .init("cut_off", language("Bị cắt", "Cut off"), .right),
        .init("slower", language("Đi lâu hơn", "Travel longer"), .right),
        .init("each", language("Thêm phút mỗi người", "Minutes more each"), .right),
        .init("most", language("Nhiều nhất ở", "Most in")),
      ])
    sheet.shown = Int.max
    for (rank, loss) in section.losses.prefix(report.top).enumerated() {
      let units = report.units(loss.changes, threshold: answer.need.threshold)
      sheet.add([
        .init(rank + 1), .init(report.kind(loss.subject)), .init(report.id(loss.subject)),
        .init(report.name(loss.subject)), .people(loss.tally.leaving, language),
        .people(loss.tally.cutOff, language), .people(loss.tally.slower, language),
        .init(
          loss.tally.slower > 0 ? loss.tally.personMinutes / loss.tally.slower : nil,
          decimals: 0),
        .init(
          units.prefix(2).map { "\($0.name) \(PlanningText.people($0.people, language))" }
            .joined(separator: "; ")),
      ])
    }
    return sheet
  }

  /// How evenly access is spread.
  func fairness(_ answer: CoverageAnswer) -> Sheet {
    let fairness = FairnessReport(coverage([answer], by: .network), answer)
    var sheet = Sheet(
      "fairness", language("Công bằng", "Fairness"),
      [
        .hidden("figure"), .init("name", language("Con số", "Figure")),
        .init("value", language("Giá trị", "Value"), .right),
        .init("unit", language("Đơn vị", "Unit")),
      ])
    sheet.shown = Int.max
    let minutes = language("phút", "min")
    func add(
      _ key: String, _ vi: String, _ en: String, _ value: Double?, _ decimals: Int, _ unit: String
    ) {
      sheet.add([
        .init(key), .init(language(vi, en)), .init(value, decimals: decimals), .init(unit),
      ])
    }
    add("gini_of_minutes", "Gini của số phút", "Gini of minutes", fairness.minutes.gini, 3, "")
    add(
      "mean_minutes", "Trung bình (ai đến được)", "Mean (of who reaches any)",
      fairness.minutes.mean, 1, minutes)
    add(
      "people_without", "Không đến được nơi nào", "Reach none", fairness.minutes.peopleWithout, 0,
      language("người", "people"))
    add(
      "worst_tenth_from", "Một phần mười xa nhất: từ", "Worst-off tenth: from",
      fairness.worst.leastMinutes, 1, minutes)
    add(
      "worst_tenth_mean", "Một phần mười xa nhất: trung bình", "Worst-off tenth: mean",
      fairness.worst.meanMinutes, 1, minutes)
    add(
      "e2sfca",
      "E2SFCA trong \(decimal(fairness.catchment.minutes, 1)) phút",
      "E2SFCA within \(decimal(fairness.catchment.minutes, 1)) min",
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
