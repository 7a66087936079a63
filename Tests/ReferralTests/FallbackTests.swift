import Facts
import HealthNetwork
import Referral
import TestSupport
import Testing
import TravelNetwork

/// The second-best card against the query asked again without the crossing.
@Suite struct FallbackTests {
  private static let origin = ReferralOrigin(
    id: "n0", name: "n0", point: LineNetwork.point(0), block: nil)

  private func referral(
    _ network: Network, avoiding links: Set<LinkIndex> = [], weather: Weather? = nil
  ) throws -> ReferralSearch {
    let need = try #require(Need("stroke", in: network.vocabulary))
    var query = ReferralQuery(
      need: need, at: LineNetwork.morning, vehicle: try #require(network.travel.vehicle("mixed")))
    query.avoided = links
    query.weather = weather
    return ReferralSearch(network, query, TravelHierarchy(network.travel))
  }

  @Test func `the crossing without which nothing is left comes first`() throws {
    //  n0 =bridge Một= n1 =bridge Hai= n2 (able); n1 --30-- n2
    var network = LineNetwork(nodes: 3)
    network.records.links[0].record.crossing = "Cầu Một"
    network.records.links[1].record.crossing = "Cầu Hai"
    network.link("round", from: 1, to: 2) { $0.kilometres = 30 }
    network.facility("able", at: 2)
    let built = try Network(network.records)
    var referral = try referral(built)
    let answer = referral.answer(from: Self.origin)
    let fallbacks = referral.fallbacks(from: Self.origin, after: answer)
    #expect(fallbacks.map(\.crossing) == ["Cầu Một", "Cầu Hai"])
    #expect(fallbacks[0].target == nil && fallbacks[0].extraMinutes == nil)
    #expect(abs((fallbacks[1].extraMinutes ?? 0) - 25) < 0.01)
  }

  @Test func `without a named crossing there is no card`() throws {
    var network = LineNetwork()
    network.facility("able", at: 2)
    let built = try Network(network.records)
    var referral = try referral(built)
    let answer = referral.answer(from: Self.origin)
    #expect(referral.fallbacks(from: Self.origin, after: answer).isEmpty)
  }

  @Test(arguments: seeds(12))
  func `each is the first target of the query asked again with its links avoided`(seed: Int) throws
  {
    var random = SeededRandom(seed: seed)
    var network = LineNetwork(nodes: 12)
    let names = ["Cầu A", "Cầu B", "Phà C", "Phà D", nil]
    for index in network.records.links.indices {
      network.records.links[index].record.crossing = names.randomElement(using: &random) ?? nil
    }
    for number in 0..<10 {
      network.link(
        "x\(number)", from: .random(in: 0..<12, using: &random),
        to: .random(in: 0..<12, using: &random)
      ) {
        $0.kilometres = Double(Int.random(in: 5...40, using: &random))
        $0.crossing = names.randomElement(using: &random) ?? nil
      }
    }
    for node in [3, 6, 9, 11] { network.facility("f\(node)", at: node) }
    let built = try Network(network.records)
    var referral = try referral(built)
    let answer = referral.answer(from: Self.origin)
    let fallbacks = referral.fallbacks(from: Self.origin, after: answer)
    let way = try #require(answer.targets.first).journey.legs.flatMap(\.links)
    #expect(
      Set(fallbacks.map(\.crossing)) == Set(way.compactMap { built.travel.links[$0].crossing }))
    for fallback in fallbacks {
      let links = built.travel.links.recordIndices.filter {
        built.travel.links[$0].crossing == fallback.crossing
      }
      #expect(fallback.links == links)
      var again = try self.referral(built, avoiding: Set(links))
      let best = again.answer(from: Self.origin).targets.first
      #expect(best?.facility == fallback.target?.facility)
      #expect(best?.minutes == fallback.target?.minutes)
    }
    let harms = fallbacks.map { $0.extraMinutes ?? .infinity }
    #expect(harms == harms.sorted(by: >))
  }
}
