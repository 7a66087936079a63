import Answers
import Facts
import Foundation
import Hummingbird
import Logging
import TestSupport

@testable import TuyenServer

/// Servers of the shipped networks, started once for all tests, and asked over the wire.
enum SharedServer {
  /// The present of all servers; questions name their own instants.
  static let now = Instant(seconds: GoldenQuestion.nowSeconds, zone: ZoneOffset(minutes: 0))

  private static let networks: [GoldenQuestion.Network: Result<NetworkSession, any Error>] = [
    .mekong: Result { try NetworkSession(repositoryFolder + "network-data/hcmc-mekong") },
    .north: Result { try NetworkSession(repositoryFolder + "network-data/northern-support") },
  ]

  /// The network that tests mean.
  static func session(_ network: GoldenQuestion.Network = .mekong) throws -> NetworkSession {
    try networks[network]?.get() ?? NetworkSession(repositoryFolder)
  }

  private static let ports: [GoldenQuestion.Network: Task<Int, any Error>] = [
    .mekong: Task { try await start(session(.mekong)).port },
    .north: Task { try await start(session(.north)).port },
  ]

  /// The port of the shared server of a network.
  static func port(_ network: GoldenQuestion.Network = .mekong) async throws -> Int {
    try await ports[network]?.value ?? 0
  }

  /// Limits for tests, which ask much at once.
  static var limits: ServiceLimits {
    var limits = ServiceLimits()
    limits.requestsPerSecond = 0
    return limits
  }

  /// Starts a server of its own, which lives as long as the tests.
  static func start(
    _ session: NetworkSession, limits: ServiceLimits = limits, board: BoardLink? = nil,
    page: @escaping @Sendable () -> PageShelf? = { nil }, trustsProxy: Bool = false,
    takesCertificates: Bool = false
  ) async throws -> (service: Service, port: Int) {
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let service = Service(
      session, limits: limits, board: board, page: page, trustsProxy: trustsProxy,
      takesCertificates: takesCertificates, logger: logger
    ) { now }
    try await service.begin()
    let (ports, continuation) = AsyncStream<Int>.makeStream()
    Task { try await BoardFollower(service).run() }
    if let recorder = service.recorder { Task { try await recorder.run() } }
    Task {
      let application = service.application(at: .host("127.0.0.1", port: 0)) { port in
        continuation.yield(port ?? 0)
      }
      try await application.run()
    }
    for await port in ports { return (service, port) }
    return (service, 0)
  }

  /// Asks a server, on a thread that may wait.
  static func ask(
    _ target: String, method: String = "GET", headers: [String: String] = [:], body: [UInt8] = [],
    port: Int? = nil
  ) async throws -> RawClient.Response {
    let port = if let port { port } else { try await self.port() }
    return try await waiting {
      let client = try RawClient(port: port)
      var head = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n"
      for (name, value) in headers { head += "\(name): \(value)\r\n" }
      if !body.isEmpty || method == "POST" { head += "Content-Length: \(body.count)\r\n" }
      client.send(Array((head + "\r\n").utf8) + body)
      return try client.response(isHead: method == "HEAD")
    }
  }

  /// Does work that waits, away from the threads on which tasks take turns.
  static func waiting<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
    }
  }

  /// A path and a query.
  static func target(_ path: String, _ fields: [(name: String, value: String)]) -> String {
    func encoded(_ text: String) -> String {
      text.utf8.map { byte in
        let sign = Character(Unicode.Scalar(byte))
        return byte < 0x80 && (sign.isLetter || sign.isNumber)
          ? String(sign) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
    }
    let query = fields.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    return path + (query.isEmpty ? "" : "?" + query)
  }
}
