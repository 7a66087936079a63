import Facts
import TestSupport
import Testing

@testable import TravelNetwork

/// A map drawn in letters: each letter is a node, a hundredth of a degree to a column and a row.
///
/// Lines and signs between the letters are for the reader; links are named by the letters of
/// their ends.
struct DrawnMap {
  var nodes: [TravelNode] = []
  var links: [TravelLink] = []
  var vehicles = [Vehicle.ambulance, Vehicle.patient]
  var profile = TravelProfile()
  var exceptions: [String: [LinkException]] = [:]

  init(_ drawing: String) {
    for (row, line) in drawing.split(separator: "\n").enumerated() {
      for (column, sign) in line.enumerated() where sign.isLetter {
        var node = TravelNode()
        node.id = String(sign)
        node.point = Coordinate(
          latitude: 10 - 0.01 * Double(row), longitude: 106 + 0.01 * Double(column))
        nodes.append(node)
      }
    }
    profile.slowFactor = 1.5
    profile.slowWaitFactor = 2
  }

  /// Adds a road at 60 km/h, 90 when empty, so that a kilometre is a minute.
  mutating func road(
    _ ends: String, kilometres: Double, _ change: (inout TravelLink) -> Void = { _ in }
  ) {
    link(ends, .road) {
      $0.kilometres = kilometres
      $0.speed = 60
      $0.freeFlowSpeed = 90
      $0.provenance.confidence = .high
      change(&$0)
    }
  }

  /// Adds a ferry of one kilometre.
  mutating func ferry(
    _ ends: String, crossing: Double, wait: Double,
    _ change: (inout TravelLink) -> Void = { _ in }
  ) {
    link(ends, .ferry) {
      $0.kilometres = 1
      $0.crossing = "Phà \(ends)"
      $0.crossingMinutes = crossing
      $0.waitMinutes = wait
      $0.provenance.confidence = .medium
      change(&$0)
    }
  }

  private mutating func link(
    _ ends: String, _ mode: TravelMode, _ change: (inout TravelLink) -> Void
  ) {
    var link = TravelLink()
    link.id = ends
    link.start = String(ends.prefix(1))
    link.end = String(ends.dropFirst().prefix(1))
    link.mode = mode
    change(&link)
    links.append(link)
  }

  func map() throws -> TravelMap {
    try TravelMap(
      nodes: Records(nodes), links: Records(links), vehicles: vehicles, profiles: [profile],
      exceptions: exceptions)
  }

  /// The graph of the ambulance, unless told otherwise, on a Monday.
  func graph(
    _ clock: String = "10:00", vehicle: Vehicle = .ambulance, day: String = "2026-11-23",
    avoiding: [String] = [], honoursTimetables: Bool = true
  ) throws -> TravelGraph {
    let map = try map()
    return TravelGraph(
      map,
      TravelConditions(
        vehicle: vehicle, at: try #require(Instant("\(day)T\(clock)+07:00")),
        closed: Set(avoiding.flatMap(map.links(avoiding:))), honoursTimetables: honoursTimetables))
  }
}

extension DrawnMap {
  /// A random map of fifty nodes and links of all kinds.
  static func random(seed: Int) -> DrawnMap {
    var random = SeededRandom(seed: seed)
    var drawn = DrawnMap("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrst")
    let letters = drawn.nodes.map(\.id)
    for number in 0..<120 {
      var link = TravelLink()
      link.id = "l\(number)"
      link.start = letters.randomElement(using: &random) ?? "A"
      link.end = letters.randomElement(using: &random) ?? "A"
      // Numbers whose times are whole deciseconds, so that both ways of reckoning agree exactly.
      link.kilometres = Double(Int.random(in: 0...30, using: &random))
      link.mode = TravelMode.allCases.randomElement(using: &random) ?? .road
      if link.mode == .road {
        link.speed = [20, 30, 40, 50, 60].randomElement(using: &random) ?? nil
        link.freeFlowSpeed = [30, 40, 60, 75, nil].randomElement(using: &random) ?? nil
      } else {
        link.crossingMinutes = Double(Int.random(in: 1...90, using: &random))
        link.waitMinutes = [5, 20, nil].randomElement(using: &random) ?? nil
      }
      link.isOneway = Int.random(in: 0..<4, using: &random) == 0
      link.carries =
        [nil, .all, .light, .motorcycle, .patient].randomElement(using: &random) ?? nil
      link.state = [nil, .open, .unverified, .closed].randomElement(using: &random) ?? nil
      link.use = Int.random(in: 0..<8, using: &random) == 0 ? .no : nil
      if Int.random(in: 0..<3, using: &random) == 0 {
        link.windows = (0..<Int.random(in: 1...2, using: &random)).map { _ in
          .hours(
            .random(in: 0...1_439, using: &random), .random(in: 1...1_440, using: &random),
            days: [nil, "135", "67", "7"].randomElement(using: &random) ?? nil)
        }
      }
      drawn.links.append(link)
    }
    return drawn
  }

  /// The journey between two nodes, or nil when there is none.
  static func journey(_ ends: String, in graph: TravelGraph) -> Journey? {
    guard let start = graph.map.node(String(ends.prefix(1))),
      let end = graph.map.node(String(ends.suffix(1)))
    else { return nil }
    var search = TravelSearch(graph)
    search.start(from: Access(node: start))
    while let found = search.next(), found.node != end {}
    return search.journey(to: end)
  }
}

extension Vehicle {
  /// A car: roads and car ferries.
  static var ambulance: Vehicle {
    var vehicle = Vehicle()
    vehicle.id = "ambulance"
    vehicle.modes = "road ferry"
    vehicle.carriages = "all light"
    return vehicle
  }

  /// A patient who also takes boats and flights.
  static var patient: Vehicle {
    var vehicle = Vehicle()
    vehicle.id = "patient"
    vehicle.modes = "road ferry waterway air"
    vehicle.carriages = "all light passenger patient"
    return vehicle
  }
}

extension ServiceWindow {
  /// A window of every day, or of the given days, between two minutes of the day.
  static func hours(_ opens: Int, _ closes: Int, days: String? = nil) -> ServiceWindow {
    var window = ServiceWindow()
    window.days = days
    window.opens = opens
    window.closes = closes
    return window
  }
}
