import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// Areas reached within some minutes.
@Suite struct IsochroneTests {
  /// Whether a point lies inside a ring, by the number of edges east of it.
  private func isInside(_ point: Coordinate, _ ring: Isochrone.Ring) -> Bool {
    var inside = false
    for (a, b) in zip(ring, ring.dropFirst())
    where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let crossing =
        a.longitude + (point.latitude - a.latitude) / (b.latitude - a.latitude)
        * (b.longitude - a.longitude)
      if crossing > point.longitude { inside.toggle() }
    }
    return inside
  }

  private func isInside(_ point: Coordinate, _ band: Isochrone.Band) -> Bool {
    band.polygons.contains { polygon in
      isInside(point, polygon.outer) && !polygon.holes.contains { isInside(point, $0) }
    }
  }

  private func area(_ ring: Isochrone.Ring) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) {
      $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
    }
  }

  private func scattered(seed: Int) throws -> TravelGraph {
    var random = SeededRandom(seed: seed)
    var drawn = DrawnMap.random(seed: seed)
    for index in drawn.nodes.indices {
      drawn.nodes[index].point = Coordinate(
        latitude: .random(in: 9.8...10.2, using: &random),
        longitude: .random(in: 105.8...106.2, using: &random))
    }
    drawn.profile.accessLimitKm = 6
    return try drawn.graph("10:00", vehicle: .patient)
  }

  @Test(arguments: seeds(10))
  func `nodes in time lie inside, the others outside but for those that share a cell`(seed: Int)
    throws
  {
    let graph = try scattered(seed: seed)
    let limits = [20.0, 45, 90]
    let origin = graph.map.nodes[0].point
    let reach = try Isochrone(
      graph, streets: nil, from: PointAccess(Access(node: 0)), at: origin, limits: limits,
      resolution: 500)
    var search = TravelSearch(graph)
    search.start(from: Access(node: 0))
    while search.next() != nil {}
    for band in reach.bands {
      let inTime = graph.map.nodes.recordIndices.filter {
        search.deciseconds(to: $0).map { Double($0) <= band.minutes * 600 } ?? false
      }
      #expect(band.nodes == inTime)
      for node in graph.usableNodes {
        let point = graph.map.nodes[node].point
        let isReached = inTime.contains(node)
        let near = inTime.contains { graph.map.nodes[$0].point.distanceInMetres(to: point) < 750 }
        if isReached { #expect(isInside(point, band), "\(band.minutes) min, node \(node)") }
        if !isReached && !near {
          #expect(!isInside(point, band), "\(band.minutes) min, node \(node)")
        }
      }
    }
  }

  @Test(arguments: seeds(10))
  func `bands are nested, rings closed, turned the right way and pass no corner twice`(seed: Int)
    throws
  {
    let graph = try scattered(seed: seed)
    let reach = try Isochrone(
      graph, streets: nil, from: PointAccess(Access(node: 0)), at: graph.map.nodes[0].point,
      limits: [90, 20, 45], resolution: 700)
    #expect(reach.bands.map(\.minutes) == [20, 45, 90])
    for band in reach.bands {
      for polygon in band.polygons {
        #expect(area(polygon.outer) > 0)
        for ring in [polygon.outer] + polygon.holes {
          #expect(ring.first == ring.last && ring.count >= 5)
          #expect(Set(ring.dropLast()).count == ring.count - 1)
        }
        for hole in polygon.holes { #expect(area(hole) < 0) }
      }
    }
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let point = Coordinate(
        latitude: .random(in: 9.7...10.3, using: &random),
        longitude: .random(in: 105.7...106.3, using: &random))
      let inside = reach.bands.map { isInside(point, $0) }
      for (lower, higher) in zip(inside, inside.dropFirst()) where lower { #expect(higher) }
    }
  }

  @Test func `the far bank stays outside until a way leads there`() throws {
    //  A -- B
    //  ~~~~~~~~ river
    //  C -- D     reached over the bridge BD, which takes an hour
    var drawn = DrawnMap("A....B\n......\nC....D")
    drawn.road("AB", kilometres: 6)
    drawn.road("CD", kilometres: 6)
    drawn.road("BD", kilometres: 60)
    let graph = try drawn.graph()
    let access = PointAccess(Access(node: 0))
    let reach = try Isochrone(
      graph, streets: nil, from: access, at: graph.map.nodes[0].point, limits: [30, 80],
      resolution: 250)
    let far = graph.map.nodes[2].point
    #expect(!isInside(far, reach.bands[0]) && isInside(far, reach.bands[1]))
  }

  @Test func `a grid of too many cells is refused`() throws {
    let graph = try scattered(seed: 1)
    #expect(throws: IsochroneError.self) {
      try Isochrone(
        graph, streets: nil, from: PointAccess(Access(node: 0)), at: graph.map.nodes[0].point,
        limits: [90], resolution: 1)
    }
  }

  /// The cells of polygons, counted by the middle of each cell.
  private func cells(_ polygons: [CellOutline.Polygon], columns: Int, rows: Int) -> [Bool] {
    func isInside(_ x: Double, _ y: Double, _ ring: [CellOutline.Corner]) -> Bool {
      var inside = false
      for (index, a) in ring.enumerated() {
        let b = ring[(index + 1) % ring.count]
        if (Double(a.row) > y) != (Double(b.row) > y), Double(a.column) > x { inside.toggle() }
      }
      return inside
    }
    return (0..<columns * rows).map { cell in
      let (x, y) = (Double(cell % columns) + 0.5, Double(cell / columns) + 0.5)
      return polygons.count { polygon in
        isInside(x, y, polygon.outer) && !polygon.holes.contains { isInside(x, y, $0) }
      } == 1
    }
  }

  @Test(arguments: seeds(30))
  func `the outline of random cells holds those cells and no other`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let columns = Int.random(in: 1...9, using: &random)
    let rows = Int.random(in: 1...9, using: &random)
    let share = Double.random(in: 0.1...0.9, using: &random)
    let inside = (0..<columns * rows).map { _ in Double.random(in: 0...1, using: &random) < share }
    let polygons = CellOutline.polygons(of: inside, columns: columns)
    #expect(cells(polygons, columns: columns, rows: rows) == inside)
    for polygon in polygons {
      for ring in [polygon.outer] + polygon.holes { #expect(Set(ring).count == ring.count) }
    }
  }

  @Test func `a ring of cells around a hole that meets it at a corner is one polygon`() {
    //  ###.
    //  #.##     the hole of two cells touches the outside at a corner
    //  #..#
    //  ####
    let drawing = ["####", "#..#", "#.##", "###."]
    let inside = drawing.flatMap { $0.map { $0 == "#" } }
    let polygons = CellOutline.polygons(of: inside, columns: 4)
    #expect(polygons.count == 1 && polygons[0].holes.count == 1)
  }
}
