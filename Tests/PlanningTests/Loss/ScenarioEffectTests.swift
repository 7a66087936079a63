import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

@Suite struct ScenarioEffectTests {
  private func picture(_ records: NetworkRecords, at: Instant) throws -> AccessPicture {
    let network = try Network(records)
    let query = ReferralQuery(
      need: try #require(Need("stroke.lysis", in: network.vocabulary)), at: at,
      vehicle: try #require(network.travel.vehicle("ambulance")))
    let prepared = PlanningNetwork(network, TravelHierarchy(network.travel), query.conditions)
    return AccessPicture(prepared, query, try Demand(network, scheme: "land"))
  }

  @Test(arguments: 0..<8)
  func `a scenario of nothing changes nothing`(seed: Int) throws {
    let rivers = RiverNetwork(seed: seed)
    var records = rivers.records
    try records.apply(NetworkDelta())
    let effect = try ScenarioEffect(
      from: picture(rivers.records, at: rivers.at), to: picture(records, at: rivers.at),
      threshold: 12_000)
    #expect(effect.changes.isEmpty && effect.uncompared.isEmpty && effect.tally == ChangeTally())
  }

  @Test(arguments: seeds(8))
  func `a closed crossing is the loss of it, and lets nobody in`(seed: Int) throws {
    let rivers = RiverNetwork(seed: seed)
    let base = try picture(rivers.records, at: rivers.at)
    let prepared = PlanningNetwork(
      base.network, TravelHierarchy(base.network.travel), base.query.conditions)
    let study = LossStudy(prepared, base.query, base.demand, threshold: 12_000)
    for loss in study.crossingLosses() {
      guard case .crossing(let crossing) = loss.subject else { continue }
      var delta = NetworkDelta()
      delta.records.closures = located(
        with(TravelClosure()) {
          $0.id = "closed"
          $0.name = "Closed"
          $0.crossing = crossing.name
          $0.period = Period(from: PartialDate("2026-11"), to: PartialDate("2027"))
        })
      var records = rivers.records
      try records.apply(delta)
      let effect = try ScenarioEffect(
        from: base, to: picture(records, at: rivers.at), threshold: 12_000)
      #expect(effect.changes == loss.changes, "seed \(seed), \(crossing.name)")
      #expect(effect.tally == loss.tally, "seed \(seed), \(crossing.name)")
      let possible = effect.possible
      #expect(possible.before == base.possiblePeople(within: 12_000))
      #expect(possible.before >= base.people(within: 12_000) && possible.entering == 0)
      #expect(abs(possible.before - possible.leaving - possible.after) < 0.001)
      // Who has nothing unknown in reach loses it, whatever is unknown.
      let least = try #require(study.weighingUnknown([loss]).first?.leastLeaving)
      #expect(least <= min(loss.tally.leaving, possible.leaving) + 0.001)
    }
  }

  @Test(arguments: seeds(8))
  func `a new facility is what the network with it finds`(seed: Int) throws {
    let rivers = RiverNetwork(seed: seed)
    var random = SeededRandom(seed: seed + 1_000)
    let node = try #require(rivers.records.nodes.randomElement(using: &random)).record.point
    var delta = NetworkDelta()
    // Its id comes first, so that every other facility has another index than before.
    delta.records.facilities = located(
      with(Facility()) {
        $0.id = "a-new"
        $0.name = "Bệnh viện mới"
        $0.position.point = node
        $0.position.precision = .exact
      })
    delta.records.capabilities = located(
      with(Capability()) {
        $0.facility = "a-new"
        $0.code = "stroke.lysis"
        $0.provenance.confidence = .high
      })
    var records = rivers.records
    try records.apply(delta)
    let base = try picture(rivers.records, at: rivers.at)
    let after = try picture(records, at: rivers.at)
    let effect = ScenarioEffect(from: base, to: after, threshold: 12_000)
    let plain = try PlainAccess(records) { network in
      var query = after.query
      query.vehicle = try #require(network.travel.vehicle("ambulance"))
      return query
    }
    var changed = Set<Int>()
    for change in effect.changes {
      changed.insert(change.commune)
      let found = try #require(change.after)
      #expect(
        plain.answers[change.commune]
          == PlainAccess.Answer(
            facility: after.network.facility(found.facility).id, deciseconds: found.deciseconds),
        "seed \(seed)")
      if let added = change.added { #expect(added <= 0, "seed \(seed)") }
    }
    for commune in base.nearest.indices where !changed.contains(commune) {
      let found = base.nearest[commune]
      #expect(plain.answers[commune]?.deciseconds == found?.deciseconds, "seed \(seed)")
      #expect(
        plain.answers[commune]?.facility
          == found.map { base.network.facility($0.facility).id }, "seed \(seed)")
    }
    #expect(effect.tally.leaving == 0 && effect.tally.cutOff == 0, "seed \(seed)")
    #expect(!effect.changes.isEmpty, "seed \(seed)")
  }

  @Test func `communes are supported by whoever is named, while it lasts`() throws {
    var records = RiverNetwork(seed: 1).records
    let day = try #require(Day(year: 2026, month: 11, day: 25))
    records.facilities += located(
      with(Facility()) {
        $0.id = "tyt"
        $0.name = "Trạm y tế"
        $0.kind = .communeHealthStation
        $0.placements = [with(Placement()) { $0.place = "land:00" }]
      })
    let before = try SupportedCommunes(Network(records), on: day)
    #expect(before.supporters.isEmpty)
    var agreement = Agreement()
    agreement.id = "toàn-diện"
    agreement.kind = .comprehensiveSupport
    agreement.provenance.confidence = .medium
    agreement.members = [
      with(Member()) {
        $0.ref = "f01"
        $0.role = .supporter
      },
      with(Member()) {
        $0.ref = "tyt"
        $0.role = .recipient
      },
    ]
    records.agreements = located(agreement)
    let after = try SupportedCommunes(Network(records), on: day)
    #expect(after.supporters == ["land:00": ["f01"]])
    #expect(after.communes(notIn: before, ofScheme: "land") == ["land:00"])
    #expect(before.communes(notIn: after, ofScheme: "land").isEmpty)
    records.agreements[0].record.period = Period(from: nil, to: PartialDate("2026-11-25"))
    #expect(try SupportedCommunes(Network(records), on: day).supporters.isEmpty)
  }
}
