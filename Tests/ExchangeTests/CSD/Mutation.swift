import TestSupport

/// Documents with a few bytes changed, cut out, doubled or cut off.
enum Mutation {
  static func mutated(_ bytes: [UInt8], with random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where bytes.count > 20 {
      let start = Int.random(in: 0..<bytes.count - 10, using: &random)
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 3: bytes.removeSubrange(end...)
      default: bytes.replaceSubrange(start..<start + 1, with: Array("<a b=\"".utf8))
      }
    }
    return bytes
  }
}
