internal import Facts

/// Ways cut into pieces that run from junction to junction.
///
///     A---B---C---D        way 1, A to D; way 2 meets it in C:
///             |            pieces A–C (over B), C–D, C–E
///             E
///
/// A way is cut where another one meets it, where it meets itself, and at barriers that somebody
/// does not pass; it ends where the file holds no point. Nothing else becomes a node.
struct StreetPieces {
  /// A piece: the numbers of its points are `points[first..<first + count]` of the extract.
  struct Piece {
    var way: Int
    /// The place among the pieces of its way, from 1.
    var number: Int
    var first: Int
    var count: Int
    /// Its length along all of its points, in metres.
    var metres: Double
    /// The numbers of the nodes at its ends.
    var start: Int
    var end: Int
  }

  /// A node: a point where pieces meet.
  ///
  /// A point with a barrier is one node for the barrier, and one more for each end of a piece there.
  struct Node {
    var point: UInt32
    /// 0 for the point itself; from 1 the ends at a barrier.
    var side: Int
  }

  private(set) var pieces: [Piece] = []
  private(set) var nodes: [Node] = []
  /// Nodes at the ends of pieces at a barrier, with the node of the barrier.
  private(set) var barrierEnds: [(end: Int, barrier: Int, vehicles: VehicleSet)] = []
  /// Ways that lost points because the file does not hold them.
  private(set) var cutWays = 0
  /// The length of all pieces, in metres.
  private(set) var metres = 0.0
  /// The length of all ways, summed before they were cut, in metres.
  private(set) var wayMetres = 0.0

  private var nodeNumbers: [UInt32: Int] = [:]
  private var sides: [UInt32: Int] = [:]

  init(_ extract: StreetExtract) {
    let isJunction = StreetPieces.junctions(extract)
    for (index, way) in extract.ways.enumerated() {
      cut(way, index, extract, isJunction)
    }
    nodeNumbers = [:]
    sides = [:]
  }

  /// The pieces of a way, in its order.
  func pieces(ofWay way: Int) -> ArraySlice<Piece> {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].way < way { low = middle + 1 } else { high = middle }
    }
    return pieces[low...].prefix { $0.way == way }
  }

  /// Where ways must be cut.
  private static func junctions(_ extract: StreetExtract) -> [Bool] {
    var isMet = [Bool](repeating: false, count: extract.ids.count)
    var isJunction = isMet
    for way in extract.ways {
      var last: UInt32?
      for point in extract.points[way.first..<way.first + way.count] where point != last {
        if isMet[Int(point)] { isJunction[Int(point)] = true }
        isMet[Int(point)] = true
        last = point
      }
    }
    for point in extract.barriers.keys { isJunction[Int(point)] = true }
    return isJunction
  }

  private mutating func cut(
    _ way: StreetExtract.Way, _ index: Int, _ extract: StreetExtract, _ isJunction: [Bool]
  ) {
    var number = 0
    var first = way.first
    var metres = 0.0
    var isCut = false
    let end = way.first + way.count
    for place in way.first..<end {
      let point = extract.points[place]
      guard extract.isKnown(point) else {
        // What came before ends here.
        finish(from: first, to: place - 1)
        isCut = true
        first = place + 1
        metres = 0
        continue
      }
      if place > first {
        let step = extract.coordinate(extract.points[place - 1])
          .distanceInMetres(to: extract.coordinate(point))
        metres += step
        wayMetres += step
      }
      if place > first, isJunction[Int(point)] || place == end - 1 {
        finish(from: first, to: place)
        first = place
        metres = 0
      }
    }
    if isCut { cutWays += 1 }

    func finish(from first: Int, to last: Int) {
      // Points that follow themselves make no piece.
      guard last > first,
        extract.points[first..<last].contains(where: { $0 != extract.points[last] })
      else { return }
      number += 1
      let start = node(at: extract.points[first], extract)
      let end = node(at: extract.points[last], extract)
      pieces.append(
        Piece(
          way: index, number: number, first: first, count: last - first + 1, metres: metres,
          start: start, end: end))
      self.metres += metres
    }
  }

  private mutating func node(at point: UInt32, _ extract: StreetExtract) -> Int {
    let barrier = number(of: point)
    guard let vehicles = extract.barriers[point] else { return barrier }
    let side = (sides[point] ?? 0) + 1
    sides[point] = side
    nodes.append(Node(point: point, side: side))
    barrierEnds.append((end: nodes.count - 1, barrier: barrier, vehicles: vehicles))
    return nodes.count - 1
  }

  private mutating func number(of point: UInt32) -> Int {
    if let number = nodeNumbers[point] { return number }
    nodeNumbers[point] = nodes.count
    nodes.append(Node(point: point, side: 0))
    return nodes.count - 1
  }
}
