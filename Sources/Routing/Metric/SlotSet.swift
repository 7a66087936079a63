/// A set of slots that gives its members in ascending order, while higher ones still come in.
///
/// One bit a slot, and one for every 64 of them that has any: finding the next member skips
/// 4,096 slots at a time, and adding one twice costs nothing.
struct SlotSet {
  private var words: [UInt64]
  /// One bit for each word that is not zero.
  private var summary: [UInt64]

  /// Makes an empty set of slots below a number.
  init(capacity: Int) {
    words = Array(repeating: 0, count: capacity / 64 + 1)
    summary = Array(repeating: 0, count: words.count / 64 + 1)
  }

  /// Adds a slot.
  @inline(__always)
  mutating func insert(_ slot: Int) {
    words[slot / 64] |= 1 << UInt64(slot % 64)
    summary[slot / 4_096] |= 1 << UInt64(slot / 64 % 64)
  }

  /// Adds a range of slots.
  mutating func insert(_ slots: Range<Int>) {
    guard let last = slots.last else { return }
    for index in slots.lowerBound / 64...last / 64 {
      var word = UInt64.max
      if index == slots.lowerBound / 64 { word &= UInt64.max << UInt64(slots.lowerBound % 64) }
      if index == last / 64 { word &= UInt64.max >> UInt64(63 - last % 64) }
      words[index] |= word
      summary[index / 64] |= 1 << UInt64(index % 64)
    }
  }

  /// The least member that is not below a number; nil when there is none.
  func next(from start: Int) -> Int? {
    var index = start / 64
    guard index < words.count else { return nil }
    let rest = words[index] & (UInt64.max << UInt64(start % 64))
    if rest != 0 { return index * 64 + rest.trailingZeroBitCount }
    index += 1
    var block = index / 64
    guard block < summary.count else { return nil }
    var blocks = summary[block] & (UInt64.max << UInt64(index % 64))
    while blocks == 0 {
      block += 1
      guard block < summary.count else { return nil }
      blocks = summary[block]
    }
    index = block * 64 + blocks.trailingZeroBitCount
    return index * 64 + words[index].trailingZeroBitCount
  }

  /// Appends the members of a range, ascending.
  func append(_ range: Range<Int>, to members: inout [Int]) {
    guard !range.isEmpty else { return }
    for index in range.lowerBound / 64...(range.upperBound - 1) / 64 {
      var word = words[index]
      if index == range.lowerBound / 64 { word &= UInt64.max << UInt64(range.lowerBound % 64) }
      while word != 0 {
        let slot = index * 64 + word.trailingZeroBitCount
        if slot >= range.upperBound { return }
        members.append(slot)
        word &= word - 1
      }
    }
  }
}
