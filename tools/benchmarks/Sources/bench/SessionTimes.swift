import Exchange
import Facts
import Foundation
import HealthNetwork
import Referral
import TravelNetwork

/// The cost of one question in a process that has the network already: medians, nothing else running in
/// the process.
struct SessionTimes {
  let path: String
  private let needs = [
    "stroke.thrombectomy", "cardiology.pci", "trauma", "obstetrics", "paediatrics",
  ]

  func run() throws {
    var decoding: [Double] = []
    for _ in 0..<9 {
      decoding.append(try timed { _ = try NetworkLoader { _ in }.load(path) })
    }
    let loaded = try NetworkLoader { _ in }.load(path)
    let network = loaded.network
    guard let at = Instant("2026-11-25T10:00", zone: network.header.zone),
      let vehicle = network.travel.vehicle("ambulance")
    else { return }
    print("one warm process on \(path), processor time, medians:")
    tell("loading the network, snapshot or documents", decoding)
    tell("hierarchy", [timed { _ = loaded.hierarchy }])
    tell("search of names, made once", [timed { _ = NameSearch(network, on: at.day).matches("a") }])
    names(network, at)
    let hierarchy = loaded.hierarchy
    questions(network, hierarchy, at, vehicle)
    closures(network, hierarchy, at, vehicle)
  }

  private func names(_ network: Network, _ at: Instant) {
    let finder = LocationFinder(network, on: at.day)
    let communes = network.records.places.map(\.record).filter { $0.level == .commune }
    tell(
      "a commune by its name", communes.map { place in timed { _ = finder.location(place.name) } })
    tell(
      "a commune by its full name",
      communes.map { place in
        let name = network.fullName(of: place)
        return timed { _ = finder.location(name) }
      })
    tell(
      "a commune by its name without marks",
      communes.map { place in
        let name = FoldedName(place.name).text
        return timed { _ = finder.location(name) }
      })
  }

  private func origins(_ network: Network, _ at: Instant) -> [ReferralOrigin] {
    network.records.places.map(\.record).filter { $0.level == .commune }.compactMap { place in
      network.point(of: place).map {
        ReferralOrigin(
          id: place.reference, name: place.name, point: $0.point, block: network.block(of: place))
      }
    }
  }

  private func questions(
    _ network: Network, _ hierarchy: TravelHierarchy, _ at: Instant, _ vehicle: Vehicle
  ) {
    let origins = origins(network, at)
    var preparing: [Double] = []
    for explains in [false, true] {
      let prepared = PreparedReferrals(network, hierarchy)
      var known: [Double] = []
      for text in needs {
        guard let need = Need(text, in: network.vocabulary) else { continue }
        var query = ReferralQuery(need: need, at: at, vehicle: vehicle)
        query.explainsUnreached = explains
        if !explains {
          let fresh = PreparedReferrals(network, hierarchy)
          preparing.append(timed { _ = fresh.search(query) })
        }
        for (number, origin) in origins.enumerated() {
          // Each at an hour of its own: the hour is no part of what is prepared.
          query.at = at.advanced(bySeconds: number % 600 * 60)
          let time = timed {
            var search = prepared.search(query)
            _ = search.answer(from: origin)
          }
          if number > 1 { known.append(time) }
        }
      }
      if !explains { tell("preparing a situation", preparing) }
      tell(
        explains
          ? "one more question of a known situation, with all reasons"
          : "one more question of a known situation, with the nearer ones' reasons", known)
    }
  }

  private func closures(
    _ network: Network, _ hierarchy: TravelHierarchy, _ at: Instant, _ vehicle: Vehicle
  ) {
    let prepared = PreparedReferrals(network, hierarchy)
    guard let need = Need("stroke.thrombectomy", in: network.vocabulary),
      let origin = origins(network, at).first
    else { return }
    var query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    query.explainsUnreached = false
    var search = prepared.search(query)
    _ = search.answer(from: origin)
    var links: [String: Set<LinkIndex>] = [:]
    for link in network.travel.links.recordIndices {
      if let name = network.travel.links[link].crossing { links[name, default: []].insert(link) }
    }
    tell(
      "a changed closure, to the first answer",
      links.sorted { $0.key < $1.key }.map { _, closed in
        query.avoided = closed
        return timed {
          var search = prepared.search(query)
          _ = search.answer(from: origin)
        }
      })
  }

  private func timed(_ work: () throws -> Void) rethrows -> Double {
    let start = Self.processorMicroseconds
    try work()
    return Self.processorMicroseconds - start
  }

  /// Processor time of the process: on a shared machine the clock on the wall also tells of others.
  private static var processorMicroseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  private func tell(_ what: String, _ times: [Double]) {
    let sorted = times.sorted()
    guard let last = sorted.last else { return }
    print(
      "  " + what.padding(toLength: 72, withPad: " ", startingAt: 0)
        + String(
          format: "%10.1f µs, slowest %10.1f µs, of %d", sorted[sorted.count / 2], last,
          sorted.count))
  }
}
