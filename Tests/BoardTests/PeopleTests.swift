import Facts
import TestSupport
import Testing

@testable import Board

@Suite struct PeopleTests {
  let folder: TemporaryFolder
  let store: SQLiteStore
  let accounts: AccountDesk
  let keys: KeyDesk
  let signIn: SignInDesk
  private let cheap = PasswordHash.Cost(exponent: 10)

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore(path: folder.path + "/board.sqlite")
    accounts = AccountDesk(store)
    keys = KeyDesk(store)
    signIn = SignInDesk(store, cost: cheap)
  }

  private func kinds() async throws -> [String] {
    try await store.entries(after: 0, limit: 1_000).map(\.kind)
  }

  @Test func `The first administrator signs in once with a secret, sets a password, and goes on`()
    async throws
  {
    let first = try #require(try await accounts.makeFirst("quan-tri", now: noon))
    // A new start shows a new secret as long as nobody has used one.
    let secret = try #require(try await accounts.makeFirst("quan-tri", now: noon))
    #expect(try await signIn.signIn("quan-tri", first.text, from: "x", now: noon) == nil)
    let (token, session) = try #require(
      try await signIn.signIn("quan-tri", secret.text, from: "x", now: noon))
    #expect(session.onlySetsPassword)
    #expect(try await signIn.signIn("quan-tri", secret.text, from: "x", now: noon) == nil)
    try await accounts.setPassword(
      of: "quan-tri", "một câu dài để nhớ", from: "x", now: noon, cost: cheap)
    #expect(try await signIn.principal(session: token.text, now: noon) == nil)
    let (again, later) = try #require(
      try await signIn.signIn("quan-tri", "một câu dài để nhớ", from: "x", now: noon))
    #expect(!later.onlySetsPassword)
    let known = try #require(try await signIn.principal(session: again.text, now: noon))
    #expect(known.principal.may(.administer))
    #expect(try await accounts.makeFirst("quan-tri", now: noon) == nil)
    try await signIn.signOut(session: again.text)
    #expect(try await signIn.principal(session: again.text, now: noon) == nil)
  }

  @Test func `Servers that start at the same moment make one first administrator`() async throws {
    let accounts = accounts
    let secrets = try await withThrowingTaskGroup(of: Secret?.self) { group in
      for _ in 0..<8 { group.addTask { try await accounts.makeFirst("quan-tri", now: noon) } }
      var found: [Secret] = []
      for try await secret in group { if let secret { found.append(secret) } }
      return found
    }
    #expect(!secrets.isEmpty)
    let known = try await store.accounts()
    #expect(known.map(\.id) == ["quan-tri"])
    #expect(secrets.contains { $0.digest == known.first?.oneTimeSecret })
  }

  @Test func `An account that is revoked while its owner sets a password stays revoked`()
    async throws
  {
    _ = try #require(try await accounts.makeFirst("quan-tri", now: noon))
    let (accounts, cheap) = (accounts, cheap)
    for round in 0..<6 {
      let id = "truc-\(round)"
      _ = try await accounts.make(id, .coordinate, by: .system, from: "x", now: noon)
      async let set: Void = accounts.setPassword(
        of: id, "một câu dài để nhớ", from: "x", now: noon, cost: cheap)
      async let revoked: Void = accounts.revoke(id, by: .system, from: "x", now: noon)
      try await revoked
      // Too late, or before: both are well.
      try? await set
      let account = try #require(try await store.account(id))
      #expect(account.revoked == noon)
      #expect(account.password == nil)
    }
  }

  @Test func `A one-time secret ends after a day`() async throws {
    let secret = try #require(try await accounts.makeFirst("quan-tri", now: noon))
    let late = noon.plus(minutes: 24 * 60)
    #expect(try await signIn.signIn("quan-tri", secret.text, from: "x", now: late) == nil)
  }

  @Test func `The one-time secret is no password`() async throws {
    let secret = try #require(try await accounts.makeFirst("quan-tri", now: noon))
    await #expect(throws: BoardError.self) {
      try await accounts.setPassword(of: "quan-tri", secret.text, from: "x", now: noon, cost: cheap)
    }
  }

  @Test func `A password is confirmed before it is changed, and wrong ones count`() async throws {
    _ = try await accounts.makeFirst("quan-tri", now: noon)
    try await accounts.setPassword(
      of: "quan-tri", "một câu dài để nhớ", from: "x", now: noon, cost: cheap)
    #expect(
      try await signIn.confirms("quan-tri", "một câu dài để nhớ", from: "x", now: noon))
    for _ in 0..<SignInDesk.mostOfOrigin {
      #expect(
        try await !signIn.confirms("quan-tri", "một câu dài khác hẳn", from: "x", now: noon))
    }
    await #expect(throws: BoardError.self) {
      _ = try await signIn.confirms("quan-tri", "một câu dài để nhớ", from: "x", now: noon)
    }
    #expect(try await !signIn.confirms("nobody", "một câu dài để nhớ", from: "y", now: noon))
  }

  @Test func `A burst of attempts is turned away before it is looked at`() async throws {
    let signIn = signIn
    let turnedAway = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<40 {
        group.addTask {
          do throws(BoardError) {
            _ = try await signIn.signIn("quan-tri", "sai hoàn toàn", from: "x", now: noon)
            return false
          } catch {
            if case .throttled = error { return true }
            return false
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    // All come from one origin at one instant; a few are looked at, one after the other.
    #expect(turnedAway > 0)
    let failed = try await store.failedSignIns(of: nil, from: "x", since: noon).count
    #expect(failed + turnedAway == 40)
  }

  @Test func `A session ends when it is idle for half an hour, and after a shift in any case`()
    async throws
  {
    _ = try await accounts.make("lan", .coordinate, by: .system, from: "x", now: noon)
    try await accounts.setPassword(of: "lan", "mật khẩu đủ dài", from: "x", now: noon, cost: cheap)
    let (token, _) = try #require(
      try await signIn.signIn("lan", "mật khẩu đủ dài", from: "x", now: noon))
    var now = noon
    while now < noon.plus(minutes: 12 * 60) {
      #expect(try await signIn.principal(session: token.text, now: now) != nil)
      now = now.plus(minutes: 29)
    }
    #expect(try await signIn.principal(session: token.text, now: now) == nil)
    let (idle, _) = try #require(
      try await signIn.signIn("lan", "mật khẩu đủ dài", from: "x", now: noon))
    #expect(try await signIn.principal(session: idle.text, now: noon.plus(minutes: 30)) == nil)
  }

  @Test func `A person sees their sessions and ends them; an administrator those of everybody`()
    async throws
  {
    let desk = SessionDesk(store)
    for id in ["lan", "tam"] {
      _ = try await accounts.make(id, .read, by: .system, from: "x", now: noon)
      try await accounts.setPassword(of: id, "mật khẩu đủ dài", from: "x", now: noon, cost: cheap)
    }
    var tokens: [Secret] = []
    for minutes in 0..<3 {
      let (token, _) = try #require(
        try await signIn.signIn(
          "lan", "mật khẩu đủ dài", from: "192.0.2.\(minutes)", now: noon.plus(minutes: minutes)))
      tokens.append(token)
    }
    let now = noon.plus(minutes: 20)
    _ = try await signIn.principal(session: tokens[1].text, now: now)
    let lan = Principal(.account("lan"), .read)
    let tam = Principal(.account("tam"), .read)
    let seen = try await desk.sessions(of: "lan", by: lan, now: now)
    #expect(seen.map(\.origin) == ["192.0.2.0", "192.0.2.1", "192.0.2.2"])
    #expect(seen.map(\.lastUsed) == [noon, now, noon.plus(minutes: 2)])
    #expect(Set(seen.map(\.id)).count == 3 && seen.allSatisfy { $0.id.count == 16 })
    // Idle ones are none any more.
    #expect(
      try await desk.sessions(of: "lan", by: lan, now: noon.plus(minutes: 31)).map(\.origin)
        == ["192.0.2.1", "192.0.2.2"])
    await #expect(throws: BoardError.forbidden(.administer)) {
      _ = try await desk.sessions(of: "lan", by: tam, now: now)
    }
    await #expect(throws: BoardError.forbidden(.administer)) {
      _ = try await desk.end(nil, of: "lan", but: nil, by: tam, from: "x", now: now)
    }
    await #expect(throws: BoardError.notFound("0123456789abcdef")) {
      _ = try await desk.end("0123456789abcdef", of: "lan", but: nil, by: lan, from: "x", now: now)
    }
    let one = try await desk.end(seen[0].id, of: "lan", but: nil, by: lan, from: "x", now: now)
    #expect(one.map(\.origin) == ["192.0.2.0"])
    #expect(try await signIn.principal(session: tokens[0].text, now: now) == nil)
    let rest = try await desk.end(
      nil, of: "lan", but: tokens[2].digest, by: lan, from: "x", now: now)
    #expect(rest.map(\.origin) == ["192.0.2.1"])
    #expect(try await signIn.principal(session: tokens[2].text, now: now) != nil)
    _ = try await desk.end(nil, of: "lan", but: nil, by: .system, from: "console", now: now)
    #expect(try await signIn.principal(session: tokens[2].text, now: now) == nil)
    let told = try await store.entries(after: 0, limit: 99).filter { $0.kind == "account.sessions" }
    #expect(told.map(\.author) == ["account/lan", "account/lan", "system"])
  }

  @Test func `A password whose stored form is too cheap is stored anew when its owner signs in`()
    async throws
  {
    _ = try await accounts.make("lan", .read, by: .system, from: "x", now: noon)
    try await accounts.setPassword(
      of: "lan", "mật khẩu đủ dài", from: "x", now: noon, cost: PasswordHash.Cost(exponent: 8))
    let before = try #require(try await store.account("lan")?.password)
    #expect(try await signIn.signIn("lan", "sai mật khẩu rồi", from: "x", now: noon) == nil)
    #expect(try await store.account("lan")?.password == before)
    let (token, _) = try #require(
      try await signIn.signIn("lan", "mật khẩu đủ dài", from: "x", now: noon))
    let after = try #require(try await store.account("lan")?.password)
    #expect(after != before && after.cost.exponent == 10)
    // Sessions go on, and the password is the same.
    #expect(try await signIn.principal(session: token.text, now: noon) != nil)
    #expect(try await signIn.signIn("lan", "mật khẩu đủ dài", from: "x", now: noon) != nil)
    #expect(try await store.account("lan")?.password == after)
    // One that was set meanwhile stays.
    let event = SignInEvent(.succeeded, account: "lan")
    _ = try await store.append(
      EntryDraft(.signIn(event), by: .system, from: "x"), received: noon,
      changing: [.renew(before, of: "lan", as: before)])
    #expect(try await store.account("lan")?.password == after)
  }

  @Test
  func `Failed attempts wait longer and longer, and are in the journal without what was typed`()
    async throws
  {
    _ = try await accounts.make("lan", .coordinate, by: .system, from: "x", now: noon)
    try await accounts.setPassword(of: "lan", "mật khẩu đủ dài", from: "x", now: noon, cost: cheap)
    for _ in 0..<SignInDesk.mostOfOrigin {
      #expect(try await signIn.signIn("lan", "đoán bừa", from: "198.51.100.1", now: noon) == nil)
    }
    await #expect(throws: BoardError.throttled(seconds: 30)) {
      _ = try await signIn.signIn("lan", "mật khẩu đủ dài", from: "198.51.100.1", now: noon)
    }
    // Somebody else's attempts do not lock the owner out elsewhere.
    #expect(try await signIn.signIn("lan", "mật khẩu đủ dài", from: "x", now: noon) != nil)
    // After the wait one more attempt is heard, and the next wait is twice as long.
    let later = noon.advanced(bySeconds: 31)
    #expect(try await signIn.signIn("lan", "đoán bừa", from: "198.51.100.1", now: later) == nil)
    await #expect(throws: BoardError.throttled(seconds: 60)) {
      _ = try await signIn.signIn("lan", "đoán bừa", from: "198.51.100.1", now: later)
    }
    // A text typed as a name may be a password.
    #expect(try await signIn.signIn("mật khẩu của tôi", "x", from: "y", now: noon) == nil)
    let entries = try await store.entries(after: 0, limit: 100)
    #expect(!entries.contains { String(decoding: $0.payload, as: UTF8.self).contains("mật") })
    #expect(entries.last?.kind == "signin.failed" && entries.last?.subject == "account")
    let quarter = noon.plus(minutes: 16)
    #expect(
      try await signIn.signIn("lan", "mật khẩu đủ dài", from: "198.51.100.1", now: quarter) != nil)
  }

  @Test func `Two keys of a sender hold at once, a third is refused until one is revoked`()
    async throws
  {
    func make(_ now: Instant) async throws -> (text: String, key: AccessKey) {
      try await keys.make(
        for: "bv-a", .report, facilities: ["bv-a"], days: 90, by: .system, from: "x", now: now)
    }
    let one = try await make(noon)
    let two = try await make(noon)
    await #expect(throws: BoardError.self) { _ = try await make(noon) }
    let principal = try #require(try await keys.principal(one.text, now: noon))
    #expect(principal.author == .key(one.key.id))
    #expect(principal.may(.report, facility: "bv-a") && !principal.may(.report, facility: "bv-b"))
    #expect(try await keys.principal(two.text, now: noon) != nil)
    try await keys.revoke(one.key.id, by: .system, from: "x", now: noon)
    #expect(try await keys.principal(one.text, now: noon) == nil)
    _ = try await make(noon)
    #expect(try await keys.principal(two.text, now: noon.plus(minutes: 90 * 1_440)) == nil)
    #expect(try await kinds() == ["key.made", "key.made", "key.revoked", "key.made"])
    let payloads = try await store.entries(after: 0, limit: 9).map {
      String(decoding: $0.payload, as: UTF8.self)
    }
    let secret = try #require(one.text.split(separator: "_", maxSplits: 2).last)
    #expect(!payloads.contains { $0.contains(secret) || $0.contains(one.key.secret.description) })
  }

  @Test func `What is no key, or almost one, is nobody`() async throws {
    let made = try await keys.make(
      for: "bv-a", .read, days: 1, by: .system, from: "x", now: noon)
    let other = try Secret()
    for text in [
      "", "tuyen_", "tuyen_\(made.key.id)_", "tuyen_\(made.key.id)_\(other.text)",
      "tuyen_ffffffffffff_\(made.text.split(separator: "_", maxSplits: 2).last ?? "")",
      String(made.text.dropLast()), made.text + "A", made.text.uppercased(),
    ] {
      #expect(try await keys.principal(text, now: noon) == nil, "\(text)")
    }
    for days in [0, 367] {
      await #expect(throws: BoardError.self) {
        _ = try await keys.make(for: "bv-b", .read, days: days, by: .system, from: "x", now: noon)
      }
    }
  }

  @Test func `The last administrator can neither be revoked nor become something else`()
    async throws
  {
    _ = try await accounts.make("a", .administer, by: .system, from: "x", now: noon)
    await #expect(throws: BoardError.self) {
      try await accounts.revoke("a", by: .system, from: "x", now: noon)
    }
    await #expect(throws: BoardError.self) {
      try await accounts.setRole(of: "a", .read, by: .system, from: "x", now: noon)
    }
    _ = try await accounts.make("b", .administer, by: .system, from: "x", now: noon)
    try await accounts.revoke("a", by: .system, from: "x", now: noon)
    await #expect(throws: BoardError.notFound("a")) {
      try await accounts.revoke("a", by: .system, from: "x", now: noon)
    }
  }

  @Test func `Only an administrator makes accounts and keys`() async throws {
    for role in Role.allCases where role != .administer {
      let principal = Principal(.account("x"), role, facilities: ["bv-a"])
      await #expect(throws: BoardError.forbidden(.administer)) {
        _ = try await accounts.make("lan", .read, by: principal, from: "x", now: noon)
      }
      await #expect(throws: BoardError.forbidden(.administer)) {
        _ = try await keys.make(for: "s", .read, days: 1, by: principal, from: "x", now: noon)
      }
    }
    #expect(try await store.head().number == 0)
  }

  @Test(arguments: Role.allCases)
  func `Each role writes what the table of permissions says, and nothing else`(role: Role)
    async throws
  {
    var journal = TestJournal()
    let end = noon.plus(minutes: 600)
    let id = try CaseID()
    try journal.write(.status(.diverting("bv-a", until: end)))
    try journal.write(.caseOpened(id, CaseOpening(need: "stroke", place: "bv-b")))
    try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
    let board = journal.board
    let principal = Principal(.account("x"), role, facilities: role == .report ? ["bv-a"] : [])
    func may(_ content: EntryContent) -> Bool {
      (try? board.require(content, of: principal)) != nil
    }
    var own = Correction(delta: "<a/>", note: "một")
    own.facility = "bv-a"
    let reports: Set<Role> = [.report, .coordinate, .edit, .administer]
    let leads: Set<Role> = [.coordinate, .administer]
    let edits: Set<Role> = [.edit, .administer]
    #expect(may(.status(.diverting("bv-a", until: end))) == reports.contains(role))
    #expect(
      may(.status(.diverting("bv-b", until: end))) == reports.subtracting([.report]).contains(role))
    #expect(may(.caseStep(id, CaseStep(.accepted, at: "bv-a"))) == reports.contains(role))
    #expect(may(.caseStep(id, CaseStep(.called, at: "bv-b"))) == leads.contains(role))
    #expect(may(.weather(WeatherNotice(nil, until: end))) == leads.contains(role))
    #expect(may(.correction(own)) == reports.contains(role))
    #expect(may(.decision(CorrectionDecision(on: 1, .confirmed))) == edits.contains(role))
    #expect(may(.undo(try board.undoing(1))) == reports.contains(role))
    #expect(may(.undo(try board.undoing(3))) == leads.contains(role))
    #expect(may(.account(AccountEvent(.password, "x"))) == (role == .administer))
    #expect(!may(.signIn(SignInEvent(.succeeded, account: nil))))
  }
}
