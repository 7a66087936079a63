import Foundation
import Testing
import TestSupport

/// Live status through the real command, on the shipped network.
@Suite struct StatusCommandTests {
  private static let question = [
    "route", "--from", "nam can", "--need", "stroke", "--at", "2026-11-25T03:00", "-k", "1",
  ]

  private struct Answer: Decodable {
    struct Status: Decodable {
      var reported: String
      var ageMinutes: Int
      var expires: String
      var source: String
      var weight: String
    }
    struct Facility: Decodable { var id: String }
    struct Target: Decodable {
      var facility: Facility
      var status: Status?
      var cautions: [String]
    }
    struct Rejected: Decodable {
      struct Reason: Decodable {
        var code: String
        var text: String
      }
      var facility: Facility
      var reasons: [Reason]
      var status: Status?
    }
    struct Query: Decodable {
      struct Network: Decodable { var digest: String }
      var network: Network
      var severity: String?
    }
    var query: Query
    var targets: [Target]
    var rejected: [Rejected]
  }

  private func answer(_ more: [String]) throws -> Answer {
    let result = try tuyen(Self.question + ["--format", "json"] + more)
    #expect(result.code == 0, "\(result.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
  }

  private func native(_ facilities: [String], expires: String, _ more: String = "") -> String {
    let statuses = facilities.map {
      "  <status facility=\"\($0)\" traffic=\"closed\"\(more) reported=\"2026-11-25T02:00:00+07:00\""
        + " expires=\"2026-11-25T\(expires):00+07:00\"/>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="snapshot" network="hcmc-mekong" \
      asOf="2026-11-25T02:00:00+07:00" source="duty desk" confidence="high">

      """ + statuses.joined() + "</exchange>\n"
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

  private func nearestTwo() throws -> [String] {
    let result = try tuyen(Self.question.dropLast() + ["2", "--format", "json"])
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8)).targets
      .map(\.facility.id)
  }

  @Test
  func `two diverting facilities move the answer until their reports expire, in both formats`()
    throws
  {
    let nearest = try nearestTwo()
    let plain = try answer([])
    try withTemporaryFolder { folder in
      let own = folder + "/own.xml"
      let foreign = folder + "/have.xml"
      try native(nearest, expires: "23:00").write(toFile: own, atomically: true, encoding: .utf8)
      try have(nearest).write(toFile: foreign, atomically: true, encoding: .utf8)
      for (path, name) in [(own, "own.xml:"), (foreign, "have.xml:")] {
        let moved = try answer(["--status", path])
        #expect(!nearest.contains(moved.targets[0].facility.id))
        for id in nearest {
          let rejected = moved.rejected.first { $0.facility.id == id }
          #expect(rejected?.reasons.first?.code == "diverting")
          #expect(rejected?.status?.ageMinutes == 60)
          #expect(rejected?.status?.source.contains(name) == true)
        }
        #expect(moved.query.network.digest != plain.query.network.digest)
        // Nobody knows at two what is reported at two and later.
        let before = try answer(["--at", "2026-11-25T01:59", "--status", path])
        #expect(before.targets[0].facility.id == nearest[0])
        #expect(before.targets[0].status == nil)
      }
      try native(nearest, expires: "03:01").write(toFile: own, atomically: true, encoding: .utf8)
      let ended = try answer(["--status", own])
      #expect(ended.targets[0].facility.id == nearest[0])
      #expect(ended.targets[0].status?.weight == "expired")
      #expect(ended.targets[0].cautions.contains { $0.contains("hết hiệu lực") })
      // A report without an end counts for four hours.
      let late = try answer(["--at", "2026-11-25T06:01", "--status", foreign])
      #expect(late.targets[0].facility.id == nearest[0])
    }
  }

  @Test
  func `of several files the newest word counts, and a soft closure gives way to the gravest`()
    throws
  {
    let nearest = try nearestTwo()
    try withTemporaryFolder { folder in
      let old = folder + "/old.xml"
      let new = folder + "/new.xml"
      try have(nearest, reported: "01:00").write(toFile: old, atomically: true, encoding: .utf8)
      try native(nearest, expires: "23:00", " diversion=\"soft\"").write(
        toFile: new, atomically: true, encoding: .utf8)
      for order in [[old, new], [new, old]] {
        let files = order.flatMap { ["--status", $0] }
        #expect(try answer(files).targets[0].facility.id != nearest[0])
        let critical = try answer(files + ["--severity", "nguy kich"])
        #expect(critical.targets[0].facility.id == nearest[0])
        #expect(critical.query.severity == "critical")
        #expect(try answer(files + ["--severity", "stable"]).targets[0].facility.id != nearest[0])
      }
      let unknown = try tuyen(Self.question + ["--severity", "xyz"])
      #expect(unknown.code == 64 && unknown.errors.contains("critical (nguy kịch)"))
    }
  }

  @Test
  func `a bad file is told with its line and counts for nothing; an unknown facility is told`()
    throws
  {
    try withTemporaryFolder { folder in
      let good = folder + "/good.xml"
      let bad = folder + "/bad.xml"
      try native(["bv-nam-can", "bv-khong-co"], expires: "23:00")
        .write(toFile: good, atomically: true, encoding: .utf8)
      try native(["bv-nam-can"], expires: "01:00")
        .write(toFile: bad, atomically: true, encoding: .utf8)
      let result = try tuyen(Self.question + ["--status", good, "--status", bad])
      #expect(result.code == 65 && result.output.isEmpty)
      #expect(result.errors.contains("bad.xml:3:"))
      let warned = try tuyen(Self.question + ["--status", good])
      #expect(warned.code == 0)
      #expect(warned.errors.contains("good.xml:4: không có cơ sở nào mang mã \"bv-khong-co\""))
      try "<status/>".write(toFile: bad, atomically: true, encoding: .utf8)
      #expect(try tuyen(Self.question + ["--status", bad]).code == 65)
      #expect(try tuyen(Self.question + ["--status", folder + "/none.xml"]).code == 66)
    }
  }

  @Test func `how late one can leave is told for every minute, as a table and for programs`() throws
  {
    let arguments = [
      "route", "--from", "gso-2025:27664", "--need", "stroke", "--at", "2026-11-25T20:00",
      "--leave-until", "20:20", "--within", "120",
    ]
    let table = try tuyen(arguments)
    #expect(table.code == 0 && table.output.contains("Đi muộn nhất"))
    let json = try tuyen(arguments + ["--format", "json"])
    #expect(json.output.contains("\"leaveUntil\": \"2026-11-25T20:20:00+07:00\""))
    let csv = try tuyen(arguments + ["--format", "csv"])
    #expect(csv.output.hasPrefix("leave_from,leave_to,"))
    let wrong = try tuyen(Array(arguments.dropLast(4)) + ["--leave-until", "2026-11-24"])
    #expect(wrong.code == 64)
  }

  @Test func `at Tet the queue of a ferry changes the answer, and says why`() throws {
    let question = ["route", "--from", "gso-2024:29344", "--need", "cardiology.pci", "-k", "1"]
    let usual = try tuyen(question + ["--at", "2027-02-16T09:00", "--format", "csv"])
    #expect(usual.output.contains("target,1,bv-soc-trang,"))
    let tet = try tuyen(question + ["--at", "2027-02-06T09:00", "--format", "csv"])
    #expect(!tet.output.contains("target,1,bv-soc-trang,"))
    #expect(tet.output.contains("ferry_queue"))
  }
}
