import Exchange
import Facts
import Foundation
import HealthNetwork
import Referral

/// How long a comparison of ways to definitive care takes, without starting a process or reading.
struct StrategyTimes {
  let network: String
  private let places = [
    "Phú Quốc", "Chợ Lách, Bến Tre", "Xã Cù Lao Dung", "Cái Nước, Cà Mau", "Quận 5, TP.HCM",
  ]
  private let needs = [
    "stroke.thrombectomy", "cardiology.pci", "trauma", "obstetrics.cemonc", "paediatrics.nicu",
  ]

  func run() throws {
    let folder = try LoadedNetwork(path: network)
    let network = folder.network
    let hierarchy = folder.hierarchy { _ in }
    guard let at = Instant("2026-11-25T23:00", zone: network.header.zone),
      let vehicle = network.travel.vehicle("ambulance")
    else { return }
    print("route --strategy compare on the shipped network, inside the process, processor time:")
    let finder = LocationFinder(network, on: at.day)
    for text in needs {
      guard let need = Need(text, in: network.vocabulary) else { continue }
      let query = ReferralQuery(need: need, at: at, vehicle: vehicle)
      let plan = try PathwayPlan(for: need, in: network)
      var search = StrategySearch(network, query, plan, hierarchy)
      var bare = query
      bare.explainsUnreached = false
      var core = StrategySearch(network, bare, plan, hierarchy)
      var whole: [Double] = []
      var alone: [Double] = []
      var options = 0
      for place in places {
        guard case .found(let location) = finder.location(place) else { continue }
        let origin = ReferralOrigin(
          id: location.id, name: location.name, point: location.point, block: location.block)
        for _ in 0..<21 {
          let start = now
          options += search.answer(from: origin).options.count
          whole.append(now - start)
          let middle = now
          _ = core.answer(from: origin)
          alone.append(now - middle)
        }
      }
      guard !whole.isEmpty else { continue }
      print(
        "  \(text): median \(shown(median(whole))) ms, slowest \(shown(whole.max() ?? 0)) ms; "
          + "without explaining what is beyond the options \(shown(median(alone))) ms "
          + "(\(options / 21) options from \(places.count) places)")
    }
    print("")
  }

  /// Processor seconds so far: other processes do not count.
  private var now: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  private func shown(_ seconds: Double) -> String { String(format: "%.2f", seconds * 1_000) }
}
