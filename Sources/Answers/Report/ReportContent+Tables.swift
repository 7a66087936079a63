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

  /// By which units coverage is told: the provinces of the geography of the report.
  func divisions(of demand: Demand) -> [Told] {
    let scheme = network.records.schemes.map(\.record).first { $0.id == demand.scheme }
    let name = scheme.map { language($0.name, $0.nameEn ?? $0.name) } ?? demand.scheme
    return [
      Told(
        division: .level(.province), ending: demand.scheme,
        title: language("Theo tỉnh, thành: \(name)", "By province: \(name)"))
    ]
  }

  /// The coverage of answers, by a division.
  func coverage(_ answers: [NeedCoverage], by division: Division) -> CoverageReport? {
    guard let whole = answer.coverage else { return nil }
    var question = whole.question
    question.division = division
    return CoverageReport(
      answer: CoverageAnswer(
        question: question, session: session, prepared: whole.prepared,
        conditions: whole.conditions,
        needs: answers), style: style)
  }

  private func columns(_ first: [Table.Column]) -> [Table.Column] {
    first + [
      .init("people", language("Số người", "People"), .right)
    ]
      + [
        .init("served", PlanningText.name(.served, language), .right),
        // The ends of the range of those served tell it to people.
        .hidden("unknown"),
        .init("no_capacity", PlanningText.name(.noCapacity, language), .right),
        .init("out_of_reach", PlanningText.name(.outOfReach, language), .right),
        .init("not_served", language("Người chưa đến kịp", "People not served"), .right),
        .init("served_slow", language("Đến kịp nếu chậm", "Served if slow"), .right),
        .init("half_within", language("Nửa số dân trong (phút)", "Half within (min)"), .right),
        .init("without_page", language("Thiếu trang nguồn", "Without a page"), .right),
      ]
  }

  private func cells(
    _ answer: NeedCoverage, _ demand: Demand, _ communes: [Int]
  ) -> [Table.Cell] {
    let minutes = answer.threshold.minutes
    let typical = answer.coverage.people(within: minutes, in: communes, of: demand)
    let slow = answer.coverage.people(within: minutes, at: .slow, in: communes, of: demand)
    let halves = [true, false].map {
      answer.coverage.curve(supposingUnknown: $0, in: communes, of: demand).minutes(ofShare: 0.5)
    }
    let withoutPage = answer.coverage.peopleWithoutPage(
      within: minutes, in: communes, of: demand)
    // Nobody lacks capacity where everything unknown may be able: the column then vanishes.
    let lacking: Table.Cell =
      typical[.noCapacity] > 0 ? .share(typical.share(of: .noCapacity), language) : .none
    return [
      .people(typical.all, language), .shares(typical.servedShares, language),
      .share(typical.share(of: .unknown), language), lacking,
      .share(typical.share(of: .outOfReach), language),
      .people(
        typical.all - typical[.served] - typical[.unknown], typical.all - typical[.served],
        language),
      .shares(slow.servedShares, language), .minutes(halves[0], halves[1]),
      withoutPage >= 0.5
        ? .share(typical.all > 0 ? withoutPage / typical.all : nil, language) : .none,
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
    let demand = answer.coverage.demand
    var sheet = Table.part(
      "classes-" + told.ending, told.title,
      columns([
        .hidden("place"), .init("name", language("Đơn vị", "Unit")),
      ]))
    sheet.shown = Int.max
    for part in told.division.parts(of: demand, in: network) {
      let place = part.place.map { network.place($0) }
      sheet.add(
        [
          .init(place?.reference),
          .init(
            place.map { PlanningText.name($0, in: network, language) }
              ?? language("(không thuộc đơn vị nào)", "(in no such unit)")),
        ] + cells(answer, answer.coverage.demand, part.communes))
    }
    return sheet
  }

  /// The communes of a need, the furthest first; in a report on one unit all of them.
  func communes(_ answer: NeedCoverage) -> Table {
    var sheet = Table.part(
      "communes", language("Theo xã, phường (xa nhất trước)", "By commune (furthest first)"),
      [
        .hidden("place"), .init("name", language("Xã, phường", "Commune")),
        .init("unit", language("Thuộc", "In")),
        .init("people", language("Số người", "People"), .right),
        .init("minutes", language("Phút", "Min"), .right),
        .init("minutes_slow", language("Phút nếu chậm", "Min if slow"), .right),
        .init("class", language("Loại", "Class")),
        .init("facility", language("Nơi gần nhất làm được", "Nearest able")),
        .init("ask", language("Hỏi trước", "Ask first")),
      ])
    sheet.shown = question.scope.under == nil ? 25 : Int.max
    let (usual, slow) = (answer.coverage.accesses(), answer.coverage.accesses(at: .slow))
    let communes = answer.coverage.demand.communes
    let order = communes.indices.sorted { left, right in
      (usual[left].minutes, communes[left].people, right)
        > (usual[right].minutes, communes[right].people, left)
    }
    for number in order {
      let place = network.place(communes[number].place)
      let access = usual[number]
      let kind = access.accessClass(within: answer.threshold.minutes)
      sheet.add([
        .init(place.reference), .init(place.name), .init(network.parent(of: place)?.name),
        .people(communes[number].people, language), .minutes(access.minutes),
        .minutes(slow[number].minutes),
        .init(PlanningText.name(kind, language), code: kind.rawValue),
        .init(access.able.map { network.facility($0.facility).name }),
        .init(
          kind == .unknown ? access.unknown.map { network.facility($0.facility).name } : nil),
      ])
    }
    return sheet
  }

  /// The able facilities of a need, those first that are nearest to most people.
  ///
  /// A facility that is able and nobody's nearest comes after all others.
  func ableFacilities(_ answer: NeedCoverage) -> [FacilityLoad] {
    // Of a report on one unit those elsewhere are told only where somebody goes there.
    question.scope.under == nil
      ? answer.coverage.allLoads(in: network) : answer.coverage.loads(in: network)
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
        .people(load.surePeople, load.people, language), .init(load.communes),
        .init(
          text: load.beds.map { language.grouped($0) } ?? "",
          json: load.beds.map { .number($0, decimals: 0) }),
        perBed, .init(degrees: facility.position.point?.latitude),
        .init(degrees: facility.position.point?.longitude),
      ])
    }
    sheet.notes = [
      language(
        "Sức ép có thể có, không phải dự báo số người bệnh: người dân cũng đi qua nơi gần nhất. a–b: a người không có bệnh viện chưa rõ nào gần hơn. Ô trống: không rõ số giường.",
        "The pressure to expect, not a forecast of patients: people also pass by the nearest. a–b: a people have no hospital of unknown capability nearer. Blank: no figure of beds."
      )
    ]
    return sheet
  }
}
