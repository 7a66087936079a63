public import Facts

/// Shows people where they are signed in, and ends what should not go on.
public struct SessionDesk: Sendable {
  private let store: any BoardStore

  /// Works on the sessions of a store.
  public init(_ store: any BoardStore) {
    self.store = store
  }

  /// The sessions of an account that hold, in the order in which they began.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - principal: The one that asks: its owner, or an administrator.
  ///   - now: When.
  /// - Returns: The sessions.
  /// - Throws: `BoardError` where somebody else asks, or there is no such account.
  public func sessions(
    of account: String, by principal: Principal, now: Instant
  ) async throws(BoardError) -> [Session] {
    try await check(account, principal)
    return try await store.sessions(of: account).filter { $0.holds(at: now) }
  }

  /// Ends one session of an account, or all but one, and writes down who did so.
  ///
  /// - Parameters:
  ///   - id: The session; nil for all.
  ///   - account: The account.
  ///   - kept: The digest of a session that goes on where all end.
  ///   - principal: The one that ends them: the owner of the account, or an administrator.
  ///   - origin: From where.
  ///   - now: When.
  /// - Returns: The sessions that have ended.
  /// - Throws: `BoardError` where it is not permitted, or there is no such session.
  public func end(
    _ id: String?, of account: String, but kept: Digest?, by principal: Principal,
    from origin: String, now: Instant
  ) async throws(BoardError) -> [Session] {
    let known = try await sessions(of: account, by: principal, now: now)
    let ended = known.filter { session in
      if let id { session.id == id } else { session.secret != kept }
    }
    let draft = try EntryDraft(
      .account(AccountEvent(.sessions, account)), by: principal.author, from: origin)
    guard let id else {
      // Also one that begins at this moment.
      _ = try await store.append(
        draft, received: now, changing: [.endSessions(of: account, but: kept)])
      return ended
    }
    guard let session = ended.first else { throw .notFound(id) }
    _ = try await store.append(draft, received: now, changing: [.endSession(session.secret)])
    return ended
  }

  private func check(_ account: String, _ principal: Principal) async throws(BoardError) {
    if principal.author != .account(account) { try principal.require(.administer) }
    guard try await store.account(account) != nil else { throw .notFound(account) }
  }
}
