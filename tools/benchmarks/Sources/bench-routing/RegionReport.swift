import Exchange
import Facts
import Foundation
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Coverage of a network's communes for every time-critical specialty, at both paces.
struct RegionReport {
  let path: String
  let rounds = 9

  func run() throws {
    let network = try LoadedNetwork(path: path).network
    let hierarchy = TravelHierarchy(network.travel)
    guard let vehicle = network.travel.vehicle("ambulance"),
      let scheme = network.records.schemes.first?.record.id
    else { throw BenchError("\(path) has no ambulance, or no geography") }
    let demand = try Demand(network, scheme: scheme)
    let asked = AccessThreshold.timeCritical(in: network)
    print(
      "\(path): \(demand.communes.count) communes of \(scheme), \(network.facilityCount) "
        + "facilities, \(asked.count) needs, usual and slow; wall time, all processors")
    for clock in ["10:00", "02:00"] {
      guard let at = Instant("2026-11-25T\(clock)", zone: network.header.zone) else { continue }
      let conditions = TravelConditions(vehicle: vehicle, at: at)
      var ground = PreparedDemand(network, hierarchy, conditions, demand)
      let prepared = median {
        ground = PreparedDemand(network, hierarchy, conditions, demand)
      }
      var served = 0.0
      let counted = median {
        served = 0
        for (need, threshold) in asked {
          let query = ReferralQuery(need: need, at: at, vehicle: vehicle)
          let coverage = Coverage(CoverageQuery(query, [threshold]), on: ground)
          served += coverage.people(within: threshold.minutes)[.served]
          served += coverage.people(within: threshold.minutes, at: .slow)[.served]
        }
      }
      print(
        String(
          format: "  %@  ground %.0f ms, coverage of all needs %.0f ms, together %.0f ms   sum %.0f",
          clock, prepared, counted, prepared + counted, served))
    }
  }

  /// Milliseconds of a median run.
  private func median(_ body: () -> Void) -> Double {
    var times: [Double] = []
    for _ in 0..<rounds {
      let start = wallSeconds()
      body()
      times.append((wallSeconds() - start) * 1e3)
    }
    return times.sorted()[rounds / 2]
  }
}
