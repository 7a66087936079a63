import Foundation
import TestSupport
import Testing

@Suite struct SiteCommandTests {
  private let question = [
    "site", "--need", "stroke.thrombectomy", "--threshold", "60", "--budget", "2", "--candidates",
    "provincial-general,regional-general", "--at", "2026-11-25T10:00",
  ]

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try tuyen(arguments + ["--format", "json"])
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  private func people(_ outcome: Any?) throws -> Double {
    try #require((outcome as? [String: Any])?["people"] as? Double)
  }

  @Test func `a choice as a scenario has what the choice is said to have`() throws {
    let answer = try json(question)
    try withTemporaryFolder { folder in
      let delta = try tuyen(question + ["--format", "xml"])
      #expect(delta.code == 0 && delta.output.contains("hypothetical"))
      let path = folder + "/choice.xml"
      try delta.output.write(toFile: path, atomically: true, encoding: .utf8)
      let after = try json(question + ["--scenario", path])
      #expect(abs(try people(after["before"]) - people(answer["after"])) < 0.5)
      #expect(try people(answer["after"]) > people(answer["before"]))
    }
    let objective = try #require(answer["objective"] as? [String: Any])
    #expect(try #require(objective["bound"] as? Double) >= people(answer["after"]))
    #expect((answer["curve"] as? [Any])?.count == 2)
  }

  @Test func `without the solver the heuristics answer with a bound`() throws {
    let quick = try json(question + ["--time-limit", "0"])
    let exact = try json(question)
    let objective = try #require(quick["objective"] as? [String: Any])
    let best = try people(exact["after"])
    #expect(try people(quick["after"]) <= best + 0.5)
    #expect(try #require(objective["bound"] as? Double) >= best - 0.5)
  }

  @Test func `the same question gives the same bytes in every format`() throws {
    for format in ["table", "json", "csv", "geojson", "xml"] {
      let one = try tuyen(question + ["--format", format])
      #expect(one.code == 0 && !one.output.isEmpty)
      #expect(one.output == (try tuyen(question + ["--format", format])).output)
    }
    let vietnamese = try tuyen(question).output
    let english = try tuyen(question + ["--lang", "en"]).output
    #expect(vietnamese.contains("Người trong ngưỡng") && english.contains("People within"))
    #expect(try tuyen(question + ["--format", "csv"]).output.hasPrefix("rank,action,id,"))
  }

  @Test func `candidates come from a file, and what is wrong in it is said by line`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/places.csv"
      try "place,cost\nbv-ca-mau,2\ngso-2025:32191,1\n"
        .write(toFile: path, atomically: true, encoding: .utf8)
      let base = [
        "site", "--need", "neurosurgery.craniotomy", "--budget", "3", "--choose", "any", "--at",
        "2026-11-25T10:00", "--candidates",
      ]
      let answer = try tuyen(base + [path, "--format", "csv"])
      #expect(answer.code == 0 || answer.code == 65, "\(answer.errors)")
      try "place\nnowhere at all\nbv-cho-ray\n10.0,105.0\n10.0,105.0\n"
        .write(toFile: path, atomically: true, encoding: .utf8)
      let wrong = try tuyen(base + [path])
      #expect(wrong.code == 65 && wrong.output.isEmpty)
      #expect(wrong.errors.contains("places.csv:2") && wrong.errors.contains("places.csv:5"))
    }
  }

  @Test func `nonsense is refused with what would help`() throws {
    let need = ["site", "--need", "stroke.thrombectomy"]
    let cases: [([String], String)] = [
      (["site", "--need", "nonsense", "--budget", "1"], "stroke.thrombectomy"),
      (need, "--budget"),
      (need + ["--budget", "0"], "--budget"),
      (need + ["--budget", "1", "--choose", "pray"], "build, upgrade, rotate"),
      (need + ["--budget", "1", "--cost", "build=free"], "build=5"),
      (need + ["--budget", "1", "--candidates", "castles"], "tier:1"),
      (need + ["--budget", "1", "--fixed", "nowhere"], "nowhere"),
      (need + ["--budget", "1", "--group", "old"], "65+"),
      (need + ["--budget", "1", "--threshold", "-5"], "--threshold"),
      (need + ["--objective", "all", "--budget", "1"], "--budget"),
      (need + ["--objective", "travel", "--choose", "rotate", "--budget", "1"], "rotation"),
      (need + ["--budget", "1", "--basis", "guess"], "census-resident"),
      (need + ["--budget", "1", "--scheme", "gso-1999"], "gso-1999"),
    ]
    for (arguments, help) in cases {
      let result = try tuyen(arguments)
      #expect(result.code == 64 && result.output.isEmpty, "\(arguments): \(result.code)")
      #expect(result.errors.contains(help), "\(arguments): \(result.errors)")
    }
    let missing = try tuyen(need + ["--budget", "1", "--candidates", "/nowhere/at/all.csv"])
    #expect(missing.code == 66)
  }
}
