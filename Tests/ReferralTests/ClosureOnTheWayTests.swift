import Facts
import HealthNetwork
import Referral
import TestSupport
import Testing
import TravelNetwork

/// A closure that begins or ends on the way is judged when it is reached, not when the patient leaves.
@Suite struct ClosureOnTheWayTests {
  private static let origin = ReferralOrigin(
    id: "n0", name: "n0", point: LineNetwork.point(0), block: nil)

  /// A bridge ten minutes away, closed for some days; the hospital is fifteen minutes away, and
  /// another one twice as far lies on this side.
  private func line(from: String, to: String, detour: Bool = true) -> LineNetwork {
    var line = LineNetwork(nodes: 4)
    line.records.links[2].record.crossing = "Cầu Ví Dụ"
    line.facility("beyond", at: 3)
    if detour {
      line.records.nodes += located(
        with(TravelNode()) { ($0.id, $0.point) = ("n9", LineNetwork.point(-6)) })
      line.link("back", from: 0, to: 9) { $0.kilometres = 30 }
      line.facility("near", at: -6)
    }
    line.records.closures = located(
      with(TravelClosure()) {
        ($0.id, $0.name, $0.crossing) = ("c", "Sửa cầu", "Cầu Ví Dụ")
        $0.period = Period(from: PartialDate(from), to: PartialDate(to))
      })
    return line
  }

  private func instant(_ text: String) throws -> Instant {
    try #require(Instant(text, zone: LineNetwork.zone))
  }

  @Test func `a bridge that closes at midnight is not crossed after it`() throws {
    let line = line(from: "2026-11-26", to: "2026-11-27")
    func target(_ at: String) throws -> [String] {
      try line.outcome(at: instant(at)).targets
    }
    #expect(try target("2026-11-25T23:49") == ["beyond"])
    #expect(try target("2026-11-25T23:51") == ["near"])
    #expect(try target("2026-11-26T12:00") == ["near"])
    // It opens at midnight: whoever comes a minute before waits.
    #expect(try target("2026-11-26T23:51") == ["beyond"])
    #expect(try target("2026-11-26T23:49") == ["beyond"])
    #expect(try target("2026-11-27T00:01") == ["beyond"])
  }

  @Test func `the reason names the bridge that is closed when it is reached`() throws {
    let reasons = try line(from: "2026-11-26", to: "2026-11-28")
      .outcome(at: instant("2026-11-25T23:55")).reasons
    let reason = try #require(reasons["beyond"])
    #expect(reason.code == .pathCutByScenario && reason.en.contains("Cầu Ví Dụ"))
  }

  @Test func `the last departure crosses before midnight`() throws {
    let network = try Network(line(from: "2026-11-26", to: "2026-11-29", detour: false).records)
    let need = try #require(Need("stroke", in: network.vocabulary))
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let query = ReferralQuery(
      need: need, at: try instant("2026-11-25T23:30"), vehicle: vehicle)
    var short = query
    short.maximumMinutes = 60
    let departures = try #require(
      Departures(
        network, short, TravelHierarchy(network.travel), from: Self.origin,
        until: instant("2026-11-26T00:10")))
    // The bridge begins ten minutes away.
    #expect(departures.latest.map(\.leave.clock) == ["23:49"])
  }

  @Test(arguments: seeds(8))
  func `leaving later never arrives earlier, and a closure never makes an arrival earlier`(
    seed: Int
  ) throws {
    var random = SeededRandom(seed: seed)
    var line = LineNetwork(nodes: 8)
    line.link("detour", from: 1, to: 6) { $0.kilometres = 90 }
    for index in 0..<4 { line.facility("f\(index)", at: .random(in: 2..<8, using: &random)) }
    for index in line.records.links.indices {
      line.records.links[index].record.crossing = "X\(index)"
    }
    let open = try Network(line.records)
    for number in 0..<3 {
      let first = Int.random(in: 25...27, using: &random)
      let last = first + Int.random(in: 1...2, using: &random)
      let link = Int.random(in: 0..<line.records.links.count, using: &random)
      line.records.closures += located(
        with(TravelClosure()) {
          ($0.id, $0.name, $0.crossing) = ("c\(number)", "c", "X\(link)")
          $0.period = Period(
            from: PartialDate("2026-11-\(first)"), to: PartialDate("2026-11-\(last)"))
        })
    }
    let closed = try Network(line.records)
    func arrivals(_ network: Network, _ at: Instant) throws -> [String: Instant] {
      let need = try #require(Need("stroke", in: network.vocabulary))
      let vehicle = try #require(network.travel.vehicle("ambulance"))
      var query = ReferralQuery(need: need, at: at, vehicle: vehicle)
      (query.count, query.explainsUnreached) = (9, false)
      var search = ReferralSearch(network, query, TravelHierarchy(network.travel))
      return Dictionary(
        uniqueKeysWithValues: search.answer(from: Self.origin).targets.map {
          (network.facility($0.facility).id, $0.arrival)
        })
    }
    var before: [String: Instant] = [:]
    let start = try instant("2026-11-25T22:30")
    for step in 0..<40 {
      let at = start.advanced(bySeconds: step * 300)
      let now = try arrivals(closed, at)
      let free = try arrivals(open, at)
      for (id, arrival) in now {
        if let earlier = before[id] { #expect(earlier <= arrival, "seed \(seed), \(at), \(id)") }
        #expect(try #require(free[id]) <= arrival, "seed \(seed), \(at), \(id)")
      }
      // Nothing that cannot be reached now is reached by leaving before and waiting: it is only
      // not waited for longer than a day.
      before = now
    }
  }

  @Test func `a ferry that ends on the way is no matter of the vehicle`() throws {
    var line = LineNetwork(nodes: 4)
    line.facility("beyond", at: 3)
    line.records.links[1].record.period.to = PartialDate("2026-11-26")
    let reasons = try line.outcome(at: instant("2026-11-25T23:58")).reasons
    let reason = try #require(reasons["beyond"])
    #expect(reason.code != .vehicleCannotUsePath && !reason.en.contains(" ;"))
  }
}
