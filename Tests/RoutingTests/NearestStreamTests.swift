import Routing
import TestSupport
import Testing

@Suite struct NearestStreamTests {
  @Test(arguments: seeds(20))
  func `arrivals are those of Bellman and Ford and of plain label setting`(seed: Int) {
    let map = RandomMap(seed: seed)
    var random = SeededRandom(seed: seed + 1_000)
    var stream = NearestStream(map.graph)
    for _ in 0..<5 {
      let departure = UInt32.random(in: 0..<Timetable.week, using: &random)
      let sources = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (
          node: Int.random(in: 0..<map.nodeCount, using: &random),
          offset: UInt32.random(in: 0...50_000, using: &random)
        )
      }
      stream.start(departure: departure)
      for source in sources { stream.addSource(source.node, offset: source.offset) }
      var order: [(node: Int, cost: UInt32)] = []
      while let found = stream.next() { order.append(found) }

      let clocks = sources.map { ($0.node, Int(departure) + Int($0.offset)) }
      let arrivals = map.arrivals(from: clocks)
      #expect(
        (0..<map.nodeCount).map { stream.cost(of: $0).map { Int($0 + departure) } } == arrivals)
      #expect(order.map(\.cost) == map.settled(from: clocks).map { UInt32($0.1) - departure })
      #expect(zip(order, order.dropFirst()).allSatisfy { ($0.cost, $0.node) < ($1.cost, $1.node) })
    }
  }

  @Test(arguments: seeds(20))
  func `the arcs of a way join up and take as long as the way`(seed: Int) throws {
    let map = RandomMap(seed: seed)
    let graph = map.graph
    var stream = NearestStream(graph)
    stream.start(from: 0, offset: 77, departure: 5_900_000)
    while let (node, cost) = stream.next() {
      var at = 0
      var clock = 5_900_077
      for arc in try #require(stream.path(to: node)) {
        let original = map.arcs[Int(graph.label(of: arc))]
        #expect(Int(original.tail) == at && graph.tail(of: arc) == at)
        at = Int(original.head)
        clock = try #require(map.arrival(over: original, at: clock))
      }
      #expect(at == node)
      #expect(clock == 5_900_000 + Int(cost))
    }
  }

  @Test func `a state may be used again and is as good as new`() {
    let map = RandomMap(seed: 7)
    var used = NearestStream(map.graph)
    for source in 0..<map.nodeCount {
      used.start(from: source, departure: 10)
      var fresh = NearestStream(map.graph)
      fresh.start(from: source, departure: 10)
      for _ in 0..<10 {
        let (left, right) = (used.next(), fresh.next())
        #expect(left?.node == right?.node && left?.cost == right?.cost)
      }
    }
  }

  @Test func `what has not been settled has no cost and no path`() {
    let graph = Graph(
      nodeCount: 3,
      arcs: [
        Graph.Arc(tail: 0, head: 1, weight: 10), Graph.Arc(tail: 0, head: 2, weight: 20),
        Graph.Arc(tail: 1, head: 2, weight: 5),
      ])
    var stream = NearestStream(graph)
    #expect(stream.next() == nil)
    #expect(stream.cost(of: 0) == nil)
    stream.start(from: 0, departure: 0)
    #expect(stream.cost(of: 0) == nil)
    #expect(stream.next() ?? (9, 9) == (0, 0))
    #expect(stream.cost(of: 1) == nil && stream.path(to: 2) == nil)
    #expect(stream.next() ?? (9, 9) == (1, 10))
    #expect(stream.next() ?? (9, 9) == (2, 15))
    #expect(stream.next() == nil)
    #expect(stream.path(to: 2)?.map { graph.head(of: $0) } == [1, 2])
    #expect(stream.path(to: 0) == [])
  }

  @Test func `equal arrivals come in order of node, even over arcs of no weight`() {
    // 5 is reached first and leads to 1 and 3 in no time; 4 is as far away as they are.
    let graph = Graph(
      nodeCount: 6,
      arcs: [
        Graph.Arc(tail: 0, head: 5, weight: 10), Graph.Arc(tail: 0, head: 4, weight: 10),
        Graph.Arc(tail: 5, head: 3, weight: 0), Graph.Arc(tail: 3, head: 1, weight: 0),
      ])
    var stream = NearestStream(graph)
    stream.start(from: 0, departure: 0)
    var nodes: [Int] = []
    while let (node, _) = stream.next() { nodes.append(node) }
    #expect(nodes == [0, 1, 3, 4, 5])
  }

  @Test func `an arc that never opens is no way`() {
    let graph = Graph(
      nodeCount: 2, arcs: [Graph.Arc(tail: 0, head: 1, weight: 1, timetable: 1)],
      timetables: [Timetable(open: [])])
    var stream = NearestStream(graph)
    stream.start(from: 0, departure: 0)
    #expect(stream.next()?.node == 0)
    #expect(stream.next() == nil)
  }

  @Test func `a ferry missed on Sunday night leaves on Monday`() {
    // 0 --600--> 1 ==ferry, Mondays 05:00 to 06:00==> 2
    let graph = Graph(
      nodeCount: 3,
      arcs: [
        Graph.Arc(tail: 0, head: 1, weight: 600),
        Graph.Arc(tail: 1, head: 2, weight: 100, timetable: 1),
      ], timetables: [Timetable(open: [180_000..<216_000])])
    var stream = NearestStream(graph)
    stream.start(from: 0, departure: Timetable.week - 300)
    while stream.next() != nil {}
    #expect(stream.cost(of: 2) == UInt32(300 + 180_000 + 100))
    // One week and a minute after departure is as good as a minute after it.
    stream.start(from: 0, offset: Timetable.week, departure: Timetable.week - 300)
    while stream.next() != nil {}
    #expect(stream.cost(of: 2) == Timetable.week + 300 + 180_000 + 100)
  }

  @Test func `ways too long to count are no ways`() {
    let long = Graph.infinity - 1
    let graph = Graph(
      nodeCount: 3,
      arcs: [
        Graph.Arc(tail: 0, head: 1, weight: long), Graph.Arc(tail: 1, head: 2, weight: long),
        Graph.Arc(tail: 0, head: 2, weight: long, timetable: 1),
      ], timetables: [Timetable(open: [1..<2])])
    var stream = NearestStream(graph)
    stream.start(from: 0, departure: 0)
    #expect(stream.next()?.node == 0)
    #expect(stream.next()?.node == 1)
    #expect(stream.next() == nil)
  }
}
