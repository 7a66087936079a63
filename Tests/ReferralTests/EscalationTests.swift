import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@testable import Referral

@Suite struct EscalationTests {
  /// A line with facilities of every tier, and the query for a patient at n0.
  private func chain(
    _ line: LineNetwork, from facility: String? = nil, at: Instant = LineNetwork.morning,
    hasTravel: Bool = true, _ change: (inout EscalationQuery) -> Void = { _ in }
  ) throws -> (chain: EscalationChain, network: Network) {
    let network = try Network(line.records)
    let need = try #require(Need("stroke", in: network.vocabulary))
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    var query = EscalationQuery(ReferralQuery(need: need, at: at, vehicle: vehicle))
    change(&query)
    let start = facility.flatMap { network.facilityIndex(of: $0) }
    let point = start.flatMap { network.facility($0).position.point } ?? LineNetwork.point(0)
    let escalation = Escalation(
      network, query, hasTravel ? TravelHierarchy(network.travel) : nil)
    let origin = ReferralOrigin(id: nil, name: "", point: point, block: nil)
    return (escalation.chain(from: hasTravel ? origin : nil, facility: start), network)
  }

  private func ids(_ chain: EscalationChain, _ network: Network) -> [String?] {
    chain.steps.map { step in step.chosen.map { network.facility($0.facility).id } }
  }

  private func ladder() -> LineNetwork {
    var line = LineNetwork(nodes: 6)
    line.facility("station", at: 1, does: nil) { $0.tier = 4 }
    line.facility("district", at: 2, does: .no) { $0.tier = 3 }
    line.facility("province", at: 3) { $0.tier = 2 }
    line.facility("near-city", at: 4) { $0.tier = 1 }
    line.facility("far-city", at: 5) { $0.tier = 1 }
    return line
  }

  private func agreement(
    _ id: String, from lower: String, to upper: String,
    _ change: (inout Agreement) -> Void = { _ in }
  ) -> Agreement {
    with(Agreement()) {
      $0.id = id
      $0.kind = .satelliteHospital
      $0.provenance.confidence = .high
      $0.members = [
        with(Member()) { ($0.ref, $0.role) = (upper, .supporter) },
        with(Member()) { ($0.ref, $0.role) = (lower, .recipient) },
      ]
      change(&$0)
    }
  }

  @Test func `steps go up a tier at a time, and add up`() throws {
    let (chain, network) = try chain(ladder())
    #expect(ids(chain, network) == ["station", "district", "province", "near-city"])
    #expect(chain.steps.map { $0.chosen?.minutes.map { $0.rounded() } } == [5, 5, 5, 5])
    #expect(chain.steps.map { $0.totalMinutes.map { $0.rounded() } } == [5, 10, 15, 20])
    #expect(chain.firstAble?.tier == 2)
    guard case .noneAble(0, 1, 0) = chain.steps[0].breakage,
      case .noneAble(1, 0, 0) = chain.steps[1].breakage
    else {
      Issue.record("\(chain.steps.map(\.breakage))")
      return
    }
    #expect(chain.steps[2].breakage == nil && chain.steps[3].breakage == nil)
  }

  @Test func `an agreement in force names another facility, which only a preference takes`() throws
  {
    var line = ladder()
    line.records.agreements = located(agreement("a", from: "province", to: "far-city"))
    var (chain, network) = try chain(line)
    #expect(ids(chain, network).last == "near-city")
    let named = try #require(chain.steps.last?.named)
    #expect(network.facility(named.facility).id == "far-city" && named.named?.id == "a")
    (chain, network) = try self.chain(line) { $0.preference = .agreement }
    #expect(ids(chain, network).last == "far-city")
  }

  @Test func `an agreement that ended backs nothing, and is told of`() throws {
    var line = ladder()
    line.records.agreements = located(
      agreement("a", from: "province", to: "far-city") { $0.period.to = PartialDate("2026-01-01") })
    let (chain, network) = try chain(line) { $0.preference = .agreement }
    #expect(ids(chain, network).last == "near-city")
    #expect(chain.steps.last?.named == nil)
    #expect(chain.steps.last?.lapsed.map(\.id) == ["a"])
    #expect(chain.steps.last?.lapsed.first?.standing == .ended)
  }

  @Test func `an agreement on another specialty backs nothing`() throws {
    var line = ladder()
    line.records.specialties += located(with(Specialty()) { ($0.code, $0.name) = ("eyes", "Mắt") })
    line.records.agreements = located(
      agreement("a", from: "province", to: "far-city") {
        $0.topics = [with(Topic()) { $0.specialty = "eyes" }]
      })
    let (chain, _) = try chain(line)
    #expect(chain.steps.last?.named == nil)
  }

  @Test func `a group stands for its members, and authorities for no facility`() throws {
    var line = ladder()
    line.records.parties = located(
      with(Party()) {
        ($0.id, $0.name, $0.kind) = ("group", "Nhóm", .group)
        $0.members = [with(Member()) { $0.ref = "province" }]
      })
    line.records.agreements = located(agreement("a", from: "group", to: "far-city"))
    let (chain, network) = try chain(line)
    let named = try #require(chain.steps.last?.named)
    #expect(network.facility(named.facility).id == "far-city")
    #expect(named.named?.precision == .groups)
  }

  @Test func `without travel only agreements lead on, and no time is made up`() throws {
    var line = ladder()
    line.records.agreements = located(agreement("a", from: "province", to: "far-city"))
    let (chain, network) = try chain(line, from: "province", hasTravel: false)
    #expect(ids(chain, network) == ["far-city"])
    #expect(chain.steps[0].chosen?.minutes == nil && chain.steps[0].totalMinutes == nil)
    line.records.agreements = []
    let (broken, _) = try self.chain(line, from: "province", hasTravel: false)
    #expect(broken.steps[0].chosen == nil)
    guard case .distancesUnknown(2) = broken.steps[0].breakage else {
      Issue.record("\(String(describing: broken.steps[0].breakage))")
      return
    }
  }

  @Test func `a rule is asked for its tiers, and unknown is not allowed`() throws {
    var line = ladder()
    line.records.transferRules = located(
      with(TransferRule()) { ($0.id, $0.name) = ("a", "chưa rõ") },
      with(TransferRule()) {
        ($0.id, $0.name, $0.fromTier, $0.toTier) = ("b", "không", 3, 2)
        ($0.isAllowed, $0.exemptsEmergencies) = (false, true)
      })
    var (chain, _) = try chain(line)
    #expect(chain.steps.map { $0.verdicts.map(\.answer) }[3] == [.unknown])
    #expect(chain.steps[2].verdicts.map(\.answer) == [.unknown, .exempt])
    #expect(chain.steps[2].chosen != nil)
    (chain, _) = try self.chain(line) { ($0.rules, $0.isEmergency) = (.enforce, false) }
    #expect(chain.steps[2].chosen == nil)
    guard case .notAllowed = chain.steps[2].breakage else {
      Issue.record("\(String(describing: chain.steps[2].breakage))")
      return
    }
    (chain, _) = try self.chain(line) { $0.rules = .ignore }
    #expect(chain.steps.allSatisfy { $0.verdicts.isEmpty })
  }

  @Test(arguments: seeds(30))
  func `each step is the nearest of its tier, by plain means`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let count = 8
    var line = LineNetwork(nodes: count)
    for index in 0..<Int.random(in: 0...6, using: &random) {
      let start = Int.random(in: 0..<count, using: &random)
      let end = Int.random(in: 0..<count, using: &random)
      guard start != end else { continue }
      line.link("x\(index)", from: start, to: end) {
        $0.kilometres = Double(Int.random(in: 1...30, using: &random))
      }
    }
    var nodes: [String: Int] = [:]
    var able: Set<String> = []
    for index in 0..<12 {
      let node = Int.random(in: 0..<count, using: &random)
      let answer: Capability.Answer? = [.yes, .no, nil].randomElement(using: &random) ?? nil
      nodes["f\(index)"] = node
      if answer == .yes { able.insert("f\(index)") }
      line.facility("f\(index)", at: node, does: answer) {
        $0.tier = Int.random(in: 1...4, using: &random)
      }
    }
    let (chain, network) = try chain(line)
    let minutes = plainMinutes(network, count)
    var node = 0
    for step in chain.steps {
      let tier = network.records.facilities.map(\.record).filter { $0.tier == step.tier }
      func least(_ ids: [String]) -> Double {
        ids.compactMap { nodes[$0].map { minutes[node][$0] } }.min() ?? .infinity
      }
      let nearestAble = least(tier.map(\.id).filter(able.contains))
      let nearest = least(tier.map(\.id))
      #expect(isNear(step.nearestAble?.minutes ?? .infinity, nearestAble), "seed \(seed)")
      #expect(isNear(step.nearest?.minutes ?? .infinity, nearest), "seed \(seed)")
      #expect((step.breakage == nil) == nearestAble.isFinite, "seed \(seed)")
      guard let chosen = step.chosen else { continue }
      let wanted = nearestAble.isFinite ? nearestAble : nearest
      #expect(isNear(chosen.minutes ?? .infinity, wanted), "seed \(seed)")
      node = try #require(nodes[network.facility(chosen.facility).id])
    }
  }

  private func isNear(_ left: Double, _ right: Double) -> Bool {
    left == right || abs(left - right) < 0.05
  }

  /// Floyd and Warshall: minutes between all nodes.
  private func plainMinutes(_ network: Network, _ count: Int) -> [[Double]] {
    var minutes = (0..<count).map { row in (0..<count).map { row == $0 ? 0 : Double.infinity } }
    for index in network.travel.links.recordIndices {
      let link = network.travel.links[index]
      let ends = network.travel.ends(ofLink: index)
      let time = link.kilometres / (link.speed ?? 1) * 60
      let (start, end) = (ends.start.rawValue, ends.end.rawValue)
      minutes[start][end] = min(minutes[start][end], time)
      minutes[end][start] = min(minutes[end][start], time)
    }
    for middle in 0..<count {
      for start in 0..<count {
        for end in 0..<count {
          minutes[start][end] = min(
            minutes[start][end], minutes[start][middle] + minutes[middle][end])
        }
      }
    }
    return minutes
  }
}
