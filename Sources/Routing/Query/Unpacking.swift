import Columns

/// Turns arcs of a hierarchy into the arcs of the graph of which they are made.
struct Unpacking {
  /// The arcs of the graph so far.
  private(set) var arcs: [Int] = []
  private let metric: Metric

  init(_ metric: Metric) { self.metric = metric }

  /// An arc of the hierarchy and which way it is travelled: twice the arc, plus 1 for downward.
  typealias Slot = UInt32

  /// Appends what an arc of the hierarchy is made of.
  ///
  /// - Complexity: O(*k* *d*), where *k* is the number of arcs appended and *d* how many neighbours
  ///   a rank has: above where middles are known, and below where they have to be looked for.
  mutating func append(_ slot: Slot) {
    if let middles = metric.middles {
      arcs += followed(slot, middles)
    } else {
      appendSearching(slot)
    }
  }

  /// Follows the middles that are known.
  private func followed(_ slot: Slot, _ middles: ShortcutMiddles) -> [Int] {
    let up = middles.upward.span
    let down = middles.downward.span
    let headDepths = metric.hierarchy.headDepths.span
    var found: [Int] = []
    var stack = [slot]
    while let slot = stack.popLast() {
      let arc = Int(slot / 2)
      let isDownward = slot & 1
      let first = isDownward == 0 ? up[arc] : down[arc]
      guard first < ShortcutMiddles.isInput else {
        found.append(Int(first - ShortcutMiddles.isInput))
        continue
      }
      // The other half has the same tail and the head of the whole.
      let depth = headDepths[arc]
      var second = Int(first) + 1
      while headDepths[second] != depth { second += 1 }
      let other = UInt32(truncatingIfNeeded: second)
      // Upward it is down to the middle, then up from it. What is pushed last is travelled first.
      stack.append(isDownward == 0 ? other * 2 : first * 2)
      stack.append(isDownward == 0 ? first * 2 + 1 : other * 2 + 1)
    }
    return found
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
