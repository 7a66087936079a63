import Board
import Facts
import Foundation
import TestSupport
import Testing

@testable import TuyenServer

/// Visibility of data by role, and the end of access.
@Suite struct AccessTests {
  private typealias Desk = BoardEndpointTests.Desk

  /// Opens a case that `bv-ca-mau` has accepted; gives its id.
  private func inbound(_ desk: Desk) async throws -> String {
    let opened = try await desk.ask(
      "/v1/cases", as: .coordinate,
      #"{"need": "stroke.thrombectomy", "place": "gso-2025:32128", "triage": "T1"}"#)
    let id = try #require(
      opened.text.split(separator: "case/").dropFirst().first.map { String($0.prefix(13)) })
    for kind in ["called", "accepted"] {
      let step = try await desk.ask(
        "/v1/cases/\(id)/steps", as: .coordinate,
        #"{"kind": "\#(kind)", "facility": "bv-ca-mau"}"#)
      #expect(step.status == 201, "\(step.text)")
    }
    return id
  }

  @Test
  func `Which patients are on the way, coordinators and the hospital are told, readers how many`()
    async throws
  {
    let desk = try await Desk()
    let id = try await inbound(desk)
    for role in [Role.coordinate, .report] {
      let board = try await desk.ask("/v1/board?facility=bv-ca-mau", as: role).text
      #expect(board.contains(#""case": "\#(id)""#), "\(board)")
      #expect(board.contains("stroke.thrombectomy"))
    }
    for role in [Role.read, .edit, nil] {
      let board = try await desk.ask("/v1/board?facility=bv-ca-mau", as: role).text
      #expect(board.contains(#""inbound": []"#), "\(board)")
      #expect(board.contains(#""patients": 1"#), "\(board)")
      #expect(board.contains(#""facilityName": "Bệnh viện Đa khoa Cà Mau""#), "\(board)")
      #expect(!board.contains(id) && !board.contains("thrombectomy"))
    }
  }

  @Test func `A hospital sees the cases that it was called about, and no other`() async throws {
    let desk = try await Desk()
    let id = try await inbound(desk)
    #expect(try await desk.ask("/v1/cases/\(id)", as: .report).status == 200)
    let keys = try #require(desk.service.board).keys
    let key = try await keys.make(
      for: "other", .report, facilities: ["bv-cho-ray"], days: 1, by: .system, from: "test",
      now: SharedServer.now
    ).text
    let refused = try await desk.ask(
      "/v1/cases/\(id)", headers: ["Authorization": "Bearer \(key)"])
    #expect(refused.status == 403, "\(refused.text)")
  }

  @Test func `Reports of a document are written all or none`() async throws {
    let desk = try await Desk()
    let head = try await desk.service.board?.store.head().number
    func document(_ second: String) -> String {
      """
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong"
        asOf="2026-11-18T10:00:00+07:00" title="t" source="test">
        <status facility="bv-ca-mau" traffic="closed" reported="2026-11-18T13:00:00+07:00" \
      expires="2026-11-18T20:00:00+07:00"/>
        <status facility="\(second)" traffic="closed" reported="2026-11-18T13:00:00+07:00" \
      expires="2026-11-18T20:00:00+07:00"/>
      </exchange>
      """
    }
    // The second is not the reporter's own.
    let refused = try await desk.ask(
      "/v1/status", as: .report, document("bv-cho-ray"), type: "application/xml")
    #expect(refused.status == 403, "\(refused.text)")
    #expect(try await desk.service.board?.store.head().number == head)
    let written = try await desk.ask(
      "/v1/status", as: .coordinate, document("bv-cho-ray"), type: "application/xml",
      headers: ["Idempotency-Key": "two"])
    #expect(written.status == 201, "\(written.text)")
    let again = try await desk.ask(
      "/v1/status", as: .coordinate, document("bv-cho-ray"), type: "application/xml",
      headers: ["Idempotency-Key": "two"])
    #expect(again.text == written.text)
    #expect(try await desk.service.board?.store.head().number == (head ?? 0) + 2)
  }

  @Test func `The event stream ends with the key of who listens`() async throws {
    var limits = SharedServer.limits
    limits.pulseMilliseconds = 20
    let desk = try await Desk(opensReading: false, limits: limits)
    let key = try #require(desk.keys[.read])
    let (port, id) = (desk.port, try #require(key.split(separator: "_").dropFirst().first))
    let client = try RawClient(port: port)
    client.send(
      "GET /v1/changes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(key)\r\n\r\n")
    _ = try await SharedServer.waiting { try client.text(until: "retry") }
    try await #require(desk.service.board).keys.revoke(
      String(id), by: .system, from: "test", now: SharedServer.now)
    // Its last chunk is empty; the connection stays for other requests.
    _ = try await SharedServer.waiting { try client.text(until: "\r\n0\r\n\r\n") }
  }

  @Test func `A listener that missed too much is told to read everything anew`() async throws {
    var limits = SharedServer.limits
    limits.missedEntries = 2
    let desk = try await Desk(limits: limits)
    let port = desk.port
    let head = try await #require(desk.service.board).store.head().number
    let text = try await SharedServer.waiting {
      let client = try RawClient(port: port)
      client.send("GET /v1/changes HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 0\r\n\r\n")
      return try client.text(until: "reload")
    }
    #expect(text.contains("id: \(head)\nevent: reload\n"), "\(text)")
  }

  @Test func `A page of the journal holds no more than some MiB`() async throws {
    let desk = try await Desk()
    let store = try #require(desk.service.board?.store)
    let text = String(repeating: "a", count: 900_000)
    for number in 0..<6 {
      let record = AnswerRecord(
        question: String(text.prefix(60_000)) + "\(number)", network: "n", entry: 0,
        answer: Digest(of: [UInt8(number)]))
      let draft = try EntryDraft(.answer(record), by: .system, from: "test")
      _ = try await store.append(draft, received: SharedServer.now)
    }
    let all = try await store.entries(after: 0, limit: 1_000)
    let some = try await store.entries(after: 0, limit: 1_000, mostBytes: 150_000)
    #expect(some.count < all.count && some.map(\.payload.count).reduce(0, +) <= 150_000)
    let next = try await store.entries(
      after: try #require(some.last).number, limit: 1, mostBytes: 10)
    #expect(next.first == all[some.count], "one entry is given however long it is")
    let rest = try await store.entries(after: some.count, limit: 1_000, mostBytes: 1 << 24)
    #expect(some + rest == all)
  }

  @Test func `A certificate that the proxy has proved stands for a key, and only for that`()
    async throws
  {
    let desk = try await Desk(opensReading: false, takesCertificates: true)
    func id(_ role: Role) -> String {
      desk.keys[role].flatMap { $0.split(separator: "_").dropFirst().first }.map { String($0) }
        ?? ""
    }
    func ask(
      _ target: String, _ subject: String, as role: Role? = nil, _ body: String? = nil,
      _ headers: [String: String] = [:]
    ) async throws -> Int {
      try await desk.ask(
        target, as: role, body, headers: headers.merging(["X-Client-Subject": subject]) { $1 }
      ).status
    }
    #expect(try await ask("/v1/network", "") == 401)
    #expect(try await ask("/v1/network", "CN=\(id(.read)),O=Bệnh viện\\, khoa") == 200)
    #expect(try await ask("/v1/audit", "CN=\(id(.read))") == 403, "its role, and no other")
    for subject in ["CN=nobody", "O=\(id(.read))", "CN=\(id(.read)),CN=\(id(.edit))", "x"] {
      #expect(try await ask("/v1/network", subject) == 401, "\(subject)")
    }
    // A key with the certificate of another is a stolen key.
    #expect(try await ask("/v1/network", "CN=\(id(.read))", as: .read) == 200)
    #expect(try await ask("/v1/network", "CN=\(id(.read))", as: .edit) == 401)
    // A page of another site gets nothing changed by a browser that shows a certificate.
    let weather = #"{"until": "23:59"}"#
    let subject = "CN=\(id(.coordinate))"
    #expect(
      try await ask("/v1/weather", subject, weather, ["Sec-Fetch-Site": "cross-site"]) == 403)
    #expect(try await ask("/v1/weather", subject, weather) == 201)
    try await #require(desk.service.board).keys.revoke(
      id(.read), by: .system, from: "test", now: SharedServer.now)
    #expect(try await ask("/v1/network", "CN=\(id(.read))") == 401)
    // A service that was not told of certificates does not look at the header.
    let plain = try await Desk(opensReading: false)
    let name = plain.keys[.read].flatMap { $0.split(separator: "_").dropFirst().first } ?? ""
    let forged = try await plain.ask("/v1/network", headers: ["X-Client-Subject": "CN=\(name)"])
    #expect(forged.status == 401)
  }

  @Test(arguments: [
    ("CN=a,O=b", "a"), ("O=b,CN=a", "a"), ("O=x\\,CN=y,cn=a", "a"), ("CN=a\\+b", "a+b"),
    ("O=b", nil), ("", nil), ("CN=a,CN=b", nil), ("CN=a+CN=b", nil), ("OCN=a", nil),
  ])
  func `The common name of a subject is the only one`(_ subject: String, _ name: String?) {
    #expect(CertificateSubject.commonName(of: subject) == name)
  }

  @Test(arguments: [
    ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ("[2001:db8:1:2::9]", "2001:db8:1:2::/64"), ("fe80::1%eth0", "fe80:0:0:0::/64"),
    ("::ffff:192.0.2.7", "192.0.2.7"), ("192.0.2.7", "192.0.2.7"), ("", ""), ("a:b", "a:b"),
  ])
  func `Clients of IPv6 are counted by their network`(_ address: String, _ counted: String) {
    #expect(ClientAddress.counted(address) == counted)
  }

  @Test func `Behind a trusted proxy clients are counted by the last name that it gives`()
    async throws
  {
    var limits = SharedServer.limits
    limits.requestsPerSecond = 0.000_1
    limits.requestBurst = 2
    for trusts in [true, false] {
      let port = try await SharedServer.start(
        SharedServer.session(), limits: limits, trustsProxy: trusts
      ).port
      var statuses: [Int] = []
      // The first name is the client's own invention; the last two are of one network.
      for name in ["1.1.1.1, 2001:db8::1", "2.2.2.2, 2001:db8::2", "3.3.3.3, 2001:db8::3"] {
        statuses.append(
          try await SharedServer.ask(
            "/v1/network", headers: ["X-Forwarded-For": name], port: port
          ).status)
      }
      #expect(statuses == [200, 200, 429])
      let other = try await SharedServer.ask(
        "/v1/network", headers: ["X-Forwarded-For": "2001:db8:0:1::1"], port: port)
      #expect(other.status == (trusts ? 200 : 429))
    }
  }

  @Test func `Files have a name under which they are stored`() async throws {
    let target = "/v1/places?level=province&format="
    for (format, name) in [("csv", "places.csv"), ("xlsx", "places.xlsx")] {
      let response = try await SharedServer.ask(target + format)
      #expect(response["content-disposition"] == "inline; filename=\"\(name)\"")
    }
    #expect(try await SharedServer.ask(target + "json")["content-disposition"] == nil)
  }
}
