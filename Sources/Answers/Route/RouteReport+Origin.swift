import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

extension RouteReport {
  /// Remarks on the origin: words that were not used, a point near it, a point where the data ends.
  var originRemarks: [String] {
    var remarks: [String] = []
    if !origin.unused.isEmpty {
      let unused = origin.unused.joined(separator: ", ").withoutControls
      remarks.append(
        language(
          "lấy điểm của nơi này; không dùng: \(unused)",
          "the point of this place is taken; not used: \(unused)"))
    } else if origin.isApproximate {
      remarks.append(
        language(
          "vị trí xuất phát gần đúng: lấy điểm giao thông của nơi này",
          "the origin is approximate: the place's travel node"))
    }
    if origin.isOutsideData {
      remarks.append(
        language(
          "điểm này nằm ngoài phần đất có dữ liệu (mặt nước, hoặc tỉnh khác): có thể có bệnh viện gần "
            + "hơn mà danh bạ không biết",
          "this point lies outside the land that the data holds (water, or another province): nearer "
            + "hospitals may be unknown here"))
    }
    if let exit = nearerExit {
      let name = exit.name ?? exit.id
      let kilometres = language.decimal(exit.point.distanceInMetres(to: origin.point) / 1_000, 0)
      remarks.append(
        language(
          "gần rìa dữ liệu: \(name) cách \(kilometres) km đường chim bay, gần hơn nơi làm được đầu "
            + "tiên; danh bạ không biết các bệnh viện bên kia",
          "near the edge of the data: \(name) is \(kilometres) km away in a straight line, nearer "
            + "than the first target; the hospitals beyond are not known here"))
    }
    return remarks
  }

  /// How near the edge of the data is worth a word, in metres.
  private static let nearEdge = 30_000.0

  /// Where the data ends nearer to the origin than the first target lies; nil where it does not, or
  /// the origin itself is outside.
  var nearerExit: TravelNode? {
    guard !origin.isOutsideData, let exit = network.nearestExit(to: origin.point),
      exit.point.distanceInMetres(to: origin.point) <= RouteReport.nearEdge
    else { return nil }
    guard let first = answer.targets.first,
      let door = network.facility(first.facility).position.point
    else { return exit }
    let isNearer =
      exit.point.distanceInMetres(to: origin.point) < door.distanceInMetres(to: origin.point)
    return isNearer ? exit : nil
  }

  /// The capabilities that the user's word for the need may be mistaken for.
  var needRemark: String? {
    guard !query.need.excluded.isEmpty else { return nil }
    let names = query.need.excluded.map { network.name(ofCapability: $0, in: language) }
    return language(
      "chống chỉ định với bệnh đã ghi: \(names.joined(separator: ", "))",
      "contraindicated for what was entered: \(names.joined(separator: ", "))")
  }

  /// Bridges and ferries that begin with the name of one that is avoided, and stay open.
  var openNamesakes: [String] {
    let names = Set(query.avoided.compactMap { network.travel.links[$0].crossing })
    var open: Set<String> = []
    for name in names.sorted() {
      let proper = name.split(separator: "(").first.map(String.init) ?? name
      if case .links(_, let others) = network.travel.avoided(proper) { open.formUnion(others) }
    }
    let avoided = Set(names.map { $0.split(separator: "(").first.map(String.init)?.trimmingBlanks })
    return open.filter { !avoided.contains($0) }.sorted()
  }

  /// The way to a target in words: the stretches of the network, and the ways to it and from it.
  ///
  /// Between near points there is no stretch of the network at all.
  func way(_ start: Access, _ legs: [Leg], _ end: Access) -> String {
    wayParts(start, legs, end).joined(separator: " → ")
  }

  /// The same, part by part.
  func wayParts(_ start: Access, _ legs: [Leg], _ end: Access) -> [String] {
    let told = told(legs).map(text)
    let (before, after) = (kilometres(of: start), kilometres(of: end))
    guard !told.isEmpty else {
      let all = before + after + legs.reduce(0) { $0 + $1.kilometres }
      guard all >= 0.05 else { return [language("ngay tại chỗ", "on the spot")] }
      return [
        language(
          "cùng khu vực, khoảng \(language.decimal(all, 1)) km đường địa phương",
          "the same area, about \(language.decimal(all, 1)) km of local roads")
      ]
    }
    var parts = told
    if before >= RouteReport.leastAccess {
      parts.insert(
        language(
          "ra đường \(language.decimal(before, 1))\(Paragraph.joint)km",
          "to the road \(language.decimal(before, 1))\(Paragraph.joint)km"), at: 0)
    }
    if after >= RouteReport.leastAccess {
      parts.append(
        language(
          "vào đến nơi \(language.decimal(after, 1))\(Paragraph.joint)km",
          "to the door \(language.decimal(after, 1))\(Paragraph.joint)km"))
    }
    return parts
  }

  /// Shorter ways to and from the network are not worth a word, in kilometres.
  private static let leastAccess = 0.1

  /// The length of the way between a point and the network.
  private func kilometres(of access: Access) -> Double {
    access.metres / 1_000 * network.travel.profile.accessDetour
  }
}
