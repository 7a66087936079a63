import Facts
import TravelNetwork
import Testing

@testable import OpenStreetMap

/// Streets on both banks of a river, a bridge over it, and a regional network around them.
///
///     A---B---C-=-D---E        streets; C-D is the bridge, the river flows between
///     P       Q ~ R   S    T   regional nodes: P at A, Q at C, R at D, S at E, T far off
@Suite struct RegionalJoinTests {
  private var drawn: DrawnStreets = {
    var drawn = DrawnStreets(
      """
          X
      A-B-C-D-E
          Y
      """)
    drawn.way("ABC", ["highway": "primary", "name": "Lê Lợi"])
    drawn.way("DE", ["highway": "primary"])
    return drawn
  }()
  private var nodes: [TravelNode] = []
  private var links: [TravelLink] = []
  private var vehicles = Streets.vehicles

  init() {
    // Two hundredths of a degree between letters, in the middle row.
    add("P", 0.001, 106.6005)
    add("Q", 0.001, 106.6395)
    add("R", -0.001, 106.6605)
    add("S", 0.002, 106.68)
    add("T", 0, 106.9)
    road("PQ", 4.5)
    road("RS", 2.3)
    road("ST", 30)
  }

  private mutating func add(_ id: String, _ north: Double, _ longitude: Double) {
    var node = TravelNode()
    node.id = id
    node.point = Coordinate(latitude: 10.89 + north, longitude: longitude)
    node.block = "west"
    nodes.append(node)
  }

  private mutating func road(
    _ ends: String, _ kilometres: Double, crossing: String? = nil, mode: TravelMode = .road
  ) {
    var link = TravelLink()
    link.id = "r-\(ends)"
    link.start = String(ends.prefix(1))
    link.end = String(ends.suffix(1))
    link.mode = mode
    link.kilometres = kilometres
    link.speed = mode == .road ? 40 : nil
    link.crossingMinutes = mode == .road ? nil : 10
    link.crossing = crossing
    links.append(link)
  }

  private func join(_ drawn: DrawnStreets) throws -> RegionalJoin {
    try RegionalJoin(
      drawn.streets(), into: nodes, links, vehicles: vehicles, profile: TravelProfile())
  }

  /// The joined network as the ambulance finds it.
  private func graph(_ join: RegionalJoin, avoiding: [String] = []) throws -> TravelGraph {
    var kept = links
    for index in kept.indices where join.replacedLinks.contains(kept[index].id) {
      kept[index].use = .no
    }
    let map = try TravelMap(
      nodes: nodes + join.streets.nodes, links: kept + join.streets.links + join.connectors,
      vehicles: vehicles, profiles: [])
    return TravelGraph(
      map,
      TravelConditions(
        vehicle: vehicles[0], at: try #require(Instant("2026-11-25T10:00+07:00")),
        closed: Set(avoiding.flatMap(map.links(avoiding:)))))
  }

  private func kilometres(_ start: String, _ end: String, _ graph: TravelGraph) -> Double? {
    guard let from = graph.map.node(start), let to = graph.map.node(end) else { return nil }
    var search = TravelSearch(graph)
    search.start(from: Access(node: from))
    while let found = search.next(), found.node != to {}
    return search.journey(to: to)?.kilometres
  }

  @Test func `streets replace regional roads between joined nodes, and nothing else`() throws {
    var drawn = drawn
    drawn.way("CD", ["highway": "primary"])
    let join = try join(drawn)
    #expect(join.replacedLinks == ["r-PQ", "r-RS"])
    #expect(join.connectors.map(\.id) == ["osm-j-P", "osm-j-Q", "osm-j-R", "osm-j-S"])
    #expect(join.connectors.map(\.end) == ["osm-n2", "osm-n4", "osm-n5", "osm-n6"])
    let graph = try graph(join)
    #expect(graph.components.count == 1)
    // By the streets from P to S, and by the regional road to T.
    let metres = try #require(kilometres("P", "T", graph))
    #expect(abs(metres - 8.73 - 30) < 0.5)
  }

  @Test func `a street bridge takes the name of the regional one, and is closed by it`() throws {
    for name in ["Cầu Ví Dụ 1", "Cau Vi Du", "Cầu Ví Dụ"] {
      var test = self
      test.road("QR", 2.4, crossing: "Cầu Ví Dụ (sông Ví Dụ)")
      var drawn = drawn
      drawn.way("CD", ["highway": "primary", "bridge": "yes", "name": name])
      let join = try test.join(drawn)
      #expect(join.replacedLinks == ["r-PQ", "r-QR", "r-RS"])
      #expect(join.report.matchedCrossings == ["Cầu Ví Dụ (sông Ví Dụ)"])
      #expect(test.kilometres("P", "T", try test.graph(join)) != nil)
      for avoided in ["Cầu Ví Dụ", "cau vi du (song vi du)", name] {
        let cut = try test.graph(join, avoiding: [avoided])
        #expect(test.kilometres("P", "T", cut) == nil, "\(avoided)")
      }
    }
  }

  @Test func `a bridge that nobody named is the regional one`() throws {
    var test = self
    test.road("QR", 2.4, crossing: "Cầu Ví Dụ")
    var drawn = drawn
    drawn.way("CD", ["highway": "primary", "bridge": "yes"])
    let join = try test.join(drawn)
    #expect(join.replacedLinks.contains("r-QR"))
    #expect(test.kilometres("P", "T", try test.graph(join, avoiding: ["Cầu Ví Dụ"])) == nil)
  }

  @Test func `another bridge does not replace the regional one`() throws {
    var test = self
    test.road("QR", 2.4, crossing: "Cầu Ví Dụ 2")
    var drawn = drawn
    drawn.way("CD", ["highway": "primary", "bridge": "yes", "name": "Cầu Ví Dụ"])
    let join = try test.join(drawn)
    #expect(join.report.keptCrossings == ["Cầu Ví Dụ 2"])
    #expect(!join.replacedLinks.contains("r-QR"))
    // Whoever avoids the one goes by the other.
    for avoided in ["Cầu Ví Dụ 2", "Cầu Ví Dụ"] {
      #expect(test.kilometres("P", "T", try test.graph(join, avoiding: [avoided])) != nil)
    }
    let both = try test.graph(join, avoiding: ["Cầu Ví Dụ", "Cầu Ví Dụ 2"])
    #expect(test.kilometres("P", "T", both) == nil)
  }

  @Test func `no joint leads over a river`() throws {
    // Q lies east of the river X-Y, the only junction near it, C, west of it.
    var test = self
    test.nodes[1].point = Coordinate(latitude: 10.89, longitude: 106.6505)
    for isWet in [false, true] {
      var map = DrawnStreets(
        """
             X
        A-B-C-~-D-E
             Y
        """)
      map.way("ABC", ["highway": "primary"])
      map.way("DE", ["highway": "primary"])
      map.way("CD", ["highway": "primary", "bridge": "yes", "name": "Cầu Khác"])
      if isWet { map.way("XY", ["waterway": "river"]) }
      let join = try RegionalJoin(
        map.streets(), into: test.nodes, test.links, vehicles: vehicles,
        profile: TravelProfile(), limit: 1_300)
      #expect(join.connectors.contains { $0.id == "osm-j-Q" } != isWet)
      #expect(join.report.unjoinedNodes.contains("Q") == isWet)
      #expect(join.replacedLinks.contains("r-PQ") != isWet)
    }
  }

  @Test func `nobody is joined to streets on another block of land`() throws {
    // Q and R stand for a ferry; R was put down on the bank of Q, where all nodes are of the west.
    var test = self
    for index in [2, 3, 4] { test.nodes[index].block = "east" }
    test.nodes[2].point = Coordinate(latitude: 10.891, longitude: 106.642)
    test.road("QR", 2.4, crossing: "Phà Ví Dụ", mode: .ferry)
    var drawn = drawn
    drawn.way("CD", ["highway": "primary", "bridge": "yes", "name": "Cầu Khác"])
    let join = try test.join(drawn)
    #expect(join.report.acrossNodes == ["R"])
    #expect(!join.connectors.contains { $0.id == "osm-j-R" })
    #expect(join.connectors.contains { $0.id == "osm-j-S" && $0.end == "osm-n6" })
    let cut = try test.graph(join, avoiding: ["Cầu Khác", "Phà Ví Dụ"])
    #expect(test.kilometres("P", "T", cut) == nil)
    #expect(test.kilometres("P", "T", try test.graph(join, avoiding: ["Cầu Khác"])) != nil)
  }

  @Test func `a regional ferry stays, and the street ferry of its name goes`() throws {
    var test = self
    test.road("QR", 2.4, crossing: "Phà Ví Dụ (sông Ví Dụ)", mode: .ferry)
    var drawn = drawn
    drawn.way("CD", ["route": "ferry", "name": "Phà Ví Dụ"])
    let join = try test.join(drawn)
    #expect(join.report.replacedFerries == ["Phà Ví Dụ (sông Ví Dụ)"])
    #expect(join.streets.links.allSatisfy { $0.mode == .road })
    #expect(!join.replacedLinks.contains("r-QR"))
    #expect(test.kilometres("P", "T", try test.graph(join)) != nil)
  }

  @Test func `a regional road stays where streets are missing`() throws {
    var test = self
    test.road("PS", 1)
    let join = try test.join(drawn)
    // Without a bridge, the streets on this bank do not lead to the other one.
    #expect(!join.replacedLinks.contains("r-PS"))
    #expect(test.kilometres("P", "T", try test.graph(join)) != nil)
  }
}
