import Foundation
import TestSupport
import Testing

@Suite struct SiteCommandTests {
  private let question = [
    "site", "--need", "stroke.thrombectomy", "--threshold", "60", "--budget", "2", "--candidates",
    "provincial-general,regional-general", "--time-limit", "0", "--at", "2026-11-25T10:00",
  ]

  private func people(_ arguments: [String], _ key: String) throws -> Double {
    let result = try tuyen(arguments + ["--format", "json"])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    let answer = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let outcome = try #require((answer as? [String: Any])?[key] as? [String: Any])
    return try #require(outcome["people"] as? Double)
  }

  @Test func `a choice as a scenario has what the choice is said to have`() throws {
    try withTemporaryFolder { folder in
      let delta = try tuyen(question + ["--format", "xml"])
      #expect(delta.code == 0 && delta.output.contains("hypothetical"))
      let path = folder + "/choice.xml"
      try delta.output.write(toFile: path, atomically: true, encoding: .utf8)
      let after = try people(question, "after")
      #expect(abs(try people(question + ["--scenario", path], "before") - after) < 0.5)
    }
  }

  @Test func `what is wrong with a file of candidates is said by line, with its own exit codes`()
    throws
  {
    try withTemporaryFolder { folder in
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
