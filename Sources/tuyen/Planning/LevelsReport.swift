import Facts
import Formats
import HealthNetwork
import Planning

/// The levels of facilities, as a planner reads them.
struct LevelsReport {
  let network: Network
  let digest: String
  let at: Instant
  let scheme: String
  let command: LevelsCommand
  let demand: Demand?
  private let parts: [LadderPart]

  /// One ladder: where every facility stands, and what the next rung would bring.
  private struct LadderPart {
    var ladder: Ladder
    var standings: [LadderStanding]
    /// How many facilities are on each rung, and how many may be.
    var held: [Int]
    var possible: [Int]
    /// The minutes of each rung, and whose standard that is.
    var limits: [(minutes: Double, source: String)?]
    var gains: [Int: LevelGain] = [:]
    /// People who have each rung within its limit now.
    var served: [Double?]
  }

  init(
    network: Network, digest: String, at: Instant, scheme: String, command: LevelsCommand,
    ladders: [Ladder], facilities: [Int], demand: Demand?, ground: PlanningGround?
  ) {
    self.network = network
    self.digest = digest
    self.at = at
    self.scheme = scheme
    self.command = command
    self.demand = demand
    let register = PracticeRegister(
      network, on: at.day, minimumConfidence: command.minConfidence)
    let wanted = Set(facilities)
    parts = ladders.map { ladder in
      let open = (0..<network.facilityCount).filter {
        network.facility($0).isInService(on: at.day, isConfirmed: true)
      }
      let standings = open.map { LadderStanding(ladder, of: $0, register) }
      let limits = ladder.rungs.map {
        LevelsReport.limit(of: $0, in: network, instead: command.within)
      }
      var part = LadderPart(
        ladder: ladder, standings: [],
        held: ladder.rungs.indices.map { rung in standings.filter { $0.level == rung }.count },
        possible: ladder.rungs.indices.map { rung in
          standings.filter { $0.isKnown && ($0.ceiling ?? -1) >= rung }.count
        }, limits: limits, served: ladder.rungs.map { _ in nil })
      part.standings = standings.filter {
        wanted.contains($0.facility)
          && ($0.isKnown || command.all && network.facility($0.facility).canSupport)
      }
      guard let demand, let ground else { return part }
      for rung in ladder.rungs.indices {
        let gains = LevelGains(
          of: part.standings.filter { $0.next == rung }.map(\.facility),
          among: standings.filter { ($0.level ?? -1) >= rung }.map(\.facility), for: demand,
          on: ground, within: limits[rung]?.minutes)
        // Without a standard everybody who gets there at all would count.
        if limits[rung] != nil { part.served[rung] = gains.served }
        for gain in gains.gains { part.gains[gain.facility] = gain }
      }
      return part
    }
  }

  /// Whether any facility is on any ladder.
  var hasFound: Bool { parts.contains { !$0.standings.isEmpty } }

  private static func limit(
    of rung: Rung, in network: Network, instead minutes: Double?
  ) -> (minutes: Double, source: String)? {
    if let minutes { return (minutes, "--within") }
    let standards = network.records.accessStandards.map(\.record)
    guard let standard = standards.first(where: { $0.id == rung.standard }),
      let minutes = standard.minutes
    else { return nil }
    return (minutes, "\(standard.id): \(standard.provenance.source ?? "?")")
  }

  func write() throws(Failure) {
    let language = command.networkOptions.lang
    var head = [
      language("Bậc chăm sóc, suy ra từ kỹ thuật", "Levels of care, derived from what is performed")
        + " — \(network.header.id), \(at.day)"
    ]
    if let demand {
      head += Paragraph.lines(
        language("Dân số", "People") + ": \(grouped(demand.people)) (\(scheme), "
          + "\(demand.basis.rawValue)\(counted.map { " \($0.date)" } ?? ""); "
          + (counted?.source ?? "?") + ")", width: Paragraph.width, limit: 2)
    }
    head.append(
      language(
        "Chỉ dựa vào thông tin có độ tin cậy từ \(command.minConfidence.rawValue) trở lên; chưa ai nói không phải là không có.",
        "Rests on statements of confidence \(command.minConfidence.rawValue) or more; what nobody said is not no."
      ))
    try Table.write(
      [rungs(language), facilities(language)].filter {
        command.format != .csv || $0.key == "facilities"
      }, as: command.format, head: head, query: query, isWhole: command.all, language)
  }

  /// When and by whom people were counted, as the figures say: the first of them stands for all.
  private var counted: (date: String, source: String)? {
    guard let demand, let first = demand.communes.first,
      let figure = network.place(first.place).population(demand.basis)
    else { return nil }
    return (
      figure.date?.description ?? "?",
      figure.source ?? network.place(first.place).provenance.source ?? "?"
    )
  }

  private var query: JSONValue {
    .object([
      "at": .string(at.description), "scheme": .string(scheme),
      "minConfidence": .string(command.minConfidence.rawValue),
      "vehicle": demand == nil ? nil : .string(command.travel.vehicle),
      "population": demand.map { .string($0.basis.rawValue) },
      "populationDate": counted.map { .string($0.date) },
      "populationSource": counted.map { .string($0.source) },
      "people": demand.map { .number($0.people, decimals: 0) },
      "within": command.within.map { .number($0, decimals: 1) },
      "network": .object(["id": .string(network.header.id), "digest": .string(digest)]),
    ])
  }

  /// The levels of each ladder.
  func rungs(_ language: Language) -> Table {
    var sheet = Table.part(
      "rungs", language("Các bậc", "Levels"),
      [
        .init("ladder", language("Thang", "Ladder"), width: 10),
        .init("level", language("Bậc", "Level"), width: 14),
        .init("name", language("Tên", "Name"), width: 44),
        .init("held", language("Đang có", "Held by"), .right),
        .init("may_be_held", language("Có thể", "At most"), .right),
        .init("minutes", language("Phút", "Minutes"), .right),
        .init("people_served", language("Dân trong chuẩn", "People within"), .right),
        .init("derived", language("", ""), width: 12), .hidden("requires"), .hidden("confidence"),
        .hidden("standard"), .init("source", language("Nguồn", "Source"), width: 40),
      ])
    sheet.shown = Int.max
    for part in parts {
      for (index, rung) in part.ladder.rungs.enumerated() {
        let isDerived = part.ladder.isVerified != true
        sheet.add([
          .init(part.ladder.id), .init(rung.level),
          .init(language(rung.name, rung.nameEn ?? rung.name)), .init(part.held[index]),
          .init(part.possible[index]), .init(part.limits[index]?.minutes, decimals: 0),
          number(part.served[index]), .init(isDerived, language("suy ra", "derived")),
          .init(list: rung.requires.split(separator: " ").map(String.init)),
          .init((rung.provenance.confidence ?? part.ladder.provenance.confidence)?.rawValue),
          .init(part.limits[index]?.source),
          .init(rung.provenance.source ?? part.ladder.provenance.source),
        ])
      }
    }
    sheet.notes = [
      language(
        "Đang có: số cơ sở có bậc này là bậc cao nhất chắc chắn. Có thể: số cơ sở có thông tin mà chưa bị loại khỏi bậc này.",
        "Held by: facilities for which this is surely the highest level. At most: facilities of which something is said and that nothing rules out from the level."
      )
    ]
    return sheet
  }

  /// The facilities on each ladder.
  func facilities(_ language: Language) -> Table {
    var sheet = Table.part(
      "facilities", language("Cơ sở, và bậc kế tiếp", "Facilities, and the next level"),
      [
        .init("ladder", language("Thang", "Ladder"), width: 9), .hidden("id"),
        .init("name", language("Cơ sở", "Facility"), width: 34),
        .init("level", language("Bậc", "Level"), width: 14), .hidden("derived"),
        .hidden("ceiling"), .hidden("stated_whole"),
        .init("recent", language("Trong hạn", "Recent"), width: 10),
        .hidden("last_known"), .init("next", language("Kế tiếp", "Next"), width: 14),
        .init("missing", language("Thiếu", "Missing"), width: 28),
        .init("unknown", language("Chưa rõ", "Unknown"), width: 34), .hidden("performed"),
        .init("people_gained", language("Dân được lợi", "People helped"), .right),
        .init("people_newly", language("mới có", "newly"), .right), .hidden("communes_gained"),
      ])
    sheet.shown = 8
    sheet.isGrouped = true
    for part in parts {
      let order = part.standings.sorted { left, right in
        let gains = [left, right].map { part.gains[$0.facility] }
        let people = gains.map { $0?.people ?? -1 }
        let newly = gains.map { $0?.newly ?? -1 }
        return (newly[1], people[1], right.level ?? -1, left.facility)
          < (newly[0], people[0], left.level ?? -1, right.facility)
      }
      for standing in order { sheet.add(row(standing, part, language)) }
    }
    if sheet.rows.isEmpty {
      sheet.notes.append(
        language(
          "Không có thông tin nào về các thang này; --all liệt kê cả bệnh viện chưa ai nói gì.",
          "Nothing is said that has to do with these ladders; --all lists hospitals of which nobody said anything."
        ))
    }
    sheet.notes += [
      language(
        "Dân được lợi: số người mà cơ sở này sẽ là nơi gần nhất có bậc kế tiếp, trong số phút của bậc đó (không có số phút: xa mấy cũng tính); mới có: trong đó, người hiện chưa có nơi nào trong số phút ấy.",
        "People helped: for whom this facility would be the nearest of the next level within its minutes (without minutes: however far); newly: those of them who have none within them now."
      ),
      language(
        "Mọi bậc chỉ là suy ra, chưa ai thẩm định. Trong hạn: nguồn đòi đã thực hiện trong vài tháng gần đây.",
        "Every level is derived, none was verified. Recent: the source asks that it was performed in the last months."
      ),
    ]
    return sheet
  }

  private func row(
    _ standing: LadderStanding, _ part: LadderPart, _ language: Language
  ) -> [Table.Cell] {
    let rungs = part.ladder.rungs
    let level = standing.level
    let next = standing.next
    let step = next.map { standing.steps[$0] }
    let held = level.map { standing.steps[$0] }
    func codes(_ requirements: [[String]]?) -> Table.Cell {
      let list = requirements?.map { $0.joined(separator: "|") } ?? []
      return .init(
        list: list, texts: list.map { $0.split(separator: ".").last.map(String.init) ?? $0 })
    }
    let recent: Table.Cell =
      switch held?.isRecent {
      case nil: .init(nil as Bool?, "")
      case true?: .init(true, language("có", "yes"))
      case false?: Table.Cell(language("chưa rõ", "not shown"), flag: false)
      }
    let gain = part.gains[standing.facility]
    return [
      .init(part.ladder.id), .init(network.facility(standing.facility).id),
      .init(network.facility(standing.facility).name), .init(level.map { rungs[$0].level }),
      .init(part.ladder.isVerified != true, ""),
      .init(standing.ceiling.map { rungs[$0].level }), .init(held?.isStatedWhole, ""), recent,
      .init(held?.lastKnown?.description), .init(next.map { rungs[$0].level }),
      codes(step?.missing), codes(step?.unknown), codes(step?.performed), number(gain?.people),
      number(gain?.newly), .init(gain?.communes),
    ]
  }

  private func number(_ people: Double?) -> Table.Cell {
    var cell = Table.Cell(people, decimals: 0)
    cell.text = people.map(grouped) ?? ""
    return cell
  }

  /// A number of people with its thousands apart.
  private func grouped(_ people: Double) -> String {
    let digits = Array(String(Int(people.rounded())))
    let mark = command.networkOptions.lang(".", ",")
    return digits.enumerated().map { index, digit in
      let rest = digits.count - index
      return index > 0 && rest % 3 == 0 ? mark + String(digit) : String(digit)
    }.joined()
  }
}

extension Table.Cell {
  /// A flag with words for people, whatever it is.
  fileprivate init(_ text: String, flag: Bool) {
    self.init(flag, text)
    self.text = text
  }
}
