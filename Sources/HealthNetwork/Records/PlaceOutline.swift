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
    ///
    /// - Complexity: O(*n*), where *n* is the length of the text.
    public var points: [Coordinate]? {
      var numbers: [Double] = []
      numbers.reserveCapacity(shape.utf8.count / 9)
      for word in shape.utf8.split(separator: UInt8(ascii: " ")) {
        guard let number = PlaceOutline.decimal(word) ?? Double(Substring(word)), number.isFinite
        else { return nil }
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

  /// A plain decimal of at most fifteen digits, which is exact this way; nil for every other text.
  private static func decimal(_ text: Substring.UTF8View) -> Double? {
    var digits: UInt64 = 0
    var count = 0
    var divisor = 1.0
    var hasPoint = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        count += 1
        if hasPoint { divisor *= 10 }
        guard count <= 15 else { return nil }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      default: return nil
      }
    }
    return count > 0 ? Double(digits) / divisor : nil
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
