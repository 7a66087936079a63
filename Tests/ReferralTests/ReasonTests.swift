import Facts
import HealthNetwork
import Referral
import Testing
import TestSupport
import TravelNetwork

/// Each reason, produced by the nearest facility "near" while "far" is the target.
@Suite struct ReasonTests {
  private func reason(
    does value: Capability.Answer? = .yes, at: Instant = LineNetwork.morning,
    facility: (inout Facility) -> Void = { _ in },
    statement: (inout Capability) -> Void = { _ in },
    records: (inout NetworkRecords) -> Void = { _ in },
    query: (inout ReferralQuery) -> Void = { _ in }
  ) throws -> Reason? {
    var network = LineNetwork()
    network.facility("near", at: 1, does: value, facility, statement: statement)
    network.facility("far", at: 3)
    records(&network.records)
    let outcome = try network.outcome(at: at, query)
    if let reason = outcome.reasons["near"] {
      #expect(!outcome.targets.contains("near"))
      #expect(![reason.vi, reason.en].contains(""))
      #expect(!reason.remedies.isEmpty)
    }
    return outcome.reasons["near"]
  }

  private func day(_ text: String) -> PartialDate? { PartialDate(text) }

  private func instant(_ text: String) -> Instant {
    Instant(text, zone: LineNetwork.zone) ?? LineNetwork.morning
  }

  @Test func `what nobody said is unknown, and what somebody denied is missing`() throws {
    #expect(try reason(does: nil)?.code == .capabilityUnknown)
    #expect(try reason(does: .no)?.code == .capabilityMissing)
    #expect(try reason()?.code == nil)
  }

  @Test func `a statement counts in its period only`() throws {
    #expect(try reason(statement: { $0.period.to = day("2026") })?.code == .capabilityMissing)
    #expect(try reason(statement: { $0.period.from = day("2027") })?.code == .notYetActivated)
    #expect(try reason(statement: { $0.period.from = day("2026-11-25") })?.code == nil)
    #expect(
      try reason(statement: { $0.period.firstEvidence = day("2027") })?.code
        == .capabilityUnknown)
  }

  @Test func `an unsure statement is told, but not relied on unless asked`() throws {
    let low = try reason(statement: { $0.provenance.confidence = .low })
    #expect(low?.code == .confidenceTooLow)
    #expect(
      try reason(
        statement: { $0.provenance.confidence = .low }, query: { $0.minimumConfidence = .low }
      )?.code == nil)
    #expect(try reason(statement: { $0.provenance.confidence = nil })?.code == .confidenceTooLow)
  }

  @Test func `a service is judged at the hour of arrival, also across midnight`() throws {
    let night = with(ServiceWindow()) {
      $0.opens = 22 * 60
      $0.closes = 6 * 60
    }
    func closed(_ at: String) throws -> Reason.Code? {
      try reason(at: instant(at), statement: { $0.windows = [night] })?.code
    }
    #expect(try closed("2026-11-25T10:00") == .closedOnArrival)
    #expect(try closed("2026-11-25T23:30") == nil)
    #expect(try closed("2026-11-26T02:00") == nil)
    // Five minutes of way: open at departure, closed on arrival, and the other way round.
    #expect(try closed("2026-11-26T05:57") == .closedOnArrival)
    #expect(try closed("2026-11-25T21:57") == nil)
    let byDay = try reason(statement: { $0.windows = [night] })
    #expect(byDay?.en.contains("22:00") == true && byDay?.vi.contains("10:05") == true)
  }

  @Test func `two sessions a week of unknown weekday are a chance of a fifth`() throws {
    let window = with(ServiceWindow()) { $0.sessionsPerWeek = 2 }
    let byDay = try reason(statement: { $0.windows = [window] })
    #expect(byDay?.code == .rotationAbsentOnArrival)
    #expect(byDay?.en.contains("20 %") == true)
    #expect(
      try reason(
        statement: { $0.windows = [window] }, query: { $0.minimumProbability = 0.2 })?.code == nil)
    let atNight = try reason(
      at: instant("2026-11-25T02:00"), statement: { $0.windows = [window] })
    #expect(atNight?.en.contains(" 0 %") == true)
  }

  @Test func `a facility that does not work yet, or no longer, is passed over`() throws {
    #expect(try reason(facility: { $0.opened = day("2027") })?.code == .notYetActivated)
    #expect(try reason(facility: { $0.activated = day("2027") })?.code == .notYetActivated)
    #expect(try reason(facility: { $0.activity = .unconfirmed })?.code == .notYetActivated)
    #expect(try reason(facility: { $0.activity = .inactive })?.code == .notYetActivated)
    let closed = try reason(facility: {
      $0.closed = day("2026")
      $0.successor = "far"
    })
    #expect(closed?.code == .facilityClosed)
    #expect(closed?.vi.contains("Bệnh viện far") == true)
    #expect(try reason(facility: { $0.closed = day("2027") })?.code == nil)
  }

  @Test func `patients whom a facility does not take are not sent there`() throws {
    let children = with(PatientGroup()) { $0.ageTo = 15 }
    let women = with(PatientGroup()) { $0.sex = .female }
    func code(_ groups: [PatientGroup], _ age: Int?, _ sex: Sex?) throws -> Reason.Code? {
      try reason(facility: { $0.serves = groups }, query: { ($0.age, $0.sex) = (age, sex) })?.code
    }
    #expect(try code([children], 40, nil) == .ageOrSexNotServed)
    #expect(try code([children], 15, nil) == nil)
    #expect(try code([children], nil, nil) == nil)
    // Several groups are a union: newborns of any sex, and women.
    #expect(try code([women, children], 40, .male) == .ageOrSexNotServed)
    #expect(try code([women, children], 3, .male) == nil)
    #expect(try code([women, children], 40, .female) == nil)
  }

  @Test func `rules of the query are reasons too`() throws {
    #expect(
      try reason(facility: { $0.tier = 1 }, query: { $0.highestTier = 2 })?.code == .tierRule)
    #expect(
      try reason(facility: { $0.level = .initial }, query: { $0.minimumLevel = .basic })?.code
        == .levelBelowRequired)
    #expect(try reason(query: { $0.maximumMinutes = 4 })?.code == .outOfRadius)
    #expect(try reason(query: { $0.maximumKilometres = 4 })?.code == .outOfRadius)
    #expect(
      try reason(query: { $0.onset = instant("2026-11-25T08:00") })?.code == .outOfTimeWindow)
    // Nobody says how long it takes from the door: that is not nothing.
    #expect(
      try reason(query: { $0.onset = instant("2026-11-25T09:30") })?.code == .outOfTimeWindow)
    #expect(
      try reason(query: {
        ($0.onset, $0.doorToTreatment) = (instant("2026-11-25T09:30"), 20)
      })?.code == nil)
  }

  @Test func `a report counts until it expires, and then neither opens nor closes`() throws {
    func code(
      expires: String, bed: String? = nil, _ change: (inout LiveStatus) -> Void
    ) throws -> Reason.Code? {
      let status = with(LiveStatus()) {
        $0.facility = "near"
        $0.reported = instant("2026-11-25T01:00")
        $0.expires = instant(expires)
        change(&$0)
      }
      return try reason(
        records: { $0.statuses = located(status) }, query: { $0.bedType = bed })?.code
    }
    #expect(try code(expires: "2026-11-25T12:00") { $0.traffic = .closed } == .diverting)
    #expect(try code(expires: "2026-11-25T09:00") { $0.traffic = .closed } == nil)
    let off = with(LiveStatus.Off()) { $0.capability = "stroke.ct24" }
    #expect(try code(expires: "2026-11-25T12:00") { $0.off = [off] } == .diverting)
    let none = with(LiveStatus.FreeBeds()) { $0.type = "icu" }
    #expect(try code(expires: "2026-11-25T12:00", bed: "icu") { $0.beds = [none] } == .noBedOfType)
    #expect(try code(expires: "2026-11-25T09:00", bed: "icu") { $0.beds = [none] } == .statusTooOld)
    #expect(try reason(query: { $0.bedType = "icu" })?.code == .bedsNotReported)
    // A report of other beds says nothing of these.
    let other = with(LiveStatus.FreeBeds()) { $0.type = "ward" }
    #expect(
      try code(expires: "2026-11-25T12:00", bed: "icu") { $0.beds = [other] } == .bedsNotReported)
  }
}
