import Facts
import HealthNetwork
import Referral
import Testing
import TestSupport
import TravelNetwork

/// How late one can leave, against asking anew for each minute.
@Suite struct DeparturesTests {
  private static let origin = ReferralOrigin(
    id: "n0", name: "n0", point: LineNetwork.point(0), block: nil)

  private func query(_ network: Network, at text: String) throws -> ReferralQuery {
    let need = try #require(Need("stroke", in: network.vocabulary))
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let at = try #require(Instant(text, zone: LineNetwork.zone))
    var query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    query.count = 50
    query.explainsUnreached = false
    return query
  }

  @Test func `the last ferry and the closing hour are found to the minute`() throws {
    var network = LineNetwork(nodes: 4)
    network.records.links.removeAll { $0.record.id == "road2" }
    network.link("ferry", from: 1, to: 2) {
      $0.mode = .ferry
      ($0.speed, $0.crossingMinutes, $0.waitMinutes) = (nil, 10, 5)
      $0.windows = [with(ServiceWindow()) { ($0.opens, $0.closes) = (300, 1_260) }]
    }
    network.facility("clinic", at: 1) { _ in
    } statement: {
      $0.windows = [with(ServiceWindow()) { ($0.opens, $0.closes) = (420, 1_200) }]
    }
    network.facility("hospital", at: 3)
    let whole = try Network(network.records)
    var query = try query(whole, at: "2026-11-25T19:30")
    query.maximumMinutes = 60
    let until = try #require(Instant("2026-11-25T21:30", zone: LineNetwork.zone))
    let departures = try #require(
      Departures(
        whole, query, TravelHierarchy(whole.travel), from: Self.origin, until: until))
    let ids = departures.changes.map { $0.facility.map { whole.facility($0).id } ?? "-" }
    #expect(ids == ["clinic", "hospital", "-"])
    // Five minutes to the clinic, which closes at 20:00, and to the ferry, which ends at 21:00.
    #expect(departures.changes.map(\.to.clock) == ["19:54", "20:54", "21:30"])
    #expect(departures.latest.map(\.leave.clock) == ["20:54", "19:54"])
    #expect(departures.latest[0].arrival.clock == "21:19")
    #expect(departures.latest[0].reason?.code == .outOfRadius)
    #expect(departures.latest[1].reason?.code == .closedOnArrival)
    #expect(departures.latest.allSatisfy { !$0.isOpen && $0.missed == 0 })
  }

  @Test(arguments: seeds(4))
  func `each minute is answered as if asked alone`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var network = LineNetwork(nodes: 8)
    func windows() -> [ServiceWindow] {
      (0..<Int.random(in: 1...2, using: &random)).map { _ in
        with(ServiceWindow()) {
          $0.opens = .random(in: 0...1_439, using: &random)
          $0.closes = .random(in: 1...1_440, using: &random)
        }
      }
    }
    for index in network.records.links.indices where Bool.random(using: &random) {
      network.records.links[index].record.windows = windows()
    }
    network.records.links[2].record.period.to = PartialDate("2027-02-06")
    network.link("detour", from: 0, to: 4) { $0.kilometres = 60 }
    network.records.exceptions = located(
      with(DatedException()) {
        ($0.id, $0.link, $0.waitMinutes) = ("queue", "road1", 45)
        $0.period = Period(from: PartialDate("2027-02-06"), to: PartialDate("2027-02-07"))
      })
    for index in 0..<6 {
      let hours = windows()
      network.facility("f\(index)", at: .random(in: 0..<8, using: &random)) { _ in
      } statement: {
        $0.windows = index == 0 ? [] : hours
        if index == 1 { $0.period.from = PartialDate("2027-02-06") }
      }
    }
    let whole = try Network(network.records)
    let hierarchy = TravelHierarchy(whole.travel)
    var query = try query(whole, at: "2027-02-05T22:15")
    query.maximumMinutes = Double(Int.random(in: 20...180, using: &random))
    query.onset = query.at.advanced(bySeconds: -600)
    query.doorToTreatment = Double(Int.random(in: 0...20, using: &random))
    let minutes = 240
    let departures = try #require(
      Departures(
        whole, query, hierarchy, from: Self.origin,
        until: query.at.advanced(bySeconds: minutes * 60)))
    var latest: [FacilityIndex: Int] = [:]
    var selected: [FacilityIndex: Int] = [:]
    var slow: [FacilityIndex: Int] = [:]
    var covered = 0
    for minute in 0...minutes {
      var alone = query
      alone.at = query.at.advanced(bySeconds: minute * 60)
      var referral = ReferralSearch(whole, alone, hierarchy)
      let targets = referral.answer(from: Self.origin).targets
      for target in targets {
        if target.window?.standing == .extended {
          selected[target.facility] = minute
          continue
        }
        latest[target.facility] = minute
        let isSlowKept =
          target.window?.chance == .surely && target.minutesHigh <= query.maximumMinutes ?? 0
          && !target.cautions.contains(.closedIfSlow)
        if isSlowKept { slow[target.facility] = minute }
      }
      let change = try #require(
        departures.changes.first { $0.from <= alone.at && alone.at <= $0.to })
      covered += 1
      #expect(change.facility == targets.first?.facility, "seed \(seed), minute \(minute)")
      if change.from == alone.at {
        #expect(change.minutesFirst == targets.first?.minutes, "seed \(seed), minute \(minute)")
        #expect(change.arrivalFirst == targets.first?.arrival, "seed \(seed), minute \(minute)")
      }
    }
    #expect(covered == minutes + 1)
    let found = Dictionary(
      uniqueKeysWithValues: departures.latest.map {
        ($0.facility, ($0.leave.seconds - query.at.seconds) / 60)
      })
    #expect(found == latest, "seed \(seed)")
    func after(_ leave: Instant) -> Int { (leave.seconds - query.at.seconds) / 60 }
    let foundSelected = Dictionary(
      uniqueKeysWithValues: departures.latestForSelected.map { ($0.facility, after($0.leave)) })
    #expect(foundSelected == selected, "seed \(seed)")
    let foundSlow = Dictionary(
      uniqueKeysWithValues: departures.latest.compactMap { latest in
        latest.leaveIfSlow.map { (latest.facility, after($0)) }
      })
    #expect(foundSlow == slow, "seed \(seed)")
    #expect(
      departures.latest.allSatisfy { $0.isOpen == (latest[$0.facility] == minutes) })
  }
}
