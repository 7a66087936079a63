import Foundation
import Testing
import TestSupport

@Suite struct RouteCommandTests {
  private struct Answer: Decodable {
    struct Query: Decodable {
      struct Origin: Decodable {
        var id: String?
        var name: String
        var lat: Double
        var lon: Double
        var node: String
        var accessMinutes: Double
      }
      struct Network: Decodable { var digest: String }
      var origin: Origin
      var need: String
      var at: String
      var vehicle: String
      var network: Network
    }
    struct Facility: Decodable {
      var id: String
      var name: String
      var node: String?
      var accessMinutes: Double?
    }
    struct Target: Decodable {
      struct Statement: Decodable {
        var code: String
        var confidence: String
        var source: String?
      }
      struct Leg: Decodable {
        var mode: String
        var km: Double
        var minutes: Double
        var crossing: String?
      }
      var rank: Int
      var facility: Facility
      var minutes: Double
      var minutesLow: Double
      var minutesHigh: Double
      var km: Double
      var arrival: String
      var capability: Statement
      var legs: [Leg]
    }
    struct Rejected: Decodable {
      struct Reason: Decodable {
        var code: String
        var text: String
      }
      var facility: Facility
      var minutes: Double?
      var reasons: [Reason]
    }
    var query: Query
    var targets: [Target]
    var rejected: [Rejected]
  }

  private func answer(_ arguments: [String]) throws -> Answer {
    let result = try tuyen(["route", "--format", "json"] + arguments)
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
  }

  @Test func `minutes are those of a plain search over the written graph`() throws {
    try withTemporaryFolder { folder in
      let at = "2026-11-25T10:00"
      #expect(try tuyen(["graph", "--out", folder, "--at", at]).code == 0)
      let arcs = try String(contentsOfFile: folder + "/arcs.csv", encoding: .utf8)
      var ways: [String: [(to: String, minutes: Double)]] = [:]
      for line in arcs.split(separator: "\n").dropFirst() {
        let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
        ways[String(fields[0]), default: []].append((String(fields[1]), Double(fields[2]) ?? 0))
      }
      for place in ["32191", "28804", "30280", "26740", "31147"] {
        let answer = try answer(["--from", place, "--need", "cardiology.pci", "--at", at])
        // Relaxing whatever changed until nothing does.
        var minutes = [answer.query.origin.node: answer.query.origin.accessMinutes]
        var changed: Set<String> = [answer.query.origin.node]
        while !changed.isEmpty {
          var next: Set<String> = []
          for node in changed {
            for way in ways[node] ?? [] {
              let time = (minutes[node] ?? .infinity) + way.minutes
              if time < (minutes[way.to] ?? .infinity) - 1e-9 {
                minutes[way.to] = time
                next.insert(way.to)
              }
            }
          }
          changed = next
        }
        #expect(!answer.targets.isEmpty)
        for target in answer.targets {
          let node = minutes[target.facility.node ?? ""] ?? .infinity
          #expect(abs(node + (target.facility.accessMinutes ?? 0) - target.minutes) < 0.01)
          #expect(target.minutesLow <= target.minutes && target.minutes <= target.minutesHigh)
        }
        let targets = Set(answer.targets.map(\.facility.id))
        #expect(targets.isDisjoint(with: answer.rejected.map(\.facility.id)))
      }
    }
  }

  @Test func `wrong use names the option and exits with 64, before anything is printed`() throws {
    for (arguments, hint) in [
      (["--from", "32191", "--need", "stroke", "--vehicle", "tank"], "--vehicle \"tank\""),
      (["--from", "32191", "--need", "stroke", "--min-confidence", "x"], "--min-confidence \"x\""),
      (["--need", "stroke"], "--from"),
    ] {
      let result = try tuyen(["route"] + arguments)
      #expect(result.code == 64, "\(arguments)")
      #expect(result.errors.contains(hint) && result.output.isEmpty, "\(result.errors)")
    }
  }

  @Test func `every format is written whole`() throws {
    let question = ["--from", "32191", "--need", "stroke", "--at", "2026-11-25T10:00"]
    let geo = try tuyen(["route", "--format", "geojson"] + question)
    let object = try JSONSerialization.jsonObject(with: Data(geo.output.utf8)) as? [String: Any]
    #expect(object?["type"] as? String == "FeatureCollection")
    #expect(try tuyen(["route", "--format", "xml"] + question).output.hasSuffix("</answer>\n"))
    let csv = try tuyen(["route", "--format", "csv"] + question).output
    #expect(csv.split(separator: "\n").filter { $0.hasPrefix("target,") }.count == 3)
  }

  @Test func `a batch keeps the order, and says which rows are wrong`() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/origins.csv"
      try "id,from\nb,32191\na,\"Cái Nước, Cà Mau\"\nc,nowhere at all\nd,bv-nam-can\n"
        .write(toFile: file, atomically: true, encoding: .utf8)
      let options = ["--need", "stroke", "-k", "1", "--at", "2026-11-25T10:00"]
      let csv = try tuyen(["route", "--batch", file, "--format", "csv"] + options)
      let ids = csv.output.split(separator: "\n").dropFirst().map { $0.prefix(1) }
      #expect(ids == ["b", "a", "c", "d"])
      #expect(csv.code == 65 && csv.errors.contains("origins.csv:4"))
      let json = try tuyen(["route", "--batch", file, "--format", "json"] + options)
      #expect(json.output.split(separator: "\n").count == 4)
    }
  }
}
