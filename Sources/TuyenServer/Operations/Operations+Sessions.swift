import Answers
import Board
import Facts
import Formats
import HTTPTypes
import HealthNetwork

/// Where people are signed in: seen and ended by themselves, and by administrators.
extension Operations {
  static let sessions: [Operation] = [
    Operation(
      method: .get, path: PathTemplate("/v1/sessions"), identifier: "sessions",
      summary: """
        Where somebody is signed in: since when, from where, when last used. Administrators see the \
        sessions of other accounts, too.
        """,
      parameters: [
        Parameter("account", "The account; one's own where it is not named.")
      ],
      isPure: false, access: .session,
      handler: .waiting { call in
        let (service, board, asker, own) = try call.signedIn()
        let account = call.fields["account"].first ?? own
        let sessions = try await board.sessions.sessions(
          of: account, by: asker.principal, now: service.now())
        let current = asker.session.flatMap { Secret($0)?.digest }
        return Reply(
          .object([
            "account": .string(account),
            "sessions": .array(sessions.map { $0.json(current: current, in: call) }),
          ]))
      }),
    Operation(
      method: .post, path: PathTemplate("/v1/sessions/end"), identifier: "endSessions",
      summary: """
        Ends a session, or all but the one that asks; the password of whoever asks is asked for \
        again. Administrators end the sessions of other accounts, too.
        """,
      body: .json(
        "password; session (its id), else all others; account.",
        #"{"password": "…", "session": "0123456789abcdef"}"#),
      isPure: false, access: .session,
      handler: .waiting { call in
        let (service, board, asker, own) = try call.signedIn()
        var body = try BodyFields(call)
        let password = try body.required("password")
        let id = try body.text("session")
        let account = try body.text("account") ?? own
        try body.finish()
        guard
          try await board.signIns.confirms(
            own, password, from: ClientAddress.counted(call.origin), now: service.now())
        else { throw Problem.wrongPassword }
        let current = asker.session.flatMap { Secret($0)?.digest }
        let ended = try await board.sessions.end(
          id, of: account, but: current, by: asker.principal, from: call.origin,
          now: service.now())
        var reply = Reply(
          .object(["account": .string(account), "ended": .integer(ended.count)]))
        if ended.contains(where: { $0.secret == current }) {
          reply.headers[.setCookie] = Service.setCookie("")
        }
        return reply
      }),
  ]
}

extension Call {
  /// The service, the board and whoever is signed in with a password of their own.
  fileprivate func signedIn() throws -> (Service, BoardLink, Asker, account: String) {
    guard let service, let board = service.board else { throw Problem.noBoard }
    guard let asker, let account = asker.account else { throw Problem.unauthorized }
    guard !asker.onlySetsPassword else { throw Problem.passwordFirst }
    return (service, board, asker, account)
  }
}

extension Session {
  /// The session for programs, without what proves it.
  fileprivate func json(current: Digest?, in call: Call) -> JSONValue {
    let zone = call.session.network.header.zone
    return .object([
      "id": .string(id), "origin": .string(origin),
      "began": .string(began.shown(in: zone).description),
      "lastUsed": .string(lastUsed.shown(in: zone).description),
      "ends": .string(min(idleEnd, end).shown(in: zone).description),
      "isThis": .bool(secret == current), "onlySetsPassword": .bool(onlySetsPassword),
    ])
  }
}
