import Referral
import Routing

/// Sends each row to one column, with loads as equal, ways as short and a sum as small as can be.
///
///     let assignment = BalancedAssignment(costs: minutes, loads: alreadySupported)
///     assignment.columns[3]   // the column of row 3
///
/// Four aims, one after the other, each proven: as many rows as can be have a column; the largest
/// load is the smallest with which they can; the largest cost is the smallest under that load; the
/// sum of costs is the smallest under both. The first three are maximum matchings with capacities,
/// found by augmenting ways (a row that finds none has none: C. Berge, 1957, DOI
/// 10.1073/pnas.43.9.842), in a binary search; the last is a minimum cost flow.
package struct BalancedAssignment: Sendable {
  /// The column of each row; nil for a row that none can take.
  package let columns: [Int?]
  /// The most rows of a column, those it had before counted; nil when no row has a column.
  package let load: Int?
  /// The largest cost; nil when no row has a column.
  package let bottleneck: UInt32?
  /// The sum of costs.
  package let total: UInt64

  /// Finds the best assignment.
  ///
  /// - Parameters:
  ///   - costs: For each row the cost of each column; nil where the two cannot be joined.
  ///   - loads: The rows that each column has already.
  ///   - limit: The most rows of a column; nil for the least with which all can be served. With a
  ///     limit some rows may be left without a column.
  /// - Complexity: O(log *m* · *r* · *m*) for the matchings and O(*r* · *m* log *m*) for the flow,
  ///   where *r* is the number of rows and *m* of their pairs.
  package init(costs: [[UInt32?]], loads: [Int], limit: Int? = nil) {
    let pairs = costs.map { row in
      row.enumerated().compactMap { column, cost in cost.map { (column: column, cost: $0) } }
    }
    let servable = pairs.filter { !$0.isEmpty }.count
    let most = (loads.max() ?? 0) + pairs.count
    func room(_ load: Int) -> [Int] { loads.map { max(0, load - $0) } }
    let load =
      limit
      ?? first(in: 1...max(1, most)) {
        CapacityMatching(pairs.map { $0.map(\.column) }, room: room($0)).count == servable
      } ?? most
    let reached = CapacityMatching(pairs.map { $0.map(\.column) }, room: room(load)).count
    let known = Set(pairs.joined().map(\.cost)).sorted()
    let place =
      known.isEmpty
      ? nil
      : first(in: 0...(known.count - 1)) { index in
        let near = pairs.map { $0.filter { $0.cost <= known[index] }.map(\.column) }
        return CapacityMatching(near, room: room(load)).count == reached
      }
    let longest = place.map { known[$0] }
    let near = pairs.map { row in row.filter { $0.cost <= longest ?? 0 } }
    columns = CapacitatedAssignment.columns(of: near, room: room(load))
    var total: UInt64 = 0
    var loads = loads
    var used: UInt32?
    for (row, column) in columns.enumerated() {
      guard let column, let cost = costs[row][column] else { continue }
      total += UInt64(cost)
      loads[column] += 1
      used = max(used ?? 0, cost)
    }
    self.total = total
    bottleneck = used
    self.load = used == nil ? nil : columns.compactMap { $0.map { loads[$0] } }.max()
  }
}

/// The first number of a range for which something holds that holds for all after it, too.
private func first(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int? {
  var (low, high) = (range.lowerBound, range.upperBound)
  guard holds(high) else { return nil }
  while low < high {
    let middle = low + (high - low) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}

/// How many rows can have a column of their own, when a column takes several.
struct CapacityMatching {
  private let columns: [[Int]]
  private let room: [Int]
  /// The rows of each column.
  private var rows: [[Int]]
  private var seen: [Int]
  private var round = 0
  /// The number of rows that have a column.
  private(set) var count = 0

  init(_ columns: [[Int]], room: [Int]) {
    self.columns = columns
    self.room = room
    rows = Array(repeating: [], count: room.count)
    seen = Array(repeating: -1, count: room.count)
    for row in columns.indices {
      round = row
      if place(row) { count += 1 }
    }
  }

  /// Finds a way to give a row a column by moving others, breadth first, so that no chain of moves
  /// is too long for the stack.
  private mutating func place(_ row: Int) -> Bool {
    // Of each column that was reached: the row that would move to it.
    var mover = [Int: Int]()
    var home = [Int: Int]()
    var queue = [row]
    var next = 0
    while next < queue.count {
      let here = queue[next]
      next += 1
      for column in columns[here] where seen[column] != round {
        seen[column] = round
        mover[column] = here
        if rows[column].count < room[column] {
          move(to: column, mover, home)
          return true
        }
        for other in rows[column] {
          home[other] = column
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func move(to column: Int, _ mover: [Int: Int], _ home: [Int: Int]) {
    var column = column
    while let row = mover[column] {
      rows[column].append(row)
      guard let old = home[row] else { return }
      rows[old].removeAll { $0 == row }
      column = old
    }
  }
}
