import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Words gaps: as a table, JSON and CSV.
struct GapsReport: SessionReport {
  let answer: GapsAnswer
  let style: AnswerStyle

  var need: Need { answer.question.need.need }
  var threshold: AccessThreshold { answer.question.need.limit }

  /// The place of a commune.
  func place(_ commune: Int) -> Place {
    network.place(answer.demand.communes[commune].place)
  }

  /// The gaps as a planner reads them.
  var table: String {
    let query = answer.coverage.query.referral
    let vehicle = language(query.vehicle.name, query.vehicle.nameEn ?? query.vehicle.id)
    let people = answer.people
    let communes = language.counted(answer.communes.count, "xã, phường", "commune")
    let share = answer.demand.people > 0 ? people / answer.demand.people : nil
    var lines = [
      language("Ngoài tầm: ", "Beyond the standard: ") + PlanningText.name(need, language)
        + language(
          ", lúc \(language.moment(query.at)), \(vehicle)",
          ", at \(language.moment(query.at)), by \(vehicle)")
    ]
    lines += Paragraph.lines(
      language(
        "Chuẩn \(language.decimal(threshold.minutes, 1)) phút: ",
        "Standard \(language.decimal(threshold.minutes, 1)) min: "),
      PlanningText.origin(threshold, in: network, language), width: style.width)
    lines.append(PlanningText.people(of: answer.demand, in: network, language))
    lines.append(
      language(
        "Ngoài chuẩn: \(communes), \(language.grouped(people)) người (\(language.percent(share)))",
        "Beyond it: \(communes), \(language.grouped(people)) people (\(language.percent(share)))"))
    let unknown = answer.coverage.people(within: threshold.minutes)[.unknown]
    if unknown >= 0.5 {
      lines.append(
        language(
          "  trong đó \(language.grouped(unknown)) người có bệnh viện đủ gần mà chưa rõ có làm được",
          "  of whom \(language.grouped(unknown)) have a hospital near enough that may be able"))
    }
    guard !answer.gaps.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    lines.append("")
    for (number, gap) in answer.gaps.enumerated() {
      let head = "\(number + 1). "
      lines += Paragraph.lines(
        head,
        "\(network.fullName(of: place(gap.commune))) — "
          + language(
            "\(language.grouped(gap.people)) người",
            "\(language.grouped(gap.people)) people"), width: style.width)
      let margin = String(repeating: " ", count: head.count)
      lines += Paragraph.lines(margin, nearest(gap) + "; " + text(gap.cause), width: style.width)
      lines += Paragraph.lines(margin + "→ ", change(gap), width: style.width)
      // The hospital may answer no; the next thing to do is wanted at once then.
      if gap.changes.first?.change.cost == .ask,
        let next = gap.changes.first(where: { $0.change.cost > .ask })
      {
        lines += Paragraph.lines(
          margin + language("  nếu không: ", "  if not: "), text(next), width: style.width)
      }
    }
    lines.append("")
    lines += asked
    lines += PlanningText.caution(answer.demand, in: network, style)
    return lines.joined(separator: "\n") + "\n"
  }

  private func nearest(_ gap: Gap) -> String {
    guard let nearest = gap.nearest, let over = gap.minutesOver else {
      return language("không đến được nơi nào làm được", "reaches no able facility")
    }
    let name = network.facility(nearest.facility).name
    // A little beyond is beyond too, and is not told as nothing.
    let decimals = over < 0.1 ? 3 : 1
    let (minutes, beyond) = (
      language.decimal(nearest.minutes, decimals), language.decimal(over, decimals)
    )
    return language(
      "gần nhất: \(name) \(minutes) phút (vượt \(beyond))",
      "nearest: \(name) \(minutes) min (\(beyond) over)")
  }

  private func change(_ gap: Gap) -> String {
    guard let best = gap.changes.first else {
      return language(
        "không thay đổi đơn lẻ nào đã xét khép được", "no single change tried closes it")
    }
    return text(best)
  }

  private func text(_ verified: VerifiedChange) -> String {
    text(verified.change) + " "
      + language(
        "(+\(language.grouped(verified.peopleGained)) người trong toàn mạng lưới)",
        "(+\(language.grouped(verified.peopleGained)) people in the whole network)")
  }

  /// The hospitals whose answer would tell most, among those of the gaps shown.
  private var asked: [String] {
    var calls: [PlannedChange: VerifiedChange] = [:]
    for change in answer.gaps.flatMap(\.changes) where change.change.cost == .ask {
      calls[change.change] = change
    }
    let sorted = calls.values.sorted { left, right in
      (left.peopleGained, right.change.facility?.rawValue ?? 0) > (
        right.peopleGained, left.change.facility?.rawValue ?? 0
      )
    }
    guard !sorted.isEmpty else { return [] }
    var table = TextTable([
      (language("Hỏi trước", "Ask first"), .left), (language("Điện thoại", "Phone"), .left),
      (language("Nếu làm được, thêm", "If it can, people gained"), .right),
    ])
    for call in sorted.prefix(5) {
      guard let index = call.change.facility else { continue }
      let facility = network.facility(index)
      table.add([
        facility.name, network.phone(of: facility, specialty: need.specialty) ?? "—",
        language.grouped(call.peopleGained),
      ])
    }
    return table.lines(width: style.width) + [""]
  }

  /// Why a place is a gap.
  func text(_ cause: Gap.Cause) -> String {
    func name(_ facility: FacilityIndex) -> String { network.facility(facility).name }
    switch cause {
    case .notJoined:
      return language(
        "không có đường hay bến nào gần mà phương tiện dùng được",
        "no road or landing that the vehicle can use is near")
    case .capabilityUnknown(let facility):
      return language(
        "\(name(facility)) đủ gần nhưng chưa rõ có làm được: hỏi trước",
        "\(name(facility)) is near enough, and nobody has said whether it can: ask it first")
    case .ferryNotRunning(let links):
      return language(
        "kịp nếu \(crossings(links)) chạy vào giờ này",
        "in time if \(crossings(links)) ran at this hour")
    case .closedOnArrival(let facility):
      return language(
        "\(name(facility)) đủ gần nhưng đóng khi đến nơi",
        "\(name(facility)) is near enough, but closed on arrival")
    case .noCapability(let facility) where answer.coverage.abilities[facility] == .unknown:
      // Of another specialty, or of a kind that does not do it anywhere: unknown is not no.
      return language(
        "chưa ai nói \(name(facility)) làm được, và bệnh viện loại ấy thường không làm",
        "nobody has said that \(name(facility)) can, and hospitals of its kind usually cannot")
    case .noCapability(let facility):
      return language(
        "bệnh viện gần nhất \(name(facility)) không làm được",
        "the nearest hospital, \(name(facility)), cannot")
    case .distance:
      return language("không có bệnh viện nào đủ gần", "no hospital is near enough")
    }
  }

  /// A change in words.
  func text(_ change: PlannedChange) -> String {
    func name(_ facility: FacilityIndex) -> String { network.facility(facility).name }
    switch change {
    case .ask(let facility):
      return language(
        "hỏi \(name(facility)) có làm được không", "ask whether \(name(facility)) can")
    case .openService(let facility):
      return language(
        "tổ chức trực 24/7 tại \(name(facility))",
        "\(name(facility)) keeps the service open at all hours")
    case .runFerries(let links):
      return language(
        "cho \(crossings(links)) chạy suốt ngày đêm", "run \(crossings(links)) at all hours")
    case .rotate(let facility):
      return language(
        "luân phiên bác sĩ đến \(name(facility)) mọi buổi làm việc",
        "specialists rotate to \(name(facility)) in all working sessions")
    case .upgrade(let facility):
      return language(
        "nâng cấp \(name(facility)) để làm được, 24/7",
        "\(name(facility)) is given the capability, at all hours")
    case .build(let commune):
      return language(
        "xây một cơ sở tại \(place(commune).name)", "build a station in \(place(commune).name)")
    }
  }

  private func crossings(_ links: [LinkIndex]) -> String {
    var names: [String] = []
    for link in links {
      let link = network.travel.links[link]
      let name = link.crossing ?? link.name ?? link.id
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }
}
