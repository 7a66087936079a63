import Facts
import HealthNetwork
import Referral
import Testing
import TestSupport
import TravelNetwork

@Suite struct WayReasonTests {
  @Test func `a facility without a position or a way is told of`() throws {
    var network = LineNetwork()
    network.facility("far", at: 3)
    network.facility("lost", at: 1, { $0.position.point = nil })
    network.facility("away", at: 1, { $0.position.point?.latitude = 11 })
    let outcome = try network.outcome(k: 2)
    #expect(outcome.targets == ["far"])
    #expect(outcome.reasons["lost"]?.code == .positionMissing)
    #expect(outcome.reasons["away"]?.code == .noPath)
  }

  @Test func `a bridge that is avoided cuts the way, or makes it longer`() throws {
    //  n0 --5-- n1 --5-- n2 (near)      detour n0 --60-- n2, far at n0's other side
    var network = LineNetwork(nodes: 3)
    network.facility("near", at: 2)
    let cut = try network.outcome { query in query.avoided = [1] }
    #expect(cut.targets == [])
    #expect(cut.reasons["near"]?.code == .pathCutByScenario)
    #expect(cut.reasons["near"]?.en.contains("10 min") == true)
    network.link("detour", from: 0, to: 2) { $0.kilometres = 60 }
    network.facility("second", at: 1, does: .yes) { _ in }
    let longer = try network.outcome { query in
      query.avoided = [2]
    }
    #expect(longer.targets == ["second"])
    #expect(longer.reasons["near"]?.code != .pathCutByScenario)
  }

  @Test func `a ferry that does not run at the hour is named, and runs at another`() throws {
    //  n0 ==ferry== n6 (near, by ferry 10 min)      n0 --15-- n3 (far)
    var network = LineNetwork()
    network.records.nodes += located(
      with(TravelNode()) {
        $0.id = "n6"
        $0.point = LineNetwork.point(6)
      })
    network.link("ferry", from: 0, to: 6) {
      $0.mode = .ferry
      $0.crossing = "Phà Thử"
      $0.crossingMinutes = 10
      $0.windows = [
        with(ServiceWindow()) {
          $0.opens = 5 * 60
          $0.closes = 21 * 60
        }
      ]
    }
    network.facility("near", at: 6)
    network.facility("far", at: 3)
    #expect(try network.outcome().targets == ["near"])
    let night = Instant("2026-11-25T02:00+07:00") ?? LineNetwork.morning
    let outcome = try network.outcome(at: night)
    #expect(outcome.targets == ["far"])
    #expect(outcome.reasons["near"]?.code == .ferryNotRunning)
    #expect(outcome.reasons["near"]?.vi.contains("Phà Thử") == true)
  }

  @Test func `what only another vehicle reaches is told of, and reached by it`() throws {
    var network = LineNetwork()
    network.records.nodes += located(
      with(TravelNode()) {
        $0.id = "n6"
        $0.point = LineNetwork.point(6)
      })
    // The island has a road of its own, so that an ambulance could stand there.
    network.records.nodes += located(
      with(TravelNode()) {
        $0.id = "n7"
        $0.point = LineNetwork.point(7)
      })
    network.link("island", from: 6, to: 7) { _ in }
    network.link("boat", from: 0, to: 6) {
      $0.mode = .waterway
      $0.name = "Ca nô"
      $0.carries = .patient
      $0.crossingMinutes = 10
    }
    network.facility("near", at: 6)
    network.facility("far", at: 3)
    let outcome = try network.outcome()
    #expect(outcome.targets == ["far"])
    #expect(outcome.reasons["near"]?.code == .vehicleCannotUsePath)
    #expect(outcome.reasons["near"]?.en.contains("Ca nô") == true)
    #expect(outcome.reasons["near"]?.remedies == [.vehicle("mixed")])
    #expect(try network.outcome(vehicle: "mixed").targets == ["near"])
  }

  @Test func `the next eligible facilities are told of`() throws {
    var network = LineNetwork()
    for node in 1...4 { network.facility("f\(node)", at: node) }
    let outcome = try network.outcome(k: 2)
    #expect(outcome.targets == ["f1", "f2"])
    #expect(outcome.reasons["f3"]?.code == .notSelectedK)
    #expect(outcome.reasons["f3"]?.remedies == [.count(3)])
  }

  @Test func `ranges hold the usual minutes, and needs have names`() throws {
    var network = LineNetwork()
    network.facility("near", at: 2)
    let (answer, whole) = try network.answer()
    let target = try #require(answer.targets.first)
    #expect(abs(target.minutes - 10) < 0.01)
    #expect(abs(target.minutesLow - 7.5) < 0.01 && abs(target.minutesHigh - 15) < 0.01)
    for text in ["stroke", "Đột quỵ", "dot quy", "tai bien mach mau nao", "Tiêu sợi huyết"] {
      #expect(Need(text, in: whole.vocabulary)?.capability == "stroke.lysis", "\(text)")
    }
    #expect(Need("phép màu", in: whole.vocabulary) == nil)
  }
}
