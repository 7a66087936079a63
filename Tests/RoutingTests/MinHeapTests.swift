import TestSupport
import Testing

@testable import Routing

@Suite struct MinHeapTests {
  @Test(arguments: seeds(20))
  func `keys come out in order, however they went in`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var heap = MinHeap()
    var plain: [UInt64] = []
    for _ in 0..<300 {
      if Int.random(in: 0..<3, using: &random) > 0 {
        let key = UInt64.random(in: 0..<50, using: &random)
        heap.push(key)
        plain.append(key)
        plain.sort()
      } else {
        #expect(heap.pop() == (plain.isEmpty ? nil : plain.removeFirst()))
      }
      #expect(heap.first == plain.first)
    }
    heap.removeAll()
    #expect(heap.pop() == nil)
  }
}
