import Facts
import Files
import Formats
import Foundation
import TestSupport
import Testing

@testable import Answers

/// Minutes of answers against a plain search over the graph that `graph` writes.
@Suite struct RouteMinutesTests {
  private struct Told: Decodable {
    struct Origin: Decodable {
      var node: String
      var accessMinutes: Double
    }
    struct Query: Decodable { var origin: Origin }
    struct Facility: Decodable {
      var id: String
      var node: String?
      var accessMinutes: Double?
    }
    struct Start: Decodable { var accessMinutes: Double }
    struct Leg: Decodable {}
    struct Target: Decodable {
      var facility: Facility
      var start: Start?
      var legs: [Leg]
      var minutes: Double
      var minutesLow: Double
      var minutesHigh: Double
    }
    struct Rejected: Decodable { var facility: Facility }
    var query: Query
    var targets: [Target]
    var rejected: [Rejected]
  }

  private static let at = "2026-11-25T10:00"

  /// The ways that leave each node, as the table of arcs has them.
  private func ways() throws -> [Substring: [(to: Substring, minutes: Double)]] {
    let answer = try SharedSession.mekong.get().ask(GraphQuestion.self, ["at": "\(Self.at)"])
    var ways: [Substring: [(to: Substring, minutes: Double)]] = [:]
    let table = try #require(answer.csv(AnswerStyle()))
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      ways[fields[0], default: []].append((fields[1], Double(fields[2]) ?? 0))
    }
    return ways
  }

  @Test func `minutes are those of a plain search over the written graph`() throws {
    let ways = try ways()
    for place in ["32191", "28804", "30280", "26740", "31147"] {
      let answer = try SharedSession.mekong.get().ask(
        RouteQuestion.self, ["from": "\(place)", "need": "cardiology.pci", "at": "\(Self.at)"])
      let text = try #require(answer.json(AnswerStyle())).text()
      let told = try JSONDecoder().decode(Told.self, from: Data(text.utf8))
      // Relaxing whatever changed until nothing does.
      let start = Substring(told.query.origin.node)
      var minutes = [start: told.query.origin.accessMinutes]
      var changed: Set<Substring> = [start]
      while !changed.isEmpty {
        var next: Set<Substring> = []
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
      #expect(!told.targets.isEmpty)
      for target in told.targets {
        let node = minutes[Substring(target.facility.node ?? "")] ?? .infinity
        if target.legs.isEmpty, let straight = target.start?.accessMinutes {
          // Near points: the straight way, and no longer than both ways to the network.
          #expect(abs(straight - target.minutes) < 0.01)
          #expect(node == .infinity || target.minutes <= node + straight)
        } else {
          #expect(abs(node + (target.facility.accessMinutes ?? 0) - target.minutes) < 0.01)
        }
        #expect(target.minutesLow <= target.minutes && target.minutes <= target.minutesHigh)
      }
      let targets = Set(told.targets.map(\.facility.id))
      #expect(targets.isDisjoint(with: told.rejected.map(\.facility.id)))
    }
  }

  @Test func `a route honours the closure of a scenario and says so`() throws {
    let session = try SharedSession.mekong.get().applying([
      .file(repositoryFolder + "network-data/scenarios/rach-mieu-closed.xml")
    ])
    let answer = try session.ask(
      RouteQuestion.self,
      [
        "from": "Quới Sơn, Châu Thành", "need": "stroke.thrombectomy", "at": "2026-11-25T02:00",
      ])
    let text = try #require(answer.json(AnswerStyle())).text()
    #expect(text.contains("path_cut_by_scenario") && text.contains("Cầu Rạch Miễu"))
  }

  @Test func `a network without vehicles says so`() throws {
    let error = #expect(throws: QuestionError.self) {
      try SharedSession.north.get().ask(
        RouteQuestion.self, ["from": "Vĩnh Hưng", "need": "imaging.ct"])
    }
    #expect(error?.message(in: .en).contains("holds no vehicles") == true)
  }
}
