import Columns

extension Hierarchy {
  /// The arc between two ranks that are joined, which mostly lies at one of two places.
  @inline(__always)
  func arc(from low: UInt32, toDepth depth: UInt16, place: Int, fromEnd: Int) -> Int {
    let depths = headDepths.span
    let from = Int(firstArc[Int(low)])
    let end = Int(firstArc[Int(low) + 1])
    if end - fromEnd >= from, depths[end - fromEnd] == depth { return end - fromEnd }
    if from + place < end, depths[from + place] == depth { return from + place }
    guard let arc = arc(from: low, toDepth: depth) else {
      preconditionFailure("neighbours above are not joined")
    }
    return arc
  }

  /// Lowers the weights of a rank's arcs to those of the graph's own arcs.
  ///
  /// - Parameters:
  ///   - arcs: The arcs of the rank.
  ///   - weights: The weights of the graph's arcs.
  ///   - up: Weights from the rank to its neighbours above, by place.
  ///   - down: The same from them to the rank.
  @inline(__always)
  func takeInputs(
    of arcs: Range<Int>, weights: Span<UInt32>, up: inout MutableSpan<UInt32>,
    down: inout MutableSpan<UInt32>
  ) {
    let firstInput = firstInput.span
    let inputs = inputs.span
    let slots = slots.span
    for index in Int(firstInput[arcs.lowerBound])..<Int(firstInput[arcs.upperBound]) {
      let input = Int(inputs[index])
      let slot = slots[input]
      let at = Int(slot / 2) - arcs.lowerBound
      if slot % 2 == 0 {
        up[at] = min(up[at], weights[input])
      } else {
        down[at] = min(down[at], weights[input])
      }
    }
  }
}
