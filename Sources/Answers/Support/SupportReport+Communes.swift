import Facts
import Formats
import HealthNetwork
import Planning
import TravelNetwork

extension SupportReport {
  /// How each commune is supported, those of which nothing is stated first.
  var communes: Table {
    let hasTravel = plan?.hasTravel ?? false
    var sheet = Table.part(
      "communes", language("Xã, phường", "Communes"),
      [
        .init("code", language("Mã", "Code"), width: 12),
        .init("name", language("Tên", "Name"), width: 24),
        .init("unit", language("Tỉnh", "Province"), width: 18),
        .init("way", language("Được hỗ trợ", "Supported"), width: 22),
        .init("supporters", language("Bệnh viện hỗ trợ", "Supporters"), width: 40),
        .init("by", language("Theo", "By"), width: 30), .hidden("not_in_force"),
        .hidden("source"), .hidden("proposed"),
        .init("proposed_name", language("Đề xuất", "Proposed"), width: 38),
        .init("minutes", language("Phút", "Minutes"), .right), .hidden("nearness"),
      ])
    var proposals: [PlaceIndex: (facility: FacilityIndex, cost: UInt32)] = [:]
    for region in plan?.regions ?? [] {
      for (row, commune) in region.communes.enumerated() {
        guard let facility = region.proposed[row], let cost = region.costs[row] else { continue }
        proposals[commune] = (facility, cost)
      }
    }
    let order = support.communes.sorted { left, right in
      (left.isSupported ? 1 : 0, left.place) < (right.isSupported ? 1 : 0, right.place)
    }
    for commune in order {
      let place = network.place(commune.place)
      let links = commune.links.map { graph.links[$0] }
      let proposal = proposals[commune.place]
      sheet.add([
        .init(place.code), .init(place.name), .init(network.top(of: place).name),
        .init(text(commune.way), code: commune.way.rawValue), cell(unique(links.map(\.supporter))),
        .init(list: unique(links.map { graph.id(of: $0.basis) })),
        .init(list: unique(commune.others.map { graph.id(of: graph.links[$0].basis) })),
        .init(list: unique(links.compactMap(\.provenance.source)), "; "),
        .init(proposal.map { network.facility($0.facility).id }),
        proposalCell(proposal?.facility, isWanted: plan != nil && !commune.isSupported),
        .init(hasTravel ? proposal.map { Double($0.cost) / 600 } : nil, decimals: 0),
        .init(hasTravel ? nil : proposal.flatMap { SupportPlan.Nearness(rawValue: $0.cost) }?.code),
      ])
    }
    sheet.notes = [
      language(
        "Đề xuất là phép tính, không phải thỏa thuận: chia đều trong từng đơn vị, rồi đường xa nhất ngắn nhất, rồi tổng đường ngắn nhất.",
        "A proposal is arithmetic, not an agreement: within each unit the load is equal, then the longest way is shortest, then their sum."
      )
    ]
    return sheet
  }

  /// The name of a proposed hospital; for people also that there is none to propose.
  private func proposalCell(_ facility: FacilityIndex?, isWanted: Bool) -> Table.Cell {
    var cell = Table.Cell(facility.map { network.facility($0).name })
    if facility == nil, isWanted {
      cell.text =
        plan?.hasTravel == true
        ? language(
          "không có đường (\(question.vehicle?.id ?? ""))",
          "no way by \(question.vehicle?.id ?? "")")
        : language("không có bệnh viện", "no hospital")
    }
    return cell
  }

  /// The proposals by region.
  var regions: Table {
    let hasTravel = plan?.hasTravel ?? false
    var sheet = Table.part(
      "plan", language("Đề xuất theo vùng", "Proposals by region"),
      [
        .hidden("place"), .init("name", language("Vùng", "Region")),
        .init("communes", language("Xã chưa có", "Without"), .right),
        .init("hospitals", language("Bệnh viện", "Hospitals"), .right),
        .init("unserved", language("Chưa xếp được", "Unserved"), .right),
        .init("load", language("Nhiều nhất/BV", "Most each"), .right),
        .init("longest_minutes", language("Xa nhất, phút", "Longest, min"), .right),
        .init("mean_minutes", language("Trung bình, phút", "Mean, min"), .right),
        .init("same_district", language("Cùng huyện, xã", "Same district"), .right),
      ])
    sheet.shown = Int.max
    for region in plan?.regions ?? [] {
      let served = region.costs.compactMap(\.self)
      let near = served.filter { $0 <= SupportPlan.Nearness.district.rawValue }.count
      sheet.add([
        .init(region.place.map { network.place($0).reference }),
        .init(region.place.map { network.place($0).name } ?? language("toàn mạng lưới", "all")),
        .init(region.communes.count), .init(region.supporters.count),
        .init(region.communes.count - served.count), .init(region.assignment.load),
        .init(hasTravel ? region.assignment.bottleneck.map { Double($0) / 600 } : nil, decimals: 0),
        .init(
          hasTravel && !served.isEmpty
            ? Double(region.assignment.total) / 600 / Double(served.count) : nil, decimals: 0),
        .init(hasTravel ? nil : near),
      ])
    }
    let kinds = language(
      "Tính các bệnh viện và trung tâm y tế đang hoạt động",
      "Counts hospitals and medical centres in service")
    let privately =
      question.rules.usesPrivate
      ? language(", cả tư nhân", ", private ones too")
      : language(", không tính tư nhân", ", not private ones")
        + style.parenthesis(.privateFacilities)
    sheet.notes = [kinds + privately + "."]
    return sheet
  }

  private func text(_ way: CommuneSupport.Way) -> String {
    switch way {
    case .station: language("trạm y tế", "station")
    case .facility: language("cơ sở trong xã", "facility in it")
    case .commune: language("chính quyền xã", "the commune itself")
    case .centre: language("qua trung tâm huyện", "through the centre")
    case .area: language("nêu chung cả vùng", "wider area only")
    case .none: language("chưa thấy nêu", "nothing stated")
    }
  }

  /// Each element once, in order.
  func unique<Element: Hashable>(_ list: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return list.filter { seen.insert($0).inserted }
  }
}

extension SupportPlan.Nearness {
  /// The name for programs.
  fileprivate var code: String {
    switch self {
    case .commune: "commune"
    case .district: "district"
    case .province: "province"
    case .elsewhere: "elsewhere"
    }
  }
}

extension Network {
  /// The widest unit that holds a place.
  func top(of place: Place) -> Place {
    var top = place
    while let parent = parent(of: top) { top = parent }
    return top
  }
}
