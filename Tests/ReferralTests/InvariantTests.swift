import Facts
import HealthNetwork
import Referral
import Testing
import TestSupport
import TravelNetwork

/// Random networks, answered by plain means too.
@Suite struct InvariantTests {
  @Test(arguments: seeds(20))
  func `targets are the nearest able ones, and every nearer facility has a reason`(
    seed: Int
  ) throws {
    var random = SeededRandom(seed: seed)
    let count = 12
    var network = LineNetwork(nodes: count)
    for index in 0..<Int.random(in: 0...14, using: &random) {
      let ends = (
        Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)
      )
      guard ends.0 != ends.1 else { continue }
      network.link("x\(index)", from: ends.0, to: ends.1) {
        $0.kilometres = Double(Int.random(in: 1...40, using: &random))
      }
    }
    var able: Set<String> = []
    for index in 0..<20 {
      let answer: Capability.Answer? = [.yes, .no, nil].randomElement(using: &random) ?? nil
      let confidence = Confidence.allCases.randomElement(using: &random) ?? .low
      network.facility(
        "f\(index)", at: Int.random(in: 0..<count, using: &random), does: answer, { _ in },
        statement: { $0.provenance.confidence = confidence })
      if answer == .yes && confidence >= .medium { able.insert("f\(index)") }
    }
    let k = Int.random(in: 1...5, using: &random)
    let (answer, whole) = try network.answer(k: k)
    let minutes = plainMinutes(whole)
    func arrival(_ id: String) -> Double {
      guard let index = whole.facilityIndex(of: id),
        let point = whole.facility(index).position.point,
        let node = (0..<count).first(where: { LineNetwork.point($0) == point })
      else { return .infinity }
      return minutes[node]
    }
    let targets = answer.targets.map { whole.facility($0.facility).id }
    let expected = able.map(arrival).sorted().prefix(k)
    #expect(targets.count == expected.count, "seed \(seed)")
    for (id, time) in zip(targets, expected) {
      #expect(able.contains(id) && abs(arrival(id) - time) < 0.01, "seed \(seed)")
    }
    let rejected = answer.rejected.map { whole.facility($0.facility).id }
    #expect(Set(targets).isDisjoint(with: rejected), "seed \(seed)")
    #expect(Set(rejected).count == rejected.count, "seed \(seed)")
    #expect(answer.rejected.allSatisfy { !$0.reasons.isEmpty }, "seed \(seed)")
    let last = targets.count == k ? targets.last.map(arrival) ?? 0 : .infinity
    for index in 0..<20 where arrival("f\(index)") < last - 0.01 {
      #expect((targets + rejected).contains("f\(index)"), "seed \(seed), f\(index)")
    }
  }

  /// Minutes from n0 to every node, by relaxing all links until nothing changes.
  private func plainMinutes(_ network: Network) -> [Double] {
    let index = Dictionary(
      uniqueKeysWithValues: network.travel.nodes.enumerated().map { ($1.id, $0) })
    var minutes = [Double](repeating: .infinity, count: network.travel.nodes.count)
    if let start = index["n0"] { minutes[start] = 0 }
    for _ in network.travel.nodes {
      for link in network.travel.links {
        guard let start = index[link.start], let end = index[link.end], let speed = link.speed
        else { continue }
        let time = link.kilometres / speed * 60
        minutes[end] = min(minutes[end], minutes[start] + time)
        minutes[start] = min(minutes[start], minutes[end] + time)
      }
    }
    // By the number in the node's name, as points are.
    return (0..<minutes.count).map { number in index["n\(number)"].map { minutes[$0] } ?? .infinity
    }
  }
}
