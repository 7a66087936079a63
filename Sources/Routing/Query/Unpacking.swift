import Columns

/// Turns arcs of a hierarchy into the arcs of the graph of which they are made.
struct Unpacking {
  /// The arcs of the graph so far.
  private(set) var arcs: [Int] = []
  private let metric: Metric
  /// Slots to be unpacked yet, the next one last, and the middle of each in the upper half.
  ///
  /// Every half of a slot has a deeper tail, so that no more wait than the hierarchy is high.
  private var waiting: [UInt64]

  init(_ metric: Metric) {
    self.metric = metric
    waiting = Array(repeating: 0, count: metric.hierarchy.height + 1)
  }

  /// An arc of the hierarchy and which way it is travelled: twice the arc, plus 1 for downward.
  typealias Slot = UInt32

  /// Appends what an arc of the hierarchy is made of.
  ///
  /// - Complexity: O(*k* *d*), where *k* is the number of arcs appended and *d* how many neighbours
  ///   a rank has: above where middles are known, and below where they have to be looked for.
  mutating func append(_ slot: Slot) {
    if let middles = metric.middles {
      Unpacking.follow(slot, middles, metric.hierarchy, to: &arcs, &waiting)
    } else {
      appendSearching(slot)
    }
  }

  /// Follows the middles that are known.
  ///
  /// A slot waits with its middle, which is read as soon as the slot is known: memory answers both halves at
  /// once, while others are worked on.
  private static func follow(
    _ slot: Slot, _ middles: ShortcutMiddles, _ hierarchy: Hierarchy, to arcs: inout [Int],
    _ waiting: inout [UInt64]
  ) {
    var stack = waiting.mutableSpan
    var count = 0
    let up = middles.upward.span
    let down = middles.downward.span
    let headDepths = hierarchy.headDepths.span
    var slot = slot
    var first = slot & 1 == 0 ? up[Int(slot / 2)] : down[Int(slot / 2)]
    while true {
      if first >= ShortcutMiddles.isInput {
        arcs.append(Int(first - ShortcutMiddles.isInput))
        guard count > 0 else { return }
        count -= 1
        slot = UInt32(truncatingIfNeeded: stack[count])
        first = UInt32(truncatingIfNeeded: stack[count] >> 32)
        continue
      }
      // The other half has the same tail and the head of the whole.
      // Bounds: a middle is an arc that shares its tail with an arc to the head of the whole, as tests of
      // all ways show.
      let depth = unsafe headDepths[unchecked: Int(slot / 2)]
      var second = Int(first) + 1
      while unsafe headDepths[unchecked: second] != depth { second += 1 }
      // Upward it is down to the middle, then up from it.
      let (falling, rising) = slot & 1 == 0 ? (Int(first), second) : (second, Int(first))
      unsafe stack[count] =
        UInt64(truncatingIfNeeded: rising) * 2 | UInt64(up[unchecked: rising]) << 32
      count += 1
      slot = UInt32(truncatingIfNeeded: falling) * 2 + 1
      first = unsafe down[unchecked: falling]
    }
  }

  /// Looks for the middles.
  private mutating func appendSearching(_ slot: Slot) {
    var stack = [slot]
    while let slot = stack.popLast() {
      if let input = metric.input(of: slot) {
        arcs.append(input)
        continue
      }
      guard let (first, second) = middle(of: slot) else {
        preconditionFailure("an arc of the hierarchy is made of nothing")
      }
      stack.append(slot % 2 == 0 ? second * 2 : first * 2)
      stack.append(slot % 2 == 0 ? first * 2 + 1 : second * 2 + 1)
    }
  }

  /// Two arcs over a lower rank that together weigh as much, by trying all.
  private func middle(of slot: Slot) -> (first: UInt32, second: UInt32)? {
    let tails = metric.hierarchy.tails.span
    let firstArc = metric.hierarchy.firstArc.span
    let headDepths = metric.hierarchy.headDepths.span
    let firstLower = metric.hierarchy.firstLower.span
    let lowerArcs = metric.hierarchy.lowerArcs.span
    let (down, up) =
      slot % 2 == 0
      ? (metric.downward.weights, metric.upward.weights)
      : (metric.upward.weights, metric.downward.weights)
    let toMiddle = down.span
    let fromMiddle = up.span
    let weight = metric.weight(ofSlot: slot)
    let tail = Int(tails[Int(slot / 2)])
    let depth = headDepths[Int(slot / 2)]
    for index in Int(firstLower[tail])..<Int(firstLower[tail + 1]) {
      let first = Int(lowerArcs[index])
      guard toMiddle[first] <= weight else { continue }
      // The arcs of the middle rank after `first` have higher heads.
      let end = Int(firstArc[Int(tails[first]) + 1])
      var second = first + 1
      while second < end && headDepths[second] > depth { second += 1 }
      if second < end, headDepths[second] == depth,
        toMiddle[first] &+ fromMiddle[second] == weight
      {
        return (UInt32(first), UInt32(second))
      }
    }
    return nil
  }
}

extension Metric {
  /// The arc of the graph that weighs as much as a slot of the hierarchy, if there is one.
  func input(of slot: UInt32) -> Int? {
    let firstInput = hierarchy.firstInput.span
    let inputs = hierarchy.inputs.span
    let slots = hierarchy.slots.span
    let arc = Int(slot / 2)
    let weight = weight(ofSlot: slot)
    for index in Int(firstInput[arc])..<Int(firstInput[arc + 1]) {
      let input = Int(inputs[index])
      if slots[input] == slot && inputWeights[input] == weight { return input }
    }
    return nil
  }

  /// The weight of a slot: an arc of the hierarchy in one direction of travel.
  func weight(ofSlot slot: UInt32) -> UInt32 {
    let arc = Int(slot / 2)
    return slot % 2 == 0 ? upward.weights[arc] : downward.weights[arc]
  }
}
