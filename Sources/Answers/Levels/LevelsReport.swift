import Facts
import Formats
import HealthNetwork
import Planning
import TravelNetwork

/// The levels of facilities, as a planner reads them.
struct LevelsReport: SessionReport {
  let answer: LevelsAnswer
  let style: AnswerStyle

  var question: LevelsQuestion { answer.question }
  var demand: Demand? { answer.demand }

  /// What is said above both tables.
  var head: [String] {
    let least = question.minimumConfidence.text(language)
    var head = [
      language("Bậc chăm sóc, suy ra từ kỹ thuật", "Levels of care, derived from what is performed")
        + " — \(network.header.name(in: language)), \(language.date("\(question.at.day)"))"
    ]
    if let demand {
      head += Paragraph.lines(
        language("Dân số", "People") + ": \(language.grouped(demand.people)) ("
          + PlanningText.scheme(question.scheme, in: network, language) + ", "
          + PlanningText.name(demand.basis, language.date(counted?.date ?? ""), language) + "; "
          + (words(counted?.source) ?? "?") + ")", width: style.width)
      head += PlanningText.held(demand, in: network, style)
    }
    head.append(
      language(
        "Chỉ dựa vào thông tin có độ tin cậy từ \(least) trở lên; chưa ai nói không phải là không có.",
        "Rests on statements of \(least) confidence or more; where nothing is said, that is not a no."
      ))
    return head
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

  /// What was asked, for programs.
  var query: JSONValue {
    .object([
      "at": .string(question.at.description), "scheme": .string(question.scheme),
      "minConfidence": .string(question.minimumConfidence.rawValue),
      "vehicle": question.conditions.map { .string($0.vehicle.id) },
      "population": demand.map { .string($0.basis.rawValue) },
      "populationDate": counted.map { .string($0.date) },
      "populationSource": counted.map { .string($0.source) },
      "people": demand.map { .number($0.people, decimals: 0) },
      "within": question.withinMinutes.map { .number($0, decimals: 1) },
      "network": answer.session.json,
    ])
  }

  /// The levels of each ladder.
  var rungs: Table {
    var sheet = Table.part(
      "rungs", language("Các bậc", "Levels"),
      [
        .init("ladder", language("Thang", "Ladder"), width: 20), .hidden("level"),
        .init("name", language("Bậc", "Level"), width: 44),
        .init("held", language("Đang có", "Held by"), .right),
        .init("may_be_held", language("Có thể", "At most"), .right),
        .init("minutes", language("Phút", "Minutes"), .right),
        .init("people_served", language("Dân trong chuẩn", "People within"), .right),
        .init("derived", language("", ""), width: 12), .hidden("requires"), .hidden("confidence"),
        .hidden("standard"), .init("source", language("Nguồn", "Source"), width: 40),
      ])
    sheet.shown = Int.max
    for part in answer.studies {
      for (index, rung) in part.ladder.rungs.enumerated() {
        let isDerived = part.ladder.isVerified != true
        sheet.add([
          .init(part.ladder.name(in: language), code: part.ladder.id), .init(rung.level),
          .init(language(rung.name, rung.englishName)), .init(part.held[index]),
          .init(part.possible[index]), .init(part.limits[index]?.minutes, decimals: 0),
          number(part.served[index]), .init(isDerived, language("suy ra", "derived")),
          .init(list: rung.requires.split(separator: " ").map(String.init)),
          .init((rung.provenance.confidence ?? part.ladder.provenance.confidence)?.rawValue),
          .init(part.limits[index].map(source)),
          freeText(rung.provenance.source ?? part.ladder.provenance.source),
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
  var facilities: Table {
    var sheet = Table.part(
      "facilities", language("Cơ sở, và bậc kế tiếp", "Facilities, and the next level"),
      [
        .init("ladder", language("Thang", "Ladder"), width: 20), .hidden("id"),
        .init("name", language("Cơ sở", "Facility"), width: 34),
        .init("level", language("Bậc", "Level"), width: 24), .hidden("derived"),
        .hidden("ceiling"), .hidden("stated_whole"),
        .init("recent", language("Trong hạn", "Recent"), width: 10),
        .hidden("last_known"), .init("next", language("Kế tiếp", "Next"), width: 24),
        .init("missing", language("Thiếu", "Missing"), width: 28),
        .init("unknown", language("Chưa rõ", "Unknown"), width: 34), .hidden("performed"),
        .init("people_gained", language("Dân được lợi", "People helped"), .right),
        .init("people_newly", language("mới có", "newly"), .right), .hidden("communes_gained"),
      ])
    sheet.shown = 8
    sheet.isGrouped = true
    for part in answer.studies {
      for standing in part.standingsByGain { sheet.add(row(standing, part)) }
    }
    if sheet.rows.isEmpty {
      sheet.notes.append(
        language(
          "Không có thông tin nào về các thang này",
          "Nothing is said that has to do with these ladders")
          + style.clause(.unknownHospitals) + ".")
    }
    sheet.notes += [
      language(
        "Dân được lợi: số người mà cơ sở này sẽ là nơi gần nhất có bậc kế tiếp, trong số phút của bậc đó (không có số phút: xa mấy cũng tính); mới có: trong đó, người hiện chưa có nơi nào trong số phút ấy.",
        "People helped: for whom this facility would be the nearest of the next level within its minutes (without minutes: however far); newly: those of them who have none within them now."
      ),
      language(
        "Mọi bậc chỉ là suy ra, chưa ai thẩm định. Trong hạn: nguồn đòi hỏi kỹ thuật phải được thực hiện trong vài tháng gần đây.",
        "Every level is derived, none was verified. Recent: the source asks that each function was performed in the last months."
      ),
    ]
    return sheet
  }

  private func row(
    _ standing: LadderStanding, _ part: LadderStudy
  ) -> [Table.Cell] {
    let rungs = part.ladder.rungs
    let level = standing.level
    let next = standing.next
    let step = next.map { standing.steps[$0] }
    let held = level.map { standing.steps[$0] }
    func named(_ index: Int) -> Table.Cell {
      .init(rungs[index].name(in: language), code: rungs[index].level)
    }
    func codes(_ requirements: [[String]]?) -> Table.Cell {
      let list = requirements?.map { $0.joined(separator: "|") } ?? []
      return .init(
        list: list,
        texts: (requirements ?? []).map { codes in
          codes.map { network.name(ofCapability: $0, in: language) }
            .joined(separator: language(" hoặc ", " or "))
        })
    }
    let recent: Table.Cell =
      switch held?.isRecent {
      case nil: .init(nil as Bool?, "")
      case true?: .init(true, language("có", "yes"))
      case false?: Table.Cell(language("chưa rõ", "not shown"), flag: false)
      }
    let gain = part.gains[standing.facility]
    return [
      .init(part.ladder.name(in: language), code: part.ladder.id),
      .init(network.facility(standing.facility).id),
      .init(network.facility(standing.facility).name), level.map(named) ?? .none,
      .init(part.ladder.isVerified != true, ""),
      .init(standing.ceiling.map { rungs[$0].level }), .init(held?.isStatedWhole, ""), recent,
      .init(held?.lastKnown?.description), next.map(named) ?? .none,
      codes(step?.missing), codes(step?.unknown), codes(step?.performed), number(gain?.people),
      number(gain?.newly), .init(gain?.communes),
    ]
  }

  private func number(_ people: Double?) -> Table.Cell {
    var cell = Table.Cell(people, decimals: 0)
    cell.text = people.map { language.grouped($0) } ?? ""
    return cell
  }

  /// The standard that says that so many minutes are near enough; "asked" where the question said so.
  private func source(of limit: LadderStudy.Limit) -> String {
    limit.standard.map { "\($0.id): \($0.provenance.source ?? "?")" } ?? "asked"
  }
}

extension Table.Cell {
  /// A flag with words for people, whatever it is.
  fileprivate init(_ text: String, flag: Bool) {
    self.init(flag, text)
    self.text = text
  }
}
