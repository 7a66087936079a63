import Exchange
import Facts
import HealthNetwork
import Planning
import TestSupport
import Testing
import TravelNetwork

/// What planners are told of the shipped networks.
@Suite struct ShippedSupportTests {
  private let day = Day(year: 2026, month: 11, day: 25) ?? Day(number: 0)

  @Test func `the north has the supporters that the articles name, and no minutes`() throws {
    let network = try LoadedNetwork(path: repositoryFolder + "network-data/northern-support")
      .network
    let graph = SupportGraph(network)
    let support = CommuneSupport(graph, scheme: "press-2025", on: day)
    #expect(support.communes.map(\.way) == [.station, .station, .station])
    let counted = graph.links.filter { graph.counts($0, on: day, minimumConfidence: .medium) }
    let closure = SupportAncestry(
      count: graph.actorCount, links: counted.map { ($0.recipient, $0.supporter) })
    #expect(closure.circles.isEmpty)
    let baoYen = try #require(network.facilityIndex(of: "ttyt-bao-yen"))
    #expect(
      closure.backers(of: baoYen.rawValue).map { graph.id(of: $0.node) }.sorted()
        == ["bv-da-khoa-so-1-lao-cai", "bv-dai-hoc-y-ha-noi"])
    let idle = IdleEquipment.all(PracticeRegister(network, on: day))
    #expect(idle.map(\.state).filter { $0 == .underUsed }.count == 1)
    #expect(idle.count == 7)
    let targets = SupportTarget.all(graph, scheme: "press-2025", until: day)
    #expect(targets.count == 5)
    let gaps = TechniqueGaps(graph, PracticeRegister(network, on: day))
    #expect(gaps.gaps.filter { $0.state == .inTransfer }.count == 4)
    #expect(gaps.gaps.allSatisfy { $0.state != .no })
  }

  @Test func `the Delta's communes get a hospital each where a road leads`() throws {
    let network = try ShippedNetwork.network.get()
    let graph = SupportGraph(network)
    let support = CommuneSupport(graph, scheme: "gso-2025", on: day)
    #expect(support.communes.count == 658)
    #expect(support.communes.filter(\.isSupported).count == 14)
    let vehicle = try #require(network.travel.vehicle("car"))
    let at = try #require(Instant("2026-11-25T08:00+07:00"))
    let prepared = PlanningNetwork(
      network, TravelHierarchy(network.travel), TravelConditions(vehicle: vehicle, at: at))
    let plan = SupportPlan(support, graph, SupportPlan.Rules(), on: day, prepared: prepared)
    #expect(plan.hasTravel && plan.regions.count == 7)
    for region in plan.regions {
      var loads = region.loads
      for (row, column) in region.assignment.columns.enumerated() {
        guard let column else {
          #expect(region.costs[row] == nil)
          continue
        }
        loads[column] += 1
      }
      let given = Set(region.assignment.columns.compactMap(\.self))
      #expect(given.map { loads[$0] }.max() == region.assignment.load)
    }
    let unserved = plan.regions.flatMap(\.costs).filter { $0 == nil }.count
    #expect(unserved == 5)
  }
}
