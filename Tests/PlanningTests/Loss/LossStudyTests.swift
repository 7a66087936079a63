import Facts
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

/// Every loss beside the network built anew without the thing that is lost.
@Suite struct LossStudyTests {
  private func query(_ rivers: RiverNetwork) -> (Network) throws -> ReferralQuery {
    { network in
      ReferralQuery(
        need: try #require(Need("stroke.lysis", in: network.vocabulary)), at: rivers.at,
        vehicle: try #require(network.travel.vehicle("ambulance")))
    }
  }

  private func study(_ rivers: RiverNetwork) throws -> LossStudy {
    let network = try Network(rivers.records)
    let query = try query(rivers)(network)
    let prepared = PlanningNetwork(network, TravelHierarchy(network.travel), query.conditions)
    return LossStudy(prepared, query, try Demand(network, scheme: "land"), threshold: 12_000)
  }

  @Test(arguments: 0..<12)
  func `the loss of a facility is the network without it`(seed: Int) throws {
    let rivers = RiverNetwork(seed: seed)
    let study = try study(rivers)
    let losses = study.facilityLosses()
    #expect(losses.count == study.able.count && losses.count > 10, "seed \(seed)")
    for loss in losses {
      guard case .facility(let facility) = loss.subject else { continue }
      let id = study.prepared.network.facility(facility).id
      var records = rivers.records
      records.facilities.removeAll { $0.record.id == id }
      records.capabilities.removeAll { $0.record.facility == id }
      for index in records.capabilities.indices
      where records.capabilities[index].record.supportedBy == id {
        records.capabilities[index].record.supportedBy = nil
      }
      let plain = try PlainAccess(records, query(rivers))
      #expect(PlainAccess(after: loss, of: study) == plain, "seed \(seed), \(id)")
    }
  }

  @Test(arguments: seeds(12))
  func `the loss of a bridge or ferry is the network without its links`(seed: Int) throws {
    let rivers = RiverNetwork(seed: seed)
    let study = try study(rivers)
    let losses = study.crossingLosses()
    #expect(losses.count == study.crossings.count && losses.count > 4, "seed \(seed)")
    for loss in losses {
      guard case .crossing(let crossing) = loss.subject else { continue }
      var records = rivers.records
      records.links.removeAll { $0.record.crossing == crossing.name }
      let plain = try PlainAccess(records, query(rivers))
      #expect(PlainAccess(after: loss, of: study) == plain, "seed \(seed), \(crossing.name)")
    }
  }

  @Test(arguments: seeds(8))
  func `two bridges do together what is said, and the pairs left out nothing more than one`(
    seed: Int
  ) throws {
    let rivers = RiverNetwork(seed: seed)
    let study = try study(rivers)
    let single = Dictionary(
      uniqueKeysWithValues: study.crossingLosses().map { loss in
        guard case .crossing(let crossing) = loss.subject else { return ("", loss) }
        return (crossing.name, loss)
      })
    let pairs = study.bridgePairLosses()
    var listed: [Set<String>: Loss] = [:]
    for loss in pairs.losses {
      guard case .crossings(let one, let other) = loss.subject else { continue }
      listed[[one.name, other.name]] = loss
    }
    let bridges = study.crossings.filter(\.isBridge).map(\.name)
    var count = 0
    for (number, one) in bridges.enumerated() {
      for other in bridges[(number + 1)...] {
        count += 1
        var records = rivers.records
        records.links.removeAll { $0.record.crossing == one || $0.record.crossing == other }
        let plain = try PlainAccess(records, query(rivers))
        if let loss = listed[[one, other]] {
          #expect(PlainAccess(after: loss, of: study) == plain, "seed \(seed), \(one), \(other)")
        } else {
          let first = PlainAccess(after: try #require(single[one]), of: study).answers
          let second = PlainAccess(after: try #require(single[other]), of: study).answers
          for commune in plain.answers.indices {
            let worse = [first[commune], second[commune]].map { $0?.deciseconds ?? .max }.max()
            #expect(
              plain.answers[commune]?.deciseconds ?? .max == worse,
              "seed \(seed), \(one), \(other), \(commune)")
          }
        }
      }
    }
    #expect(pairs.pairs == count && pairs.searched <= count, "seed \(seed)")
  }

  @Test func `some pairs do more together, and many need no search`() throws {
    var sums = (losses: 0, searched: 0, pairs: 0)
    for seed in 0..<20 {
      let pairs = try study(RiverNetwork(seed: seed)).bridgePairLosses()
      for loss in pairs.losses { #expect((loss.together?.communes ?? 0) > 0, "seed \(seed)") }
      sums = (
        sums.losses + pairs.losses.count, sums.searched + pairs.searched, sums.pairs + pairs.pairs
      )
    }
    #expect(0 < sums.losses && sums.losses <= sums.searched && 2 * sums.searched < sums.pairs)
  }

  @Test(arguments: 0..<12)
  func `the loss of a rotation is the network without its statements`(seed: Int) throws {
    let rivers = RiverNetwork(seed: seed)
    let study = try study(rivers)
    let losses = study.rotationLosses()
    #expect(!losses.isEmpty, "seed \(seed)")
    for loss in losses {
      guard case .rotation(let facility, let supporter) = loss.subject else { continue }
      let id = study.prepared.network.facility(facility).id
      var records = rivers.records
      records.capabilities.removeAll {
        $0.record.facility == id && $0.record.performer == .rotation
          && $0.record.supportedBy == supporter
      }
      let plain = try PlainAccess(records, query(rivers))
      #expect(PlainAccess(after: loss, of: study) == plain, "seed \(seed), \(id)")
    }
  }

  @Test func `people are counted once, as what becomes of them`() throws {
    let study = try study(RiverNetwork(seed: 7))
    for loss in study.facilityLosses() + study.crossingLosses() {
      var tally = (leaving: 0.0, slower: 0.0, cutOff: 0.0, minutes: 0.0)
      for change in loss.changes {
        let people = study.demand.communes[change.commune].people
        let before = try #require(change.before).deciseconds
        guard let after = change.after?.deciseconds else {
          tally.cutOff += people
          if before <= 12_000 { tally.leaving += people }
          continue
        }
        if before <= 12_000 && after > 12_000 { tally.leaving += people }
        if after > before { tally.slower += people }
        tally.minutes += people * (Double(after) - Double(before)) / 600
      }
      #expect(abs(loss.tally.leaving - tally.leaving) < 0.001)
      #expect(abs(loss.tally.slower - tally.slower) < 0.001)
      #expect(abs(loss.tally.cutOff - tally.cutOff) < 0.001)
      #expect(abs(loss.tally.personMinutes - tally.minutes) < 0.01)
    }
  }

  @Test func `the worst loss comes first`() throws {
    let study = try study(RiverNetwork(seed: 3))
    let ranked = study.facilityLosses().ranked
    for (one, other) in zip(ranked, ranked.dropFirst()) {
      #expect(!other.tally.isWorse(than: one.tally))
    }
  }
}
