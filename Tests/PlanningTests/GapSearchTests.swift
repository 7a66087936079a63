import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

/// Gaps against coverage, and changes against the coverage of a network that was really changed.
@Suite struct GapSearchTests {
  private struct Setting {
    let network: Network
    let query: ReferralQuery
    let demand: Demand
    let prepared: PreparedDemand
    let hierarchy: TravelHierarchy
    let coverage: Coverage

    init(_ network: Network, at: Instant) throws {
      let vehicle = try #require(network.travel.vehicle("ambulance"))
      let need = try #require(Need("stroke", in: network.vocabulary))
      self.network = network
      query = ReferralQuery(need: need, at: at, vehicle: vehicle)
      demand = try Demand(network, scheme: "old")
      hierarchy = TravelHierarchy(network.travel)
      prepared = PreparedDemand(network, hierarchy, query.conditions, demand)
      coverage = Coverage(CoverageQuery(query, []), on: prepared)
    }

    func served(within minutes: Double) -> Set<Int> {
      let accesses = coverage.accesses()
      return Set(
        accesses.indices.filter { accesses[$0].accessClass(within: minutes) == .served })
    }
  }

  @Test(arguments: seeds(4))
  func `changes do what the changed network does`(seed: Int) throws {
    print("seed \(seed)")
    let region = try RandomRegion(seed: seed)
    let setting = try Setting(region.network, at: region.at)
    let minutes = 60.0
    let served = setting.served(within: minutes)
    var search = GapSearch(setting.coverage, on: setting.prepared, within: minutes)
    let gaps = search.gaps(first: .max)
    #expect(Set(gaps.map(\.commune)) == Set(setting.demand.communes.indices).subtracting(served))
    #expect(zip(gaps, gaps.dropFirst()).allSatisfy { $0.people >= $1.people })
    var checked = Set<PlannedChange>()
    for gap in gaps {
      expectCause(of: gap, setting, within: minutes)
      for verified in gap.changes {
        #expect(verified.gained.contains(gap.commune))
        guard checked.insert(verified.change).inserted else { continue }
        let changed = try Setting(
          try network(setting, after: verified.change), at: region.at)
        let now = changed.served(within: minutes)
        #expect(now.subtracting(served) == Set(verified.gained), "\(verified.change)")
        #expect(served.subtracting(now) == Set(verified.lost), "\(verified.change)")
        let people = setting.demand.communes
        let gained = verified.gained.reduce(0.0) { $0 + people[$1].people }
        let lost = verified.lost.reduce(0.0) { $0 + people[$1].people }
        #expect(abs(verified.peopleGained - (gained - lost)) < 0.001)
      }
      let costs = gap.changes.map(\.change.cost)
      #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  private func expectCause(of gap: Gap, _ setting: Setting, within minutes: Double) {
    let access = setting.coverage.accesses()[gap.commune]
    switch (gap.cause, access.accessClass(within: minutes)) {
    case (.capabilityUnknown(let facility), .unknown):
      // Not always the nearest: one that is likelier to be able is asked first.
      #expect(setting.coverage.abilities[facility] == .unknown && access.unknown != nil)
    case (.noCapability, .noCapacity), (.closedOnArrival, .noCapacity), (.distance, .outOfReach),
      (.ferryNotRunning, .noCapacity), (.ferryNotRunning, .outOfReach),
      (.closedOnArrival, .outOfReach):
      break
    case (.notJoined, .outOfReach):
      #expect(setting.prepared.typical.accesses[gap.commune] == nil)
    default: Issue.record("\(gap.cause) of a commune that is \(access)")
    }
    if gap.cause != .notJoined { #expect(gap.changes.contains { $0.change.cost == .build }) }
  }

  /// The network whose records say what a change supposes.
  private func network(_ setting: Setting, after change: PlannedChange) throws -> Network {
    var records = setting.network.records
    func empower(_ id: String, _ windows: [ServiceWindow]) {
      records.capabilities.removeAll { $0.record.facility == id }
      records.capabilities += located(
        with(Capability()) {
          ($0.facility, $0.code, $0.windows) = (id, "stroke.lysis", windows)
          $0.provenance.confidence = .high
        })
      for index in records.facilities.indices where records.facilities[index].record.id == id {
        records.facilities[index].record.activity = nil
      }
    }
    switch change {
    case .ask(let facility), .openService(let facility), .upgrade(let facility):
      empower(setting.network.facility(facility).id, [])
    case .rotate(let facility):
      let id = setting.network.facility(facility).id
      // What is there already stays: a rotation comes beside it.
      let own = setting.network.capabilities(of: facility).filter { $0.value == .yes }
      let isAble = setting.coverage.abilities[facility] == .able
      let windows = ServiceWindow.sessions.map { session in
        with(ServiceWindow()) {
          ($0.days, $0.opens, $0.closes) = ("12345", session.opens, session.closes)
        }
      }
      empower(id, windows + (isAble ? own.flatMap(\.windows) : []))
    case .runFerries(let links):
      let ids = Set(links.map { setting.network.travel.links[$0].id })
      for index in records.links.indices where ids.contains(records.links[index].record.id) {
        records.links[index].record.windows = []
      }
    case .build(let commune):
      let point = try #require(setting.demand.communes[commune].point)
      records.facilities += located(
        with(Facility()) {
          ($0.id, $0.name, $0.kind) = ("z", "Z", .districtHospital)
          $0.position.point = point
        })
      empower("z", [])
    }
    records.networks = located(setting.network.header)
    return try Network(records)
  }
}
