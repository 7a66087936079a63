import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@testable import Referral

/// A clinical window runs to treatment, in every question alike.
@Suite struct TreatmentWindowTests {
  private static let origin = ReferralOrigin(
    id: "n0", name: "n0", point: LineNetwork.point(0), block: nil)

  /// A hospital half an hour away; the window is 60 min, 90 for selected patients.
  private func line(door: Double?, specialty: String = "stroke") -> LineNetwork {
    var line = LineNetwork(nodes: 8)
    line.facility("h", at: 6)
    if let door {
      line.records.clocks += located(
        with(ClinicalClock()) {
          ($0.id, $0.specialty, $0.capability) = ("needle", specialty, "stroke.lysis")
          ($0.name, $0.start, $0.end, $0.minutes) = ("Cửa – kim", .door, .treatment, door)
          $0.provenance = Provenance(source: "guideline", confidence: .medium)
        })
    }
    return line
  }

  private func query(
    _ network: Network, onset: Int?, _ change: (inout ReferralQuery) -> Void = { _ in }
  ) throws -> ReferralQuery {
    let need = try #require(Need("stroke", in: network.vocabulary))
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    var query = ReferralQuery(need: need, at: LineNetwork.morning, vehicle: vehicle)
    query.onset = onset.map { query.at.advanced(bySeconds: $0 * 60) }
    change(&query)
    return query
  }

  private func target(
    _ line: LineNetwork, onset: Int?, _ change: (inout ReferralQuery) -> Void = { _ in }
  ) throws -> ReferralTarget? {
    let network = try Network(line.records)
    var search = ReferralSearch(
      network, try query(network, onset: onset, change), TravelHierarchy(network.travel))
    return search.answer(from: Self.origin).targets.first
  }

  @Test func `the time behind the door is counted, with what says so`() throws {
    let reading = try #require(try target(line(door: 20), onset: 0)?.window)
    #expect(reading.elapsed.usual == 50 && reading.standing == .kept && reading.margin == 10)
    #expect(reading.window.delay?.provenance.source == "guideline")
    // Ten minutes more since the onset: the limit of all patients is just kept at usual pace, and
    // slow roads miss it more often than not.
    let tight = try #require(try target(line(door: 20), onset: -10)?.window)
    #expect(tight.elapsed.usual == 60 && tight.standing == .tight)
    #expect(tight.chance?.isAgainst == true)
    let extended = try #require(try target(line(door: 20), onset: -11))
    #expect(extended.window?.standing == .extended)
    #expect(extended.cautions.contains(.extendedWindow(minutes: 60)))
    #expect(try target(line(door: 20), onset: -41) == nil)
    #expect(try target(line(door: 20), onset: nil)?.window == nil)
  }

  @Test func `a time that no source tells is assumed and said, or asked for`() throws {
    let assumed = try #require(try target(line(door: nil), onset: 0)?.window)
    #expect(assumed.window.delay?.isAssumed == true)
    #expect(assumed.window.delay?.provenance.confidence == .low)
    #expect(assumed.elapsed.usual == 30 + TreatmentDelay.assumedMinutes)
    let stated = try #require(
      try target(line(door: 20), onset: 0) { $0.doorToTreatment = 5 }?.window)
    #expect(stated.elapsed.usual == 35 && stated.window.delay?.basis == .stated)
  }

  @Test func `a clock that ends at the door counts nothing behind it`() throws {
    var line = line(door: 20)
    line.records.clocks[0].record.end = .door
    let reading = try #require(try target(line, onset: 0)?.window)
    #expect(reading.elapsed.usual == 30 && reading.window.delay == nil)
  }

  @Test func `the last departure leaves time to treat, and selected patients are told apart`()
    throws
  {
    let network = try Network(line(door: 20).records)
    let departures = try #require(
      Departures(
        network, try query(network, onset: 0), TravelHierarchy(network.travel),
        from: Self.origin, until: LineNetwork.morning.advanced(bySeconds: 3_600)))
    #expect(departures.latest.map(\.leave.clock) == ["10:10"])
    #expect(departures.latest.first?.closes?.clock == "10:40")
    #expect(departures.latestForSelected.map(\.leave.clock) == ["10:40"])
    #expect(departures.latestForSelected.first?.closes?.clock == "11:10")
    #expect(departures.changes.map(\.isForSelected) == [false, true, false])
    // Slow roads take 45 minutes: with 20 behind the door that is too late from the first minute.
    #expect(departures.latest.first?.leaveIfSlow == nil)
    let quick = try Network(line(door: 5).records)
    let early = try #require(
      Departures(
        quick, try query(quick, onset: 0), TravelHierarchy(quick.travel), from: Self.origin,
        until: LineNetwork.morning.advanced(bySeconds: 3_600)))
    #expect(early.latest.first?.leave.clock == "10:25")
    #expect(early.latest.first?.leaveIfSlow?.clock == "10:10")
  }

  @Test(arguments: seeds(20))
  func `a referral and a pathway read the window alike`(seed: Int) throws {
    let made = StrategyNetwork(seed: seed)
    let network = try Network(made.records)
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    let need = try #require(Need("stroke.lysis", in: network.vocabulary))
    var query = ReferralQuery(need: need, at: LineNetwork.morning, vehicle: vehicle)
    query.onset = query.at.advanced(bySeconds: -(seed % 7) * 300)
    query.count = 20
    let hierarchy = TravelHierarchy(network.travel)
    let plan = try PathwayPlan(for: need, in: network)
    var strategy = StrategySearch(network, query, plan, hierarchy)
    var referral = ReferralSearch(network, query, hierarchy)
    let targets = referral.answer(from: Self.origin).targets
    for option in strategy.answer(from: Self.origin, by: .via).options {
      guard let stop = option.first,
        let reading = option.readings.first(where: { $0.limit.stop == .first }),
        let target = targets.first(where: { $0.facility == stop.facility })
      else { continue }
      #expect(target.window?.elapsed == reading.elapsed, "seed \(seed)")
      #expect(target.window?.standing.rawValue == reading.standing.rawValue, "seed \(seed)")
      #expect(target.window?.chance == reading.chance, "seed \(seed)")
    }
  }

  @Test func `no tick has a chance below one half`() {
    var random = SeededRandom(seed: 1)
    for _ in 0..<2_000 {
      let usual = Double.random(in: 5...200, using: &random)
      let door = TimeRange(
        low: usual * .random(in: 0.5...1, using: &random), usual: usual,
        high: usual * .random(in: 1...2, using: &random))
      let clock = with(ClinicalClock()) { ($0.minutes, $0.extendedMinutes) = (120, 240) }
      let window = TreatmentWindow(clock)
      let reading = window.reading(toDoor: door, since: .random(in: 0...60, using: &random))
      if reading.standing == .kept { #expect((reading.chance?.probability ?? 0) >= 0.5) }
      if case .about(let share)? = reading.chance { #expect((0.1...0.9).contains(share)) }
    }
  }

  @Test func `a plan for patients is late by the time of treatment`() throws {
    var line = line(door: 20)
    line.records.triageClasses = located(
      with(TriageClass()) { ($0.code, $0.name, $0.rank, $0.weight) = ("T1", "Đỏ", 1, 9) })
    let network = try Network(line.records)
    var supply = PlaceSupply()
    supply.assumed = 1
    let query = try query(network, onset: nil)
    var planner = PatientPlanner(
      network, query, TravelHierarchy(network.travel), supply: supply, usage: .single)
    let triage = try #require(network.records.triageClasses.first?.record)
    var patient = Patient(id: "1", origin: Self.origin, need: query.need, triage: triage)
    patient.onset = query.at.advanced(bySeconds: -600)
    let outcome = try #require(planner.plan(for: [patient]).outcomes.first)
    // Of 60 minutes ten have gone, and 20 lie behind the door.
    #expect(outcome.limitMinutes == 30)
  }
}
