import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@testable import Referral

/// Nearer hospitals of unknown ability are told beside able ones that are farther.
@Suite struct UnknownNearerTests {
  /// The target is 40 minutes away; the others are of unknown capability.
  private var line: LineNetwork {
    var line = LineNetwork(nodes: 10)
    line.facility("target", at: 8)
    line.facility("province", at: 4, does: nil) { $0.kind = .provincialGeneral }
    line.facility("close", at: 6, does: nil) { $0.kind = .regionalGeneral }
    line.facility("station", at: 1, does: nil) { $0.kind = .communeHealthStation }
    line.facility("no", at: 2, does: .no) { $0.kind = .provincialGeneral }
    return line
  }

  @Test func `a general hospital nearer by a quarter of an hour is worth a call`() throws {
    let (answer, network) = try line.answer()
    let ids = answer.unknownNearer(in: network, try query(network)).map {
      network.facility($0.facility).id
    }
    #expect(ids == ["province"])
    let unknown = try #require(answer.unknownNearer(in: network, try query(network)).first)
    #expect(unknown.minutes == 20 && unknown.nearerBy == 20)
  }

  @Test func `without a target all that are reached are worth a call`() throws {
    var line = line
    line.records.capabilities.removeAll { $0.record.facility == "target" }
    let (answer, network) = try line.answer()
    #expect(
      answer.unknownNearer(in: network, try query(network)).map {
        network.facility($0.facility).id
      } == ["province", "close"])
  }

  @Test func `a plan for patients names it too`() throws {
    var line = line
    line.records.triageClasses = located(
      with(TriageClass()) { ($0.code, $0.name, $0.rank, $0.weight) = ("T1", "Đỏ", 1, 9) })
    let network = try Network(line.records)
    var supply = PlaceSupply()
    supply.assumed = 1
    let query = try query(network)
    var planner = PatientPlanner(
      network, query, TravelHierarchy(network.travel), supply: supply, usage: .single)
    let triage = try #require(network.records.triageClasses.first?.record)
    let patients = ["1", "2"].map {
      Patient(
        id: $0,
        origin: ReferralOrigin(id: "n0", name: "n0", point: LineNetwork.point(0), block: nil),
        need: query.need, triage: triage)
    }
    let outcomes = planner.plan(for: patients).outcomes
    #expect(
      outcomes.first { $0.target != nil }?.ask.map { network.facility($0.facility).id }
        == ["province"])
    // Who has no place may call any of them.
    #expect(outcomes.first { $0.target == nil }?.ask.count == 2)
  }

  private func query(_ network: Network) throws -> ReferralQuery {
    let need = try #require(Need("stroke", in: network.vocabulary))
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    return ReferralQuery(need: need, at: LineNetwork.morning, vehicle: vehicle)
  }
}
