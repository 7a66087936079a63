import Columns

extension PointSearch {
  /// A way of least weight between two nodes; nil when there is none.
  ///
  /// - Parameters:
  ///   - start: The node at which it starts.
  ///   - end: The node at which it ends.
  /// - Returns: Its weight, and its arcs in order; none when start and end are the same.
  /// - Complexity: that of `distance`, and for each arc of the way the number of neighbours below.
  public mutating func path(from start: Int, to end: Int) -> (distance: UInt32, arcs: [Int])? {
    let hierarchy = metric.hierarchy
    let found = meet(
      start, end, hierarchy, metric.searchUpward, metric.searchDownward, &forward, &backward)
    guard found.distance < Graph.infinity else { return nil }
    var unpacking = Unpacking(metric)
    // The climbs kept no record of arcs: the few on the way are found again by their sums.
    let rise = descent(
      [hierarchy.ranks[start]], to: found.depth, rows: forward, graph: metric.searchUpward)
    for step in rise { unpacking.append(UInt32(step) * 2) }
    let fall = descent(
      hierarchy.ends(of: end), to: found.depth, rows: backward, graph: metric.searchDownward)
    for step in fall.reversed() { unpacking.append(UInt32(step) * 2 + 1) }
    guard let labels = hierarchy.turns?.graph.labels else {
      return (found.distance, unpacking.arcs)
    }
    return (found.distance, unpacking.arcs.map { Int(labels[$0]) })
  }

  /// Arcs of the hierarchy from one of some ranks to their ancestor of a depth, the lowest first.
  private func descent(
    _ starts: [UInt32], to depth: Int, rows: [UInt32], graph: UpwardGraph
  ) -> [Int] {
    let hierarchy = metric.hierarchy
    let parents = hierarchy.parents.span
    let firstArc = graph.firstArc.span
    let headDepths = graph.headDepths.span
    let weights = graph.weights.span
    let rows = rows.span
    // Going up, each rank is noted that gives an ancestor its distance; the last one to do so may
    // be any of several equal ones.
    guard var node = starts.first else { return [] }
    var givers = [(rank: UInt32, depth: Int)](
      repeating: (0, -1), count: Int(hierarchy.depths[Int(node)]) + 1)
    var at = Int(hierarchy.depths[Int(node)])
    var next = 0
    while at > depth {
      let distance = rows[at]
      let isStart = next < starts.count && starts[next] == node
      if isStart { next += 1 }
      if distance < Graph.infinity && (givers[at].depth >= 0 || isStart) {
        for arc in Int(firstArc[Int(node)])..<Int(firstArc[Int(node) + 1]) {
          // Bounds: as in `relax`.
          let head = unsafe Int(headDepths[unchecked: arc])
          guard unsafe rows[unchecked: head] == distance &+ weights[unchecked: arc] else {
            continue
          }
          if head >= depth, givers[head].depth < 0 { givers[head] = (node, at) }
        }
      }
      at -= 1
      node = parents[Int(node)]
    }
    var arcs: [Int] = []
    at = depth
    while givers[at].depth >= 0 {
      let (low, lowDepth) = givers[at]
      if let arc = hierarchy.arc(from: low, toDepth: UInt16(at)) { arcs.append(arc) }
      at = lowDepth
    }
    arcs.reverse()
    return arcs
  }
}
