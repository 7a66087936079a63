internal import Facts
internal import TravelNetwork

/// Finds the street junctions to which regional nodes are joined, on their own side of the water.
///
/// A junction will do when it is near, when the straight line to it crosses no river or canal of the
/// map, and when it lies on the right block of land. Streets name no block; but regional nodes do, and
/// where streets hang together without a bridge they lie on one block: that of most of the regional
/// nodes whose nearest junction is there. A point that somebody put on the wrong bank is not joined.
struct JointFinder {
  private struct Candidate {
    var node: NodeIndex
    var metres: Double
  }

  private let dry: DryPieces
  private var candidates: [String: [Candidate]] = [:]
  /// How many regional nodes of each block are nearest to each piece of streets.
  private var votes: [Int: [String: Int]] = [:]

  init(
    _ nodes: [TravelNode], to graph: TravelGraph, _ streets: Streets, within limit: Double
  ) {
    dry = DryPieces(streets, graph.map)
    let usable = graph.usableNodes
    let points = usable.map { graph.map.nodes[$0].point }
    let grid = PointGrid(points)
    for node in nodes {
      // A few dozen will do: where a river lies between all of them, nothing is near.
      let found = grid.near(node.point, within: limit).prefix(60)
        .filter { !streets.rivers.cross(node.point, points[$0.index]) }
        .map { Candidate(node: usable[$0.index], metres: $0.metres) }
      guard let nearest = found.first else { continue }
      candidates[node.id] = found
      if let block = node.block {
        votes[dry.piece(of: nearest.node), default: [:]][block, default: 0] += 1
      }
    }
  }

  /// The junction of a regional node and its distance in metres; nil when none will do.
  func joint(of node: TravelNode) -> (node: NodeIndex, metres: Double)? {
    let found = candidates[node.id]?.first { candidate in
      guard let block = node.block else { return true }
      return self.block(ofPiece: dry.piece(of: candidate.node)) == block
    }
    return found.map { ($0.node, $0.metres) }
  }

  /// Whether streets are near to a node, but none on its side of the water.
  func isAcross(_ node: TravelNode) -> Bool {
    candidates[node.id] != nil && joint(of: node) == nil
  }

  /// The block of most regional nodes near a piece of streets; nil when two have as many.
  private func block(ofPiece piece: Int) -> String? {
    guard let blocks = votes[piece], let most = blocks.values.max() else { return nil }
    let first = blocks.filter { $0.value == most }
    return first.count == 1 ? first.first?.key : nil
  }
}
