import Exchange
import Facts
import Files
import Foundation
import HealthNetwork
import Planning
import Referral
import TestSupport
import Testing
import TravelNetwork

/// The shipped network: what a choice is said to change is compared with the network after it.
@Suite struct SitingTests {
  private static let hierarchy = ShippedNetwork.loaded.map(\.hierarchy)

  private struct Case {
    let network: Network
    let prepared: PlanningNetwork
    let demand: Demand
    var question: SitingQuestion

    init(_ need: String, at: String = "2026-11-25T10:00+07:00") throws {
      network = try ShippedNetwork.network.get()
      let vehicle = try #require(network.travel.vehicle("ambulance"))
      let query = ReferralQuery(
        need: try #require(Need(need, in: network.vocabulary)), at: try #require(Instant(at)),
        vehicle: vehicle)
      prepared = PlanningNetwork(network, try SitingTests.hierarchy.get(), query.conditions)
      demand = try Demand(network, scheme: "gso-2024")
      question = SitingQuestion(query: query)
      question.thresholdMinutes = 60
      question.budget = 3
    }

    /// Some dozens of candidates: enough to choose from, and soon searched.
    func siting(
      _ rule: CandidateRule = CandidateRule(kinds: [.provincialGeneral, .regionalGeneral])
    ) throws -> Siting {
      try Siting(
        question, on: prepared, demand,
        question.candidates(on: prepared, demand: demand, rule: rule))
    }

    /// People within the threshold of whom the network is after the choice of a siting.
    func coveredAfter(_ siting: Siting, _ answer: SitingAnswer) throws -> Double {
      let delta = siting.delta(of: answer.sites.map(\.candidate), in: network)
      var header = ExchangeHeader()
      header.kind = .delta
      header.network = network.header.id
      header.asOf = question.query.at
      header.source = Siting.source
      let bytes = DocumentWriter.bytes(
        of: delta.records, retractions: delta.retractions, header: header)
      let changed = try ShippedNetwork.applying([.bytes(Array(bytes), name: "choice.xml")]).network
      let prepared = PlanningNetwork(
        changed, try SitingTests.hierarchy.get(), question.query.conditions)
      let reach = NearestTable(prepared.accesses(of: demand), question.query, on: prepared)
      return demand.communes.enumerated().reduce(0) { sum, each in
        sum + (reach.minutes(of: each.offset) <= 60 ? each.element.people : 0)
      }
    }
  }

  @Test func `hospitals that are upgraded cover whom they are said to cover`() throws {
    let one = try Case("stroke.thrombectomy")
    let siting = try one.siting()
    let answer = siting.answer()
    let before = try #require(answer.before.covered)
    let after = try #require(answer.after.covered)
    #expect(answer.sites.count == 3 && answer.cost == 3 && after > before)
    #expect(answer.value == after && answer.bound >= after)
    #expect(abs(try one.coveredAfter(siting, answer) - after) < 0.5)
    let added = answer.sites.compactMap(\.peopleAdded)
    #expect(abs(added.reduce(0, +) - (after - before)) < 0.5)
    #expect(added == added.sorted(by: >))
    #expect(answer.sites.last?.outcome == answer.after)
    #expect(answer.curve.map(\.budget) == [1, 2, 3])
    let curve = answer.curve.compactMap(\.outcome.covered)
    #expect(curve == curve.sorted() && curve.last == after)
  }

  @Test func `new facilities and full rotations cover whom they are said to cover`() throws {
    var one = try Case("trauma.emergency-surgery")
    one.question.actions = [.build, .rotate]
    one.question.sessionsPerWeek = 10
    one.question.hasCurve = false
    let all = one.question.candidates(
      on: one.prepared, demand: one.demand, rule: CandidateRule(kinds: [.regionalGeneral]))
    // Some of the communes will do for a test.
    let some = all.enumerated().filter { $1.action == .rotate || $0 % 40 == 0 }.map(\.element)
    one.question.fixed = [
      try #require(some.first { $0.action == .build }?.id),
      try #require(some.first { $0.action == .rotate }?.id),
    ]
    one.question.budget = 4
    let siting = try Siting(one.question, on: one.prepared, one.demand, some)
    let answer = siting.answer(usesSolver: false)
    #expect(answer.sites.prefix(2).map { some[$0.candidate].id } == one.question.fixed)
    #expect(answer.sites.prefix(2).allSatisfy(\.isFixed) && answer.sites.count == 4)
    let after = try #require(answer.after.covered)
    #expect(abs(try one.coveredAfter(siting, answer) - after) < 0.5)
  }

  @Test func `a rotation covers by its chance in working hours, and nobody at night`() throws {
    var one = try Case("stroke.thrombectomy")
    one.question.actions = [.rotate]
    one.question.sessionsPerWeek = 3
    one.question.budget = 1
    let day = try one.siting().answer()
    one.question.sessionsPerWeek = 10
    let whole = try one.siting().answer()
    let gained = try #require(day.after.covered) - (try #require(day.before.covered))
    let most = try #require(whole.after.covered) - (try #require(whole.before.covered))
    #expect(gained > 0 && abs(gained - most * 0.3) < 1)
    var night = try Case("stroke.thrombectomy", at: "2026-11-25T02:00+07:00")
    night.question.actions = [.rotate]
    #expect(try night.siting().answer().sites.isEmpty)
  }

  @Test func `whom no candidate can cover is named, and all others are covered`() throws {
    var one = try Case("trauma.emergency-surgery")
    one.question.objective = .all
    one.question.budget = nil
    let siting = try one.siting()
    let answer = siting.answer()
    let people = answer.hopeless.reduce(0) { $0 + one.demand.communes[$1].people }
    #expect(!answer.hopeless.isEmpty && answer.solution.isProven)
    #expect(abs(try #require(answer.after.covered) + people - one.demand.people) < 0.5)
    #expect(abs(try one.coveredAfter(siting, answer) + people - one.demand.people) < 0.5)
    #expect(Double(answer.cost) == answer.value)
  }

  @Test func `less travel and less for the worst off are what they say`() throws {
    var one = try Case("stroke.thrombectomy")
    one.question.objective = .travel
    one.question.hasCurve = false
    let few = CandidateRule(kinds: [.provincialGeneral])
    let mean = try one.siting(few).answer()
    #expect(mean.value == mean.after.meanMinutes || abs(mean.value - mean.after.meanMinutes) < 1e-6)
    #expect(mean.bound <= mean.value + 1e-9 && mean.value < mean.before.meanMinutes)
    one.question.favoursFar = true
    let worst = try one.siting(few).answer()
    #expect(abs(worst.value - worst.after.worstMinutes) < 1e-6)
    #expect(worst.after.worstMinutes <= mean.after.worstMinutes + 1e-6)
    #expect(mean.after.meanMinutes <= worst.after.meanMinutes + 1e-6)
  }

  @Test func `a second facility counts where backup is asked for`() throws {
    var one = try Case("stroke.thrombectomy")
    one.question.hasCurve = false
    let once = try one.siting().answer()
    one.question.countsBackup = true
    let twice = try one.siting().answer()
    func sum(_ outcome: SitingOutcome) throws -> Double {
      try #require(outcome.covered) + (try #require(outcome.coveredTwice))
    }
    #expect(abs(twice.value - (try sum(twice.after))) < 0.5)
    #expect(try sum(twice.after) >= sum(once.after) - 0.5)
    #expect(try #require(once.after.covered) >= #require(twice.after.covered) - 0.5)
  }

  @Test func `questions that make no sense are refused`() throws {
    var one = try Case("stroke.thrombectomy")
    one.question.fixed = ["nowhere"]
    #expect(throws: SitingError.notCandidates(["nowhere"])) { try one.siting() }
    one.question.fixed = []
    #expect(throws: SitingError.noCandidates) { try one.siting(CandidateRule(kinds: [])) }
    one.question.objective = .all
    #expect(throws: SitingError.budgetUnused) { try one.siting() }
    one.question.objective = .travel
    one.question.countsBackup = true
    #expect(throws: SitingError.backupNotCounted) { try one.siting() }
    one.question.countsBackup = false
    one.question.actions = [.rotate]
    #expect(throws: SitingError.rotationsNotCounted(.travel)) { try one.siting() }
    one.question.budget = nil
    #expect(throws: SitingError.budgetMissing) { try one.siting() }
    one.question.objective = .cover
    one.question.thresholdMinutes = nil
    #expect(throws: SitingError.thresholdMissing(need: "stroke.thrombectomy")) {
      try one.siting()
    }
  }
}
