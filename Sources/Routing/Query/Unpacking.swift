import Columns

/// Turns arcs of a hierarchy into the arcs of the graph of which they are made.
struct Unpacking {
  /// The arcs of the graph so far.
  private(set) var arcs: [Int] = []
  private let metric: Metric

  init(_ metric: Metric) { self.metric = metric }

  /// Appends what an arc of the hierarchy is made of.
  ///
  /// - Complexity: O(*k* *d*), where *k* is the number of arcs appended and *d* how many neighbours
  ///   below a rank has.
  mutating func append(arc: Int, isUpward: Bool) {
    let metric = metric
    let hierarchy = metric.hierarchy
    let up = metric.upward.weights.span
    let down = metric.downward.weights.span
    let inputWeights = metric.inputWeights.span
    let firstInput = hierarchy.firstInput.span
    let inputs = hierarchy.inputs.span
    let slots = hierarchy.slots.span
    let tails = hierarchy.tails.span
    let firstArc = hierarchy.firstArc.span
    let headDepths = hierarchy.headDepths.span
    let firstLower = hierarchy.firstLower.span
    let lowerArcs = hierarchy.lowerArcs.span
    var found: [Int] = []
    var stack = [(arc: arc, isUpward: isUpward)]
    next: while let (arc, isUpward) = stack.popLast() {
      let weight = isUpward ? up[arc] : down[arc]
      let slot = UInt32(arc * 2 + (isUpward ? 0 : 1))
      for index in Int(firstInput[arc])..<Int(firstInput[arc + 1]) {
        let input = Int(inputs[index])
        if slots[input] == slot && inputWeights[input] == weight {
          found.append(input)
          continue next
        }
      }
      let tail = Int(tails[arc])
      let depth = headDepths[arc]
      for index in Int(firstLower[tail])..<Int(firstLower[tail + 1]) {
        let first = Int(lowerArcs[index])
        let part = isUpward ? down[first] : up[first]
        guard part <= weight else { continue }
        // The arcs of the middle rank after `first` have higher heads.
        let end = Int(firstArc[Int(tails[first]) + 1])
        var second = first + 1
        while second < end && headDepths[second] > depth { second += 1 }
        guard second < end, headDepths[second] == depth else { continue }
        if part &+ (isUpward ? up[second] : down[second]) == weight {
          // Upward: from the tail down to the middle, then up to the head. The last one pushed is
          // the first one travelled.
          if isUpward {
            stack.append((second, true))
            stack.append((first, false))
          } else {
            stack.append((first, true))
            stack.append((second, false))
          }
          continue next
        }
      }
      preconditionFailure("an arc of the hierarchy is made of nothing")
    }
    arcs += found
  }
}
