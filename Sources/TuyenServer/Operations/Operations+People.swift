import Answers
import Board
import Facts
import Formats
import HTTPTypes
import HealthNetwork

/// Signing in and out; accounts and keys.
extension Operations {
  static let people: [Operation] = [
    Operation(
      method: .post, path: PathTemplate("/v1/session"), identifier: "signIn",
      summary: """
        Signs somebody in: a cookie that no script can read. With a one-time secret, only to set a \
        password. Attempts that fail make the next ones wait.
        """,
      body: .json(
        "account, password (or the one-time secret).", #"{"account": "lan", "password": "…"}"#,
        texts: ["account", "password"]),
      isPure: false, access: .everybody,
      handler: .waiting { call in
        guard let service = call.service, let board = service.board else { throw Problem.noBoard }
        var body = try BodyFields(call)
        let account = try body.required("account")
        let password = try body.required("password")
        try body.finish()
        guard
          let (secret, session) = try await board.signIns.signIn(
            account, password, from: ClientAddress.counted(call.origin), now: service.now())
        else { throw Problem.wrongPassword }
        // Nobody has two sessions in one browser.
        if let former = call.asker?.session { try await board.signIns.signOut(session: former) }
        var reply = Reply(
          .object([
            "account": .string(session.account),
            "onlySetsPassword": .bool(session.onlySetsPassword),
            "ends": .string(session.end.description),
          ]))
        reply.headers[.setCookie] = Service.setCookie(secret.text)
        return reply
      }),
    Operation(
      method: .get, path: PathTemplate("/v1/session"), identifier: "whoAmI",
      summary: "Who is signed in, and what they may do.", isPure: false, access: .everybody,
      handler: .waiting { call in
        guard let asker = call.asker else { throw Problem.unauthorized }
        let principal = asker.principal
        return Reply(
          .object([
            "author": .string(principal.author.text), "role": .string(principal.role.rawValue),
            "roleText": .string(call.language(principal.role.words)),
            "facilities": .array(principal.facilities.sorted().map { .string($0) }),
            "permissions": .array(
              principal.role.permissions.map(\.rawValue).sorted().map { .string($0) }),
            "onlySetsPassword": .bool(asker.onlySetsPassword),
          ]))
      }),
    Operation(
      method: .delete, path: PathTemplate("/v1/session"), identifier: "signOut",
      summary: "Ends the session.", isPure: false, access: .session,
      handler: .waiting { call in
        guard let board = call.service?.board, let secret = call.asker?.session else {
          throw Problem.unauthorized
        }
        try await board.signIns.signOut(session: secret)
        var reply = Reply(.object(["status": .string("signed out")]))
        reply.headers[.setCookie] = Service.setCookie("")
        // Storage is kept: entries made without network are still to be sent. The page forgets the answers.
        reply.headers[.clearSiteData] = "\"cache\""
        return reply
      }),
    Operation(
      method: .post, path: PathTemplate("/v1/password"), identifier: "setPassword",
      summary: """
        Sets the password of whoever is signed in; all their sessions end. The current password is \
        asked for, unless the session is that of a one-time secret.
        """,
      body: .json(
        "password; current.", #"{"password": "…", "current": "…"}"#),
      isPure: false, access: .session,
      handler: .waiting { call in
        guard let service = call.service, let board = service.board, let asker = call.asker,
          let id = asker.account
        else { throw Problem.unauthorized }
        var body = try BodyFields(call)
        let password = try body.required("password")
        let current = try asker.onlySetsPassword ? body.text("current") : body.required("current")
        try body.finish()
        if !asker.onlySetsPassword {
          guard
            try await board.signIns.confirms(
              id, current ?? "", from: ClientAddress.counted(call.origin), now: service.now())
          else { throw Problem.wrongPassword }
        }
        try await board.accounts.setPassword(
          of: id, password, from: call.origin, now: service.now())
        var reply = Reply(.object(["status": .string("set")]))
        reply.headers[.setCookie] = Service.setCookie("")
        return reply
      }),
    Operation(
      method: .get, path: PathTemplate("/v1/accounts"), identifier: "accounts",
      summary: "The accounts of people.", isPure: false, access: .needs(.administer),
      handler: .waiting { call in
        guard let board = call.service?.board else { throw Problem.noBoard }
        let accounts = try await board.store.accounts()
        return Reply(.object(["accounts": .array(accounts.map(\.json))]))
      }),
    Operation(
      method: .post, path: PathTemplate("/v1/accounts"), identifier: "makeAccount",
      summary:
        "Makes an account; the answer holds its one-time secret, which nobody can show again.",
      body: .json("account, role; facilities.", #"{"account": "lan", "role": "coordinate"}"#),
      isPure: false, access: .needs(.administer), success: .created,
      handler: .waiting { call in
        let (service, board, asker) = try call.administration()
        var body = try BodyFields(call)
        let id = try body.required("account")
        let (role, facilities) = try body.binding(call)
        try body.finish()
        let secret = try await board.accounts.make(
          id, role, facilities: facilities, by: asker.principal, from: call.origin,
          now: service.now())
        var reply = Reply(
          .object(["account": .string(id), "oneTimeSecret": .string(secret.text)]))
        reply.status = .created
        return reply
      }),
    Operation(
      method: .delete, path: PathTemplate("/v1/accounts/{id}"), identifier: "revokeAccount",
      summary: "Revokes an account; its sessions end.",
      parameters: [Parameter("id", "The account.").inPath], isPure: false,
      access: .needs(.administer),
      handler: .waiting { call in
        let (service, board, asker) = try call.administration()
        let id = call.fields["id"].first ?? ""
        try await board.accounts.revoke(
          id, by: asker.principal, from: call.origin, now: service.now())
        return Reply(.object(["account": .string(id), "status": .string("revoked")]))
      }),
    Operation(
      method: .get, path: PathTemplate("/v1/keys"), identifier: "keys",
      summary: "The keys of machines; never their secrets.", isPure: false,
      access: .needs(.administer),
      handler: .waiting { call in
        guard let board = call.service?.board else { throw Problem.noBoard }
        return Reply(.object(["keys": .array(try await board.store.keys().map(\.json))]))
      }),
    Operation(
      method: .post, path: PathTemplate("/v1/keys"), identifier: "makeKey",
      summary: """
        Makes a key of a machine, of which a sender may hold two while they are changed; the answer \
        holds it, and nobody can show it again.
        """,
      body: .json(
        "sender, role, days (366 at most); facilities.",
        #"{"sender": "his-ca-mau", "role": "report", "facilities": ["bv-ca-mau"], "days": 90}"#),
      isPure: false, access: .needs(.administer), success: .created,
      handler: .waiting { call in
        let (service, board, asker) = try call.administration()
        var body = try BodyFields(call)
        let sender = try body.required("sender")
        let days = try body.integer("days") ?? 90
        let (role, facilities) = try body.binding(call)
        try body.finish()
        let (text, key) = try await board.keys.make(
          for: sender, role, facilities: facilities, days: days, by: asker.principal,
          from: call.origin, now: service.now())
        var reply = Reply(key.json.adding(["key": .string(text)]))
        reply.status = .created
        return reply
      }),
    Operation(
      method: .delete, path: PathTemplate("/v1/keys/{id}"), identifier: "revokeKey",
      summary: "Revokes a key at once.", parameters: [Parameter("id", "The id of the key.").inPath],
      isPure: false, access: .needs(.administer),
      handler: .waiting { call in
        let (service, board, asker) = try call.administration()
        let id = call.fields["id"].first ?? ""
        try await board.keys.revoke(id, by: asker.principal, from: call.origin, now: service.now())
        return Reply(.object(["key": .string(id), "status": .string("revoked")]))
      }),
  ]
}

extension Operation.Body {
  /// A body of JSON.
  ///
  /// - Parameters:
  ///   - summary: Its fields.
  ///   - example: A body as people send it.
  ///   - texts: The fields that must be there, where they are all that there are, and texts.
  /// - Returns: The body.
  static func json(
    _ summary: String, _ example: String, texts: [String] = []
  ) -> Operation.Body {
    var body = Operation.Body(
      summary: summary, mediaTypes: [MediaType.json], documents: ["body"], example: example)
    guard !texts.isEmpty else { return body }
    let text = JSONValue.object(["type": .string("string"), "minLength": .integer(1)])
    body.schema = .object([
      "type": .string("object"), "additionalProperties": .bool(false),
      "required": .array(texts.map { .string($0) }),
      "properties": .object(
        Dictionary(uniqueKeysWithValues: texts.map { ($0, JSONValue?.some(text)) })),
    ])
    return body
  }
}

extension Call {
  /// The service, the board and the administrator of a call.
  fileprivate func administration() throws -> (Service, BoardLink, Asker) {
    guard let service, let board = service.board else { throw Problem.noBoard }
    guard let asker else { throw Problem.unauthorized }
    return (service, board, asker)
  }
}

extension BodyFields {
  /// A role, and the facilities that it is bound to.
  fileprivate mutating func binding(_ call: Call) throws -> (Role, Set<String>) {
    let name = try required("role")
    guard let role = Role(rawValue: name) else {
      throw QuestionError(
        field: "role", value: name, .unknown, choices: Role.allCases.map { .init($0.rawValue) })
    }
    let facilities = try texts("facilities") ?? []
    for id in facilities where call.session.network.facilityIndex(of: id) == nil {
      throw QuestionError(field: "facilities", value: id, .unknown)
    }
    return (role, Set(facilities))
  }

  /// Takes a whole number out; nil where there is none.
  fileprivate mutating func integer(_ name: String) throws -> Int? {
    guard let value = take(name) else { return nil }
    guard case .integer(let number) = value else {
      throw QuestionError(
        field: name, .malformed(expected: Bilingual("cần một số nguyên", "it takes a whole number"))
      )
    }
    return number
  }
}
