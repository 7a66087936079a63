import Answers
import Facts
import Files
import Foundation
import TestSupport
import Testing

@testable import TuyenServer

/// The table for the hours without network says what the service says.
@Suite struct HandbookTests {
  /// The fields of the handbook that are held against other answers.
  private struct Table: Decodable {
    struct Network: Decodable { var digest: String }
    struct Need: Decodable { var code: String }
    struct Facility: Decodable {
      var id: String
      var phone: String?
    }
    struct Commune: Decodable {
      var id: String
      var name: String
      var former: [String]?
      var best: [[Int]]
    }

    var network: Network
    var at: [String]
    var needs: [Need]
    var facilities: [Facility]
    var communes: [Commune]
  }

  private struct Route: Decodable {
    struct Facility: Decodable { var id: String }
    struct Target: Decodable {
      var facility: Facility
      var minutes: Double
    }

    var targets: [Target]
  }

  /// Asks until the handbook is made.
  private static func made(
    _ port: Int, _ headers: [String: String] = [:]
  ) async throws -> RawClient.Response {
    for _ in 0..<1_200 {
      let response = try await SharedServer.ask("/v1/handbook", headers: headers, port: port)
      if response.status != 202 { return response }
      #expect(response["retry-after"] != nil)
      #expect(response.text.contains("being made"))
      try await Task.sleep(for: .milliseconds(100))
    }
    throw CancellationError()
  }

  @Test func `It is made once, compressed, and not sent again to who holds it`() async throws {
    let port = try await SharedServer.port()
    let response = try await Self.made(port)
    #expect(response.status == 200)
    let tag = try #require(response["etag"])
    let again = try await SharedServer.ask(
      "/v1/handbook", headers: ["If-None-Match": tag], port: port)
    #expect(again.status == 304)
    #expect(again.body.isEmpty)
    let compressed = try await SharedServer.ask(
      "/v1/handbook", headers: ["Accept-Encoding": "gzip"], port: port)
    #expect(compressed["content-encoding"] == "gzip")
    #expect(compressed.body.count < 300_000, "\(compressed.body.count) bytes over the line")
    // The other language has the same bytes: it holds both.
    let english = try await SharedServer.ask("/v1/handbook?lang=en", port: port)
    #expect(english["etag"] == tag)
  }

  @Test func `Its answers are those of the route question, by day and by night`() async throws {
    let port = try await SharedServer.port()
    let response = try await Self.made(port)
    let table = try JSONDecoder().decode(Table.self, from: Data(response.body))
    #expect(table.network.digest == (try SharedServer.session()).digest)
    #expect(table.at.map { $0.dropFirst(11).prefix(5) } == ["10:00", "02:00"])
    let codes = table.needs.map(\.code)
    #expect(codes.contains("stroke.thrombectomy") && codes.contains("paediatrics.nicu"))
    #expect(table.communes.count > 600)
    #expect(table.communes.allSatisfy { $0.best.count == codes.count * 2 })
    #expect(table.communes.contains { $0.former?.isEmpty == false })
    let step = max(1, table.communes.count / 7)
    for (number, index) in stride(from: 0, to: table.communes.count, by: step).enumerated() {
      let commune = table.communes[index]
      let (need, half) = (number % codes.count, number % 2)
      let route = try await SharedServer.ask(
        SharedServer.target(
          "/v1/route",
          [("from", commune.id), ("need", codes[need]), ("at", table.at[half])]), port: port)
      // Where no way begins, the route is a problem document, and the handbook has nobody.
      let asked =
        route.status == 200
        ? try JSONDecoder().decode(Route.self, from: Data(route.body)).targets : []
      let numbers = commune.best[need * 2 + half]
      let kept = stride(from: 0, to: numbers.count, by: 3).map { place in
        (id: table.facilities[numbers[place]].id, minutes: numbers[place + 1])
      }
      #expect(kept.map(\.id) == asked.map(\.facility.id), "\(commune.name), \(codes[need])")
      #expect(
        kept.map(\.minutes) == asked.map { Int($0.minutes.rounded()) },
        "\(commune.name), \(codes[need])")
    }
  }

  @Test func `It is of an ordinary working day`() throws {
    let session = try SharedServer.session()
    // A Saturday: the next working day is the Monday.
    let saturday = try #require(Day(year: 2026, month: 11, day: 28))
    let handbook = Handbook(of: session, from: saturday)
    #expect(handbook.day.description == "2026-11-30")
    // New Year is a day off by law.
    let newYear = try #require(Day(year: 2027, month: 1, day: 1))
    #expect(Handbook(of: session, from: newYear).day.description == "2027-01-04")
  }
}
