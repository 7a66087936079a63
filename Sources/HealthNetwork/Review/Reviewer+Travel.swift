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
    reviewLengths(&review)
    reviewSpeeds(&review)
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

  /// No way is shorter than the straight line; a little may be lost by rounding.
  private func reviewLengths(_ review: inout NetworkReview) {
    let points = Dictionary(
      network.records.nodes.map { ($0.record.id, $0.record.point) },
      uniquingKeysWith: { first, _ in first })
    review.grade(.linkLength, network.records.links) { link in
      guard let start = points[link.start], let end = points[link.end] else { return nil }
      let straight = start.distanceInMetres(to: end) / 1_000
      guard link.kilometres < straight * 0.98 - 0.05 else { return nil }
      let (stated, least) = (tenths(link.kilometres), tenths(straight))
      return (
        "đoạn \(link.id) dài \(vietnamese(stated)) km, ngắn hơn đường thẳng "
          + "\(vietnamese(least)) km giữa hai đầu",
        "link \(link.id) is \(stated) km long, less than the straight line of \(least) km between "
          + "its ends"
      )
    }
  }

  /// Speeds that nothing of the mode reaches are slips of the pen: a wrong unit, a lost digit.
  private func reviewSpeeds(_ review: inout NetworkReview) {
    review.grade(.linkSpeed, network.records.links) { link in
      let most: Double
      let speeds: [Double?]
      switch link.mode {
      case .road: (most, speeds) = (130, [link.speed, link.freeFlowSpeed])
      case .ferry: (most, speeds) = (60, [link.crossingSpeed])
      case .waterway: (most, speeds) = (80, [link.crossingSpeed])
      case .air: (most, speeds) = (950, [link.crossingSpeed])
      }
      if let fast = speeds.compactMap(\.self).max(), fast > most {
        return (
          "đoạn \(link.id): \(vietnamese(tenths(fast))) km/giờ, không thể nhanh như vậy",
          "link \(link.id): \(tenths(fast)) km/h, which nothing there reaches"
        )
      }
      if let speed = link.speed, let free = link.freeFlowSpeed, free < speed {
        return (
          "đoạn \(link.id): đường vắng (\(vietnamese(tenths(free))) km/giờ) chậm hơn ngày thường "
            + "(\(vietnamese(tenths(speed))))",
          "link \(link.id): an empty road (\(tenths(free)) km/h) is slower than a usual one "
            + "(\(tenths(speed)))"
        )
      }
      return nil
    }
  }
}

extension TravelLink {
  /// Kilometres per hour of a ferry, a boat or a flight between its stops.
  fileprivate var crossingSpeed: Double? {
    guard let minutes = crossingMinutes else { return nil }
    // Minutes are whole ones where the crossing is short.
    return kilometres / max(minutes, 0.5) * 60
  }
}

/// A number with one decimal, or more where it is small.
private func tenths(_ number: Double) -> String {
  let scale: Double = number < 10 ? 100 : 10
  let text = "\((number * scale).rounded() / scale)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

private func vietnamese(_ number: String) -> String {
  number.replacing(".", with: ",")
}
