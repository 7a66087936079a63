import Facts
import HealthNetwork
import TravelNetwork

extension PreviewBuilder {
  /// The box in which points must lie: the network's, or one around the points that it has.
  var box: Box? {
    if let box = base.networks.first?.record.box { return box }
    let points = base.facilities.compactMap(\.record.position.point)
    return points.count < 3 ? nil : Box(around: points, widenedBy: 1)
  }

  /// Corrects points of which it is certain what was meant, and says so.
  mutating func correctPoints() {
    guard let box else { return }
    let told = preview.findings.count
    for index in incoming.facilities.indices {
      let located = incoming.facilities[index]
      guard let point = located.record.position.point,
        let repair = PointRepair(of: point, in: box)
      else { continue }
      incoming.facilities[index].record.position.point = repair.point
      note(repair, instead: point, located)
    }
    for index in incoming.places.indices {
      let located = incoming.places[index]
      guard let point = located.record.position.point,
        let repair = PointRepair(of: point, in: box)
      else { continue }
      incoming.places[index].record.position.point = repair.point
      note(repair, instead: point, located)
    }
    for index in incoming.nodes.indices {
      let located = incoming.nodes[index]
      guard let repair = PointRepair(of: located.record.point, in: box) else { continue }
      incoming.nodes[index].record.point = repair.point
      note(repair, instead: located.record.point, located)
    }
    forgetRepeated(before: told)
  }

  /// Of what a reader told of a point already, the correction alone is kept.
  private mutating func forgetRepeated(before count: Int) {
    let corrected = Set(
      preview.findings[count...].map { "\($0.origin?.document ?? 0) \($0.key ?? "")" })
    guard !corrected.isEmpty else { return }
    let codes: Set<String> = [
      PointRepair.Kind.swapped.rawValue, PointRepair.Kind.signLost.rawValue,
      PointRepair.Kind.swappedAndSignLost.rawValue,
    ]
    let kept = preview.findings[..<count].filter { finding in
      !codes.contains(finding.code)
        || !corrected.contains("\(finding.origin?.document ?? 0) \(finding.key ?? "")")
    }
    preview.findings.replaceSubrange(..<count, with: kept)
  }

  private mutating func note<Record: NetworkRecord>(
    _ repair: PointRepair, instead point: Coordinate,
    _ located: Located<Record>
  ) {
    preview.fixes += 1
    let from = "\(point.latitude), \(point.longitude)"
    let to = "\(repair.point.latitude), \(repair.point.longitude)"
    let what: (vi: String, en: String) =
      switch repair.kind {
      case .swapped: ("vĩ độ và kinh độ bị đổi chỗ", "latitude and longitude are swapped")
      case .signLost: ("mất dấu âm của tọa độ", "a sign of the coordinates is lost")
      case .swappedAndSignLost:
        ("vĩ độ, kinh độ đổi chỗ và mất dấu", "the coordinates are swapped and lost a sign")
      }
    // A correction that somebody has allowed is only told.
    add(
      repair.kind.rawValue, options.correctsPoints ? .note : .odd, Record.self, located,
      vi: "\(what.vi): \(from) → \(to)",
      en: "\(what.en): \(from) → \(to)",
      remedy: options.correctsPoints ? nil : .correctPoints)
  }

  /// Looks at points that are new or moved.
  mutating func examinePoints() {
    let old = Dictionary(
      base.facilities.map { ($0.record.id, $0.record) }, uniquingKeysWith: { first, _ in first })
    let provinces = ProvinceBoxes(base)
    let box = base.networks.first?.record.box == nil ? self.box : nil
    for located in delta.records.facilities {
      let facility = located.record
      guard let point = facility.position.point else { continue }
      let before = old[facility.id]?.position.point
      guard point != before else { continue }
      if let before {
        let metres = before.distanceInMetres(to: point)
        if metres > 5_000 {
          let km = (metres / 100).rounded() / 10
          add(
            "moved_far", .odd, Facility.self, located,
            vi: "dời đi \(km) km".replacing(".", with: ","), en: "moved by \(km) km")
        }
      }
      if let box, !box.contains(point) {
        add(
          "point_outside_network", .odd, Facility.self, located,
          vi: "\(point.latitude), \(point.longitude) xa mọi cơ sở đã biết",
          en: "\(point.latitude), \(point.longitude) is far from every facility known")
      }
      for placement in facility.placements {
        guard let province = provinces.province(of: placement.place),
          provinces.box(of: province)?.contains(point) == false
        else { continue }
        let name = provinces.name(of: province)
        add(
          "point_outside_province", .odd, Facility.self, located,
          vi: "\(point.latitude), \(point.longitude) nằm ngoài \(name) (\(province))",
          en: "\(point.latitude), \(point.longitude) lies outside \(name) (\(province))")
        break
      }
    }
  }
}

/// The boxes of the provinces of a network: their own, or those around what is known to lie in them.
struct ProvinceBoxes {
  private var boxes: [String: Box] = [:]
  private var places: [String: Place] = [:]

  /// A box around fewer points than this says nothing.
  private static let fewestPoints = 3
  /// How far beyond what is known a province may reach, in degrees: about 10 km.
  private static let margin = 0.1

  init(_ records: NetworkRecords) {
    for located in records.places { places[located.record.reference] = located.record }
    var points: [String: [Coordinate]] = [:]
    for place in places.values {
      guard let point = place.position.point, let province = province(of: place.reference) else {
        continue
      }
      points[province, default: []].append(point)
    }
    for (reference, found) in points where found.count >= ProvinceBoxes.fewestPoints {
      boxes[reference] = Box(around: found, widenedBy: ProvinceBoxes.margin)
    }
    for place in places.values where place.level == .province {
      if let box = place.box { boxes[place.reference] = box }
    }
  }

  /// The reference of the province that a place lies in.
  func province(of reference: String) -> String? {
    var current = places[reference]
    // A broken list of places may go round; three levels are all there are.
    for _ in 0..<4 {
      guard let place = current else { return nil }
      if place.level == .province { return place.reference }
      current = place.parent.flatMap { places[place.scheme + ":" + $0] }
    }
    return nil
  }

  /// The box of a province; nil when too little is known.
  func box(of province: String) -> Box? { boxes[province] }

  /// The name of a province.
  func name(of province: String) -> String { places[province]?.name ?? province }
}
