import Columns

/// Counts what a partial customization has looked at, beside what customizing anew would have.
///
/// One unit is a pair of arcs of one rank looked at in passing, of which a processor does several at
/// once; looking up a single arc counts several.
struct CustomizationEffort {
  /// What each arc costs beside the pairs of which it is the lower one.
  static let arc = 8

  private let hierarchy: Hierarchy
  private var spent = 0
  /// What customizing anew costs for all ranks; counted when it first matters.
  private var whole: Int?
  /// The ranks counted in `before`.
  private var counted = 0
  /// What customizing anew costs for the ranks below `counted`.
  private var before = 0

  init(_ hierarchy: Hierarchy) { self.hierarchy = hierarchy }

  /// Counts units.
  mutating func add(_ units: Int) { spent += units }

  /// Whether more was spent than customizing the ranks below one anew would have cost, by more than
  /// a sixtieth of the cost for all.
  mutating func isGreater(thanAnewBefore rank: Int) -> Bool {
    guard spent > hierarchy.arcCount * CustomizationEffort.arc / 64 else { return false }
    let all = whole ?? cost(of: 0..<hierarchy.nodeCount)
    whole = all
    guard spent > all / 64 else { return false }
    before += cost(of: counted..<rank)
    counted = rank
    return spent - all / 64 > before
  }

  /// What customizing ranks anew costs: every two arcs of a rank make a triangle.
  private func cost(of ranks: Range<Int>) -> Int {
    let firstArc = hierarchy.firstArc.span
    var sum = 0
    for rank in ranks {
      let arcs = Int(firstArc[rank + 1] &- firstArc[rank])
      sum &+= arcs &* (arcs &- 1) / 2 &+ arcs &* CustomizationEffort.arc
    }
    return sum
  }
}
