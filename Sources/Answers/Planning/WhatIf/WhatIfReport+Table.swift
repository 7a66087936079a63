import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension WhatIfReport {
  /// The scenarios as a planner reads them.
  var table: String {
    let conditions = base.conditions
    let vehicle = language(
      conditions.vehicle.name, conditions.vehicle.nameEn ?? conditions.vehicle.id)
    var lines = [
      language(
        "Lúc: \(language.moment(withWeekdayOf: conditions.at)), \(vehicle)",
        "At:  \(language.moment(withWeekdayOf: conditions.at)), by \(vehicle)"),
      language("Dân: ", "For: ") + PlanningText.group(of: base.demand, in: network, language),
    ]
    for scenario in scenarios {
      lines += Paragraph.lines(
        "  \(scenario.name): ",
        network.words(scenario.title, in: language)
          + (network.words(scenario.statedSource, in: language).map {
            language(" (nguồn: \($0))", " (source: \($0))")
          } ?? ""),
        width: style.width)
    }
    for (number, need) in needs.enumerated() {
      lines.append("")
      lines.append(
        language("Cần: ", "Need: ") + language(need.need.name, need.need.nameEn))
      lines += Paragraph.lines(
        language("Ngưỡng: ", "Within: "), PlanningText.threshold(need.limit, in: network, language),
        width: style.width)
      lines.append("")
      lines += sideBySide(number)
      for scenario in scenarios {
        guard let effect = scenario.effects[number], !effect.changes.isEmpty else { continue }
        lines.append("")
        lines += communes(scenario, effect, need)
      }
    }
    lines += support
    lines += remarks
    lines.append("")
    lines += PlanningText.caveats(of: base.demand, in: network, style)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The parts of the scenarios not in force at the instant asked about, or not at all hours.
  private var remarks: [String] {
    var lines: [String] = []
    for scenario in scenarios {
      for remark in scenario.remarks {
        lines += Paragraph.lines(
          "! \(scenario.name): ", remark.text(language, at: base.conditions.at),
          width: style.width)
      }
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func sideBySide(_ number: Int) -> [String] {
    var table = TextTable(
      [("", .left), (language("Hiện có", "As it is"), .right)]
        + scenarios.map { ($0.name, .right) })
    let threshold = needs[number].deciseconds
    func row(
      _ name: String, _ before: (AccessPicture) -> Double?, _ after: (Scenario) -> Double?
    ) {
      table.add(
        [name, base.pictures[number].flatMap(before).map { language.grouped($0) } ?? ""]
          + scenarios.map { after($0).map { language.grouped($0) } ?? "—" })
    }
    func effect(_ name: String, _ value: @escaping (ChangeTally) -> Double) {
      row(name, { _ in nil }, { $0.effects[number].map { value($0.tally) } })
    }
    /// A row of ranges: from what is sure to what it would be if all that are unknown were able.
    func range(
      _ name: String, _ before: String, _ after: (ChangeTally, PossibleTally) -> (Double, Double)
    ) {
      table.add(
        [name, before]
          + scenarios.map { scenario in
            guard let effect = scenario.effects[number] else { return "—" }
            let (sure, possible) = after(effect.tally, effect.possible)
            return PlanningText.people(min(sure, possible), max(sure, possible), language)
          })
    }
    let sure = base.pictures[number]?.people(within: threshold) ?? 0
    let most = base.pictures[number]?.possiblePeople(within: threshold) ?? 0
    range(
      language("Người trong ngưỡng", "People within"), PlanningText.people(sure, most, language)
    ) { (sure + $0.entering - $0.leaving, $1.after) }
    row(
      language("Người không tới được", "People who reach none"), { $0.unreached },
      { scenario in
        guard let tally = scenario.effects[number]?.tally,
          let before = base.pictures[number]?.unreached
        else { return nil }
        return before + tally.cutOff - tally.joined
      })
    range(language("  vào được ngưỡng", "  newly within"), "") { ($0.entering, $1.entering) }
    range(language("  ra khỏi ngưỡng", "  no longer within"), "") { ($0.leaving, $1.leaving) }
    effect(language("  mới tới được", "  newly reached")) { $0.joined }
    effect(language("  bị cắt", "  cut off")) { $0.cutOff }
    effect(language("  đi nhanh hơn", "  sooner there")) { $0.faster }
    effect(language("  đi lâu hơn", "  later there")) { $0.slower }
    effect(language("Người × phút thêm", "People × minutes added")) { $0.personMinutes }
    effect(language("Xã có thay đổi", "Communes that change")) { Double($0.communes) }
    let lines = table.lines(width: style.width)
    guard lines.contains(where: { $0.contains("–") }) else { return lines }
    return lines
      + Paragraph.lines(
        "a–b: ",
        language(
          "từ điều chắc chắn đến khi mọi bệnh viện chưa rõ đều làm được; các số khác chỉ tính nơi "
            + "đã rõ.",
          "what is sure, and what it would be if every hospital of unknown capability were able; "
            + "the other figures count what is known alone."), width: style.width)
  }

  private func communes(
    _ scenario: Scenario, _ effect: ScenarioEffect, _ need: PlannedNeed
  ) -> [String] {
    var table = TextTable([
      (language("Xã", "Commune"), .left), (language("Người", "People"), .right),
      (language("Trước", "Before"), .right), (language("Sau", "After"), .right),
      (language("Nơi gần nhất sau đó", "Nearest afterwards"), .left),
    ])
    let ordered = ordered(effect, threshold: need.deciseconds)
    for change in ordered.prefix(top) {
      let commune = base.demand.communes[change.commune]
      let place = network.place(commune.place)
      let unit = network.parent(of: place).map { ", \($0.name)" } ?? ""
      table.add([
        "  " + place.name + unit, language.grouped(commune.people),
        minutes(change.before, change.wasWithin(need.deciseconds)),
        minutes(change.after, change.isWithin(need.deciseconds)),
        change.after.map { scenario.side.network.facility($0.facility).name }
          ?? language("không còn nơi nào", "none is left"),
      ])
    }
    var lines = ["\(scenario.name):"] + table.lines(width: style.width)
    let isMarked = lines.contains { $0.contains("! ") }
    if ordered.count > top {
      lines.append(
        language(
          "  … và \(ordered.count - top) xã nữa",
          "  … and \(ordered.count - top) more \(ordered.count - top == 1 ? "commune" : "communes")"
        )
          + style.parenthesis(.moreCommunes))
    }
    if isMarked { lines.append(language("  !: quá ngưỡng", "  !: beyond the threshold")) }
    if !effect.uncompared.isEmpty {
      lines.append(
        language(
          "  \(effect.uncompared.count) xã chỉ có ở một bên, không so sánh được",
          "  on one side only and not compared: "
            + language.counted(effect.uncompared.count, "", "commune")))
    }
    return lines
  }

  /// Minutes, with a mark when they are more than the threshold.
  private func minutes(_ found: CapableFacilitySearch.Found?, _ isWithin: Bool) -> String {
    guard let found else { return "—" }
    return language.decimal(Double(found.deciseconds) / 600, 0) + (isWithin ? " " : "!")
  }

  /// Communes that somebody newly supports, or nobody any more.
  private var support: [String] {
    var lines: [String] = []
    for scenario in scenarios {
      for (title, references) in [
        (language("xã mới có nơi hỗ trợ", "communes newly supported"), scenario.supported),
        (language("xã không còn nơi hỗ trợ", "communes no longer supported"), scenario.unsupported),
      ] where !references.isEmpty {
        let names = references.prefix(top).map { reference in
          network.placeIndex(of: reference).map { network.place($0).name } ?? reference
        }
        lines += Paragraph.lines(
          "\(scenario.name): ",
          "\(references.count) \(title): " + names.joined(separator: ", ")
            + (references.count > top ? ", …" : ""), width: style.width)
      }
    }
    return lines.isEmpty ? [] : [""] + lines
  }
}
