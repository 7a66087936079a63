import Facts
import TravelNetwork

extension Reviewer {
  func reviewTravel(_ review: inout NetworkReview, vehicle: Vehicle?) {
    let withoutTimes = Set(network.travel.linksWithoutTimes.map { network.travel.links[$0].id })
    review.grade(.linkTimes, network.records.links) { link in
      guard withoutTimes.contains(link.id) else { return nil }
      return (
        "đoạn \(link.id) không có \(link.mode == .road ? "tốc độ" : "thời gian qua"): bị bỏ qua",
        "link \(link.id) has no \(link.mode == .road ? "speed" : "crossing time"): it is left out"
      )
    }
    review.grade(.linkConfidence, network.records.links) { link in
      guard link.provenance.effectiveConfidence == .low else { return nil }
      return (
        "đoạn \(link.id) có độ tin cậy thấp", "link \(link.id) is of low confidence"
      )
    }
    review.grade(.ferryHours, network.records.links.filter { $0.record.mode != .road }) { link in
      guard link.windows.isEmpty else { return nil }
      let name = link.crossing ?? link.name ?? link.mode.rawValue
      return (
        "đoạn \(link.id) (\(name)) chưa rõ giờ chạy",
        "the hours of link \(link.id) (\(name)) are not known"
      )
    }
    guard let vehicle else { return }
    let graph = TravelGraph(
      network.travel, TravelConditions(vehicle: vehicle, at: instant))
    let usable = Set(graph.usableNodes.map { network.travel.nodes[$0].id })
    let main = Set((graph.components.first ?? []).map { network.travel.nodes[$0].id })
    review.grade(.travelConnection, network.records.nodes) { node in
      guard !main.contains(node.id) else { return nil }
      let name = node.name.map { " (\($0))" } ?? ""
      return usable.contains(node.id)
        ? (
          "nút \(node.id)\(name) nằm trong phần mạng bị tách rời với \(vehicle.id)",
          "node \(node.id)\(name) lies in a part that \(vehicle.id) cannot leave for the main one"
        )
        : (
          "nút \(node.id)\(name): không đoạn đường nào dùng được với \(vehicle.id)",
          "node \(node.id)\(name): no link there serves \(vehicle.id)"
        )
    }
    let placed = network.records.facilities.filter { $0.record.position.point != nil }
    let limit = network.travel.profile.accessLimitKm
    review.grade(.facilityAccess, placed) { facility in
      guard let point = facility.position.point,
        let index = network.facilityIndex(of: facility.id),
        graph.access(to: point, block: network.block(ofFacility: index)) == nil
      else { return nil }
      return (
        "\(facility.id) (\(facility.name)): không có nút nào dùng được với \(vehicle.id) trong "
          + "\(limit) km",
        "facility \(facility.id) (\(facility.name)): no node that \(vehicle.id) can use within "
          + "\(limit) km"
      )
    }
  }
}
