public import Facts

/// Where an administrative unit lies: one ring for each piece of its land.
public struct PlaceOutline: Hashable, Sendable {
  /// A closed line without a hole.
  public struct Ring: Hashable, Sendable {
    /// Its points, latitude and longitude of one after the other, parted by blanks; the first is not
    /// repeated at the end.
    public var shape = ""

    /// Creates an empty ring.
    public init() {}

    /// The points of the line; nil when the text is no list of at least three points.
    public var points: [Coordinate]? {
      var numbers: [Double] = []
      for word in shape.split(separator: " ") {
        guard let number = Double(word), number.isFinite else { return nil }
        numbers.append(number)
      }
      guard numbers.count >= 6, numbers.count.isMultiple(of: 2) else { return nil }
      let points = stride(from: 0, to: numbers.count, by: 2).map {
        Coordinate(latitude: numbers[$0], longitude: numbers[$0 + 1])
      }
      return points.allSatisfy { abs($0.latitude) <= 90 && abs($0.longitude) <= 180 }
        ? points : nil
    }
  }

  /// The place, as scheme:code.
  public var place = ""
  /// Its pieces of land.
  public var rings: [Ring] = []
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Extensions of its owner.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
