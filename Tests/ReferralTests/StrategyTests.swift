import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@testable import Referral

/// Ways by a first stop on a line of nodes, five minutes apart, the patient at n0.
@Suite struct StrategyTests {
  private let origin = ReferralOrigin(
    id: "n0", name: "n0", point: LineNetwork.point(0), block: nil)

  /// Adds a hospital that does thrombectomy, and lysis too if wanted.
  private func centre(_ id: String, at node: Int, lysis: Bool, _ line: inout LineNetwork) {
    line.facility(id, at: node, does: lysis ? .yes : nil)
    line.records.capabilities += located(
      with(Capability()) {
        $0.facility = id
        $0.code = "stroke.thrombectomy"
        $0.value = .yes
        $0.provenance.confidence = .high
      })
  }

  private func answer(
    _ line: LineNetwork, _ strategy: Strategy = .compare, rule: String? = nil,
    dwell: DwellChoice? = nil, at: Instant = LineNetwork.morning,
    _ change: (inout ReferralQuery) -> Void = { _ in }
  ) throws -> (answer: StrategyAnswer, network: Network) {
    let network = try Network(line.records)
    let need = try #require(Need("stroke", in: network.vocabulary))
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    var query = ReferralQuery(need: need, at: at, vehicle: vehicle)
    change(&query)
    let plan = try PathwayPlan(for: need, in: network, dwell: dwell, rule: rule)
    var search = StrategySearch(network, query, plan, TravelHierarchy(network.travel))
    return (search.answer(from: origin, by: strategy), network)
  }

  /// Lysis at n1, thrombectomy and lysis at n8: 5 and 40 minutes away.
  private var usual: LineNetwork {
    var line = StrategyNetwork.line(nodes: 9)
    line.facility("near", at: 1)
    centre("far", at: 8, lysis: true, &line)
    return line
  }

  @Test func `both ways are told, with stay and treatment`() throws {
    let (answer, network) = try answer(usual)
    #expect(answer.options.count == 2)
    let (direct, via) = (answer.options[0], answer.options[1])
    #expect(direct.isDirect && network.facility(direct.definitive.facility).id == "far")
    #expect(direct.definitive.minutes == 40 && direct.definitiveTreatment?.usual == 70)
    #expect(direct.firstTreatment?.usual == 55)
    #expect(via.first?.minutes == 5 && via.leaving?.usual == 45)
    #expect(via.firstTreatment?.usual == 20)
    #expect(via.definitive.minutes == 80 && via.definitiveTreatment?.usual == 110)
    #expect(via.leaving?.low == 28.75 && via.leaving?.high == 77.5)
    #expect(via.definitive.arrival == LineNetwork.morning.advanced(bySeconds: 80 * 60))
  }

  @Test func `one way only, if so asked`() throws {
    #expect(try answer(usual, .direct).answer.options.map(\.isDirect) == [true])
    #expect(try answer(usual, .via).answer.options.map(\.isDirect) == [false])
    #expect(try answer(usual, .direct).answer.recommendation == nil)
  }

  @Test func `a first stop that is a definitive centre is the direct way`() throws {
    var line = StrategyNetwork.line(nodes: 9)
    centre("both", at: 1, lysis: true, &line)
    centre("far", at: 8, lysis: true, &line)
    let (answer, network) = try answer(line)
    #expect(answer.options.count == 1 && answer.options[0].isDirect)
    #expect(network.facility(answer.options[0].definitive.facility).id == "both")
    #expect(answer.recommendation?.decision == .direct)
    let far = answer.rejectedDefinitive.first { network.facility($0.facility).id == "far" }
    #expect(far?.reasons.first?.code == .dominatedBy)
    let via = try self.answer(line, .via).answer
    #expect(via.options.isEmpty)
  }

  @Test func `a centre without lysis does not beat a later one that has it`() throws {
    var line = StrategyNetwork.line(nodes: 9)
    centre("bare", at: 2, lysis: false, &line)
    centre("full", at: 4, lysis: true, &line)
    let options = try answer(line).answer.options
    #expect(options.count == 2)
    #expect(options[0].firstTreatmentThere == nil && options[1].firstTreatmentThere != nil)
    #expect(options[0].readings.map(\.limit.stop) == [.definitive])
  }

  @Test func `a beaten first stop says by whom, with numbers`() throws {
    var line = usual
    line.facility("later", at: 2)
    let (answer, network) = try answer(line)
    let later = try #require(
      answer.rejectedFirst.first { network.facility($0.facility).id == "later" })
    #expect(later.reasons.map(\.code) == [.dominatedBy])
    #expect(
      later.reasons[0].en
        == "Bệnh viện near is sooner: first door 5 min instead of 10 min, definitive care 1 h 20 min "
        + "instead of at least 1 h 20 min")
    // The door is not the needle: treatment begins later.
    #expect(
      later.reasons[0].vi.hasPrefix(
        "đến Bệnh viện near sớm hơn: đến nơi bắt đầu điều trị sau 5 phút (thay vì 10 phút)"))
  }

  @Test func `each kind of rule decides by its own numbers`() throws {
    #expect(try answer(usual).answer.recommendation?.decision == .via)
    #expect(
      try answer(usual).answer.recommendation?.remedies
        == [.event(vi: "đường rút ngắn được 10 phút", en: "10 min less")])
    #expect(try answer(usual, rule: "detour").answer.recommendation?.decision == .via)
    var near = StrategyNetwork.line(nodes: 9)
    near.facility("near", at: 1)
    centre("centre", at: 5, lysis: true, &near)
    let direct = try answer(near).answer
    #expect(direct.recommendation?.decision == .direct)
    #expect(direct.recommendation?.en.contains("25 min, the threshold is 30 min") == true)
    #expect(try answer(near, rule: "detour").answer.recommendation?.decision == .direct)
    #expect(direct.otherRules.map(\.rule.id) == ["detour", "keeps", "cascade"])
  }

  @Test func `a clock that the rule gives away is told, with who keeps it`() throws {
    let via = try answer(usual).answer
    let loss = try #require(via.losses.first)
    #expect(via.losses.count == 1 && via.recommendation?.option == 1 && loss.option == 0)
    #expect(loss.lost.margin == -20 && loss.kept.margin == 20)
    // Whoever follows the clock loses nothing.
    let direct = try answer(usual, rule: "keeps") { $0.onset = $0.at }.answer
    #expect(direct.recommendation?.decision == .direct && direct.losses.isEmpty)
  }

  @Test func `the cascade ends with the nearest hospital and retrieval`() throws {
    let near = try answer(usual, rule: "cascade").answer
    #expect(near.recommendation?.decision == .via)
    var line = StrategyNetwork.line(nodes: 12)
    line.facility("distant", at: 7)
    centre("far", at: 11, lysis: true, &line)
    let distant = try answer(line, rule: "cascade").answer
    #expect(distant.recommendation?.decision == .retrieval)
    #expect(distant.options[try #require(distant.recommendation?.option)].first?.minutes == 35)
  }

  @Test func `a rule that keeps a clock needs the onset`() throws {
    let unknown = try answer(usual, rule: "keeps").answer
    #expect(unknown.recommendation?.decision == .undecided)
    // Lysis at the centre 55 minutes after leaving; the window is 60.
    let early = try answer(usual, rule: "keeps") { $0.onset = $0.at }.answer
    #expect(early.recommendation?.decision == .direct)
    // Kept to the minute as things usually go, but missed more often than kept.
    let tight = try answer(usual, rule: "keeps") {
      $0.onset = $0.at.advanced(bySeconds: -5 * 60)
    }.answer
    #expect(tight.recommendation?.decision == .via)
    let late = try answer(usual, rule: "keeps") {
      $0.onset = $0.at.advanced(bySeconds: -6 * 60)
    }.answer
    #expect(late.recommendation?.decision == .via)
  }

  @Test func `without an onset, its clocks say when it must have begun`() throws {
    let reading = try #require(try answer(usual).answer.options[1].readings.first)
    #expect(reading.standing == .unknown && reading.chance == nil)
    // Lysis 20 minutes after leaving, 22.5 if slow; the window is 60.
    #expect(reading.latestOnset?.usually == LineNetwork.morning.advanced(bySeconds: -40 * 60))
    #expect(
      reading.latestOnset?.surely == LineNetwork.morning.advanced(bySeconds: -37 * 60 - 30))
  }

  @Test func `clocks from first contact count from leaving, with margin and chance`() throws {
    let options = try answer(usual).answer.options
    let direct = try #require(options[0].readings.last)
    #expect(direct.standing == .kept && direct.margin == 20 && direct.chance == .surely)
    let via = try #require(options[1].readings.last)
    #expect(via.standing == .extended && via.margin == -20)
    #expect(via.chance == .hardly && via.extendedChance == .about(0.6))
  }

  @Test func `a stay that nobody knows makes a best case, without a chance`() throws {
    var line = usual
    line.records.pathways[0].record.intervals.removeAll { DwellChoice($0.kind) != nil }
    let via = try answer(line).answer.options[1]
    #expect(via.isBestCase && via.stay == TimeRange(0) && via.definitive.minutes == 40)
    let reading = try #require(via.readings.last)
    #expect(reading.standing == .open && reading.chance == nil && reading.isBestCase)
  }

  @Test func `a treatment time that nobody knows leaves the clock open at the door`() throws {
    var line = usual
    line.records.pathways[0].record.intervals.removeAll { $0.kind == .definitiveTreatment }
    let direct = try answer(line).answer.options[0]
    let reading = try #require(direct.readings.last)
    #expect(direct.definitiveTreatment == nil && reading.endsAtDoor)
    #expect(reading.standing == .open && reading.margin == 50 && reading.chance == nil)
  }

  @Test func `another stay is another answer, and each is told`() throws {
    let target = try answer(usual, dwell: .target).answer
    #expect(target.options[1].definitive.minutes == 60)
    #expect(target.otherStays.map(\.stay.kind) == [.realDwell])
    #expect(target.otherStays.map(\.definitive.minutes) == [80])
    #expect(throws: StrategyError.self) { _ = try answer(usual, dwell: .tolerance) }
    #expect(throws: StrategyError.self) { _ = try answer(usual, rule: "none") }
  }

  /// The ferry between n4 and n5 runs until 11:10; whoever leaves n1 slowly misses it.
  @Test func `who leaves late and misses the last ferry is not surely in time`() throws {
    var line = usual
    for index in line.records.links.indices where line.records.links[index].record.id == "road5" {
      line.records.links[index].record.mode = .ferry
      line.records.links[index].record.crossingMinutes = 5
      line.records.links[index].record.waitMinutes = 0
      line.records.links[index].record.windows = [
        with(ServiceWindow()) { ($0.opens, $0.closes) = (5 * 60, 11 * 60 + 10) }
      ]
    }
    let via = try #require(try answer(line).answer.options.last)
    #expect(via.definitive.minutes == 80)
    // The next ferry runs at five in the morning.
    #expect(via.definitive.minutesHigh > 1_000)
    let reading = try #require(via.readings.last)
    #expect(reading.chance != .surely && reading.extendedChance != .surely)
  }

  @Test func `a need beyond a pathway takes the place of its definitive care`() throws {
    let network = try Network(usual.records)
    let first = try #require(Need("stroke.lysis", in: network.vocabulary))
    #expect(try PathwayPlan(for: first, in: network).definitive.capability == "stroke.thrombectomy")
    let ct = try #require(Need("stroke.ct24", in: network.vocabulary))
    #expect(throws: StrategyError.self) { _ = try PathwayPlan(for: ct, in: network) }
  }
}
