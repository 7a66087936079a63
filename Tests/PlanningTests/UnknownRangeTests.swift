import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

/// The upper end of each range, against the coverage of a network in which the unknown are able.
@Suite struct UnknownRangeTests {
  @Test(arguments: seeds(6))
  func `The upper end is the coverage with every hospital of unknown capability able`(
    seed: Int
  ) throws {
    print("seed \(seed)")
    let region = try RandomRegion(seed: seed)
    let network = region.network
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let need = try #require(Need("stroke", in: network.vocabulary))
    let query = ReferralQuery(need: need, at: region.at, vehicle: vehicle)
    let demand = try Demand(network, scheme: "old")
    let prepared = PreparedDemand(
      network, TravelHierarchy(network.travel), query.conditions, demand)
    let coverage = Coverage(CoverageQuery(query, []), on: prepared)
    let unknown = prepared.hospitals.filter { coverage.abilities[$0] == .unknown }
    let able = Coverage(
      CoverageQuery(query, []), on: prepared,
      supposing: unknown.map { SupposedAbility(of: $0) })
    for minutes in [10.0, 30, 60, 120] {
      let people = coverage.people(within: minutes)
      let most = able.people(within: minutes)[.served]
      #expect(abs(people[.served] + people[.unknown] - most) < 1e-6)
      let shares = try #require(people.servedShares)
      #expect(abs(shares.upperBound - most / people.all) < 1e-9)
      let curve = coverage.curve(supposingUnknown: true)
      #expect(abs(curve.share(within: minutes) - most / people.all) < 1e-9)
    }
    // Who has no unknown hospital nearer goes to the same one whatever is unknown.
    for load in coverage.loads(in: network) {
      let same = zip(coverage.accesses(), able.accesses()).enumerated().reduce(0.0) { sum, pair in
        let (before, after) = pair.element
        return before.able?.facility == load.facility
          && before.able?.deciseconds == after.able?.deciseconds
          ? sum + demand.communes[pair.offset].people : sum
      }
      #expect(abs(load.surePeople - same) < 1e-6)
      #expect(load.surePeople <= load.people)
    }
  }

  @Test(arguments: seeds(4))
  func `Who surely loses the threshold has nothing unknown within it either`(seed: Int) throws {
    print("seed \(seed)")
    let region = try RandomRegion(seed: seed)
    let network = region.network
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let need = try #require(Need("stroke", in: network.vocabulary))
    let query = ReferralQuery(need: need, at: region.at, vehicle: vehicle)
    let demand = try Demand(network, scheme: "old")
    let hierarchy = TravelHierarchy(network.travel)
    let prepared = PreparedDemand(network, hierarchy, query.conditions, demand)
    let threshold: UInt32 = 18_000
    let study = LossStudy(prepared.typical.travel, query, demand, threshold: threshold)
    for loss in study.weighingUnknown(study.facilityLosses()) {
      guard case .facility(let facility) = loss.subject else { continue }
      let without = Coverage(CoverageQuery(query, []), on: prepared, without: [facility])
      let surely = loss.changes.reduce(0.0) { sum, change in
        guard change.wasWithin(threshold), !change.isWithin(threshold) else { return sum }
        let access = without.accesses()[change.commune]
        return access.accessClass(within: 30) == .unknown
          ? sum : sum + demand.communes[change.commune].people
      }
      #expect(abs((loss.leastLeaving ?? -1) - surely) < 1e-6)
    }
  }
}
