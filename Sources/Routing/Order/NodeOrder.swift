package import Columns

/// The order in which a hierarchy takes nodes out: the separators of a map last.
///
///     let order = NodeOrder(graph, latitudes: latitudes, longitudes: longitudes)
///     let hierarchy = Hierarchy(graph, order: order)
///
/// Nested dissection: a small set of nodes that parts the map in two comes last, and before it, each
/// on its own, the two parts in the same way. It depends on which nodes are joined, not on weights
/// or directions, so that one order serves every vehicle and every closure.
/// A. George, 1973, doi:10.1137/0710032; for road networks see J. Dibbelt, B. Strasser, D. Wagner,
/// 2016, doi:10.1145/2886843.
public struct NodeOrder: Sendable {
  /// The nodes, the first to be taken out first.
  package let nodes: Column<UInt32>

  /// Takes an order as it is.
  ///
  /// - Parameter nodes: Every node once.
  public init(_ nodes: [UInt32]) { self.nodes = Column(nodes) }

  /// Orders the nodes of a graph.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - latitudes: The latitude of each node, in degrees; only a guide to small separators.
  ///   - longitudes: The longitude of each node, in degrees.
  /// - Precondition: There are as many coordinates as nodes.
  /// - Complexity: about O(*n* √*n*) on road networks, where *n* is the number of nodes.
  public init(_ graph: Graph, latitudes: [Double], longitudes: [Double]) {
    precondition(
      latitudes.count == graph.nodeCount && longitudes.count == graph.nodeCount,
      "coordinates and nodes differ in number")
    let tails = graph.tails
    let adjacency = Adjacency(
      nodeCount: graph.nodeCount, tails: tails.span, heads: graph.heads.span)
    let reduction = DegreeReduction(adjacency)
    let core = Cell(reduction, latitudes: latitudes, longitudes: longitudes)
    var dissection = Dissection(capacity: core.count)
    dissection.dissect(core)
    nodes = Column(reduction.order + dissection.order)
  }
}

extension Cell {
  /// The core that a reduction leaves.
  fileprivate init(_ reduction: DegreeReduction, latitudes: [Double], longitudes: [Double]) {
    names = reduction.core
    var number = [UInt32](repeating: 0, count: latitudes.count)
    for (index, node) in names.enumerated() { number[Int(node)] = UInt32(index) }
    first = [0]
    heads = []
    for node in names {
      heads += reduction.neighbours(of: node).map { number[Int($0)] }.sorted()
      first.append(UInt32(heads.count))
    }
    reverse = Cell.reverse(first: first, heads: heads)
    // Degrees of longitude shrink away from the equator; a parabola is near enough for a guide.
    let middle = names.reduce(0.0) { $0 + latitudes[Int($1)] } / Double(max(1, names.count))
    let radians = middle * .pi / 180
    let shrink = max(0.1, 1 - radians * radians / 2 + radians * radians * radians * radians / 24)
    let members = names
    sorted = Cell.directions.map { x, y in
      let keys = members.map { node in
        x * longitudes[Int(node)] * shrink + y * latitudes[Int(node)]
      }
      let least = keys.min() ?? 0
      let span = max((keys.max() ?? 0) - least, 1e-12)
      // Key and number in one integer sort ten times faster than a comparison of both.
      let packed = keys.enumerated().map { index, key in
        UInt64((key - least) / span * 2_147_483_647) << 32 | UInt64(index)
      }
      return packed.sorted().map { UInt32(truncatingIfNeeded: $0) }
    }
  }

  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (1, 2), (2, -1), (1, -2),
  ]
}

/// Parts cells again and again, and lists their nodes.
private struct Dissection {
  private(set) var order: [UInt32] = []
  private var scratch: [UInt32]

  init(capacity: Int) {
    scratch = [UInt32](repeating: 0, count: capacity)
    order.reserveCapacity(capacity)
  }

  /// Cells of at most so many nodes are ordered by degree.
  private static let leafSize = 24

  mutating func dissect(_ cell: Cell) {
    // What is still to do, the last first: a cell to part, or a separator to list.
    var pending: [Piece] = [.cell(cell)]
    while let piece = pending.popLast() {
      switch piece {
      case .separator(let names): order += names
      case .cell(let cell): pending += parts(of: cell)
      }
    }
  }

  private enum Piece {
    case cell(Cell)
    case separator([UInt32])
  }

  /// The parts into which a cell is divided, in the opposite of the order in which they are listed.
  private mutating func parts(of cell: Cell) -> [Piece] {
    let components = cell.components()
    if components.count > 1 {
      return (0..<components.count).reversed().map { part in
        .cell(cell.part(part, by: components.numbers, scratch: &scratch))
      }
    }
    if cell.count <= Dissection.leafSize { return [.separator(minimumDegreeOrder(cell))] }
    guard let cut = InertialFlow(cell).bestCut(fractions: [0.25]), cut.counts.separator < cell.count
    else {
      return [.separator(cell.names)]
    }
    let separator = (0..<cell.count).filter { cut.sides[$0] == 2 }.map { cell.names[$0] }
    return [
      .separator(separator), .cell(cell.part(1, by: cut.sides, scratch: &scratch)),
      .cell(cell.part(0, by: cut.sides, scratch: &scratch)),
    ]
  }
}
