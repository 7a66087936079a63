import Facts
import HealthNetwork

/// Looks at the points of a document: which cannot be what was meant, and what may have been.
struct PointCheck {
  private let box: Box?
  /// Points of which nothing is known but that they could be on Earth.
  private var plausible: [(key: String, point: Coordinate, line: Int)] = []
  private var swappedCount = 0

  init(box: Box?) {
    self.box = box
  }

  /// Looks at the point of a record.
  ///
  /// - Returns: Whether the point may be kept: it lies on Earth, or would if it were repaired.
  mutating func look(
    at point: Coordinate, of key: String, kind: String, line: Int, _ tally: inout FindingTally
  ) -> Bool {
    let isOnEarth = point.latitude.magnitude <= 90 && point.longitude.magnitude <= 180
    let swapped = Coordinate(latitude: point.longitude, longitude: point.latitude)
    if let box {
      if box.contains(point) { return true }
      if let repair = PointRepair(of: point, in: box) {
        tally.add(PointCheck.finding(repair, point, key, kind, line))
        return true
      }
      let code = isOnEarth ? "point_outside_network" : "coordinates_impossible"
      tally.add(
        Finding(
          code, .odd, kind: kind, key: key, at: Origin(document: 0, line: line),
          vi: "Tọa độ \(text(point)) nằm ngoài vùng của mạng lưới; hãy kiểm tra lại",
          en: "The point \(text(point)) lies outside the box of the network; check it"))
      return isOnEarth
    }
    if isOnEarth {
      plausible.append((key, point, line))
      return true
    }
    guard point.latitude.magnitude <= 180, point.longitude.magnitude <= 90 else {
      tally.add(
        Finding(
          "coordinates_impossible", .odd, kind: kind, key: key,
          at: Origin(document: 0, line: line),
          vi: "Không có điểm \(text(point)) trên Trái Đất; bỏ tọa độ",
          en: "There is no point \(text(point)) on Earth; it is left out"))
      return false
    }
    swappedCount += 1
    tally.add(PointCheck.swapped(point, swapped, key, kind, line))
    return true
  }

  /// Tells of the points that could be right by themselves, where nearly all others are swapped.
  mutating func finish(kind: String, _ tally: inout FindingTally) {
    guard swappedCount >= 3, swappedCount >= plausible.count * 9 else { return }
    for (key, point, line) in plausible where point.longitude.magnitude <= 90 {
      let swapped = Coordinate(latitude: point.longitude, longitude: point.latitude)
      tally.add(PointCheck.swapped(point, swapped, key, kind, line))
    }
  }

  private static func finding(
    _ repair: PointRepair, _ point: Coordinate, _ key: String, _ kind: String, _ line: Int
  ) -> Finding {
    guard repair.kind == .signLost else {
      var finding = swapped(point, repair.point, key, kind, line)
      finding.code = repair.kind.rawValue
      return finding
    }
    return Finding(
      repair.kind.rawValue, .odd, kind: kind, key: key, at: Origin(document: 0, line: line),
      vi: "Tọa độ \(text(point)) có vẻ sai dấu; đúng ra là \(text(repair.point))",
      en: "The point \(text(point)) seems to have a wrong sign; meant may be \(text(repair.point))")
  }

  private static func swapped(
    _ point: Coordinate, _ meant: Coordinate, _ key: String, _ kind: String, _ line: Int
  ) -> Finding {
    Finding(
      "coordinates_swapped", .odd, kind: kind, key: key, at: Origin(document: 0, line: line),
      vi: "Vĩ độ và kinh độ \(text(point)) có vẻ bị đổi chỗ; đúng ra là \(text(meant))",
      en: "Latitude and longitude \(text(point)) seem to be swapped; meant may be \(text(meant))")
  }
}

/// A point as 10.76, 106.66.
private func text(_ point: Coordinate) -> String {
  "\(point.latitude), \(point.longitude)"
}
