import Foundation
import TestSupport
import Testing

/// Scenarios and tables beside a question that are wrong.
@Suite struct WrongFileCommandTests {
  @Test func `what is wrong with a file is said by line, with its own exit codes`() throws {
    try withTemporaryFolder { folder in
      let scenario = folder + "/wrong.xml"
      try """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
      asOf="2026-11-25T00:00:00+07:00">
        <closure id="c" name="c" crossing="Cầu Không Có"/>
      </exchange>
      """.write(toFile: scenario, atomically: true, encoding: .utf8)
      let told = try tuyen([
        "whatif", scenario, "--need", "stroke.lysis", "--at", "2026-11-25T02:00",
      ])
      #expect(told.code == 65 && told.output.isEmpty)
      #expect(told.errors.contains("wrong.xml:3: "), "\(told.errors)")
      #expect(told.errors.contains("Cầu Không Có"))
      #expect(try tuyen(["whatif", folder + "/none.xml", "--need", "stroke"]).code == 66)

      let path = folder + "/places.csv"
      let base = ["site", "--need", "stroke", "--budget", "3", "--candidates"]
      try "place\nnowhere at all\n".write(toFile: path, atomically: true, encoding: .utf8)
      let wrong = try tuyen(base + [path])
      #expect(wrong.code == 65 && wrong.output.isEmpty)
      #expect(wrong.errors.contains("places.csv:2"))
      #expect(try tuyen(base + [folder + "/none.csv"]).code == 66)
      let rule = try tuyen(base + ["castles"])
      #expect(rule.code == 64 && rule.errors.contains("--candidates"))
    }
  }
}
