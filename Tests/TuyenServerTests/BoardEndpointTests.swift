import Answers
import Board
import Facts
import Formats
import Foundation
import Hummingbird
import Logging
import TestSupport
import Testing

@testable import TuyenServer

/// The board over HTTP: who may write, what reaches the answers, and how it is taken back.
@Suite struct BoardEndpointTests {
  /// A server with a board of its own, and keys for each role.
  struct Desk: Sendable {
    let port: Int
    let service: Service
    let keys: [Role: String]

    init(
      opensReading: Bool = true, limits: ServiceLimits = SharedServer.limits,
      takesCertificates: Bool = false
    ) async throws {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("tuyen-board-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let store = try SQLiteStore(path: folder + "/board.sqlite")
      let board = BoardLink(store, opensReading: opensReading)
      let (service, port) = try await SharedServer.start(
        SharedServer.session(), limits: limits, board: board,
        takesCertificates: takesCertificates)
      var keys: [Role: String] = [:]
      for role in Role.allCases {
        keys[role] = try await board.keys.make(
          for: "test-\(role.rawValue)", role, facilities: role == .report ? ["bv-ca-mau"] : [],
          days: 1, by: .system, from: "test", now: SharedServer.now
        ).text
      }
      (self.port, self.service, self.keys) = (port, service, keys)
    }

    func ask(
      _ target: String, method: String = "GET", as role: Role? = nil, _ body: String? = nil,
      type: String = "application/json", headers: [String: String] = [:]
    ) async throws -> RawClient.Response {
      var headers = headers
      if let role { headers["Authorization"] = "Bearer \(keys[role] ?? "")" }
      if body != nil { headers["Content-Type"] = type }
      return try await SharedServer.ask(
        target, method: body == nil ? method : "POST", headers: headers,
        body: Array((body ?? "").utf8), port: port)
    }

    /// The targets of a route, by id.
    func targets(_ need: String = "stroke.thrombectomy") async throws -> String {
      let at = SharedServer.now.shown(in: ZoneOffset(minutes: 420)).description
      return try await ask(
        SharedServer.target(
          "/v1/route",
          [("from", "Cái Nước, Cà Mau"), ("need", need), ("at", at), ("k", "1"), ("lang", "en")])
      ).text
    }
  }

  @Test func `A diversion reaches the next answer, and undo takes it back`() async throws {
    let desk = try await Desk()
    let before = try await desk.targets()
    let written = try await desk.ask(
      "/v1/diversions", as: .report,
      #"{"facility": "bv-ca-mau", "until": "23:59", "diversion": "hard"}"#)
    #expect(written.status == 201, "\(written.text)")
    let during = try await desk.targets()
    #expect(during != before)
    #expect(during.contains("diverting"), "\(during.prefix(2_000))")
    let entry = try #require(entryNumber(written.text))
    let undone = try await desk.ask("/v1/entries/\(entry)/undo", as: .report, "{}")
    #expect(undone.status == 201, "\(undone.text)")
    #expect(try await desk.targets() == before)
  }

  func entryNumber(_ text: String) -> Int? {
    text.split(separator: "\"entry\": ").dropFirst().first
      .flatMap { Int($0.prefix { $0.isNumber }) }
  }

  @Test func `The board of a need has all that are able, reported or not`() async throws {
    let desk = try await Desk()
    _ = try await desk.ask(
      "/v1/diversions", as: .report, #"{"facility": "bv-ca-mau", "until": "23:59"}"#)
    let reported = try await desk.ask("/v1/board?lang=en").text
    #expect(reported.contains("\"bv-ca-mau\""))
    #expect(!reported.contains("\"bv-tra-vinh\""))
    let able = try await desk.ask("/v1/board?need=stroke.thrombectomy&lang=en").text
    #expect(able.contains("\"bv-ca-mau\"") && able.contains("\"bv-tra-vinh\""))
    #expect(able.contains("\"value\": \"closed\""))
    // A facility that is said not to do it is left out.
    #expect(!able.contains("\"bv-bac-lieu\""))
    let wrong = try await desk.ask("/v1/board?need=xyz&lang=en")
    #expect(wrong.status == 400)
    #expect(wrong.text.contains("\"field\": \"need\""))
  }

  @Test func `A closure reaches every answer at once, and ends`() async throws {
    let desk = try await Desk()
    let query: [(name: String, value: String)] = [
      ("from", "Mỏ Cày"), ("need", "stroke.thrombectomy"), ("at", "2026-11-19T12:00"),
    ]
    let target = SharedServer.target("/v1/route", query)
    let before = try await desk.ask(target).text
    for crossing in [
      "Cầu Rạch Miễu 2 (QL60)", "Cầu Rạch Miễu (nhịp Bắc, Mỹ Tho – Thới Sơn)",
    ] {
      let written = try await desk.ask(
        "/v1/closures", as: .coordinate,
        #"{"crossing": "\#(crossing)", "from": "2026-11-18T00:00", "until": "2026-11-20T00:00"}"#)
      #expect(written.status == 201, "\(written.text)")
    }
    let during = try await desk.ask(target).text
    #expect(during != before)
    let after = try await desk.ask(
      SharedServer.target("/v1/route", query.dropLast() + [("at", "2026-11-20T12:00")])
    ).text
    #expect(!after.contains("\"avoid\""))
  }

  @Test func `An account whose id has a slash sets its own password only`() async throws {
    let desk = try await Desk()
    let accounts = try #require(desk.service.board?.accounts)
    let now = SharedServer.now
    let own = try await accounts.make("x/admin", .read, by: .system, from: "test", now: now)
    _ = try await accounts.make("admin", .administer, by: .system, from: "test", now: now)
    let signedIn = try await desk.ask(
      "/v1/session", #"{"account": "x/admin", "password": "\#(own.text)"}"#)
    let cookie = try #require(
      signedIn["set-cookie"]?.split(separator: ";").first.map(String.init))
    let set = try await desk.ask(
      "/v1/password", #"{"password": "một câu dài để nhớ"}"#,
      headers: ["Cookie": cookie, "Sec-Fetch-Site": "same-origin"])
    #expect(set.status == 200, "\(set.text)")
    let store = try #require(desk.service.board?.store)
    #expect(try await store.account("x/admin")?.password != nil)
    #expect(try await store.account("admin")?.password == nil)
    // Once there is a password, it is asked for.
    let again = try await desk.ask(
      "/v1/session", #"{"account": "x/admin", "password": "một câu dài để nhớ"}"#)
    let second = try #require(again["set-cookie"]?.split(separator: ";").first.map(String.init))
    let headers = ["Cookie": second, "Sec-Fetch-Site": "same-origin"]
    let without = try await desk.ask(
      "/v1/password", #"{"password": "một câu dài khác"}"#, headers: headers)
    #expect(without.status == 400 && without.text.contains("current"))
    let wrong = try await desk.ask(
      "/v1/password", #"{"password": "một câu dài khác", "current": "đoán mò một câu"}"#,
      headers: headers)
    #expect(wrong.status == 401)
  }

  @Test func `Who may not is refused, and who is nobody is asked to sign in`() async throws {
    let desk = try await Desk(opensReading: false)
    #expect(try await desk.ask("/v1/network").status == 401)
    #expect(try await desk.ask("/v1/network", as: .read).status == 200)
    let body = #"{"facility": "bv-ca-mau", "until": "23:59"}"#
    #expect(try await desk.ask("/v1/diversions", body).status == 401)
    #expect(try await desk.ask("/v1/diversions", as: .read, body).status == 403)
    // A reporter speaks for its own facility only.
    let other = #"{"facility": "bv-cho-ray", "until": "23:59"}"#
    #expect(try await desk.ask("/v1/diversions", as: .report, other).status == 403)
    #expect(try await desk.ask("/v1/diversions", as: .coordinate, other).status == 201)
    #expect(try await desk.ask("/v1/audit", as: .report).status == 403)
    #expect(try await desk.ask("/v1/keys", as: .coordinate).status == 403)
    let wrong = try await desk.ask(
      "/v1/network", headers: ["Authorization": "Bearer tuyen_x_y"])
    #expect(wrong.status == 401)
    #expect(wrong["www-authenticate"] != nil)
  }

  @Test func `A case goes from asked to arrived, and a refusal opens it again`() async throws {
    let desk = try await Desk()
    let opened = try await desk.ask(
      "/v1/cases", as: .coordinate,
      #"{"need": "stroke.thrombectomy", "place": "gso-2025:32128", "note": "stroke"}"#)
    #expect(opened.status == 201, "\(opened.text)")
    let id = try #require(
      opened.text.split(separator: "case/").dropFirst().first.map { String($0.prefix(13)) })
    func step(_ body: String, as role: Role = .coordinate) async throws -> RawClient.Response {
      try await desk.ask("/v1/cases/\(id)/steps", as: role, body)
    }
    #expect(try await step(#"{"kind": "called", "facility": "bv-ca-mau"}"#).status == 201)
    let refused = try await step(
      #"{"kind": "refused", "facility": "bv-ca-mau", "reason": "no_staff"}"#, as: .report)
    #expect(refused.status == 201, "\(refused.text)")
    let reopened = try await desk.ask("/v1/cases/\(id)", as: .coordinate).text
    #expect(reopened.contains(#""standing": "asked""#), "\(reopened)")
    #expect(reopened.contains(#""next""#))
    #expect(!reopened.split(separator: #""next""#)[1].contains(#""id": "bv-ca-mau""#))
    let illegal = try await step(#"{"kind": "arrived", "facility": "bv-ca-mau"}"#)
    #expect(illegal.status == 409)
    #expect(illegal.text.contains("\"value\": \"called\""), "\(illegal.text)")
    let private_ = try await desk.ask(
      "/v1/cases", as: .coordinate,
      #"{"need": "stroke.lysis", "place": "gso-2025:32128", "note": "gọi 0912 345 678"}"#)
    #expect(private_.status == 400)
    #expect(private_.text.contains("holds-number"))
  }

  @Test func `The same sent twice is written once`() async throws {
    let desk = try await Desk()
    let body = #"{"weather": "bad", "until": "23:59"}"#
    let headers = ["Idempotency-Key": "desk-7"]
    let first = try await desk.ask("/v1/weather", as: .coordinate, body, headers: headers)
    let again = try await desk.ask("/v1/weather", as: .coordinate, body, headers: headers)
    #expect(first.status == 201)
    #expect(again.text == first.text)
    let other = try await desk.ask(
      "/v1/weather", as: .coordinate, #"{"weather": "storm", "until": "23:59"}"#, headers: headers)
    #expect(other.status == 409)
  }

  @Test func `Listeners are told of each entry, and of those they missed`() async throws {
    let desk = try await Desk()
    let head = try await desk.service.board?.store.head().number ?? 0
    let port = desk.port
    let reading = Task {
      try await SharedServer.waiting {
        let client = try RawClient(port: port)
        client.send(
          "GET /v1/changes HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: \(head)\r\n\r\n")
        return try client.text(until: "weather")
      }
    }
    #expect(
      try await desk.ask(
        "/v1/closures", as: .coordinate,
        #"{"crossing": "Cầu Rạch Miễu 2 (QL60)", "until": "23:59"}"#
      ).status == 201)
    #expect(
      try await desk.ask("/v1/weather", as: .coordinate, #"{"until": "23:59"}"#).status == 201)
    let text = try await reading.value
    #expect(text.contains("text/event-stream"))
    #expect(text.contains("id: \(head + 1)\n"), "\(text)")
    #expect(text.contains("id: \(head + 2)\n"), "\(text)")
  }

  @Test func `Documents of live status become entries`() async throws {
    let desk = try await Desk()
    let document = """
      <exchange xmlns="urn:tuyen:exchange:1" version="1.0" kind="delta" network="hcmc-mekong"
        asOf="2026-11-18T10:00:00+07:00" title="t" source="test">
        <status facility="bv-ca-mau" traffic="closed" reported="2026-11-18T13:00:00+07:00" \
      expires="2026-11-18T20:00:00+07:00"/>
      </exchange>
      """
    let written = try await desk.ask("/v1/status", as: .report, document, type: "application/xml")
    #expect(written.status == 201, "\(written.text)")
    let board = try await desk.ask("/v1/board?facility=bv-ca-mau").text
    #expect(board.contains(#""traffic": "closed""#), "\(board)")
  }

  @Test func `Somebody signs in once with a secret, sets a password, and signs in with it`()
    async throws
  {
    let desk = try await Desk(opensReading: false)
    let made = try await desk.ask(
      "/v1/accounts", as: .administer, #"{"account": "lan", "role": "coordinate"}"#)
    #expect(made.status == 201, "\(made.text)")
    let secret = try #require(
      made.text.split(separator: "\"oneTimeSecret\": \"").dropFirst().first.map {
        String($0.prefix(43))
      })
    func signIn(_ password: String) async throws -> RawClient.Response {
      try await desk.ask("/v1/session", #"{"account": "lan", "password": "\#(password)"}"#)
    }
    #expect(try await signIn("wrong").status == 401)
    let first = try await signIn(secret)
    #expect(first.status == 200, "\(first.text)")
    let cookie = try #require(first["set-cookie"])
    for part in ["__Host-tuyen=", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
      #expect(cookie.contains(part))
    }
    let session = ["Cookie": String(cookie.prefix { $0 != ";" })]
    // Nothing but a password before there is one; no page of another site sets it.
    #expect(try await desk.ask("/v1/network", headers: session).status == 403)
    let password = #"{"password": "một câu đủ dài để nhớ"}"#
    #expect(try await desk.ask("/v1/password", password, headers: session).status == 403)
    let own = session.merging(["Sec-Fetch-Site": "same-origin"]) { $1 }
    #expect(try await desk.ask("/v1/password", password, headers: own).status == 200)
    #expect(try await signIn(secret).status == 401)
    let again = try await signIn("một câu đủ dài để nhớ")
    #expect(again.status == 200, "\(again.text)")
    let now = ["Cookie": String((again["set-cookie"] ?? "").prefix { $0 != ";" })]
    #expect(try await desk.ask("/v1/network", headers: now).status == 200)
    let answer = try await desk.ask("/v1/places?level=province", headers: now)
    #expect(answer["cache-control"] == "no-store")
    let left = try await desk.ask(
      "/v1/session", method: "DELETE",
      headers: now.merging(["Sec-Fetch-Site": "same-origin"]) { $1 })
    #expect(left.status == 200)
    #expect(try await desk.ask("/v1/network", headers: now).status == 401)
  }

  @Test func `Somebody sees where they are signed in, and ends it with their password`()
    async throws
  {
    let desk = try await Desk(opensReading: false)
    let board = try #require(desk.service.board)
    let now = SharedServer.now
    _ = try await board.accounts.make("lan", .coordinate, by: .system, from: "test", now: now)
    try await board.accounts.setPassword(
      of: "lan", "một câu đủ dài để nhớ", from: "test", now: now)
    func signIn() async throws -> [String: String] {
      let answer = try await desk.ask(
        "/v1/session", #"{"account": "lan", "password": "một câu đủ dài để nhớ"}"#)
      return [
        "Cookie": String((answer["set-cookie"] ?? "").prefix { $0 != ";" }),
        "Sec-Fetch-Site": "same-origin",
      ]
    }
    let (one, two) = (try await signIn(), try await signIn())
    let seen = try await desk.ask("/v1/sessions", headers: one).text
    #expect(seen.components(separatedBy: "\"origin\": \"127.0.0.1\"").count == 3, "\(seen)")
    #expect(seen.components(separatedBy: "\"isThis\": true").count == 2)
    // A key of a machine has no sessions, and nobody is shown those of somebody else.
    #expect(try await desk.ask("/v1/sessions", as: .administer).status == 401)
    #expect(try await desk.ask("/v1/sessions?account=admin", headers: one).status == 403)
    let wrong = try await desk.ask(
      "/v1/sessions/end", #"{"password": "một câu khác hẳn nhé"}"#, headers: one)
    #expect(wrong.status == 401, "\(wrong.text)")
    #expect(try await desk.ask("/v1/network", headers: two).status == 200)
    let others = try await desk.ask(
      "/v1/sessions/end", #"{"password": "một câu đủ dài để nhớ"}"#, headers: one)
    #expect(others.status == 200 && others.text.contains("\"ended\": 1"), "\(others.text)")
    #expect(try await desk.ask("/v1/network", headers: two).status == 401)
    #expect(try await desk.ask("/v1/network", headers: one).status == 200)
    let id = try #require(
      try await board.store.sessions(of: "lan").first.map(\.id))
    let own = try await desk.ask(
      "/v1/sessions/end", #"{"password": "một câu đủ dài để nhớ", "session": "\#(id)"}"#,
      headers: one)
    #expect(own.status == 200 && own["set-cookie"]?.contains("Max-Age=0") == true, "\(own.text)")
    #expect(try await desk.ask("/v1/network", headers: one).status == 401)
  }

  @Test func `A client that leaves is no failure of the store`() {
    let problem = Problem(any: BoardError.cancelled)
    #expect(problem.status.code == 499 && problem.code == "cancelled")
    #expect(Problem(any: BoardError.file("x", Bilingual("đĩa hết chỗ", "no room"))).code == "store")
  }

  @Test func `An answer that was given is given again from the journal`() async throws {
    let desk = try await Desk()
    _ = try await desk.ask(
      "/v1/weather", as: .coordinate, #"{"weather": "bad", "until": "23:59"}"#)
    let given = try await desk.ask(
      "/v1/route?from=bv-nam-can&need=stroke", as: .coordinate)
    _ = try await desk.ask("/v1/weather", as: .coordinate, #"{"until": "23:59"}"#)
    let store = try #require(desk.service.board?.store)
    let known = try await record(of: given.body, in: store)
    let again = try await Replay.bytes(of: known, in: SharedServer.session(), from: store)
    #expect(again == given.body)
  }

  /// The record of an answer, which is written behind it.
  private func record(
    of answer: [UInt8], in store: any BoardStore
  ) async throws -> AnswerRecord {
    let digest = Digest(of: answer)
    while true {
      for entry in try await store.entries(after: 0, limit: 1_000) {
        if case .answer(let found)? = try? entry.content(), found.answer == digest { return found }
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// Questions with a body, and answers that come line by line.
  static let bodied: [(target: String, type: String, body: String?)] = [
    (
      "/v1/batch?need=stroke&format=csv", "text/csv",
      "id,from,lat,lon\na,\"Cái Nước, Cà Mau\",,\nb,,9.176820,105.152420\n"
    ),
    ("/v1/batch?need=stroke", "text/csv", "id,from\na,\"Cái Nước, Cà Mau\"\nb,nowhere at all\n"),
    (
      "/v1/patients?need=trauma&from=C%C3%A1i%20B%C3%A8", "text/csv",
      "id,severity,age\na,T1,30\nb,T2,5\n"
    ),
    ("/v1/matrix", "text/csv", "from,to\nMỏ Cày,bv-cho-ray\n"),
    ("/v1/matrix?from=N%C4%83m%20C%C4%83n&to=bv-ca-mau&format=xlsx", "", nil),
    (
      "/v1/whatif?need=stroke.thrombectomy", "application/json",
      #"""
      {"network": "hcmc-mekong", "asOf": "2026-11-25T00:00:00+07:00",
       "records": {"closure": [{"id": "x", "name": "x", "crossing": "Cầu Rạch Miễu 2 (QL60)"}]}}
      """#
    ),
  ]

  @Test(arguments: BoardEndpointTests.bodied.indices)
  func `An answer to a question with a body is given again from the journal`(
    _ index: Int
  ) async throws {
    let (target, type, body) = Self.bodied[index]
    let desk = try await Desk()
    let given = try await desk.ask(target, as: .coordinate, body, type: type)
    #expect(given.status == 200, "\(given.text)")
    let store = try #require(desk.service.board?.store)
    let known = try await record(of: given.body, in: store)
    #expect(known.documents.count == (body == nil ? 0 : 1))
    let again = try await Replay.bytes(of: known, in: SharedServer.session(), from: store)
    #expect(again == given.body)
  }

  @Test func `A document with the number of somebody is not kept, and its entry says so`()
    async throws
  {
    let desk = try await Desk()
    let table = "id,from,phone\na,\"Cái Nước, Cà Mau\",0903 123 456\n"
    let given = try await desk.ask(
      "/v1/batch?need=stroke&format=csv", as: .coordinate, table, type: "text/csv")
    let store = try #require(desk.service.board?.store)
    let known = try await record(of: given.body, in: store)
    #expect(known.documents.first?.omission == .holdsNumber)
    #expect(try await store.document(Digest(of: Array(table.utf8))) == nil)
    await #expect(throws: ReplayError.self) {
      _ = try await Replay.bytes(of: known, in: SharedServer.session(), from: store)
    }
  }

  @Test
  func `A correction is proposed, confirmed and undone, and each time the network is another`()
    async throws
  {
    let desk = try await Desk()
    let digest = desk.service.digest
    let delta = """
      <exchange xmlns='urn:tuyen:exchange:1' version='1.0' kind='delta' network='hcmc-mekong' \
      asOf='2026-11-18T00:00:00+07:00' title='t' source='test'><closure id='x' name='x' \
      crossing='Cầu Rạch Miễu 2 (QL60)'/></exchange>
      """
    let proposed = try await desk.ask(
      "/v1/corrections", as: .report,
      #"{"facility": "bv-ca-mau", "note": "cầu đóng", "delta": "\#(delta)"}"#)
    #expect(proposed.status == 201, "\(proposed.text)")
    let entry = try #require(entryNumber(proposed.text))
    #expect(desk.service.digest == digest)
    let decide = "/v1/corrections/\(entry)/decision"
    #expect(try await desk.ask(decide, as: .report, #"{"decision": "confirmed"}"#).status == 403)
    #expect(try await desk.ask(decide, as: .edit, #"{"decision": "confirmed"}"#).status == 201)
    #expect(desk.service.digest != digest)
    #expect(try await desk.ask(decide, as: .edit, #"{"decision": "undone"}"#).status == 201)
    #expect(desk.service.digest == digest)
    let wrong = try await desk.ask(
      "/v1/corrections", as: .edit, #"{"note": "x", "delta": "<nothing/>"}"#)
    #expect(wrong.status == 422, "\(wrong.text)")
  }
}
