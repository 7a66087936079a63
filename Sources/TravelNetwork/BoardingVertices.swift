public import Facts

/// What carries a patient.
enum Carrier: Int {
  /// A road vehicle, on a road or aboard a car ferry.
  case land
  /// A boat, or a ferry that takes no cars.
  case boat
  /// An aircraft.
  case aircraft
}

extension TravelLink {
  /// What carries the patient over the link.
  ///
  /// Who must go on by motorcycle or stretcher in an alley is not handed over to another crew, so a
  /// narrow road is land like any other.
  var carrier: Carrier {
    switch mode {
    case .road: .land
    case .ferry: carries == nil || carries == .all || carries == .light ? .land : .boat
    case .waterway: .boat
    case .air: .aircraft
    }
  }
}

/// The points of a map where patients are aboard a boat or an aircraft: its decks.
///
/// A boat lies at a pier: whoever boards or leaves it is handed over, who goes on in another boat from
/// the same pier is not. So a node at which boats or aircraft call has a deck for each, a vertex of
/// its own; links of boats join decks, and transfers join the decks of a node with it and with each
/// other. A search on that graph counts every change exactly, and needs to know nothing of it.
struct BoardingVertices: Sendable {
  /// The label of transfers, which are no links.
  static let transferLabel = UInt32.max

  /// The node of each deck; the vertex of a deck is its number plus that of the nodes.
  let nodes: [Int]
  /// What lies at each deck.
  let carriers: [Carrier]
  /// The transfers, in each direction, between vertices.
  let transfers: [(start: Int, end: Int)]
  private let nodeCount: Int
  /// The vertices at which links of boats and aircraft start and end.
  private let ends: [Int: (start: Int, end: Int)]

  private struct Key: Hashable {
    var node: Int
    var carrier: Carrier
  }

  /// Finds the decks of links.
  ///
  /// - Complexity: O(*n*), where *n* is the number of links.
  init(of links: Records<TravelLink>, startNodes: [Int], endNodes: [Int], nodeCount: Int) {
    var nodes: [Int] = []
    var carriers: [Carrier] = []
    var decks: [Key: Int] = [:]
    var decksOfNode: [Int: [Int]] = [:]
    var transfers: [(start: Int, end: Int)] = []
    var ends: [Int: (start: Int, end: Int)] = [:]
    func deck(_ node: Int, _ carrier: Carrier) -> Int {
      let key = Key(node: node, carrier: carrier)
      if let known = decks[key] { return known }
      let deck = nodeCount + nodes.count
      decks[key] = deck
      nodes.append(node)
      carriers.append(carrier)
      for other in [node] + decksOfNode[node, default: []] {
        transfers.append((other, deck))
        transfers.append((deck, other))
      }
      decksOfNode[node, default: []].append(deck)
      return deck
    }
    // Links are looked at where they lie: copies of all would cost more than the rest.
    for index in links.indices where links[index].mode != .road {
      let carrier = links[index].carrier
      guard carrier != .land else { continue }
      ends[index] = (deck(startNodes[index], carrier), deck(endNodes[index], carrier))
    }
    self.nodes = nodes
    self.carriers = carriers
    self.transfers = transfers
    self.nodeCount = nodeCount
    self.ends = ends
  }

  /// How many vertices there are: nodes and decks.
  var vertexCount: Int { nodeCount + nodes.count }

  /// The decks at which a link starts and ends; nil for one that is on land.
  func ends(ofLink link: Int) -> (start: Int, end: Int)? { ends[link] }

  /// The node of a vertex.
  func node(_ vertex: Int) -> Int { vertex < nodeCount ? vertex : nodes[vertex - nodeCount] }
}

extension TravelMap {
  /// The vertices at which a link starts and ends: decks for boats and aircraft, else nodes.
  func vertices(ofLink link: LinkIndex) -> (start: Int, end: Int) {
    decks.ends(ofLink: link.rawValue) ?? (startNodes[link], endNodes[link])
  }

  /// The id of a vertex of a graph with hand-overs: that of its node, with what lies at it.
  public func idOfVertex(_ vertex: Int) -> String {
    let id = nodes[decks.node(vertex)].id
    guard vertex >= nodes.count else { return id }
    return id + (decks.carriers[vertex - nodes.count] == .boat ? "#boat" : "#air")
  }

  /// The node of a vertex of a graph with hand-overs.
  public func node(ofVertex vertex: Int) -> NodeIndex { NodeIndex(decks.node(vertex)) }

  /// How many vertices a graph with hand-overs has: the nodes come first, then what lies at them.
  public var vertexCount: Int { decks.vertexCount }
}

extension TravelGraph {
  /// The times of a hand-over; all zero for a vehicle of which none is told.
  ///
  /// On a bad day the other crew comes late, as a ferry does.
  var transferTimes: LinkTimes {
    guard let own = conditions.vehicle.handOverMinutes, let usual = deciseconds(ofMinutes: own),
      let slow = deciseconds(ofMinutes: own * max(1, map.profile.slowWaitFactor))
    else { return LinkTimes(fast: 0, typical: 0, slow: 0) }
    return LinkTimes(fast: usual, typical: usual, slow: max(usual, slow))
  }

  /// Whether changes of vehicle take time, so that the decks of the map matter.
  var countsHandOvers: Bool { transferTimes.typical > 0 }
}
