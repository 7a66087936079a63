import Facts
import HealthNetwork
import Referral
import TestSupport
import Testing
import TravelNetwork

/// Ferries that the weather stops are named, with when they would leave.
@Suite struct WeatherReasonTests {
  /// An island, n6 with the able facility, a ferry of the sea from n0, and a flight for some.
  private func island(hours: Bool) -> LineNetwork {
    var network = LineNetwork()
    network.records.nodes += located(
      with(TravelNode()) {
        $0.id = "n6"
        $0.point = LineNetwork.point(6)
      })
    network.link("island", from: 6, to: 6) { _ in }
    network.link("sea", from: 0, to: 6) {
      $0.mode = .ferry
      $0.crossing = "Tàu Thử"
      $0.crossingMinutes = 60
      $0.kilometres = 30
      $0.hours = "sáng"
      if hours {
        $0.windows = [
          with(ServiceWindow()) {
            $0.opens = 7 * 60 + 30
            $0.closes = 17 * 60
          }
        ]
      }
    }
    network.link("flight", from: 0, to: 6) {
      $0.mode = .air
      $0.name = "Trực thăng Thử"
      $0.crossingMinutes = 100
      $0.carries = .patient
    }
    network.records.vehicles += located(
      with(Vehicle()) {
        $0.id = "air"
        $0.name = "trực thăng"
        $0.nameEn = "helicopter"
        $0.modes = "road ferry air"
        $0.carriages = "all patient"
      })
    network.facility("able", at: 6)
    return network
  }

  private var rough: Weather {
    with(Weather()) {
      $0.id = "bad"
      $0.name = "biển động"
      $0.nameEn = "rough sea"
      $0.effects = [
        with(Weather.Effect()) {
          $0.mode = .ferry
          $0.kilometresFrom = 5
          $0.stops = true
        }
      ]
    }
  }

  @Test func `the ferry, the weather, the next departure and the flight are told`() throws {
    let late = try #require(Instant("2026-11-25T23:00+07:00"))
    let outcome = try island(hours: true).outcome(at: late) { $0.weather = rough }
    #expect(outcome.targets == [])
    let reason = try #require(outcome.reasons["able"])
    #expect(reason.code == .ferryNotRunning)
    for words in ["Tàu Thử", "rough sea", "07:30 2026-11-26", "9 h 30 min"] {
      #expect(reason.en.contains(words), "\(reason.en)")
    }
    #expect(reason.remedies.contains(.vehicle("air")))
    for words in ["biển động", "07:30 26/11/2026", "9 giờ 30 phút"] {
      #expect(reason.vi.contains(words), "\(reason.vi)")
    }
    // The flight gets there, in the same weather.
    #expect(
      try island(hours: true).outcome(at: late, vehicle: "air") { $0.weather = rough }.targets
        == ["able"])
  }

  @Test func `hours that nobody can reckon with are told in the words of the source`() throws {
    let outcome = try island(hours: false).outcome { $0.weather = rough }
    let reason = try #require(outcome.reasons["able"])
    #expect(reason.vi.contains("sáng") && !reason.vi.contains("chuyến sớm nhất"))
  }

  @Test func `no other vehicle is told of that the weather stops as well`() throws {
    var storm = rough
    storm.effects.append(
      with(Weather.Effect()) {
        $0.mode = .air
        $0.stops = true
      })
    let outcome = try island(hours: true).outcome { $0.weather = storm }
    let reason = try #require(outcome.reasons["able"])
    #expect(!reason.remedies.contains { if case .vehicle = $0 { true } else { false } })
  }

  @Test func `slow roads alone are no reason`() throws {
    var network = LineNetwork()
    network.facility("first", at: 1)
    network.facility("second", at: 2)
    let wet = with(rough) { $0.effects = [with(Weather.Effect()) { $0.factor = 3 }] }
    let outcome = try network.outcome { $0.weather = wet }
    #expect(outcome.targets == ["first"])
    #expect(outcome.reasons["second"]?.code == .notSelectedK)
  }
}
