public import Facts
import Formats
import Synchronization

/// Signs people in and out, and recognises their sessions.
public struct SignInDesk: Sendable {
  /// Minutes that failed attempts count.
  public static let minutes = 15
  /// Failed attempts of one account from one origin after which every further one waits.
  public static let mostOfOrigin = 5
  /// Failed attempts of one account from anywhere after which every further one waits.
  public static let mostOfAccount = 30
  /// Failed attempts of one origin on any account after which every further one waits.
  public static let mostOfAnyAccount = 50

  private let store: any BoardStore
  private let cost: PasswordHash.Cost
  private let attempts = AttemptsInWork()

  /// Works on the accounts of a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - cost: What the derivation for a name costs that no account has.
  public init(_ store: any BoardStore, cost: PasswordHash.Cost = .usual) {
    self.store = store
    self.cost = cost
  }

  /// Signs somebody in with a password, or once with the secret of a new account.
  ///
  /// Neither the answer nor its time tells whether the account or the password was wrong.
  ///
  /// - Parameters:
  ///   - id: The id of the account.
  ///   - password: The password or the one-time secret.
  ///   - origin: From where.
  ///   - now: When.
  /// - Returns: The secret of the session, and the session; nil when one of both was wrong.
  /// - Throws: `BoardError.throttled` after too many failed attempts.
  public func signIn(
    _ id: String, _ password: String, from origin: String, now: Instant
  ) async throws(BoardError) -> (secret: Secret, session: Session)? {
    let known = FreeText.isID(id) ? try await store.account(id) : nil
    // Failures are written down when they have been found: those in work count as well, or a burst
    // would pass.
    guard attempts.begin(origin) else { throw .throttled(seconds: 5) }
    defer { attempts.end(origin) }
    try await checkThrottle(known?.id, origin, now)
    let (isRight, isOneTime) = try await matches(known, password, now)
    guard isRight, let account = known, account.revoked == nil else {
      try await note(.failed, known?.id, origin, now)
      return nil
    }
    let secret = try Secret()
    let session = Session(
      secret.digest, of: account.id, at: now, from: origin, onlySetsPassword: isOneTime)
    if isOneTime {
      // The secret is used up before the session begins, and by one of two who come at once.
      var used = account
      used.oneTimeSecret = nil
      used.oneTimeUntil = nil
      let head = try await store.head()
      guard try await store.account(id)?.oneTimeSecret == account.oneTimeSecret else { return nil }
      let event = SignInEvent(.succeeded, account: id)
      let draft = try EntryDraft(.signIn(event), by: .system, from: origin)
      do throws(BoardError) {
        _ = try await store.append(
          draft, received: now, ifUnchangedSince: head.number, changing: [.set(used)])
      } catch .conflict {
        return nil
      }
    } else {
      let renewed = await renewal(of: account, password)
      try await note(.succeeded, id, origin, now, changing: renewed)
    }
    try await store.add(session)
    return (secret, session)
  }

  /// Whether somebody who is signed in knows their password, as a change of it asks for.
  ///
  /// - Parameters:
  ///   - id: The id of their account.
  ///   - password: The password.
  ///   - origin: From where.
  ///   - now: When.
  /// - Returns: Whether it is right; a wrong one counts as a failed attempt.
  /// - Throws: `BoardError.throttled` after too many failed attempts.
  public func confirms(
    _ id: String, _ password: String, from origin: String, now: Instant
  ) async throws(BoardError) -> Bool {
    guard let account = try await store.account(id), account.revoked == nil else { return false }
    guard attempts.begin(origin) else { throw .throttled(seconds: 5) }
    defer { attempts.end(origin) }
    try await checkThrottle(id, origin, now)
    let isRight = try await account.password?.matches(password) ?? false
    if !isRight { try await note(.failed, id, origin, now) }
    return isRight
  }

  /// Recognises a session.
  ///
  /// - Parameters:
  ///   - text: The secret of the session.
  ///   - now: When.
  /// - Returns: What its owner may do, and the session; nil when it is none or has ended, or the
  ///   account was revoked. A session that may only set a password may do nothing else.
  /// - Throws: `BoardError` where the store does not answer.
  public func principal(
    session text: String, now: Instant
  ) async throws(BoardError) -> (principal: Principal, session: Session)? {
    guard let secret = Secret(text), let session = try await store.session(secret.digest),
      session.holds(at: now), let account = try await store.account(session.account),
      account.revoked == nil
    else { return nil }
    // A minute late is near enough, and saves a write with every request.
    let idleEnd = now.advanced(bySeconds: Session.idleSeconds)
    if idleEnd.seconds - session.idleEnd.seconds >= 60 {
      // A store that takes no more is no reason to refuse an answer: the session ends a little earlier.
      try? await store.touchSession(secret.digest, used: now, idleEnd: idleEnd)
    }
    return (account.principal, session)
  }

  /// Whether a session goes on, without using it: its idle end stays where it is.
  public func holds(session text: String, now: Instant) async throws(BoardError) -> Bool {
    guard let secret = Secret(text), let session = try await store.session(secret.digest),
      session.holds(at: now), let account = try await store.account(session.account)
    else { return false }
    return account.revoked == nil
  }

  /// Ends a session.
  public func signOut(session text: String) async throws(BoardError) {
    guard let secret = Secret(text) else { return }
    try await store.endSession(secret.digest)
  }

  private func matches(
    _ account: Account?, _ password: String, _ now: Instant
  ) async throws(BoardError) -> (isRight: Bool, isOneTime: Bool) {
    if let account, let expected = account.oneTimeSecret, let until = account.oneTimeUntil,
      now < until, let secret = Secret(password),
      areEqual(secret.digest.bytes, expected.bytes)
    {
      return (true, true)
    }
    guard let hash = account?.password else {
      try await PasswordHash.spendTime(on: password, cost: cost)
      return (false, false)
    }
    return (try await hash.matches(password), false)
  }

  /// The stored form of a password as it is made today, where it was made at a lower cost.
  private func renewal(
    of account: Account, _ password: String
  ) async -> [CredentialChange] {
    guard let old = account.password, old.cost.work < cost.work,
      // The right password lets one in, whether or not there is room for a second derivation.
      let new = try? await PasswordHash(of: password, cost: cost)
    else { return [] }
    return [.renew(old, of: account.id, as: new)]
  }

  private func checkThrottle(
    _ account: String?, _ origin: String, _ now: Instant
  ) async throws(BoardError) {
    let since = now.advanced(bySeconds: -SignInDesk.minutes * 60)
    var limits: [(account: String?, origin: String?, most: Int)] = [
      (nil, origin, SignInDesk.mostOfAnyAccount)
    ]
    if let account {
      limits.append((account, origin, SignInDesk.mostOfOrigin))
      limits.append((account, nil, SignInDesk.mostOfAccount))
    }
    for limit in limits {
      let failed = try await store.failedSignIns(
        of: limit.account, from: limit.origin, since: since)
      guard failed.count >= limit.most, let last = failed.last else { continue }
      // Twice as long with each further attempt, at most as long as attempts count.
      let doublings = min(failed.count - limit.most, 5)
      let wait = min(30 << doublings, SignInDesk.minutes * 60)
      let left = last.seconds + wait - now.seconds
      if left > 0 { throw .throttled(seconds: left) }
    }
  }

  private func note(
    _ outcome: SignInEvent.Outcome, _ account: String?, _ origin: String, _ now: Instant,
    changing changes: [CredentialChange] = []
  ) async throws(BoardError) {
    let draft = try EntryDraft(
      .signIn(SignInEvent(outcome, account: account)), by: .system, from: origin)
    _ = try await store.append(draft, received: now, changing: changes)
  }
}

/// How many attempts of each origin are being looked at.
private final class AttemptsInWork: Sendable {
  /// Attempts of one origin at once.
  private static let most = 3

  private let counts = Mutex<[String: Int]>([:])

  /// Counts one more attempt; false where there are too many.
  func begin(_ origin: String) -> Bool {
    counts.withLock { counts in
      guard counts[origin, default: 0] < AttemptsInWork.most else { return false }
      counts[origin, default: 0] += 1
      return true
    }
  }

  /// Counts one less.
  func end(_ origin: String) {
    counts.withLock { counts in
      let left = counts[origin, default: 1] - 1
      counts[origin] = left > 0 ? left : nil
    }
  }
}
