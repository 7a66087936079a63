import Exchange
import Facts
import Formats
import HealthNetwork
import Referral
import TestSupport
import Testing

@testable import Answers

/// Live status in answers, on the shipped network.
struct StatusAnswerTests {
  private static let start = """
    <?xml version="1.0" encoding="UTF-8"?>
    <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="snapshot" network="hcmc-mekong" \
    asOf="2026-11-25T02:00:00+07:00" source="duty desk" confidence="high">

    """

  private func native(_ facilities: [String], expires: String, _ more: String = "") -> String {
    let statuses = facilities.map {
      "  <status facility=\"\($0)\" traffic=\"closed\"\(more) reported=\"2026-11-25T02:00:00+07:00\""
        + " expires=\"2026-11-25T\(expires):00+07:00\"/>\n"
    }
    return Self.start + statuses.joined() + "</exchange>\n"
  }

  private func have(_ facilities: [String], reported: String = "02:00") -> String {
    let hospitals = facilities.map {
      """
        <Hospital>
          <Organization><OrganizationInformation xmlns:xnl="urn:oasis:names:tc:ciq:xnl:3">
            <xnl:OrganisationName xnl:OrganisationID="\($0)" \
      xnl:OrganisationIDType="urn:tuyen:exchange:1#id"><xnl:NameElement>\($0)</xnl:NameElement>\
      </xnl:OrganisationName>
          </OrganizationInformation></Organization>
          <EmergencyDepartmentStatus><EMSTraffic><EMSTrafficStatus>Closed</EMSTrafficStatus>\
      </EMSTraffic></EmergencyDepartmentStatus>
          <LastUpdateTime>2026-11-25T\(reported):00+07:00</LastUpdateTime>
        </Hospital>

      """
    }
    return "<HospitalStatus xmlns=\"urn:oasis:names:tc:emergency:EDXL:HAVE:1.0\">\n"
      + hospitals.joined() + "</HospitalStatus>\n"
  }

  /// Asks for the nearest facility for a stroke, as the reports of some documents have it.
  private func ask(
    _ documents: [String] = [], at: String = "2026-11-25T03:00", k: String = "1",
    severity: String? = nil
  ) throws -> RouteAnswer {
    var session = try SharedSession.mekong.get()
    let folder = try TemporaryFolder()
    var paths: [String] = []
    for (number, document) in documents.enumerated() {
      try folder.write(Array(document.utf8), to: "\(number).xml")
      paths.append(folder.path + "/\(number).xml")
    }
    if !paths.isEmpty {
      session = session.reporting(try StatusFiles(paths, for: session.network))
    }
    var fields: QuestionFields = ["from": "nam can", "need": "stroke", "at": at, "k": k]
    fields.add("severity", severity)
    let now = Instant(seconds: 1_795_000_000, zone: ZoneOffset(minutes: 0))
    return try session.answer(RouteQuestion(fields, in: session, now: now))
  }

  private func ids(_ answer: RouteAnswer) -> [String] {
    answer.found.targets.map { answer.session.network.facility($0.facility).id }
  }

  @Test
  func `Two diverting facilities move the answer until their reports expire, in both formats`()
    throws
  {
    let nearest = try ids(ask(k: "2"))
    let plain = try ask()
    let own = native(nearest, expires: "23:00")
    let foreign = have(nearest)
    for document in [own, foreign] {
      let moved = try ask([document])
      #expect(Set(ids(moved)).isDisjoint(with: nearest))
      for id in nearest {
        let facility = try #require(moved.session.network.facilityIndex(of: id))
        let rejected = moved.found.rejected.first { $0.facility == facility }
        #expect(rejected?.reasons.first?.code == .diverting)
        #expect(rejected?.status?.ageMinutes == 60)
        #expect(rejected?.status?.source?.contains("0.xml:") == true)
      }
      #expect(moved.session.digest != plain.session.digest)
      // Nobody knows at two what is reported at two and later.
      let before = try ask([document], at: "2026-11-25T01:59")
      #expect(ids(before) == [nearest[0]])
      #expect(before.found.targets[0].status == nil)
    }
    let ended = try ask([native(nearest, expires: "03:01")])
    #expect(ids(ended) == [nearest[0]])
    #expect(ended.found.targets[0].status?.weight == .expired)
    #expect(ended.table(AnswerStyle(.vi))?.contains("hết hiệu lực") == true)
    // A report without an end counts for four hours.
    #expect(try ids(ask([foreign], at: "2026-11-25T06:01")) == [nearest[0]])
  }

  @Test
  func `Of several documents the newest word counts, and a soft closure gives way to the gravest`()
    throws
  {
    let nearest = try ids(ask(k: "2"))
    let old = have(nearest, reported: "01:00")
    let new = native(nearest, expires: "23:00", " diversion=\"soft\"")
    for order in [[old, new], [new, old]] {
      #expect(try ids(ask(order)) != [nearest[0]])
      let critical = try ask(order, severity: "nguy kich")
      #expect(ids(critical) == [nearest[0]])
      #expect(critical.question.query.severity?.code == "critical")
      #expect(try ids(ask(order, severity: "stable")) != [nearest[0]])
    }
    let error = #expect(throws: QuestionError.self) { try ask(severity: "xyz") }
    #expect(error?.message(in: .vi).contains("critical (nguy kịch)") == true)
  }
}
