import Foundation
import TestSupport
import Testing

@Suite struct PlanningLossCommandTests {
  private let at = "2026-11-25T02:00"
  private let scenarios = repositoryFolder + "network-data/scenarios/"

  private struct Losses: Decodable {
    struct Need: Decodable {
      struct Loss: Decodable {
        struct People: Decodable {
          var losing: Double
          var cutOff: Double
          var slower: Double
          var personMinutes: Double
          var communes: Int
        }
        struct Place: Decodable {
          struct Found: Decodable { var minutes: Double }
          var place: String
          var people: Double
          var before: Found?
          var after: Found?
        }
        var kind: String
        var rank: Int
        var id: String
        var people: People
        var places: [Place]
      }
      struct Threshold: Decodable { var minutes: Double }
      var need: String
      var threshold: Threshold
      var losses: [Loss]
    }
    var needs: [Need]
  }

  @Test func `the people of a loss are those of its places`() throws {
    let arguments = [
      "loss", "--need", "stroke.lysis", "--threshold", "60", "--at", at, "--of", "facilities",
      "--of", "crossings", "--top", "3", "--format", "json",
    ]
    let result = try tuyen(arguments)
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    #expect(try tuyen(arguments).output == result.output)
    let answer = try JSONDecoder().decode(Losses.self, from: Data(result.output.utf8))
    let need = try #require(answer.needs.first)
    #expect(need.need == "stroke.lysis" && need.threshold.minutes == 60)
    #expect(need.losses.count == 6)
    for loss in need.losses {
      #expect(loss.people.communes == loss.places.count)
      var losing = 0.0
      var added = 0.0
      for place in loss.places {
        let before = try #require(place.before).minutes
        if before <= 60, place.after.map({ $0.minutes > 60 }) ?? true { losing += place.people }
        if let after = place.after?.minutes { added += (after - before) * place.people }
      }
      #expect(abs(losing - loss.people.losing) < 1, "\(loss.id)")
      #expect(abs(added - loss.people.personMinutes) < 0.001 * abs(added) + 10, "\(loss.id)")
    }
  }

  @Test(arguments: ["vi", "en"])
  func `tables name what is lost, in either language`(language: String) throws {
    let result = try tuyen([
      "loss", "--need", "stroke.lysis", "--at", at, "--of", "crossings", "--pairs", "bridges",
      "--top", "2", "--lang", language,
    ])
    #expect(result.code == 0 && result.errors.isEmpty)
    #expect(result.output.contains("Cầu Hàm Luông (QL60)"))
    #expect(result.output.contains(language == "vi" ? "Mất hai cầu cùng lúc" : "Two bridges lost"))
  }

  @Test func `scenarios stand side by side`() throws {
    let result = try tuyen([
      "whatif", scenarios + "rach-mieu-closed.xml", scenarios + "dong-thap-thrombectomy.xml",
      "--need", "stroke.thrombectomy", "--at", at, "--format", "csv",
    ])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("rach-mieu-closed,stroke.thrombectomy,") })
    #expect(
      lines.contains {
        $0.hasPrefix("dong-thap-thrombectomy,") && $0.contains(",bv-dong-thap,")
      })
  }

  @Test func `a scenario of nothing answers that nothing was found`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/nothing.xml"
      try """
      <?xml version="1.0" encoding="UTF-8"?>
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong" \
      asOf="2026-11-25T00:00:00+07:00"/>
      """.write(toFile: path, atomically: true, encoding: .utf8)
      let result = try tuyen(["whatif", path, "--need", "stroke.lysis", "--at", at])
      #expect(result.code == 1 && result.errors.isEmpty, "\(result.errors)")
    }
  }

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

  @Test func `wrong options are refused`() throws {
    #expect(try tuyen(["loss", "--threshold", "0"]).code == 64)
    #expect(try tuyen(["loss", "--need", "nothing-such"]).code == 64)
    #expect(try tuyen(["loss", "--need", "stroke", "--group", "60+"]).code == 64)
    #expect(try tuyen(["loss", "--need", "stroke", "--scheme", "gso-1999"]).code == 64)
    #expect(try tuyen(["whatif"]).code == 64)
  }
}
