import Facts
internal import TravelNetwork

/// The parts into which streets fall without bridges, tunnels and ferries: within one, nobody crosses
/// water. (A part may be smaller than the land it lies on: ponds and canals have bridges too.)
struct DryPieces {
  private var parents: [Int]

  init(_ streets: Streets, _ map: TravelMap) {
    parents = Array(map.nodes.indices)
    for index in streets.links.indices
    where streets.links[index].mode == .road && !streets.isCrossing[index] {
      let (first, second) = (root(of: map.startNodes[index]), root(of: map.endNodes[index]))
      if first != second { parents[max(first, second)] = min(first, second) }
    }
    for node in parents.indices { parents[node] = root(of: node) }
  }

  /// The number of the piece in which a node lies.
  func piece(of node: NodeIndex) -> Int { parents[node] }

  private mutating func root(of node: Int) -> Int {
    var node = node
    while parents[node] != node {
      parents[node] = parents[parents[node]]
      node = parents[node]
    }
    return node
  }
}
