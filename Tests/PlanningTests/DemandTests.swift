import Facts
import HealthNetwork
import Planning
import Testing

@Suite struct DemandTests {
  @Test func `the people of the communes are those of the census`() throws {
    let network = try ShippedNetwork.network.get()
    let demand = try Demand(network, scheme: "gso-2024")
    let districts = network.records.places.map(\.record).filter {
      $0.scheme == "gso-2024" && $0.level == .district
    }
    let counted = districts.compactMap { $0.population(.censusResident)?.count }.reduce(0, +)
    #expect(demand.communes.count == 1_843 && demand.uncounted.isEmpty)
    // Communes and districts were counted in tables of their own.
    #expect(abs(demand.people / Double(counted) - 1) < 0.01)
  }

  @Test(arguments: ["gso-2024", "gso-2025"])
  func `groups of all ages add up to everybody`(scheme: String) throws {
    let network = try ShippedNetwork.network.get()
    let all = try Demand(network, scheme: scheme)
    let groups = ["0-4", "5-14", "15-49", "50-64", "65+"].compactMap { AgeGroup($0) }
    let sum = try groups.reduce(0.0) { sum, group in
      sum + (try Demand(network, scheme: scheme, group: group)).people
    }
    #expect(groups.count == 5)
    #expect(abs(sum - all.people) < 1)
  }

  @Test func `a group that the figures cut through is refused`() throws {
    let network = try ShippedNetwork.network.get()
    #expect(throws: PlanningError.self) {
      try Demand(network, scheme: "gso-2024", group: AgeGroup(from: 60))
    }
    let counted = ["gso-2024", "gso-2025"]
    #expect(throws: PlanningError.noCommunes(scheme: "gso-1999", counted: counted)) {
      try Demand(network, scheme: "gso-1999")
    }
  }

  @Test func `the geography in force on the day counts where none is named`() throws {
    let network = try ShippedNetwork.network.get()
    let before = try Demand(network, on: #require(Day(year: 2025, month: 6, day: 30)))
    let after = try Demand(network, on: #require(Day(year: 2025, month: 7, day: 1)))
    #expect(before.scheme == "gso-2024" && before.basis == .censusResident)
    #expect(after.scheme == "gso-2025" && after.basis == .censusRecut)
    let figures = PlanningError.noFigures(
      scheme: "gso-2024", basis: .registered, counted: ["gso-2025"])
    #expect(throws: figures) { try Demand(network, scheme: "gso-2024", basis: .registered) }
  }

  @Test func `groups are written as they are read`() {
    for text in ["all", "0-14", "15-49", "65+"] { #expect(AgeGroup(text)?.text == text) }
    for text in ["", "-", "14", "14-0", "x+", "1-2-3"] { #expect(AgeGroup(text) == nil) }
  }
}
