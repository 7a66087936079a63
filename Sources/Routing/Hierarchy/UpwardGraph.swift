package import Columns

/// Arcs of a hierarchy in one direction of travel, with weights: what a search climbs.
///
/// A head is told by its depth, since it is an ancestor of the tail.
package struct UpwardGraph: Sendable {
  /// Where the arcs of each rank begin; one longer than the ranks.
  package let firstArc: Column<UInt32>
  /// The depth of the upper end of each arc.
  package let headDepths: Column<UInt16>
  /// The weight of each arc.
  package var weights: Column<UInt32>

  /// How many arcs there are.
  package var arcCount: Int { weights.count }
}
