import Facts
import HealthNetwork
import Planning
import Referral
import Testing
import TravelNetwork

/// The shipped network, asked for all communes at once and for some one by one.
@Suite struct ReachTests {
  @Test func `communes reach what a referral from each of them finds`() throws {
    let network = try ShippedNetwork.network.get()
    let hierarchy = TravelHierarchy(network.travel)
    let demand = try Demand(network, scheme: "gso-2024")
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let need = try #require(Need("obstetrics", in: network.vocabulary))
    let at = try #require(Instant("2026-11-25T22:30+07:00"))
    var query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    query.count = 2
    query.explainsUnreached = false
    let prepared = PlanningNetwork(
      network, hierarchy, TravelConditions(vehicle: vehicle, at: at))
    let reach = NearestTable(prepared.accesses(of: demand), query, on: prepared, depth: 2)
    var referral = ReferralSearch(network, query, hierarchy, usage: .batch)
    for (number, commune) in demand.communes.enumerated() where number % 20 == 3 {
      let point = try #require(commune.point)
      let answer = referral.answer(
        from: ReferralOrigin(id: nil, name: "", point: point, block: commune.block))
      for rank in 0..<2 {
        let target = rank < answer.targets.count ? answer.targets[rank] : nil
        let found = reach.nearest(of: number, rank: rank)
        #expect(found?.facility == target?.facility)
        #expect(found.map { Double($0.deciseconds) / 600 } == target?.minutes)
      }
    }
  }
}
