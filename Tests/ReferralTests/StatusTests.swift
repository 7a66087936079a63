import Facts
import HealthNetwork
import Referral
import Testing
import TestSupport
import TravelNetwork

/// Live reports of "near", five minutes away at 10:00; "far" reports nothing.
@Suite struct StatusTests {
  private func instant(_ clock: String) -> Instant {
    Instant("2026-11-25T\(clock)", zone: LineNetwork.zone) ?? LineNetwork.morning
  }

  private func report(
    _ reported: String, until expires: String, _ change: (inout LiveStatus) -> Void
  ) -> LiveStatus {
    with(LiveStatus()) {
      $0.facility = "near"
      ($0.reported, $0.expires) = (instant(reported), instant(expires))
      change(&$0)
    }
  }

  private func outcome(
    _ reports: [LiveStatus], fresh: Int? = nil, at clock: String = "10:00",
    _ change: (inout ReferralQuery) -> Void = { _ in }
  ) throws -> (target: String, reason: Reason?, remarks: [String], status: StatusUse?) {
    var network = LineNetwork()
    network.facility("near", at: 1)
    network.facility("far", at: 3)
    if let fresh {
      for field in Freshness.Field.allCases {
        network.records.freshness += located(
          with(Freshness()) { ($0.field, $0.freshMinutes) = (field, fresh) })
      }
    }
    let whole = try Network(network.records).reporting(reports)
    let need = try #require(Need("stroke", in: whole.vocabulary))
    let vehicle = try #require(whole.travel.vehicle("ambulance"))
    var query = ReferralQuery(need: need, at: instant(clock), vehicle: vehicle)
    query.count = 1
    change(&query)
    var referral = ReferralSearch(whole, query, TravelHierarchy(whole.travel))
    let answer = referral.answer(
      from: ReferralOrigin(id: "n0", name: "n0", point: LineNetwork.point(0), block: nil))
    let target = answer.targets.first
    let rejection = answer.rejected.first { whole.facility($0.facility).id == "near" }
    return (
      target.map { whole.facility($0.facility).id } ?? "-", rejection?.reasons.first,
      (target?.cautions ?? []).compactMap {
        if case .remark(let remark) = $0 { remark.code } else { nil }
      },
      rejection?.status ?? target?.status
    )
  }

  @Test func `the newest report of each field counts, whatever the order of reading`() throws {
    let closed = report("08:00", until: "12:00") { $0.traffic = .closed }
    let open = report("09:00", until: "12:00") { $0.traffic = .normal }
    let beds = report("09:30", until: "12:00") {
      $0.beds = [with(LiveStatus.FreeBeds()) { ($0.type, $0.available) = ("icu", 0) }]
    }
    #expect(try outcome([closed]).reason?.code == .diverting)
    #expect(try outcome([closed, open]).target == "near")
    #expect(try outcome([open, closed]).target == "near")
    // Silent about traffic, a newer report leaves the older word standing.
    #expect(try outcome([closed, beds]).reason?.code == .diverting)
    #expect(try outcome([open, beds]) { $0.bedType = "icu" }.reason?.code == .noBedOfType)
  }

  @Test func `what is only reported later is not yet known`() throws {
    let later = report("10:01", until: "12:00") { $0.traffic = .closed }
    #expect(try outcome([later]).target == "near")
    #expect(try outcome([later]).status == nil)
    #expect(try outcome([later], at: "10:01").target == "far")
  }

  @Test func `a report that has expired on arrival is unknown, never open`() throws {
    let closed = report("08:00", until: "10:05") { $0.traffic = .closed }
    #expect(try outcome([closed], at: "09:59").reason?.code == .diverting)
    let ends = try outcome([closed], at: "10:00")
    #expect(ends.target == "near" && ends.remarks == ["status_ends_before_arrival"])
    #expect(ends.status?.weight == .expired && ends.status?.ageMinutes == 120)
    // Once the newest word has expired, nothing older comes back.
    let older = report("07:00", until: "12:00") { $0.traffic = .closed }
    #expect(try outcome([older, closed], at: "10:30").target == "near")
  }

  @Test func `fresh decides, ageing is asked about`() throws {
    let closed = report("08:00", until: "12:00") { $0.traffic = .closed }
    #expect(try outcome([closed], fresh: 120).reason?.code == .diverting)
    let ageing = try outcome([closed], fresh: 119)
    #expect(ageing.target == "near" && ageing.remarks == ["status_ageing"])
    #expect(ageing.status?.weight == .ageing)
    let off = report("08:00", until: "12:00") {
      $0.off = [with(LiveStatus.Off()) { $0.capability = "stroke.ct24" }]
    }
    #expect(try outcome([off], fresh: 120).reason?.code == .diverting)
    #expect(try outcome([off], fresh: 119).remarks == ["status_ageing"])
    let beds = report("08:00", until: "12:00") {
      $0.beds = [with(LiveStatus.FreeBeds()) { ($0.type, $0.available) = ("icu", 3) }]
    }
    #expect(try outcome([beds], fresh: 119) { $0.bedType = "icu" }.remarks == ["status_ageing"])
    #expect(try outcome([beds], fresh: 120) { $0.bedType = "icu" }.remarks.isEmpty)
  }

  @Test func `a soft restriction is overridden for those whose severity says so, a hard one never`()
    throws
  {
    func target(
      _ traffic: LiveStatus.Traffic, _ diversion: LiveStatus.Diversion?, _ overrides: String?,
      hasSeverity: Bool = true
    ) throws -> (String, [String]) {
      let report = report("09:00", until: "12:00") {
        ($0.traffic, $0.diversion) = (traffic, diversion)
      }
      let outcome = try outcome([report]) {
        $0.severity = hasSeverity ? with(Severity()) { $0.overrides = overrides } : nil
      }
      return (outcome.target, outcome.remarks)
    }
    #expect(try target(.closed, .soft, "advisory closed") == ("near", ["diversion_overridden"]))
    #expect(try target(.closed, .soft, "advisory").0 == "far")
    #expect(try target(.closed, .soft, nil, hasSeverity: false).0 == "far")
    #expect(try target(.closed, .hard, "advisory closed").0 == "far")
    #expect(try target(.closed, nil, "advisory closed").0 == "far")
    #expect(try target(.advisory, nil, "advisory") == ("near", ["diversion_overridden"]))
    #expect(try target(.advisory, nil, nil).0 == "far")
    #expect(try target(.advisory, nil, nil, hasSeverity: false).0 == "near")
    #expect(try target(.advisory, .hard, "advisory").0 == "far")
  }

  @Test func `a reason says when it was reported, how long ago and until when it counts`() throws {
    let closed = report("07:30", until: "12:00") {
      $0.traffic = .closed
      $0.provenance.source = "board.xml:3"
    }
    let reason = try #require(try outcome([closed]).reason)
    for part in ["07:30", "2 giờ 30 phút", "12:00"] { #expect(reason.vi.contains(part)) }
    for part in ["07:30", "2 h 30 min", "12:00"] { #expect(reason.en.contains(part)) }
    #expect(reason.source == "board.xml:3")
  }

  @Test
  func `of two reports of one minute the restriction counts, in either order, and both are told`()
    throws
  {
    let closed = report("09:50", until: "12:00") {
      ($0.traffic, $0.provenance.source) = (.closed, "desk A")
    }
    // The other one is said to hold for less time.
    let open = report("09:50", until: "11:00") {
      ($0.traffic, $0.provenance.source) = (.normal, "desk B")
    }
    for reports in [[closed, open], [open, closed]] {
      let reason = try #require(try outcome(reports).reason)
      #expect(reason.code == .diverting)
      #expect(reason.en.contains("takes emergencies as usual (desk B)"))
    }
    let advisory = report("09:50", until: "12:00") { $0.traffic = .advisory }
    for reports in [[advisory, open], [open, advisory]] {
      #expect(try outcome(reports).target == "near")
      #expect(try outcome(reports).remarks.contains("reports_contradict"))
    }
    // A report that had expired when one asked contradicts nothing.
    let over = report("09:50", until: "09:55") { $0.traffic = .closed }
    #expect(try outcome([over, open]).target == "near")
    #expect(try outcome([over, open]).remarks.isEmpty)
  }

  @Test func `of two numbers of beds of one minute the lesser counts`() throws {
    func beds(_ count: Int) -> LiveStatus {
      report("09:50", until: "12:00") {
        $0.beds = [with(LiveStatus.FreeBeds()) { ($0.type, $0.available) = ("icu", count) }]
      }
    }
    for reports in [[beds(0), beds(3)], [beds(3), beds(0)]] {
      let reason = try #require(try outcome(reports) { $0.bedType = "icu" }.reason)
      #expect(reason.code == .noBedOfType && reason.en.contains("3 free intensive care (ICU) beds"))
      // Nobody asked for a bed: it is told all the same.
      #expect(try outcome(reports).remarks.contains("no_bed_reported"))
    }
  }

  @Test func `times of a report are told in the zone of the network`() throws {
    var abroad = report("09:50", until: "12:00") { $0.traffic = .closed }
    abroad.reported = abroad.reported?.shown(in: ZoneOffset(minutes: 0))
    abroad.expires = abroad.expires?.shown(in: ZoneOffset(minutes: 0))
    let (_, reason, _, status) = try outcome([abroad])
    #expect(reason?.en.contains("reported at 09:50") == true)
    #expect(reason?.en.contains("valid until 12:00") == true)
    #expect(status?.expires.clock == "12:00")
  }
}
