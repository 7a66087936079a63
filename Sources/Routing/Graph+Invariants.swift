extension Graph {
  /// The first invariant that does not hold, in words; nil when all hold.
  ///
  /// The hot loops rely on them. The initializer establishes them; tests ask.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of arcs.
  package var brokenInvariant: String? {
    guard firstArc.first == 0, firstArc.last == UInt32(heads.count) else {
      return "firstArc does not span the arcs"
    }
    guard zip(firstArc, firstArc.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      return "firstArc decreases"
    }
    guard
      [weights.count, timetableNumbers.count, labels.count].allSatisfy({ $0 == heads.count })
    else { return "columns differ in length" }
    guard heads.allSatisfy({ $0 < nodeCount }) else { return "a head is no node" }
    guard weights.allSatisfy({ $0 < Graph.infinity }) else { return "a weight is infinite" }
    guard timetableNumbers.allSatisfy({ $0 <= timetables.count }) else {
      return "a timetable is missing"
    }
    return nil
  }
}
