import Exchange
import Facts
import Files
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

/// The shipped network: some losses beside the network read without the thing, and its scenarios.
@Suite struct ShippedLossTests {
  private static let folder = repositoryFolder + "network-data/"

  private func prepared(
    _ network: Network, need text: String, at: String = "2026-11-25T22:30+07:00",
    on hierarchy: TravelHierarchy? = nil
  ) throws -> (PlanningNetwork, ReferralQuery, Demand) {
    let query = ReferralQuery(
      need: try #require(Need(text, in: network.vocabulary)), at: try #require(Instant(at)),
      vehicle: try #require(network.travel.vehicle("ambulance")))
    let prepared = PlanningNetwork(
      network, hierarchy ?? TravelHierarchy(network.travel), query.conditions)
    return (prepared, query, try Demand(network, scheme: "gso-2024"))
  }

  private func plain(_ records: NetworkRecords, need: String) throws -> AccessPicture {
    let (prepared, query, demand) = try prepared(Network(records), need: need)
    return AccessPicture(prepared, query, demand)
  }

  private func expect(
    _ loss: Loss, of study: LossStudy, is picture: AccessPicture, _ name: String
  ) {
    var after = study.demand.communes.indices.map { study.nearest(ofCommune: $0) }
    for change in loss.changes { after[change.commune] = change.after }
    for (commune, found) in after.enumerated() {
      let other = picture.nearest[commune]
      #expect(found?.deciseconds == other?.deciseconds, "\(name), commune \(commune)")
      #expect(
        found.map { study.prepared.network.facility($0.facility).id }
          == other.map { picture.network.facility($0.facility).id }, "\(name), commune \(commune)")
    }
  }

  @Test func `facilities and crossings lost are the network read without them`() throws {
    let loaded = try ShippedNetwork.loaded.get()
    let network = loaded.network
    let (prepared, query, demand) = try prepared(
      network, need: "stroke.lysis", on: loaded.hierarchy)
    let study = LossStudy(prepared, query, demand, threshold: 36_000)
    for loss in study.facilityLosses().ranked.prefix(3) {
      guard case .facility(let facility) = loss.subject else { continue }
      let id = network.facility(facility).id
      var records = network.records
      // Others refer to it: it stays, and can do nothing.
      records.capabilities.removeAll { $0.record.facility == id }
      try expect(loss, of: study, is: plain(records, need: "stroke.lysis"), id)
    }
    let crossings = study.crossingLosses().ranked
    // A ferry among them, whatever its rank.
    let ferry = crossings.first {
      guard case .crossing(let crossing) = $0.subject else { return false }
      return !crossing.isBridge && !$0.changes.isEmpty
    }
    #expect(ferry != nil)
    for loss in crossings.prefix(3) + [ferry].compactMap({ $0 }) {
      guard case .crossing(let crossing) = loss.subject else { continue }
      var records = network.records
      records.remove { $0.crossing == crossing.name }
      try expect(loss, of: study, is: plain(records, need: "stroke.lysis"), crossing.name)
    }
  }

  @Test func `two bridges lost are the network read without them`() throws {
    let loaded = try ShippedNetwork.loaded.get()
    let network = loaded.network
    let (prepared, query, demand) = try prepared(
      network, need: "stroke.thrombectomy", on: loaded.hierarchy)
    let pairs = LossStudy(prepared, query, demand, threshold: 36_000)
    let found = pairs.bridgePairLosses()
    #expect(found.searched < found.pairs && !found.losses.isEmpty)
    for loss in found.losses.ranked.prefix(2) {
      guard case .crossings(let one, let other) = loss.subject else { continue }
      var records = network.records
      records.remove { $0.crossing == one.name || $0.crossing == other.name }
      try expect(loss, of: pairs, is: plain(records, need: "stroke.thrombectomy"), one.name)
    }
  }

  @Test(
    arguments: [
      ("rach-mieu-closed", "stroke.thrombectomy", true),
      ("dong-thap-thrombectomy", "stroke.thrombectomy", false),
      ("tan-phu-dong-sessions", "obstetrics.bemonc", false),
      ("an-phu-flooded", "stroke.lysis", true),
    ])
  func `each scenario does what its name says`(name: String, need: String, isLoss: Bool) throws {
    let base = try ShippedNetwork.loaded.get()
    let scenario = try ShippedNetwork.applying([
      .file(ShippedLossTests.folder + "scenarios/\(name).xml")
    ])
    #expect(scenario.deltas.first?.header.source == "scenario: hypothetical")
    // Wednesday morning, when there are sessions.
    func picture(_ loaded: LoadedNetwork) throws -> AccessPicture {
      let (prepared, query, demand) = try prepared(
        loaded.network, need: need, at: "2026-11-25T08:00+07:00", on: loaded.hierarchy)
      return AccessPicture(prepared, query, demand)
    }
    let effect = try ScenarioEffect(
      from: picture(base), to: picture(scenario), threshold: 36_000)
    let tally = effect.tally
    #expect(tally.communes > 0)
    if isLoss {
      #expect(tally.slower + tally.cutOff > 0 && tally.faster == 0 && tally.joined == 0)
    } else {
      #expect(tally.faster + tally.joined > 0 && tally.slower == 0 && tally.cutOff == 0)
    }
  }

  @Test func `sessions under an agreement are support of a commune`() throws {
    let day = try #require(Day(year: 2026, month: 11, day: 25))
    let scenario = try ShippedNetwork.applying([
      .file(ShippedLossTests.folder + "scenarios/tan-phu-dong-sessions.xml")
    ])
    let before = SupportedCommunes(try ShippedNetwork.network.get(), on: day)
    let after = SupportedCommunes(scenario.network, on: day)
    #expect(after.communes(notIn: before, ofScheme: "gso-2025") == ["gso-2025:28696"])
    #expect(before.communes(notIn: after, ofScheme: "gso-2025").isEmpty)
  }
}

extension NetworkRecords {
  /// Takes links away, and what speaks of them.
  fileprivate mutating func remove(_ isGone: (TravelLink) -> Bool) {
    let gone = Set(links.map(\.record).filter(isGone).map(\.id))
    links.removeAll { gone.contains($0.record.id) }
    observations.removeAll { $0.record.subject.map(gone.contains) == true }
    exceptions.removeAll { $0.record.link.map(gone.contains) == true }
  }
}
