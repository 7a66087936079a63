import Planning
import TestSupport
import Testing

@Suite struct BackingClosureTests {
  @Test func `a station is backed by the end of its chain, and a circle by itself`() {
    //  0 → 1 → 2      3 ⇄ 4 ← 5      6
    let closure = SupportAncestry(
      count: 7, links: [(0, 1), (1, 2), (3, 4), (4, 3), (5, 4)].map { (from: $0.0, to: $0.1) })
    #expect(closure.circles == [[3, 4]])
    #expect(closure.backers(of: 0).map(\.node) == [2])
    #expect(closure.backers(of: 0).first?.path == [0, 1])
    #expect(closure.backers(of: 5).map(\.node) == [4, 3])
    #expect(closure.backers(of: 5).filter { !$0.isInCircle }.isEmpty)
    #expect(closure.backers(of: 3).map(\.node) == [4])
    #expect(closure.backers(of: 2).isEmpty && closure.backers(of: 6).isEmpty)
  }

  @Test func `a circle that somebody outside supports is not the last`() {
    let closure = SupportAncestry(
      count: 4, links: [(0, 1), (1, 2), (2, 1), (2, 3)].map { (from: $0.0, to: $0.1) })
    #expect(closure.circles == [[1, 2]])
    #expect(closure.backers(of: 0).map(\.node) == [3])
    #expect(closure.backers(of: 0).first?.isInCircle == false)
  }

  @Test func `a long chain does not end the program`() {
    let count = 200_000
    let closure = SupportAncestry(
      count: count, links: (0..<count - 1).map { (from: $0, to: $0 + 1) })
    #expect(closure.circles.isEmpty)
    #expect(closure.backers(of: 0).map(\.node) == [count - 1])
  }

  @Test(arguments: seeds(30))
  func `random graphs agree with all ways tried`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 1...12, using: &random)
    let links = (0..<Int.random(in: 0...20, using: &random)).map { _ in
      (
        from: Int.random(in: 0..<count, using: &random),
        to: Int.random(in: 0..<count, using: &random)
      )
    }
    let closure = SupportAncestry(count: count, links: links)
    // Floyd and Warshall: how many links lead from one to another.
    var hops = [[Int]](repeating: [Int](repeating: 1_000, count: count), count: count)
    for link in links { hops[link.from][link.to] = 1 }
    for middle in 0..<count {
      for start in 0..<count {
        for end in 0..<count {
          hops[start][end] = min(hops[start][end], hops[start][middle] + hops[middle][end])
        }
      }
    }
    func reaches(_ start: Int, _ end: Int) -> Bool { hops[start][end] < 1_000 }
    let inCircle = (0..<count).filter { reaches($0, $0) }
    #expect(Set(closure.circles.joined()) == Set(inCircle), "seed \(seed)")
    for circle in closure.circles {
      #expect(circle.allSatisfy { reaches(circle[0], $0) && reaches($0, circle[0]) })
    }
    for node in 0..<count {
      let backers = closure.backers(of: node)
      // Ultimate: whomever it reaches reaches it too.
      let expected = (0..<count).filter { other in
        other != node && reaches(node, other)
          && (0..<count).allSatisfy { !reaches(other, $0) || reaches($0, other) }
      }
      #expect(Set(backers.map(\.node)) == Set(expected), "seed \(seed), node \(node)")
      for backer in backers {
        #expect(backer.path.count == hops[node][backer.node], "seed \(seed)")
        var here = node
        for link in backer.path {
          #expect(links[link].from == here)
          here = links[link].to
        }
        #expect(here == backer.node)
        #expect(backer.isInCircle == reaches(backer.node, backer.node))
      }
    }
  }
}
