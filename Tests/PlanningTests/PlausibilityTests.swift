import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

@Suite struct PlausibilityTests {
  private func gaps(_ need: String, within minutes: Double) throws -> (Network, [Gap]) {
    let network = try ShippedNetwork.network.get()
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let need = try #require(Need(need, in: network.vocabulary))
    let at = try #require(Instant("2026-11-25T02:00+07:00"))
    let query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    let demand = try Demand(network, on: at.day)
    let hierarchy = TravelHierarchy(network.travel)
    let prepared = PreparedDemand(network, hierarchy, query.conditions, demand)
    let coverage = Coverage(CoverageQuery(query, []), on: prepared)
    var search = GapSearch(coverage, on: prepared, within: minutes)
    return (network, search.gaps(first: 12))
  }

  @Test(arguments: ["stroke.thrombectomy", "trauma.emergency-surgery"])
  func `Nobody asks a hospital of another specialty, nor gives it the capability`(
    _ need: String
  ) throws {
    let (network, gaps) = try gaps(need, within: 60)
    let specialty = need.split(separator: ".").first.map(String.init) ?? ""
    for change in gaps.flatMap(\.changes) {
      guard let index = change.change.facility else { continue }
      let facility = network.facility(index)
      let performed = network.capabilities(of: index).filter { $0.value == .yes }.map(\.code)
      #expect(
        facility.isGeneral || performed.contains { $0.hasPrefix(specialty + ".") },
        "\(facility.name)")
    }
  }

  @Test(arguments: [
    ("Bệnh viện Nhi đồng 2", false), ("Bệnh viện Từ Dũ cơ sở 2 (Cần Giờ)", false),
    ("Bệnh viện Ung bướu Kiên Giang", false), ("Bệnh viện Sản - Nhi An Giang", false),
    ("Bệnh viện Đa khoa Cà Mau", true), ("Bệnh viện Mặt Trời Phú Quốc", true),
    ("Trung tâm Y tế Phú Quốc", true), ("Bệnh viện Chợ Rẫy", true),
  ])
  func `A hospital's name tells whether it is of one specialty`(_ name: String, _ isGeneral: Bool) {
    var facility = Facility()
    facility.kind = .cityHospital
    facility.name = name
    #expect(facility.isGeneral == isGeneral)
  }
}
