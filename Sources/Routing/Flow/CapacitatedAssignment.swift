/// The transportation problem: rows are assigned to columns that take several of them, at the least
/// cost.
///
/// It is solved as a `MinimumCostFlow`.
package enum CapacitatedAssignment {
  /// The cheapest columns of the most rows that can have one.
  ///
  /// - Parameters:
  ///   - pairs: For each row the columns that may take it, and what each costs.
  ///   - room: The most rows of each column.
  /// - Returns: The column of each row; nil for one that is left over.
  /// - Complexity: O(*r* · *m* log *m*), where *r* is the number of rows and *m* of pairs.
  package static func columns(
    of pairs: [[(column: Int, cost: UInt32)]], room: [Int]
  ) -> [Int?] {
    let (source, sink) = (0, 1)
    let firstColumn = 2 + pairs.count
    var flow = MinimumCostFlow<Int>(nodeCount: firstColumn + room.count)
    var arcs: [[Int]] = []
    for (row, columns) in pairs.enumerated() {
      flow.addArc(from: source, to: 2 + row, capacity: 1, cost: 0)
      arcs.append(
        columns.map {
          flow.addArc(from: 2 + row, to: firstColumn + $0.column, capacity: 1, cost: Int($0.cost))
        })
    }
    for (column, room) in room.enumerated() where room > 0 {
      flow.addArc(from: firstColumn + column, to: sink, capacity: room, cost: 0)
    }
    flow.send(pairs.count, from: source, to: sink)
    return zip(pairs, arcs).map { columns, arcs in
      zip(columns, arcs).first { flow.flow(on: $1) > 0 }?.0.column
    }
  }
}
