import Facts
import Formats
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
  func coverage(_ answers: [NeedCoverage], by division: Division) -> CoverageReport {
    var question = answer.coverage.question
    question.division = division
    return CoverageReport(
      answer: CoverageAnswer(
        question: question, session: session, ground: ground, conditions: conditions,
        needs: answers), style: style)
  }

  private func columns(_ first: [Table.Column]) -> [Table.Column] {
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
    _ answer: NeedCoverage, _ demand: Demand, _ communes: [Int]
  ) -> [Table.Cell] {
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
  var summary: Table {
    var sheet = Table.part(
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
  func classes(_ answer: NeedCoverage, _ told: Told) -> Table {
    let report = coverage([answer], by: told.division)
    var sheet = Table.part(
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
  func ableFacilities(_ answer: NeedCoverage) -> [FacilityLoad] {
    answer.coverage.allLoads(in: network)
  }

  /// The pressure on each able facility.
  func loads(_ answer: NeedCoverage) -> Table {
    var sheet = Table.part(
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
      var perBed = Table.Cell(load.peoplePerBed, decimals: 2)
      if let people = load.peoplePerBed { perBed.text = language.grouped(people) }
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
}
