import Facts
import HealthNetwork
import Referral
import Testing
import TestSupport
import TravelNetwork

/// What holds is what holds when the patient arrives: "near" is five minutes away, "far" fifteen.
@Suite struct ArrivalTruthTests {
  private func instant(_ text: String) -> Instant {
    Instant(text, zone: LineNetwork.zone) ?? LineNetwork.morning
  }

  private func window(_ opens: Int, _ closes: Int, _ days: String? = nil) -> ServiceWindow {
    with(ServiceWindow()) { ($0.opens, $0.closes, $0.days) = (opens, closes, days) }
  }

  private func period(_ from: String?, _ to: String?) -> Period {
    Period(from: from.flatMap { PartialDate($0) }, to: to.flatMap { PartialDate($0) })
  }

  private func network(
    _ statement: (inout Capability) -> Void = { _ in },
    records: (inout NetworkRecords) -> Void = { _ in },
    facility: (inout Facility) -> Void = { _ in }
  ) -> LineNetwork {
    var network = LineNetwork()
    network.facility("near", at: 1, facility, statement: statement)
    network.facility("far", at: 3)
    records(&network.records)
    return network
  }

  /// The remarks of the first target.
  private func remarks(_ network: LineNetwork, at text: String) throws -> [Remark] {
    try network.answer(at: instant(text)).answer.targets[0].cautions.compactMap {
      if case .remark(let remark) = $0 { remark } else { nil }
    }
  }

  private func rotation(_ change: (inout Rotation) -> Void) -> [Located<Rotation>] {
    located(
      with(Rotation()) {
        ($0.id, $0.supporter, $0.recipient) = ("wave", "far", "near")
        change(&$0)
      })
  }

  @Test func `a capability of a rotation is there in its period and its windows only`() throws {
    func outcome(_ at: String, _ change: (inout Rotation) -> Void) throws -> (String?, Reason?) {
      let network = network({ ($0.performer, $0.supportedBy) = (.rotation, "far") }) {
        $0.rotations = rotation(change)
      }
      let outcome = try network.outcome(at: instant(at))
      return (outcome.targets.first, outcome.reasons["near"])
    }
    let running = period("2026-11-01", "2026-11-26")
    let mornings = [window(480, 690, "135")]
    let wednesday = try outcome("2026-11-25T10:00") {
      ($0.period, $0.windows) = (running, mornings)
    }
    #expect(wednesday.0 == "near")
    let late = try outcome("2026-11-25T11:26") { ($0.period, $0.windows) = (running, mornings) }
    #expect(late.0 == "far" && late.1?.code == .closedOnArrival)
    let ended = try outcome("2026-11-26T10:00") { ($0.period, $0.windows) = (running, []) }
    #expect(ended.1?.code == .rotationAbsentOnArrival && ended.1?.vi.contains("26/11/2026") == true)
    let early = try outcome("2026-10-31T10:00") { $0.period = running }
    #expect(early.1?.code == .rotationAbsentOnArrival && early.1?.vi.contains("01/11/2026") == true)
    // Two sessions of ten: one chance in five in working hours, none at night.
    let sessions = try outcome("2026-11-25T10:00") { $0.sessionsPerWeek = 2 }
    #expect(sessions.1?.code == .rotationAbsentOnArrival && sessions.1?.en.contains("20 %") == true)
    #expect(try outcome("2026-11-25T10:00") { $0.sessionsPerWeek = 10 }.0 == "near")
    #expect(try outcome("2026-11-25T22:00") { $0.sessionsPerWeek = 10 }.0 == "far")
    // Another rotation, about something else, says nothing.
    let other = try outcome("2026-11-26T10:00") {
      $0.period = running
      $0.topics = [with(Topic()) { $0.capability = "stroke.ct24" }]
    }
    #expect(other.0 == "near")
  }

  @Test func `a rotation that may not have begun is asked about`() throws {
    let network = network({ $0.performer = .rotation }) {
      $0.rotations = rotation {
        $0.period.firstEvidence = PartialDate("2026-12-01")
        $0.windows = [window(0, 1_440)]
      }
    }
    #expect(try remarks(network, at: "2026-11-25T10:00").map(\.code) == ["rotation_uncertain"])
    #expect(try remarks(network, at: "2026-12-02T10:00").isEmpty)
  }

  @Test func `own windows come before those of a rotation`() throws {
    let network = network({ ($0.performer, $0.windows) = (.rotation, [window(0, 1_440)]) }) {
      $0.rotations = rotation { $0.windows = [window(0, 60)] }
    }
    #expect(try network.outcome().targets == ["near"])
  }

  @Test func `support from afar names whom to call, and falls with the supporter`() throws {
    func network(_ supporter: (inout Facility) -> Void) -> LineNetwork {
      var network = self.network { ($0.performer, $0.supportedBy) = (.remoteSupported, "expert") }
      network.facility("expert", at: 5, does: nil) {
        $0.contacts = [with(Contact()) { ($0.kind, $0.value) = (.emergency, "115") }]
        supporter(&$0)
      }
      return network
    }
    let remarks = try remarks(network { _ in }, at: "2026-11-25T10:00")
    #expect(remarks.map(\.code) == ["remote_support"])
    #expect(remarks[0].vi.contains("Bệnh viện expert") && remarks[0].vi.contains("115"))
    let closed = network { $0.closed = PartialDate("2026-11") }
    #expect(try closed.outcome().reasons["near"]?.code == .supporterUnavailable)
    #expect(try network { $0.activity = .inactive }.outcome().targets == ["far"])
    var off = network { _ in }
    off.records.statuses = located(
      with(LiveStatus()) {
        $0.facility = "expert"
        ($0.reported, $0.expires) = (instant("2026-11-25T09:00"), instant("2026-11-25T12:00"))
        $0.off = [with(LiveStatus.Off()) { $0.capability = "stroke.ct24" }]
      })
    #expect(try off.outcome().reasons["near"]?.code == .supporterUnavailable)
    #expect(try off.outcome(at: instant("2026-11-25T13:00")).targets == ["near"])
  }

  @Test func `an agreement that has ended is asked about`() throws {
    let network = network({ ($0.performer, $0.supportedBy) = (.remoteSupported, "far") }) {
      $0.agreements = located(
        with(Agreement()) {
          $0.id = "tele"
          $0.period = period("2024", "2026-11")
          $0.members = ["far", "near"].map { id in with(Member()) { $0.ref = id } }
        })
    }
    #expect(try remarks(network, at: "2026-11-25T10:00")[0].en.contains("ended on 2026-11"))
  }

  @Test func `what opens at midnight is open to who leaves before and arrives after`() throws {
    let opened = network(facility: { $0.activated = PartialDate("2026-11-26") })
    #expect(try opened.outcome(at: instant("2026-11-25T23:54")).targets == ["far"])
    #expect(try opened.outcome(at: instant("2026-11-25T23:56")).targets == ["near"])
    let ended = network({ $0.period.to = PartialDate("2026-11-26") })
    #expect(try ended.outcome(at: instant("2026-11-25T23:54")).targets == ["near"])
    #expect(try ended.outcome(at: instant("2026-11-25T23:56")).targets == ["far"])
  }

  private func holidays(
    _ exceptions: DatedException..., windows: [ServiceWindow]
  ) -> LineNetwork {
    network({ $0.windows = windows }) { records in
      records.holidays = located(
        with(Holiday()) {
          ($0.id, $0.name) = ("tet", "Tết")
          $0.period = period("2027-02-05", "2027-02-10")
        })
      for exception in exceptions { records.exceptions += located(exception) }
    }
  }

  @Test func `on a holiday hours that nobody stated are asked about, and those of all day are not`()
    throws
  {
    let weekly = holidays(windows: [window(420, 1_020)])
    #expect(try remarks(weekly, at: "2027-02-08T10:00").map(\.code) == ["holiday_hours_unknown"])
    #expect(try remarks(weekly, at: "2027-02-10T10:00").isEmpty)
    #expect(try remarks(holidays(windows: [window(0, 1_440)]), at: "2027-02-08T10:00").isEmpty)
    #expect(
      try remarks(holidays(windows: []), at: "2027-02-08T10:00").map(\.code)
        == ["holiday_hours_unknown"])
  }

  @Test func `an exception closes, opens or confirms, the closer one first`() throws {
    func exception(
      _ id: String, _ capability: String? = nil, _ change: (inout DatedException) -> Void
    ) -> DatedException {
      with(DatedException()) {
        ($0.id, $0.facility, $0.capability, $0.holiday) = (id, "near", capability, "tet")
        change(&$0)
      }
    }
    let weekly = [window(420, 1_020)]
    let closed = exception("closed") { $0.isClosed = true }
    let open = exception("open", "stroke.lysis") { $0.windows = [window(1_200, 120)] }
    let reason = try holidays(closed, windows: weekly).outcome(at: instant("2027-02-08T10:00"))
      .reasons["near"]
    #expect(reason?.code == .closedOnArrival && reason?.vi.contains("Tết") == true)
    #expect(reason?.vi.contains("07:00 10/02/2027") == true)
    #expect(
      try holidays(closed, windows: weekly).outcome(at: instant("2027-02-10T10:00")).targets
        == ["near"])
    let both = holidays(closed, open, windows: weekly)
    #expect(try both.outcome(at: instant("2027-02-08T10:00")).targets == ["far"])
    #expect(try both.outcome(at: instant("2027-02-08T23:00")).targets == ["near"])
    // The night that opened on the last day goes on.
    #expect(try both.outcome(at: instant("2027-02-10T01:00")).targets == ["near"])
    let same = holidays(exception("same") { _ in }, windows: weekly)
    #expect(try remarks(same, at: "2027-02-08T10:00").isEmpty)
    #expect(try same.outcome(at: instant("2027-02-08T18:00")).targets == ["far"])
  }
}
