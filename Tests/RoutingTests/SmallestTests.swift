import TestSupport
import Testing

@testable import Routing

/// The smallest keys without a sort of all.
@Suite struct SmallestTests {
  @Test(arguments: 0..<300)
  func `They are those of a sort, whatever the order and however many are equal`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let size = Int.random(in: 0...200, using: &random)
    let most = UInt64([1, 3, 50, 1 << 40].randomElement(using: &random) ?? 1)
    var keys = (0..<size).map { _ in UInt64.random(in: 0...most, using: &random) }
    switch seed % 4 {
    case 0: keys.sort()
    case 1: keys.sort(by: >)
    default: break
    }
    let count = Int.random(in: 0...220, using: &random)
    let wanted = Array(keys.sorted().prefix(count))
    #expect(Smallest.sorted(count, of: &keys) == wanted, "seed \(seed)")
  }
}
