import Facts
import Formats
import HealthNetwork
import Planning

extension SupportReport {
  /// Who ultimately stands behind each facility that is supported, stations first.
  var backing: Table {
    var sheet = Table.part(
      "backing", language("Ai đứng sau cùng", "Who ultimately backs whom"),
      [
        .hidden("id"), .init("name", language("Cơ sở", "Facility"), width: 34), .hidden("kind"),
        .hidden("backer"),
        .init("backer_name", language("Sau cùng là", "Ultimate backer"), width: 34),
        .init("hops", language("Bậc", "Hops"), .right), .hidden("path"),
        .init("agreements", language("Theo", "By"), width: 60), .hidden("in_circle"),
      ])
    let counted = graph.links.filter {
      graph.counts($0, on: at.day, minimumConfidence: question.minimumConfidence)
    }
    // Of two ways as short, the one that names both ends says more than that of a group.
    let links = counted.filter { $0.group == nil } + counted.filter { $0.group != nil }
    let closure = SupportAncestry(
      count: graph.actorCount, links: links.map { ($0.recipient, $0.supporter) })
    let recipients = Set(links.map(\.recipient)).sorted { left, right in
      (rank(left), left) < (rank(right), right)
    }
    for recipient in recipients {
      for backer in closure.backers(of: recipient) {
        let path = backer.path.map { links[$0] }
        sheet.add([
          .init(graph.id(of: recipient)), .init(name(recipient)),
          .init(graph.facility(of: recipient).map { network.facility($0).kind.rawValue }),
          .init(graph.id(of: backer.node)), .init(name(backer.node)), .init(path.count),
          .init(list: [graph.id(of: recipient)] + path.map { graph.id(of: $0.supporter) }),
          .init(list: path.map { graph.id(of: $0.basis) }, " → "),
          .init(backer.isInCircle, language("vòng", "circle")),
        ])
      }
    }
    sheet.notes = closure.circles.map { circle in
      language("Vòng tròn hỗ trợ: ", "Support in a circle: ")
        + circle.map(name).joined(separator: " ⇄ ")
    }
    return sheet
  }

  /// Stations before centres before hospitals.
  private func rank(_ actor: Int) -> Int {
    graph.facility(of: actor).map { -(network.facility($0).tier ?? 0) } ?? 1
  }

  /// The chains of specialty networks.
  var chains: Table {
    var sheet = Table.part(
      "chains", language("Chuỗi mạng lưới chuyên khoa", "Chains of specialty networks"),
      [
        .init("network", language("Mạng lưới", "Network"), width: 34), .hidden("specialty"),
        .hidden("lowest"), .init("lowest_name", language("Thấp nhất", "Lowest"), width: 32),
        .hidden("spokes"), .hidden("hubs"),
        .init("hub_names", language("Đầu mối", "Hub"), width: 32), .hidden("whole"),
        .init("breaks", language("Đứt, chưa rõ", "Broken, unknown"), width: 60),
        .hidden("ends_at_spoke"), .init("source", language("Nguồn", "Source"), width: 24),
      ])
    let all = NetworkChain.all(register)
    for chain in all {
      let record = network.records.specialtyNetworks[chain.network].record
      sheet.add([
        .init(record.id), .init(record.specialty), .init(chain.lowest),
        .init(name(ofMember: chain.lowest)), .init(list: chain.spokes), .init(list: chain.hubs),
        .init(chain.hubs.map(name(ofMember:)).joined(separator: "; ")), .init(chain.isWhole, ""),
        .init(
          list: chain.breaks.map(code), "; ",
          texts: chain.breaks.map(text)
            + (chain.endsAtSpoke
              ? [language("dưới vệ tinh chưa rõ", "below the spoke: unknown")] : [])),
        .init(chain.endsAtSpoke, ""), freeText(record.provenance.source),
      ])
    }
    let reached = StationChains.all(
      graph, on: at.day, minimumConfidence: question.minimumConfidence
    ).map { chains in
      let specialty = network.vocabulary.specialties[chains.specialty]
      return (specialty?.name(in: language) ?? chains.specialty)
        + " \(chains.reached.count)/\(chains.stations)"
    }
    let broken = all.filter { !$0.isWhole }.count
    let short = all.filter(\.endsAtSpoke).count
    sheet.notes = [
      language(
        "\(all.count) chuỗi: \(broken) đứt; \(short) không nêu trạm y tế hay tuyến đầu nào, nên từ trạm đến vệ tinh chưa rõ.",
        "\(language.counted(all.count, "", "chain")): \(broken) broken; \(short) \(short == 1 ? "names" : "name") no station or first contact, so what lies between a station and the spoke is unknown."
      ),
      language(
        "Trạm y tế có chuỗi liền đến đầu mối: ", "Stations with an unbroken chain to a hub: ")
        + (reached.isEmpty
          ? language("không có mạng lưới", "there is no network")
          : reached.joined(separator: ", ")) + ".",
    ]
    return sheet
  }

  private func code(_ found: NetworkChain.Break) -> String {
    switch found {
    case .networkNotInForce(let standing): "network_" + standing.rawValue
    case .memberNotInForce(let standing): "member_" + standing.rawValue
    case .memberClosed: "member_closed"
    case .noSpoke: "no_spoke"
    case .noHub: "no_hub"
    case .hubNotInForce: "hub_not_in_force"
    case .hubCannot: "hub_cannot"
    case .hubUnknown: "hub_unknown"
    }
  }

  private func text(_ found: NetworkChain.Break) -> String {
    switch found {
    case .networkNotInForce(let standing):
      language("mạng lưới ", "network ") + text(standing)
    case .memberNotInForce(let standing):
      language("thành viên ", "member ") + text(standing)
    case .memberClosed: language("thành viên không hoạt động", "member is closed")
    case .noSpoke: language("không còn vệ tinh", "no spoke in force")
    case .noHub: language("không nêu đầu mối", "no hub named")
    case .hubNotInForce: language("đầu mối không còn", "no hub in force")
    case .hubCannot(let code):
      language("đầu mối không làm ", "hub does not do ") + name(ofCapability: code)
    case .hubUnknown(let code):
      language("chưa rõ đầu mối có làm ", "unknown whether the hub does ")
        + name(ofCapability: code)
    }
  }

  private func text(_ standing: Period.Standing) -> String {
    switch standing {
    case .inForce: language("còn hiệu lực", "in force")
    case .notYet: language("chưa bắt đầu", "not yet")
    case .ended: language("đã hết", "ended")
    case .unknown: language("chưa rõ vào ngày này", "unknown on this day")
    }
  }
}
