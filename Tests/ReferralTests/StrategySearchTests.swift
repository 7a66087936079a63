import Facts
import HealthNetwork
import TestSupport
import Testing

@testable import Referral
@testable import TravelNetwork

/// Ways by a first stop against a plain look at every pair of hospitals.
@Suite struct StrategySearchTests {
  /// Deciseconds to the first door behind which treatment starts, and to definitive care.
  private struct Point: Hashable {
    var first: UInt32
    var definitive: UInt32
  }

  @Test(arguments: seeds(40))
  func `the options are the best of all pairs, whatever ferries run and hospitals open`(
    seed: Int
  ) throws {
    let network = try Network(StrategyNetwork(seed: seed).records)
    let search = try prepared(network, count: seed % 2 == 0 ? 3 : 100)
    for strategy in [Strategy.compare, .via] {
      var search = search
      let answer = search.answer(from: StrategySearchTests.origin, by: strategy)
      let points = answer.options.map { option in
        Point(
          first: option.minutesToFirstTreatmentDoor.map { UInt32(($0 * 600).rounded()) } ?? .max,
          definitive: UInt32((option.definitive.minutes * 600).rounded()))
      }
      let plain = plainFront(network, search.query, withDirect: strategy == .compare)
      #expect(Set(points) == plain, "seed \(seed), \(strategy)")
      #expect(points.count == plain.count, "seed \(seed), \(strategy)")
      let chosen = Set(answer.options.compactMap { $0.first?.facility })
      let rejected = answer.rejectedFirst.map(\.facility)
      #expect(chosen.isDisjoint(with: rejected), "seed \(seed), \(strategy)")
      #expect(Set(rejected).count == rejected.count, "seed \(seed), \(strategy)")
      for option in answer.options {
        try expectWhole(option, seed: seed)
      }
    }
  }

  @Test func `enough random networks have a way by a first stop, and ferries that are waited for`()
    throws
  {
    var vias = 0
    var waits = 0
    for seed in 0..<100 {
      let network = try Network(StrategyNetwork(seed: seed).records)
      var search = try prepared(network, count: 3)
      let options = search.answer(from: StrategySearchTests.origin, by: .via).options
      vias += options.isEmpty ? 0 : 1
      waits +=
        options.contains { option in
          let targets = [option.first, option.definitive].compactMap { $0 }
          return targets.contains { $0.journey.legs.contains { $0.waitedMinutes > 0 } }
        } ? 1 : 0
    }
    #expect(vias > 30 && waits > 5, "\(vias) with a first stop, \(waits) with a wait")
  }

  private static let origin = ReferralOrigin(
    id: "n0", name: "n0", point: LineNetwork.point(0), block: nil)

  private func prepared(_ network: Network, count: Int) throws -> StrategySearch {
    let need = try #require(Need("stroke.thrombectomy", in: network.vocabulary))
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    var query = ReferralQuery(need: need, at: LineNetwork.morning, vehicle: vehicle)
    query.count = count
    let plan = try PathwayPlan(for: need, in: network)
    return StrategySearch(network, query, plan, TravelHierarchy(network.travel))
  }

  /// The times of an option fit each other.
  private func expectWhole(_ option: StrategyOption, seed: Int) throws {
    let parts = option.parts
    let usual = [parts.toFirst, parts.stay, parts.toDefinitive].compactMap { $0?.usual }
      .reduce(0, +)
    #expect(abs(usual - option.definitive.minutes) < 1e-6, "seed \(seed)")
    #expect(option.definitive.minutesLow <= option.definitive.minutes, "seed \(seed)")
    #expect(option.definitive.minutesHigh >= option.definitive.minutes, "seed \(seed)")
    for reading in option.readings {
      #expect(reading.elapsed.low <= reading.elapsed.usual, "seed \(seed)")
      if reading.chance == .surely { #expect(reading.margin >= 0, "seed \(seed)") }
      if reading.chance == .never { #expect(reading.margin < 0, "seed \(seed)") }
    }
  }

  private func plainFront(_ network: Network, _ query: ReferralQuery, withDirect: Bool) -> Set<
    Point
  > {
    let graph = TravelGraph(
      network.travel, TravelConditions(vehicle: query.vehicle, at: query.at))
    let nodes = network.facilityIndices.map { facility in
      network.travel.nodes.recordIndices.first {
        network.travel.nodes[$0].point == network.facility(facility).position.point
      } ?? 0
    }
    func arrivals(from node: NodeIndex, after lead: UInt32) -> [UInt32?] {
      var plain = TravelSearch(graph)
      plain.start(from: Access(node: node, metres: 0, deciseconds: lead))
      while plain.next() != nil {}
      return nodes.map { plain.deciseconds(to: $0) }
    }
    func isAble(_ facility: FacilityIndex, _ code: String, at deciseconds: UInt32) -> Bool {
      let arrival = query.at.advanced(bySeconds: Int((Double(deciseconds) / 10).rounded()))
      return network.capabilities(of: facility).contains { statement in
        guard statement.code == code, statement.value == .yes else { return false }
        if case .closed = Presence(statement.windows, at: arrival) { return false }
        return true
      }
    }
    let facilities = network.facilityIndices
    let direct = arrivals(from: 0, after: 0)
    var points: [Point] = []
    if withDirect {
      let able = facilities.compactMap { facility in
        direct[facility].flatMap {
          isAble(facility, "stroke.thrombectomy", at: $0) ? ($0, facility) : nil
        }
      }.sorted { $0 < $1 }.prefix(query.count)
      points = able.map { time, facility in
        Point(
          first: isAble(facility, "stroke.lysis", at: time) ? time : .max, definitive: time)
      }
    }
    for first in facilities {
      guard let time = direct[first], isAble(first, "stroke.lysis", at: time),
        !isAble(first, "stroke.thrombectomy", at: time)
      else { continue }
      let onward = arrivals(from: nodes[first], after: time + 24_000)
      for second in facilities where second != first {
        if let end = onward[second], isAble(second, "stroke.thrombectomy", at: end) {
          points.append(Point(first: time, definitive: end))
        }
      }
    }
    return Set(
      points.filter { point in
        !points.contains {
          $0 != point && $0.first <= point.first && $0.definitive <= point.definitive
        }
      })
  }
}
