public import Facts

/// What may have been done to a point that lies where it cannot, and the point as it was meant.
///
///     PointRepair(of: Coordinate(latitude: 106.66, longitude: 10.76), in: box)?.point
///     // 10.76 N, 106.66 E
public struct PointRepair: Hashable, Sendable {
  /// What was done to it.
  ///
  /// The raw value is the code of the finding that tells of it.
  public enum Kind: String, Sendable {
    /// Latitude and longitude changed places.
    case swapped = "coordinates_swapped"
    /// A minus sign was lost, or stands where none should.
    case signLost = "coordinates_sign_lost"
    /// Both.
    case swappedAndSignLost = "coordinates_swapped_sign_lost"
  }

  /// What was done to it.
  public let kind: Kind
  /// The point as it was meant.
  public let point: Coordinate

  /// Finds the one change of a point that brings it into a box.
  ///
  /// - Returns: nil where the point lies in the box, or no change brings it there, or more than one
  ///   change of signs does.
  public init?(of point: Coordinate, in box: Box) {
    guard !box.contains(point) else { return nil }
    let swapped = Coordinate(latitude: point.longitude, longitude: point.latitude)
    if box.contains(swapped) {
      self.init(kind: .swapped, point: swapped)
    } else if let signed = PointRepair.signed(point, in: box) {
      self.init(kind: .signLost, point: signed)
    } else if let signed = PointRepair.signed(swapped, in: box) {
      self.init(kind: .swappedAndSignLost, point: signed)
    } else {
      return nil
    }
  }

  private init(kind: Kind, point: Coordinate) {
    self.kind = kind
    self.point = point
  }

  private static func signed(_ point: Coordinate, in box: Box) -> Coordinate? {
    let candidates = [(-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)].map {
      Coordinate(latitude: point.latitude * $0.0, longitude: point.longitude * $0.1)
    }.filter { box.contains($0) }
    return Set(candidates).count == 1 ? candidates.first : nil
  }
}
