import Board
import Answers
import Formats
import HTTPTypes

/// The whole table, and what the service says of itself.
extension Operations {
  /// All operations.
  static let everything = Operations(
    referral + planning + records + map + board + people + sessions + itself)

  private static let itself: [Operation] = [
    Operation(
      method: .get, path: PathTemplate("/livez"), identifier: "live",
      summary: "Whether the process answers.", isPure: false, access: .everybody,
      handler: .waiting { _ in Reply(.object(["status": .string("live")])) }),
    Operation(
      method: .get, path: PathTemplate("/readyz"), identifier: "ready",
      summary: """
        Whether requests are wanted: the network is loaded, the board can be written to, and nothing \
        is stopping.
        """,
      isPure: false, access: .everybody,
      handler: .waiting { call in
        if let reason = call.unreadiness { throw Problem.notReady(reason) }
        try await call.service?.board?.probe()
        return Reply(
          .object(["status": .string("ready"), "digest": .string(call.session.digest)]))
      }),
    Operation(
      method: .get, path: PathTemplate("/openapi.json"), identifier: "openapi",
      summary: "This document.", access: .everybody,
      handler: .whole { call in
        Reply(OpenAPI.document(of: everything, in: call.session.network))
      }),
  ]
}

extension Problem {
  /// The service wants no requests now.
  static func notReady(_ reason: Bilingual) -> Problem {
    var problem = Problem(
      .serviceUnavailable, "not-ready", Bilingual("chưa sẵn sàng", "not ready"), reason)
    problem.headers[.retryAfter] = "5"
    return problem
  }
}
