import Facts
import HealthNetwork
import Planning
import TestSupport
import Testing

@Suite struct SupportWorkTests {
  private func gaps(_ drawn: SupportNetwork) throws -> (TechniqueGaps, [String]) {
    let network = try Network(drawn.records)
    let register = PracticeRegister(network, on: SupportNetwork.day)
    let gaps = TechniqueGaps(SupportGraph(network), register)
    let texts = gaps.gaps.map { gap in
      let subject =
        switch gap.subject {
        case .capability(let code): code
        case .technique(let name, _): name
        }
      return "\(network.facility(gap.recipient).id) \(subject) \(gap.state.rawValue)"
    }
    return (gaps, texts)
  }

  @Test func `no, in transfer and unknown are three lists`() throws {
    var drawn = SupportNetwork()
    drawn.statement("hospital", "stroke.lysis")
    drawn.statement("hospital", "stroke.thrombectomy")
    drawn.statement("centre", "stroke.thrombectomy", .no)
    #expect(
      try gaps(drawn).1 == ["centre stroke.thrombectomy no", "centre stroke.lysis unknown"])
    drawn.records.techniques = located(
      with(Technique()) {
        ($0.id, $0.facility, $0.name, $0.capability) = ("t", "centre", "T", "stroke.lysis")
        $0.stage = .observing
        $0.provenance.confidence = .high
      })
    #expect(
      try gaps(drawn).1 == ["centre stroke.thrombectomy no", "centre stroke.lysis in_transfer"])
    drawn.records.techniques[0].record.stage = .supervised
    let (done, texts) = try gaps(drawn)
    // The centre performs lysis now, and so its own station is asked about.
    #expect(texts == ["centre stroke.thrombectomy no", "station-b stroke.lysis unknown"])
    #expect(done.shared == 1)
    // Nobody said what the central hospital does.
    #expect(done.silent.count == 1)
  }

  @Test func `who handed a technique over performs it, and that is called derived`() throws {
    var drawn = SupportNetwork()
    drawn.agreement("other", .techniqueTransfer, "central", "centre")
    drawn.records.techniques = located(
      with(Technique()) {
        ($0.id, $0.facility, $0.name, $0.transferredBy) = ("h", "hospital", "Holter", "central")
        $0.provenance.confidence = .high
      })
    let (gaps, texts) = try gaps(drawn)
    #expect(texts.contains("centre Holter unknown"))
    #expect(!texts.contains("hospital Holter unknown"))
    #expect(gaps.gaps.contains { $0.isDerived })
  }

  @Test func `equipment is idle when nothing says that it is used`() throws {
    var drawn = SupportNetwork()
    func item(_ name: String, _ capability: String?, _ state: CatalogueEntry.State? = nil)
      -> CatalogueEntry
    {
      with(CatalogueEntry()) { ($0.name, $0.capability, $0.state) = (name, capability, state) }
    }
    drawn.records.facilities[2].record.equipment = [
      item("CT", "stroke.ct"), item("DSA", "stroke.thrombectomy"), item("old", nil, .broken),
      item("new", nil, .planned), item("scope", nil), item("used", nil, .inUse),
      item("half", nil, .underUsed), item("Holter", nil), item("pump", "stroke.lysis"),
    ]
    drawn.statement("centre", "stroke.ct")
    drawn.statement("centre", "stroke.thrombectomy", .no)
    drawn.records.techniques = located(
      with(Technique()) { ($0.id, $0.facility, $0.name) = ("h", "centre", "holter") })
    let network = try Network(drawn.records)
    let idle = IdleEquipment.all(PracticeRegister(network, on: SupportNetwork.day))
    #expect(idle.map(\.item.name) == ["DSA", "half", "pump", "scope"])
    #expect(idle.map(\.state) == [.notPerformed, .underUsed, .unknown, .purposeUnknown])
  }

  @Test func `a chain breaks where a member, a spoke or a hub is gone`() throws {
    var drawn = SupportNetwork()
    drawn.statement("hospital", "stroke.lysis")
    func member(_ ref: String, _ role: Member.Role, to end: String? = nil) -> Member {
      with(Member()) {
        ($0.ref, $0.role) = (ref, role)
        $0.period = Period(from: nil, to: end.flatMap { PartialDate($0) })
      }
    }
    func breaks(_ members: [Member]) throws -> [[NetworkChain.Break]] {
      drawn.records.specialtyNetworks = located(
        with(SpecialtyNetwork()) {
          ($0.id, $0.specialty, $0.name) = ("n", "stroke", "N")
          $0.members = members
          $0.provenance.confidence = .high
        })
      let network = try Network(drawn.records)
      return NetworkChain.all(PracticeRegister(network, on: SupportNetwork.day)).map(\.breaks)
    }
    let whole = [
      member("hospital", .hub), member("centre", .spoke), member("station-a", .firstContact),
    ]
    #expect(try breaks(whole) == [[]])
    let chains = StationChains.all(SupportGraph(try Network(drawn.records)), on: SupportNetwork.day)
    // Station b hangs on the centre by an agreement of its own.
    #expect(chains.map(\.reached.count) == [2] && chains.map(\.stations) == [3])
    #expect(try breaks([member("hospital", .hub), member("centre", .spoke)]) == [[]])
    #expect(
      try breaks([
        member("hospital", .hub), member("centre", .spoke, to: "2020"),
        member("station-a", .firstContact),
      ]) == [[.noSpoke]])
    #expect(try breaks([member("hospital", .hub, to: "2020"), whole[1]]) == [[.hubNotInForce]])
    #expect(try breaks([whole[1]]) == [[.noHub]])
    #expect(
      try breaks([member("central", .hub), whole[1]]) == [[.hubUnknown(code: "stroke.lysis")]])
    drawn.statement("central", "stroke.lysis", .no)
    #expect(
      try breaks([member("central", .hub), whole[1]]) == [[.hubCannot(code: "stroke.lysis")]])
    #expect(
      try breaks([whole[0], member("centre", .spoke, to: "2020")])
        == [[.memberNotInForce(.ended)]])
  }

  @Test func `figures are compared with what is loaded, within their bounds`() throws {
    var drawn = SupportNetwork()
    func figure(_ id: String, _ indicator: String, _ value: Double?, _ bound: Bound?) -> Figure {
      with(Figure()) {
        ($0.id, $0.subject, $0.indicator) = (id, "s:p", indicator)
        ($0.measure.value, $0.measure.bound) = (value, bound)
      }
    }
    drawn.records.figures = located(
      figure("1", "commune-health-stations", 3, nil),
      figure("2", "commune-health-stations", 4, nil),
      figure("3", "commune-health-stations", 2, .atLeast),
      figure("4", "commune-health-stations", 2, .atMost),
      figure("5", "supported-communes", 2, nil), figure("6", "referral-rate", 2, nil),
      figure("7", "supporting-hospitals-per-commune", 1, .atLeast),
      figure("8", "hospitals", nil, nil))
    let network = try Network(drawn.records)
    let graph = SupportGraph(network)
    let support = CommuneSupport(graph, scheme: "s", on: SupportNetwork.day)
    let counter = SupportCounter(
      graph, support, PracticeRegister(network, on: SupportNetwork.day))
    let stated = StatedFigure.all(counter)
    #expect(
      stated.map(\.state) == [
        .agrees, .fewer, .agrees, .more, .agrees, .notCounted, .fewer, .notCounted,
      ])
    #expect(stated[4].count?.value == 2 && stated[4].count?.of == 3)
  }
}
