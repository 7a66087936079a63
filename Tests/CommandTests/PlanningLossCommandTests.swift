import Foundation
import TestSupport
import Testing

@Suite struct PlanningLossCommandTests {
  private let at = "2026-11-25T02:00"
  private let scenarios = repositoryFolder + "network-data/scenarios/"

  @Test func `a wrong scenario is told with its file and line`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/wrong.xml"
      try """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
      asOf="2026-11-25T00:00:00+07:00">
        <closure id="c" name="c" crossing="Cầu Không Có"/>
      </exchange>
      """.write(toFile: path, atomically: true, encoding: .utf8)
      let result = try tuyen(["whatif", path, "--need", "stroke.lysis", "--at", at])
      #expect(result.code == 65 && result.output.isEmpty)
      #expect(result.errors.contains("wrong.xml:3: "), "\(result.errors)")
      #expect(result.errors.contains("Cầu Không Có"))
      #expect(try tuyen(["whatif", folder + "/none.xml", "--need", "stroke"]).code == 66)
    }
  }

  @Test func `a route honours a closure and says so`() throws {
    let result = try tuyen([
      "route", "--from", "Quới Sơn, Châu Thành", "--need", "stroke.thrombectomy", "--at", at,
      "--scenario", scenarios + "rach-mieu-closed.xml", "--format", "json",
    ])
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(result.output.contains("path_cut_by_scenario"))
    #expect(result.output.contains("Cầu Rạch Miễu"))
  }
}
