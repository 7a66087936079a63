public import Facts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// The line of a link on the map, as its record writes it.
///
///     LinkShape([start, bend, end]).text   // "10.77012 106.69123": the bend
///     LinkShape(text)?.bends               // the bends, without the ends
///
/// Only the bends between the ends are written: latitude and longitude of one after the other, to
/// 0.00001 degree (about a metre), parted by single blanks. Bends that lie within two metres of the
/// line without them are left out (Douglas and Peucker, doi:10.3138/FM57-6770-U75U-7727).
public struct LinkShape: Hashable, Sendable {
  /// The points between start and end, from start to end.
  public let bends: [Coordinate]

  /// How far the simplified line may lie from the full one, in metres.
  static let tolerance = 2.0

  /// Most bytes of a text; longer lines are simplified further.
  static let limit = 16_000

  /// Simplifies a line, its ends included.
  public init(_ line: [Coordinate]) {
    var tolerance = LinkShape.tolerance
    var bends = LinkShape.simplified(line, tolerance: tolerance)
    // 20 bytes hold a point anywhere on the globe.
    while bends.count * 20 > LinkShape.limit {
      tolerance *= 2
      bends = LinkShape.simplified(line, tolerance: tolerance)
    }
    self.bends = bends
  }

  /// Reads the text of a record; nil when it is no list of points.
  public init?(_ text: String) {
    var numbers: [Double] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      guard let number = LinkShape.degrees(word) else { return nil }
      numbers.append(number)
    }
    guard numbers.count % 2 == 0, !numbers.isEmpty else { return nil }
    var bends: [Coordinate] = []
    for index in stride(from: 0, to: numbers.count, by: 2) {
      let point = Coordinate(latitude: numbers[index], longitude: numbers[index + 1])
      guard abs(point.latitude) <= 90, abs(point.longitude) <= 180 else { return nil }
      bends.append(point)
    }
    self.bends = bends
  }

  /// The text of a record; nil when the line is straight.
  public var text: String? {
    guard !bends.isEmpty else { return nil }
    var bytes: [UInt8] = []
    for point in bends {
      for degrees in [point.latitude, point.longitude] {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        LinkShape.append(degrees, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ degrees: Double, to bytes: inout [UInt8]) {
    var rest = Int(clamping: (abs(degrees) * 100_000).rounded())
    if degrees < 0, rest > 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(contentsOf: String(rest / 100_000).utf8)
    rest %= 100_000
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var unit = 10_000
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// A decimal number of degrees, without exponent.
  private static func degrees(_ word: Substring.UTF8View) -> Double? {
    var whole = 0
    var unit = 1
    var isFraction = false
    let digits = word.first == UInt8(ascii: "-") ? word.dropFirst() : word
    guard (1...16).contains(digits.count) else { return nil }
    for byte in digits {
      switch byte {
      case UInt8(ascii: "."):
        guard !isFraction else { return nil }
        isFraction = true
      case 0x30...0x39:
        whole = whole * 10 + Int(byte - 0x30)
        if isFraction { unit *= 10 }
      default: return nil
      }
    }
    let number = Double(whole) / Double(unit)
    return digits.count < word.count ? -number : number
  }

  /// The bends that keep the line within the tolerance.
  private static func simplified(_ line: [Coordinate], tolerance: Double) -> [Coordinate] {
    guard line.count > 2 else { return [] }
    var isKept = [Bool](repeating: false, count: line.count)
    var ranges = [(0, line.count - 1)]
    while let (first, last) = ranges.popLast() {
      guard last - first > 1 else { continue }
      let segment = LineSegment(line[first], line[last])
      var furthest = (index: first, metres: -1.0)
      for index in (first + 1)..<last {
        let metres = segment.nearest(to: line[index]).metres
        if metres > furthest.metres { furthest = (index, metres) }
      }
      guard furthest.metres > tolerance else { continue }
      isKept[furthest.index] = true
      ranges.append((first, furthest.index))
      ranges.append((furthest.index, last))
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }
}

/// A straight line between two near points, on a plane that touches the globe there.
package struct LineSegment {
  private let start: Coordinate
  private let end: Coordinate

  /// The line between two points.
  package init(_ start: Coordinate, _ end: Coordinate) {
    self.start = start
    self.end = end
  }

  /// The point of the line that is nearest to a point.
  ///
  /// - Returns: The point, how far along the line it lies (0 start, 1 end), and how far it is away.
  package func nearest(
    to point: Coordinate
  ) -> (point: Coordinate, fraction: Double, metres: Double) {
    let narrowing = cos(point.latitude * .pi / 180)
    let eastward = (end.longitude - start.longitude) * narrowing
    let northward = end.latitude - start.latitude
    let square = eastward * eastward + northward * northward
    let dot =
      (point.longitude - start.longitude) * narrowing * eastward
      + (point.latitude - start.latitude) * northward
    let fraction = square > 0 ? min(1, max(0, dot / square)) : 0
    let foot = Coordinate(
      latitude: start.latitude + northward * fraction,
      longitude: start.longitude + (end.longitude - start.longitude) * fraction)
    return (foot, fraction, foot.distanceInMetres(to: point))
  }
}
