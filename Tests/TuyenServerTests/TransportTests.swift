import Answers
import Foundation
import TestSupport
import Testing

@testable import TuyenServer

/// The surroundings of an answer: tags, compression, hosts, limits, connections.
@Suite struct TransportTests {
  private static let route =
    "/v1/route?from=bv-nam-can&need=stroke&at=2026-11-25T10:00&lang=en"

  @Test func `An answer that the client holds is not sent again`() async throws {
    let first = try await SharedServer.ask(Self.route)
    let tag = try #require(first["etag"])
    let again = try await SharedServer.ask(Self.route, headers: ["If-None-Match": tag])
    #expect(again.status == 304)
    #expect(again.body.isEmpty)
    let list = try await SharedServer.ask(Self.route, headers: ["If-None-Match": "\"x\", W/\(tag)"])
    #expect(list.status == 304)
    let other = try await SharedServer.ask(
      Self.route + "&k=1", headers: ["If-None-Match": tag])
    #expect(other.status == 200)
    #expect(other["etag"] != tag)
  }

  @Test func `An answer names the state that it rests on`() async throws {
    let response = try await SharedServer.ask(Self.route)
    let digest = try SharedServer.session().digest
    #expect(response["tuyen-state"] == "\(digest).0")
    #expect(response.text.contains(digest))
  }

  @Test func `Compressed bytes are the same answer`() async throws {
    let plain = try await SharedServer.ask(Self.route)
    for _ in 0..<2 {
      let packed = try await SharedServer.ask(Self.route, headers: ["Accept-Encoding": "br, gzip"])
      #expect(packed["content-encoding"] == "gzip")
      #expect(packed["vary"]?.contains("Accept-Encoding") == true)
      #expect(packed["etag"] != plain["etag"])
      #expect(packed.body.count * 2 < plain.body.count)
      #expect(try gunzip(packed.body) == plain.body)
    }
    let refused = try await SharedServer.ask(Self.route, headers: ["Accept-Encoding": "gzip;q=0"])
    #expect(refused["content-encoding"] == nil)
  }

  /// The bytes as the program gzip unpacks them.
  private func gunzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tuyen-\(UUID().uuidString).gz")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    return Array(data)
  }

  @Test func `A head alone has the headers of the answer`() async throws {
    let whole = try await SharedServer.ask(Self.route)
    let head = try await SharedServer.ask(Self.route, method: "HEAD")
    #expect(head.status == 200)
    #expect(head["content-length"] == "\(whole.body.count)")
    #expect(head["etag"] == whole["etag"])
  }

  @Test func `The form is that of the parameter, else of the header Accept`() async throws {
    #expect(try await SharedServer.ask(Self.route)["content-type"] == "application/json")
    let table = try await SharedServer.ask(Self.route, headers: ["Accept": "text/plain"])
    #expect(table["content-type"] == "text/plain; charset=utf-8")
    let csv = try await SharedServer.ask(
      Self.route + "&format=csv", headers: ["Accept": "text/plain"])
    #expect(csv["content-type"] == "text/csv; charset=utf-8")
    let book = try await SharedServer.ask(Self.route + "&format=xlsx")
    #expect(book.body.starts(with: Array("PK".utf8)))
  }

  @Test func `Every response has the headers that guard browsers`() async throws {
    for target in [Self.route, "/v1/nothing", "/openapi.json", "/livez"] {
      let response = try await SharedServer.ask(target)
      for name in [
        "strict-transport-security", "content-security-policy", "x-content-type-options",
        "referrer-policy", "cross-origin-resource-policy", "x-request-id",
      ] {
        #expect(response[name] != nil, "\(target) has no \(name)")
      }
    }
  }

  @Test(arguments: [
    ("GET /livez HTTP/1.1\r\n\r\n", 400),
    ("GET /livez HTTP/1.1\r\nHost: a\r\nHost: localhost\r\n\r\n", 400),
    ("GET /v1/network HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421),
    ("GET /v1/network HTTP/1.1\r\nHost: localhost:99\r\n\r\n", 200),
    ("GET /v1/network HTTP/1.1\r\nHost: LOCALHOST\r\n\r\n", 200),
    ("GET /livez HTTP/1.1\r\nHost: 10.0.0.7\r\n\r\n", 200),
    (
      "GET /livez HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "x", count: 9_000))\r\n\r\n",
      400
    ),
    ("GET /\(String(repeating: "x", count: 20_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
    ("GET /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc", 400),
    (
      "POST /v1/batch?need=stroke HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
        + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400
    ),
    (
      "POST /v1/batch?need=stroke HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
        + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400
    ),
    (
      "POST /v1/batch?need=stroke HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
        + "Content-Length: 99999999\r\n\r\n", 413
    ),
    ("NONSENSE\r\n\r\n", 400),
  ])
  func `What is no proper request is refused`(_ bytes: String, status: Int) async throws {
    let port = try await SharedServer.port()
    let response = try await SharedServer.waiting {
      let client = try RawClient(port: port)
      client.send(bytes)
      return try client.response()
    }
    #expect(response.status == status, "\(response.text)")
    // Others are served meanwhile, and afterwards.
    #expect(try await SharedServer.ask("/livez").status == 200)
  }

  @Test(arguments: [
    "Content-Length: 100\r\n\r\n<a", "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
    "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
  ])
  func `A body that ends too early is no fault of the service`(_ rest: String) async throws {
    let port = try await SharedServer.port()
    let response = try await SharedServer.waiting {
      let client = try RawClient(port: port)
      client.send(
        "POST /v1/whatif?need=stroke HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Type: application/xml\r\n" + rest)
      client.endSending()
      return try client.response()
    }
    #expect(response.status == 400, "\(response.text)")
  }

  @Test func `A body that drips is cut off, and so is a silent connection`() async throws {
    var limits = SharedServer.limits
    limits.bodySeconds = 1
    limits.idleSeconds = 2
    let (_, port) = try await SharedServer.start(SharedServer.session(), limits: limits)
    let status = try await SharedServer.waiting {
      let client = try RawClient(port: port)
      client.send(
        "POST /v1/batch?need=stroke HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
          + "Content-Length: 1000\r\n\r\n")
      client.send("id,fr")
      let response = try client.response()
      #expect(client.isClosed())
      return response.status
    }
    #expect(status == 408)
    let isClosed = try await SharedServer.waiting {
      let silent = try RawClient(port: port)
      return silent.isClosed()
    }
    #expect(isClosed)
    #expect(try await SharedServer.ask("/livez", port: port).status == 200)
  }

  @Test func `A client that asks too often is told when to come back`() async throws {
    var limits = SharedServer.limits
    limits.requestsPerSecond = 0.001
    limits.requestBurst = 3
    let (_, port) = try await SharedServer.start(SharedServer.session(), limits: limits)
    var statuses: [Int] = []
    for _ in 0..<4 {
      statuses.append(try await SharedServer.ask("/v1/network", port: port).status)
    }
    #expect(statuses == [200, 200, 200, 429])
    let refused = try await SharedServer.ask("/v1/network", port: port)
    #expect((refused["retry-after"].flatMap { Int($0) } ?? 0) > 0)
    // Watching the service costs nothing.
    #expect(try await SharedServer.ask("/readyz", port: port).status == 200)
  }

  @Test func `Of too many connections of a client the one that was idle longest is closed`()
    async throws
  {
    var limits = SharedServer.limits
    limits.connectionsPerClient = 4
    // None ends by itself, however long the machine takes.
    limits.idleSeconds = 3_600
    let (service, port) = try await SharedServer.start(SharedServer.session(), limits: limits)
    try await SharedServer.waiting {
      let idle = try (0..<4).map { _ in try RawClient(port: port) }
      for client in idle {
        client.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try client.response().status == 200)
      }
      let fifth = try RawClient(port: port)
      fifth.send("GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(try fifth.response().status == 200)
      #expect(idle[0].isClosed())
      #expect(service.connections.count == 4)
      withExtendedLifetime(idle) {}
    }
  }

  @Test func `Many requests follow one another on one connection`() async throws {
    let port = try await SharedServer.port()
    try await SharedServer.waiting {
      let client = try RawClient(port: port)
      for _ in 0..<5 {
        client.send("GET \(Self.route) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try client.response().status == 200)
      }
      // Sent at once, answered in order.
      client.send(
        "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\nGET /v1/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"
      )
      #expect(try client.response().status == 200)
      #expect(try client.response().status == 404)
    }
  }

  @Test func `What would wait too long is told to come back`() async throws {
    var limits = SharedServer.limits
    limits.heavyQuestions = 0
    let (_, port) = try await SharedServer.start(SharedServer.session(), limits: limits)
    let busy = try await SharedServer.ask("/v1/coverage?need=stroke&at=2026-11-25", port: port)
    #expect(busy.status == 503)
    #expect(busy["retry-after"] == "2")
    // Cheap questions have a queue of their own.
    #expect(try await SharedServer.ask(Self.route, port: port).status == 200)
  }

  @Test func `A question that takes too long is stopped`() async throws {
    var limits = SharedServer.limits
    limits.heavySeconds = 0
    let (service, port) = try await SharedServer.start(SharedServer.session(), limits: limits)
    let slow = try await SharedServer.ask("/v1/loss?need=stroke&at=2026-11-25", port: port)
    #expect(slow.status == 503)
    #expect(slow.text.contains("too-slow"))
    #expect(service.gate.load.heavy == 0)
  }

  @Test func `A network is swapped while it is asked, and each answer is of one of them`()
    async throws
  {
    let (service, port) = try await SharedServer.start(SharedServer.session(.north))
    let former = service.digest
    #expect(try await SharedServer.ask("/v1/network", port: port).text.contains(former))
    try service.take(SharedServer.session())
    let now = try await SharedServer.ask("/v1/network", port: port)
    #expect(now.text.contains(service.digest))
    #expect(service.digest != former)
    #expect(now["tuyen-state"]?.hasPrefix(service.digest) == true)
  }

  @Test func `Metrics have the template of a path, never the path`() async throws {
    let (service, port) = try await SharedServer.start(SharedServer.session(.north))
    _ = try await SharedServer.ask("/v1/facilities/some-id-nobody-has", port: port)
    _ = try await SharedServer.ask("/v1/scanner", method: "PROPFIND", port: port)
    let text = service.exposition
    #expect(text.contains(#"route="/v1/facilities/{id}",method="GET",status="404"} 1"#), "\(text)")
    #expect(text.contains(#"route="-",method="other",status="404"} 1"#))
    #expect(!text.contains("some-id"))
    #expect(!text.contains("scanner"))
  }

  @Test func `A service that stops says so to load balancers`() async throws {
    let (service, port) = try await SharedServer.start(SharedServer.session(.north))
    #expect(try await SharedServer.ask("/readyz", port: port).status == 200)
    service.drain()
    let response = try await SharedServer.ask("/readyz", port: port)
    #expect(response.status == 503)
    #expect(try await SharedServer.ask("/livez", port: port).status == 200)
  }
}
