import Facts
import HealthNetwork
import TestSupport
import Testing
import TravelNetwork

@testable import Referral

/// Plans for a few patients along one road, compared with every way to place them.
@Suite struct PatientPlannerTests {
  /// A random network and its patients.
  private struct Case {
    var network: Network
    var patients: [Patient]
    var supply = PlaceSupply()
    var query: ReferralQuery

    init(seed: Int) throws {
      var random = SeededRandom(seed: seed)
      var line = LineNetwork(nodes: 6)
      let scale = [(9, 18, 10.0), (3, 3, nil), (1, 1, nil)] as [(Int, Int, Double?)]
      for (rank, values) in scale.enumerated() {
        line.records.triageClasses += located(
          with(TriageClass()) {
            $0.code = "T\(rank + 1)"
            $0.rank = rank + 1
            $0.weight = values.0
            $0.lateWeight = values.1
            $0.minutes = values.2
          })
      }
      for index in 0..<Int.random(in: 1...4, using: &random) {
        let codes = [["stroke.lysis"], ["stroke.ct24"], ["stroke.lysis", "x"]]
        let code = codes.randomElement(using: &random)?.first ?? "stroke.lysis"
        line.facility(
          "f\(index)", at: Int.random(in: 0..<6, using: &random),
          does: Int.random(in: 0..<6, using: &random) == 0 ? .no : .yes,
          { facility in
            if Bool.random(using: &random) {
              facility.serves = [with(PatientGroup()) { $0.ageTo = 15 }]
            }
          }, statement: { $0.code = code })
      }
      network = try Network(line.records)
      let vocabulary = network.vocabulary
      let needs = ["stroke.lysis", "stroke.ct24"].compactMap { Need($0, in: vocabulary) }
      let vehicle = try #require(network.travel.vehicle("ambulance"))
      query = ReferralQuery(need: needs[0], at: LineNetwork.morning, vehicle: vehicle)
      query.explainsUnreached = false
      patients = []
      for index in 0..<Int.random(in: 1...5, using: &random) {
        let node = Int.random(in: 0..<6, using: &random)
        let triage = network.records.triageClasses[Int.random(in: 0..<3, using: &random)].record
        var patient = Patient(
          id: "p\(index)",
          origin: ReferralOrigin(
            id: nil, name: "", point: LineNetwork.point(node), block: nil),
          need: try #require(needs.randomElement(using: &random)), triage: triage)
        patient.age = [nil, 3, 40].randomElement(using: &random) ?? nil
        patients.append(patient)
      }
      for facility in network.facilityIndices {
        if Bool.random(using: &random) {
          supply.told.append(
            FreePlaces(
              facility: facility, scope: nil, count: Int.random(in: 0...3, using: &random),
              basis: .file(line: 2)))
        }
        if Bool.random(using: &random) {
          supply.told.append(
            FreePlaces(
              facility: facility, scope: "stroke.lysis",
              count: Int.random(in: 0...2, using: &random), basis: .file(line: 3)))
        }
      }
      supply.assumed = [nil, 1].randomElement(using: &random) ?? nil
      if Bool.random(using: &random) {
        var sent = SentPatient(id: "s", facility: 0)
        sent.need = needs[0]
        supply.sent = [sent]
      }
    }

    func plan() -> PatientPlan {
      var planner = PatientPlanner(
        network, query, TravelHierarchy(network.travel), supply: supply)
      return planner.plan(for: patients)
    }
  }

  @Test(arguments: seeds(40))
  func `no other way to place the patients harms less`(seed: Int) throws {
    let some = try Case(seed: seed)
    let plan = some.plan()
    let plain = try PlainPlan(some.network, some.query, some.supply, some.patients)
    let harm = try #require(plain.harm(of: plan.outcomes.map { $0.target?.facility }))
    #expect(harm == plain.best, "seed \(seed)")
    let weighted = plan.outcomes.reduce(0.0) { $0 + $1.weightedMinutes }
    #expect(abs(weighted - Double(harm[3]) / 600) < 1e-6, "seed \(seed)")
  }

  @Test(arguments: seeds(20))
  func `one more place saves what it is said to save`(seed: Int) throws {
    let some = try Case(seed: seed)
    let plan = some.plan()
    for load in plan.loads {
      let own = [load] + (load.whole.map { [plan.loads[$0]] } ?? [])
      if own.contains(where: { $0.inbound > $0.places.count }) {
        #expect(load.oneMore == nil, "seed \(seed)")
        continue
      }
      var more = some
      // A place of a part is of no use unless the whole facility has one more too.
      var told = Set<FreePlaces>()
      for place in own {
        var places = place.places
        places.count += 1
        more.supply.told.removeAll {
          $0.facility == places.facility && $0.scope == places.scope
        }
        told.insert(places)
      }
      more.supply.told += told
      let after = more.plan()
      let newlyPlaced = plan.unplaced.count - after.unplaced.count
      let weighted = plan.weightedMinutes - after.weightedMinutes
      // The new place may serve whoever fits the part, or whoever fits the whole.
      let said = own.map { load -> (placed: Int, weighted: Double) in
        guard let oneMore = load.oneMore else { return (0, 0) }
        let gained = oneMore.moves.count { $0.from == nil }
        return (gained - oneMore.moves.count { $0.to == nil }, oneMore.weightedMinutes)
      }
      let isOneOfThem = said.contains { said in
        said.placed == newlyPlaced && abs(said.weighted - weighted) < 1e-6
      }
      #expect(isOneOfThem, "seed \(seed)")
      let isMost = said.allSatisfy { $0.placed <= newlyPlaced }
      #expect(isMost, "seed \(seed)")
    }
  }

  @Test(arguments: seeds(20))
  func `those who left keep their places, and the rest is planned as before`(seed: Int) throws {
    let some = try Case(seed: seed)
    let plan = some.plan()
    var rest = some
    rest.patients = []
    var kept = 0.0
    for (patient, outcome) in zip(some.patients, plan.outcomes) {
      guard let target = outcome.target, patient.id.hasSuffix("0") || patient.id.hasSuffix("2")
      else {
        rest.patients.append(patient)
        continue
      }
      var sent = SentPatient(id: patient.id, facility: target.facility)
      sent.need = patient.need
      rest.supply.sent.append(sent)
      kept += outcome.weightedMinutes
    }
    let after = rest.plan()
    #expect(after.unplaced.count == plan.unplaced.count, "seed \(seed)")
    #expect(abs(kept + after.weightedMinutes - plan.weightedMinutes) < 1e-6, "seed \(seed)")
  }

  @Test func `thirty patients at one point spread within the places, twice the same`() throws {
    var line = LineNetwork(nodes: 6)
    line.records.triageClasses = located(
      with(TriageClass()) { ($0.code, $0.rank, $0.weight) = ("T1", 1, 3) },
      with(TriageClass()) { ($0.code, $0.rank, $0.weight) = ("T2", 2, 1) })
    for node in 1...5 { line.facility("f\(node)", at: node) }
    let network = try Network(line.records)
    let need = try #require(Need("stroke", in: network.vocabulary))
    let vehicle = try #require(network.travel.vehicle("ambulance"))
    var supply = PlaceSupply()
    supply.assumed = 5
    let patients = (0..<30).map { index in
      Patient(
        id: "p\(index)",
        origin: ReferralOrigin(id: nil, name: "", point: LineNetwork.point(0), block: nil),
        need: need, triage: network.records.triageClasses[index % 2].record)
    }
    func plan() -> PatientPlan {
      var planner = PatientPlanner(
        network, ReferralQuery(need: need, at: LineNetwork.morning, vehicle: vehicle),
        TravelHierarchy(network.travel), supply: supply)
      return planner.plan(for: patients)
    }
    let first = plan()
    #expect(first.loads.map(\.patients.count) == [5, 5, 5, 5, 5])
    #expect(first.unplaced.count == 5)
    #expect(first.unplaced.allSatisfy { patients[$0].triage.code == "T2" })
    let second = plan()
    #expect(
      first.outcomes.map { $0.target?.facility } == second.outcomes.map { $0.target?.facility })
    // The last who are placed pass over every nearer facility, each of them full.
    let last = try #require(first.outcomes.last { $0.target?.facility == 4 })
    #expect(last.full.map(\.facility) == [0, 1, 2, 3])
    let oneMore = try #require(first.loads[0].oneMore)
    #expect(oneMore.moves.last?.from == nil)
  }
}
