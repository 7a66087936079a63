import Board
import Foundation
import HealthNetwork
import Testing

@testable import TuyenServer

/// Entries that are sent again because their answer was lost, and listeners that come back.
@Suite(.serialized) struct SentAgainTests {
  private typealias Desk = BoardEndpointTests.Desk

  private func caseID(_ text: String) -> String? {
    text.split(separator: "case/").dropFirst().first.map { String($0.prefix(13)) }
  }

  @Test
  func `A case that is opened again under its key is the same case, and steps are not repeated`()
    async throws
  {
    let desk = try await Desk()
    let opening = #"{"need": "stroke.thrombectomy", "place": "gso-2025:32128"}"#
    let key = ["Idempotency-Key": "phone-1"]
    let first = try await desk.ask("/v1/cases", as: .coordinate, opening, headers: key)
    let again = try await desk.ask("/v1/cases", as: .coordinate, opening, headers: key)
    #expect(first.status == 201 && again.status == 201, "\(again.text)")
    #expect(again.text == first.text)
    let id = try #require(caseID(first.text))
    // Another key, and the same key of another sender, open another one.
    let second = try await desk.ask(
      "/v1/cases", as: .coordinate, opening, headers: ["Idempotency-Key": "phone-2"])
    #expect(caseID(second.text) != id)
    let others = try await desk.ask("/v1/cases", as: .edit, opening, headers: key)
    #expect(others.status != 201 || caseID(others.text) != id)

    func step(_ body: String, _ key: String) async throws -> RawClient.Response {
      try await desk.ask(
        "/v1/cases/\(id)/steps", as: .coordinate, body, headers: ["Idempotency-Key": key])
    }
    #expect(
      try await step(#"{"kind": "called", "facility": "bv-ca-mau"}"#, "phone-3").status == 201)
    let refusal = #"{"kind": "refused", "facility": "bv-ca-mau", "reason": "no_staff"}"#
    let refused = try await step(refusal, "phone-4")
    let resent = try await step(refusal, "phone-4")
    #expect(refused.status == 201 && resent.text == refused.text, "\(resent.text)")
  }

  @Test func `An undo that is sent again is done, and another one is refused`() async throws {
    let desk = try await Desk()
    let written = try await desk.ask(
      "/v1/weather", as: .coordinate, #"{"weather": "bad", "until": "23:59"}"#)
    #expect(written.status == 201)
    let entry = try await desk.service.board?.store.head().number ?? 0
    let target = "/v1/entries/\(entry)/undo"
    let key = ["Idempotency-Key": "phone-9"]
    let undone = try await desk.ask(target, as: .coordinate, "{}", headers: key)
    let again = try await desk.ask(target, as: .coordinate, "{}", headers: key)
    #expect(undone.status == 201, "\(undone.text)")
    #expect(again.status == 201 && again.text == undone.text, "\(again.text)")
    #expect(try await desk.ask(target, as: .coordinate, "{}").status != 201)
  }

  @Test func `A listener that is ahead of a journal that was set back is told to load anew`()
    async throws
  {
    let desk = try await Desk()
    let head = try await desk.service.board?.store.head().number ?? 0
    let port = desk.port
    let text = try await SharedServer.waiting {
      let client = try RawClient(port: port)
      client.send(
        "GET /v1/changes HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: \(head + 40)\r\n\r\n")
      return try client.text(until: "reload")
    }
    #expect(text.contains("id: \(head)\nevent: reload\n"), "\(text)")
  }
}
