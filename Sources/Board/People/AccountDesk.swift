public import Facts
import Formats

/// Makes, changes and revokes the accounts of people.
public struct AccountDesk: Sendable {
  /// For how long a one-time secret may be used.
  public static let oneTimeSeconds = 24 * 3_600

  private let store: any BoardStore

  /// Works on the accounts of a store.
  public init(_ store: any BoardStore) {
    self.store = store
  }

  /// Makes an account whose owner signs in once with a secret and then sets a password.
  ///
  /// - Parameters:
  ///   - id: The id with which its owner signs in.
  ///   - role: What its owner may do.
  ///   - facilities: The facilities that its owner may speak for.
  ///   - principal: Who makes it.
  ///   - origin: From where.
  ///   - now: When.
  /// - Returns: The one-time secret, which nobody can show again.
  /// - Throws: `BoardError` where the id is taken or none, or it is not permitted.
  public func make(
    _ id: String, _ role: Role, facilities: Set<String> = [], by principal: Principal,
    from origin: String, now: Instant
  ) async throws(BoardError) -> Secret {
    try principal.require(.administer)
    try checkBinding(role, facilities)
    let secret = try Secret()
    var account = Account(id, role, facilities: facilities, made: now)
    account.oneTimeSecret = secret.digest
    account.oneTimeUntil = now.advanced(bySeconds: AccountDesk.oneTimeSeconds)
    let event = AccountEvent(.made, id, role: role, facilities: facilities)
    let draft = try EntryDraft(.account(event), by: principal.author, from: origin)
    _ = try await store.append(draft, received: now, changing: [.add(account)])
    return secret
  }

  /// Makes the account of the first administrator; nil where there are accounts already and one of
  /// them can administer.
  ///
  /// - Parameters:
  ///   - id: The id of the account.
  ///   - now: When.
  /// - Returns: The one-time secret, to be shown to whoever starts the service. While it has not been
  ///   used a new start gives a new one.
  /// - Throws: `BoardError` where the store does not answer.
  public func makeFirst(_ id: String, now: Instant) async throws(BoardError) -> Secret? {
    let accounts = try await store.accounts()
    let administrators = accounts.filter { $0.revoked == nil && $0.role == .administer }
    if administrators.contains(where: { $0.password != nil }) { return nil }
    if let account = administrators.first(where: { $0.id == id }) {
      return try await issueSecret(to: account.id, by: .system, from: "console", now: now)
    }
    guard administrators.isEmpty else { return nil }
    do throws(BoardError) {
      return try await make(id, .administer, by: .system, from: "console", now: now)
    } catch {
      // Another server that starts at the same moment has made it, and shows its secret.
      if case .taken = error { return nil }
      throw error
    }
  }

  /// Gives an account a new one-time secret, for an owner who forgot the password; its sessions end.
  public func renew(
    _ id: String, by principal: Principal, from origin: String, now: Instant
  ) async throws(BoardError) -> Secret {
    try principal.require(.administer)
    return try await issueSecret(to: id, by: principal, from: origin, now: now)
  }

  private func issueSecret(
    to id: String, by principal: Principal, from origin: String, now: Instant
  ) async throws(BoardError) -> Secret {
    let secret = try Secret()
    try await change(id, AccountEvent(.password, id), principal, origin, now) { account in
      account.password = nil
      account.oneTimeSecret = secret.digest
      account.oneTimeUntil = now.advanced(bySeconds: AccountDesk.oneTimeSeconds)
    }
    return secret
  }

  /// Changes what an account may do; its sessions end.
  public func setRole(
    of id: String, _ role: Role, facilities: Set<String> = [], by principal: Principal,
    from origin: String, now: Instant
  ) async throws(BoardError) {
    try principal.require(.administer)
    try checkBinding(role, facilities)
    let event = AccountEvent(.role, id, role: role, facilities: facilities)
    try await change(id, event, principal, origin, now, leavesRole: role != .administer) {
      account in
      account.role = role
      account.facilities = facilities
    }
  }

  /// Sets the password of the account that somebody signed in with; its sessions end.
  ///
  /// - Throws: `BoardError` where the password is too short or too long.
  public func setPassword(
    of id: String, _ password: String, from origin: String, now: Instant,
    cost: PasswordHash.Cost = .usual
  ) async throws(BoardError) {
    let role = try await live(id).role
    guard !password.lowercased().contains(id.lowercased()) else {
      throw .invalid(
        "password", "", Bilingual("không chứa tên tài khoản", "a password without the account's id")
      )
    }
    guard !PasswordWords.makeUp(password) else {
      throw .invalid(
        "password", "",
        Bilingual(
          "không chỉ gồm những từ ai cũng đoán (mật khẩu, tên bệnh viện, tên tỉnh) và chữ số",
          "more than words that everybody guesses (password, hospital, a province) and digits"))
    }
    guard Secret(password) == nil else {
      throw .invalid(
        "password", "",
        Bilingual("không dùng mã một lần", "a password of one's own, not the one-time secret"))
    }
    let hash = try await PasswordHash(of: password, cost: cost)
    let principal = Principal(.account(id), role)
    try await change(id, AccountEvent(.password, id), principal, origin, now) { account in
      account.password = hash
      account.oneTimeSecret = nil
      account.oneTimeUntil = nil
    }
  }

  /// Revokes an account at once; its sessions end.
  public func revoke(
    _ id: String, by principal: Principal, from origin: String, now: Instant
  ) async throws(BoardError) {
    try principal.require(.administer)
    let event = AccountEvent(.revoked, id)
    try await change(id, event, principal, origin, now, leavesRole: true) { account in
      account.revoked = now
      account.password = nil
      account.oneTimeSecret = nil
    }
  }

  private func live(_ id: String) async throws(BoardError) -> Account {
    guard let account = try await store.account(id), account.revoked == nil else {
      throw .notFound(id)
    }
    return account
  }

  /// Nobody could administer the service if its last administrator went.
  private func checkLast(_ id: String) async throws(BoardError) {
    let others = try await store.accounts().filter {
      $0.id != id && $0.revoked == nil && $0.role == .administer
    }
    guard !others.isEmpty else {
      throw .invalid(
        "account", id, Bilingual("không phải quản trị viên cuối cùng", "not the last administrator")
      )
    }
  }

  private func checkBinding(_ role: Role, _ facilities: Set<String>) throws(BoardError) {
    guard role.isBoundToFacilities == !facilities.isEmpty else {
      throw .invalid(
        "facilities", joined(facilities),
        role.isBoundToFacilities
          ? Bilingual("ít nhất một cơ sở", "at least one facility with this role")
          : Bilingual("để trống", "none with this role"))
    }
  }

  /// Changes an account as it is at that moment: somebody else may change it, or revoke it, at once.
  private func change(
    _ id: String, _ event: AccountEvent, _ principal: Principal, _ origin: String, _ now: Instant,
    leavesRole: Bool = false, _ edit: (inout Account) -> Void
  ) async throws(BoardError) {
    let draft = try EntryDraft(.account(event), by: principal.author, from: origin)
    var attempts = 0
    while true {
      let head = try await store.head().number
      var account = try await live(id)
      if leavesRole, account.role == .administer { try await checkLast(id) }
      edit(&account)
      do throws(BoardError) {
        _ = try await store.append(
          draft, received: now, ifUnchangedSince: head, changing: [.set(account)])
        return
      } catch .conflict(let subject, let entry) {
        attempts += 1
        if attempts == AccountDesk.mostAttempts { throw .conflict(subject, entry: entry) }
      }
    }
  }

  /// How often a change is tried that others come before.
  private static let mostAttempts = 32
}
