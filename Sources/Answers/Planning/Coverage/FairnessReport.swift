import Facts
import Formats
import HealthNetwork
import Planning
import Referral

/// How evenly access to one need is spread, and the load of facilities.
struct FairnessReport {
  private let report: CoverageReport
  private let answer: NeedCoverage
  let minutes: Inequality
  let worst: WorstTenth
  /// The same if all hospitals of unknown capability were able.
  let leastMinutes: Inequality
  let leastWorst: WorstTenth
  let catchment: FloatingCatchment
  let accessibility: Inequality
  let loads: [FacilityLoad]

  /// The most facilities in a table.
  private static let mostLoads = 10

  init(_ report: CoverageReport, _ answer: NeedCoverage) {
    self.report = report
    self.answer = answer
    let people = answer.coverage.demand.communes
    let pairs = answer.coverage.accesses().enumerated().map {
      (minutes: $1.minutes, people: people[$0].people)
    }
    minutes = Inequality(pairs.map { ($0.minutes, $0.people) })
    worst = WorstTenth(pairs)
    let least = answer.coverage.accesses().enumerated().map {
      (minutes: $1.leastMinutes, people: people[$0].people)
    }
    leastMinutes = Inequality(least.map { ($0.minutes, $0.people) })
    leastWorst = WorstTenth(least)
    catchment = FloatingCatchment(
      answer.coverage.query.referral, on: report.prepared,
      within: answer.coverage.query.thresholds.map(\.minutes).max()
        ?? AccessThreshold.toolDefaultMinutes,
      decay: report.answer.question.decay)
    accessibility = Inequality(
      catchment.accessibility.enumerated().map { ($1, people[$0].people) })
    loads = answer.coverage.loads(in: report.network)
  }

  private var network: Network { report.network }

  /// The unit of supply.
  var unit: String {
    catchment.supply.unit == .beds
      ? report.language("giường", "beds")
      : report.language("cơ sở", "facilities")
  }

  /// The lines of a table.
  var lines: [String] {
    let language = report.language
    func number(_ value: Double?, _ decimals: Int) -> String {
      value.map { language.decimal($0, decimals) } ?? "—"
    }
    var lines = [
      "", language("Công bằng: ", "Fairness: ") + PlanningText.name(answer.need, language),
    ]
    func range(_ least: Double?, _ sure: Double?, _ decimals: Int) -> String {
      PlanningText.range(least, sure, decimals, language)
    }
    let gini = range(leastMinutes.gini, minutes.gini, 3)
    let average = range(leastMinutes.mean, minutes.mean, 1)
    let (fewest, most) = (
      language.grouped(leastMinutes.peopleWithout), language.grouped(minutes.peopleWithout)
    )
    let without = fewest == most ? most : "\(fewest)–\(most)"
    lines.append(
      language(
        "  Gini của số phút \(gini); trung bình \(average) phút; "
          + "\(without) người không đến được nơi nào",
        "  Gini of minutes \(gini); mean \(average) min; \(without) people reach nothing"))
    let first = range(leastWorst.leastMinutes, worst.leastMinutes, 1)
    let furthest = range(leastWorst.meanMinutes, worst.meanMinutes, 1)
    lines.append(
      language(
        "  Một phần mười xa nhất: từ \(first) phút, trung bình \(furthest) phút",
        "  Worst-off tenth: from \(first) min on, mean \(furthest) min"))
    let mean = accessibility.mean.map { $0 * 100_000 }
    let decay =
      catchment.decay == .slow
      ? language("giảm chậm theo đường đi", "slow decay")
      : language("giảm nhanh theo đường đi", "fast decay")
    lines.append(
      language(
        "  E2SFCA trong \(language.decimal(catchment.minutes, 1)) phút (\(decay)): "
          + "\(number(mean, 2)) \(unit)/100.000 người, Gini \(number(accessibility.gini, 3))",
        "  E2SFCA within \(language.decimal(catchment.minutes, 1)) min (\(decay)): "
          + "\(number(mean, 2)) \(unit) per 100,000 people, Gini \(number(accessibility.gini, 3))"))
    if catchment.supply.unit == .facilities {
      lines.append(
        language(
          "    mỗi cơ sở tính là 1: \(catchment.supply.withoutBeds)/"
            + "\(catchment.supply.facilities.count) cơ sở không rõ số giường",
          "    each facility counts as 1: \(catchment.supply.withoutBeds) of "
            + "\(catchment.supply.facilities.count) have no figure of beds"))
    }
    var table = TextTable([
      ("  " + language("Cơ sở gần nhất của", "Nearest facility of"), .left),
      (language("Số người", "People"), .right), (language("Xã/phường", "Communes"), .right),
      (language("Giường", "Beds"), .right), (language("Người/giường", "People/bed"), .right),
    ])
    for load in loads.prefix(FairnessReport.mostLoads) {
      table.add([
        "  " + network.facility(load.facility).name, PlanningText.load(load, language),
        String(load.communes), load.beds.map { language.grouped($0) } ?? "—",
        load.peoplePerBed.map { language.grouped($0) } ?? "—",
      ])
    }
    lines += table.lines(width: report.style.width)
    if loads.count > FairnessReport.mostLoads {
      lines.append(
        language(
          "  … và \(loads.count - FairnessReport.mostLoads) cơ sở nữa",
          "  … and \(loads.count - FairnessReport.mostLoads) more")
          + report.style.parenthesis(.wholeAnswer))
    }
    return lines
  }

  /// The same for programs: see docs/json.md.
  var json: JSONValue {
    .object([
      "giniOfMinutes": minutes.gini.map { .number($0, decimals: 6) },
      "meanMinutes": minutes.mean.map { .number($0, decimals: 3) },
      "peopleWithout": .number(minutes.peopleWithout, decimals: 1),
      "ifUnknownAble": .object([
        "giniOfMinutes": leastMinutes.gini.map { .number($0, decimals: 6) },
        "meanMinutes": leastMinutes.mean.map { .number($0, decimals: 3) },
        "peopleWithout": .number(leastMinutes.peopleWithout, decimals: 1),
        "worstTenthLeastMinutes": leastWorst.leastMinutes.map { .number($0, decimals: 3) },
        "worstTenthMeanMinutes": leastWorst.meanMinutes.map { .number($0, decimals: 3) },
      ]),
      "worstTenth": .object([
        "people": .number(worst.people, decimals: 1),
        "peopleWithout": .number(worst.peopleWithout, decimals: 1),
        "leastMinutes": worst.leastMinutes.map { .number($0, decimals: 3) },
        "meanMinutes": worst.meanMinutes.map { .number($0, decimals: 3) },
      ]),
      "e2sfca": .object([
        "minutes": .number(catchment.minutes, decimals: 3),
        "decay": .string(catchment.decay.rawValue),
        "weights": .array(catchment.decay.weights.map { .number($0, decimals: 2) }),
        "supply": .string(catchment.supply.unit.rawValue),
        "facilities": .integer(catchment.supply.facilities.count),
        "facilitiesWithoutBeds": .integer(catchment.supply.withoutBeds),
        "per100000": accessibility.mean.map { .number($0 * 100_000, decimals: 4) },
        "gini": accessibility.gini.map { .number($0, decimals: 6) },
      ]),
      "loads": .array(
        loads.map { load in
          .object([
            "facility": PlanningText.json(network.facility(load.facility)),
            "people": .number(load.people, decimals: 1),
            "peopleAtLeast": .number(load.surePeople, decimals: 1),
            "communes": .integer(load.communes),
            "beds": load.beds.map { .number($0, decimals: 1) },
            "peoplePerBed": load.peoplePerBed.map { .number($0, decimals: 2) },
          ])
        }),
    ])
  }
}
