import Facts
import HealthNetwork
import Planning
import TestSupport
import Testing

@Suite struct SupportGraphTests {
  private func ways(
    _ drawn: SupportNetwork, on day: Day = SupportNetwork.day
  ) throws -> [String: CommuneSupport.Way] {
    let network = try Network(drawn.records)
    let support = CommuneSupport(SupportGraph(network), scheme: "s", on: day)
    return Dictionary(
      uniqueKeysWithValues: support.communes.map { (network.place($0.place).code, $0.way) })
  }

  @Test func `a commune is supported at its station, through its centre, or not as far as stated`()
    throws
  {
    #expect(try ways(SupportNetwork()) == ["a": .centre, "b": .station, "c": .none])
  }

  @Test func `support counts from its first day to its last, and not if its source is weak`() throws
  {
    var drawn = SupportNetwork()
    drawn.records.agreements[1].record.period = Period(
      from: PartialDate("2026"), to: PartialDate("2026-11-25"))
    #expect(try ways(drawn)["b"] == .centre)
    #expect(try ways(drawn, on: Day(number: SupportNetwork.day.number - 1))["b"] == .station)
    drawn.records.agreements[1].record.period = Period(from: PartialDate("2026-11-26"))
    #expect(try ways(drawn)["b"] == .centre)
    drawn.records.agreements[1].record.period = with(Period()) {
      $0.firstEvidence = PartialDate("2026-11-26")
    }
    #expect(try ways(drawn)["b"] == .centre)
    drawn.records.agreements[1].record.period = Period()
    drawn.records.agreements[1].record.provenance.confidence = .low
    #expect(try ways(drawn)["b"] == .centre)
  }

  @Test func `a closed supporter supports nobody, and surveillance is no support`() throws {
    var drawn = SupportNetwork()
    drawn.records.facilities[2].record.closed = PartialDate("2026-11-01")
    #expect(try ways(drawn) == ["a": .none, "b": .none, "c": .none])
    drawn = SupportNetwork()
    drawn.agreement("watch", .surveillance, "hospital", "station-c")
    drawn.agreement("word", .cooperation, "station-a", "station-c")
    #expect(try ways(drawn)["c"] == CommuneSupport.Way.none)
  }

  @Test func `a group stands for its members, and an area of which nobody is named is not a yes`()
    throws
  {
    var drawn = SupportNetwork()
    drawn.records.parties = located(
      with(Party()) {
        ($0.id, $0.kind, $0.name) = ("group", .group, "G")
        $0.members = [
          with(Member()) { $0.ref = "station-c" },
          with(Member()) {
            $0.ref = "station-a"
            $0.period = Period(from: nil, to: PartialDate("2026-01"))
          },
        ]
      },
      with(Party()) { ($0.id, $0.kind, $0.name, $0.place) = ("all", .healthSystem, "A", "s:p") })
    drawn.agreement("wide", .cooperation, "central", "all")
    #expect(try ways(drawn) == ["a": .centre, "b": .station, "c": .area])
    drawn.agreement("grouped", .cooperation, "central", "group")
    #expect(try ways(drawn) == ["a": .centre, "b": .station, "c": .station])
  }

  @Test func `the end of an agreement leaves alone whom nobody else supports`() throws {
    var drawn = SupportNetwork()
    drawn.records.agreements[0].record.period = Period(from: nil, to: PartialDate("2027-01-10"))
    drawn.records.agreements[1].record.period = Period(from: nil, to: PartialDate("2026-01"))
    drawn.rotation("second", "hospital", "station-b") {
      $0.period = Period(from: nil, to: PartialDate("2028"))
    }
    let network = try Network(drawn.records)
    let graph = SupportGraph(network)
    func terms(_ months: Int) -> [String: AgreementTerm] {
      Dictionary(
        uniqueKeysWithValues: AgreementTerm.all(graph, on: SupportNetwork.day, months: months)
          .map { (graph.id(of: $0.basis), $0) })
    }
    #expect(terms(1)["whole"]?.state == .inForce)
    #expect(terms(2)["whole"]?.state == .ending)
    #expect(terms(2)["whole"]?.daysLeft == 46)
    #expect(terms(2)["whole"]?.leftAlone.map(graph.id) == ["hospital"])
    #expect(terms(2)["transfer"]?.state == .ended)
    #expect(terms(2)["transfer"]?.leftAlone == [])
    #expect(terms(24)["second"]?.state == .ending)
    #expect(terms(24)["second"]?.leftAlone.map(graph.id) == ["station-b"])
    #expect(
      AgreementTerm.all(graph, on: SupportNetwork.day, months: 2).map(\.state) == [
        .ended, .ending, .inForce, .inForce,
      ])
  }

  @Test func `a proposal without travel is by the nearest unit, and supported communes are load`()
    throws
  {
    var drawn = SupportNetwork()
    drawn.facility("south-hospital", .districtHospital, in: ["south"])
    drawn.facility("private", .privateHospital, in: ["c"]) { $0.ownership = .private }
    let network = try Network(drawn.records)
    let graph = SupportGraph(network)
    let support = CommuneSupport(graph, scheme: "s", on: SupportNetwork.day)
    var rules = SupportPlan.Rules()
    let plan = SupportPlan(support, graph, rules, on: SupportNetwork.day, prepared: nil)
    #expect(!plan.hasTravel && plan.regions.count == 1)
    let region = try #require(plan.regions.first)
    #expect(region.communes.map { network.place($0).code } == ["c"])
    #expect(region.proposed.map { $0.map { network.facility($0).id } } == ["south-hospital"])
    #expect(region.costs == [SupportPlan.Nearness.district.rawValue])
    // The hospital supports commune a through the centre, the centre commune b.
    #expect(
      region.supporters.map { network.facility($0).id } == ["centre", "hospital", "south-hospital"])
    #expect(region.loads == [1, 1, 0])
    rules.usesPrivate = true
    let other = SupportPlan(support, graph, rules, on: SupportNetwork.day, prepared: nil)
    #expect(other.regions.first?.costs == [SupportPlan.Nearness.commune.rawValue])
  }
}
