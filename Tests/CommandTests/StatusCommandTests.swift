import Foundation
import Testing
import TestSupport

/// Live status through the real command, on the shipped network.
@Suite struct StatusCommandTests {
  private static let question = [
    "route", "--from", "nam can", "--need", "stroke", "--at", "2026-11-25T03:00", "-k", "1",
  ]

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
}
