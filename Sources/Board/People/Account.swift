public import Facts

/// The account of a person.
public struct Account: Hashable, Sendable {
  /// The id with which its owner signs in.
  public var id: String
  /// Its role.
  public var role: Role
  /// The facilities it may speak for, where its role is bound to facilities.
  public var facilities: Set<String>
  /// The stored form of its password; nil until its owner sets one.
  public var password: PasswordHash?
  /// The digest of a secret with which its owner may sign in once to set a password.
  public var oneTimeSecret: Digest?
  /// When that secret ends.
  public var oneTimeUntil: Instant?
  /// When it was made.
  public var made: Instant
  /// When it was revoked; nil while it holds.
  public var revoked: Instant?

  /// Creates an account without a password.
  public init(_ id: String, _ role: Role, facilities: Set<String> = [], made: Instant) {
    self.id = id
    self.role = role
    self.facilities = facilities
    self.made = made
  }

  /// The role of its owner.
  public var principal: Principal { Principal(.account(id), role, facilities: facilities) }
}

/// The key of a machine that sends reports.
public struct AccessKey: Hashable, Sendable {
  /// The id, the part of the key that is no secret.
  public var id: String
  /// Who holds it.
  public var sender: String
  /// Its role.
  public var role: Role
  /// The facilities it may speak for, where its role is bound to facilities.
  public var facilities: Set<String>
  /// The digest of its secret.
  public var secret: Digest
  /// From when on it holds.
  public var from: Instant
  /// When it ends.
  public var until: Instant
  /// When it was revoked; nil while it holds.
  public var revoked: Instant?
  /// When it was last used, to the hour.
  public var lastUsed: Instant?

  /// Creates a key that nobody has used.
  public init(
    _ id: String, of sender: String, _ role: Role, facilities: Set<String> = [], secret: Digest,
    from: Instant, until: Instant
  ) {
    self.id = id
    self.sender = sender
    self.role = role
    self.facilities = facilities
    self.secret = secret
    self.from = from
    self.until = until
  }

  /// Whether it holds at an instant.
  public func holds(at instant: Instant) -> Bool {
    revoked == nil && from <= instant && instant < until
  }

  /// The role of its holder.
  public var principal: Principal { Principal(.key(id), role, facilities: facilities) }
}

/// The session of somebody who signed in.
public struct Session: Hashable, Sendable {
  /// The digest of the session's secret.
  public var secret: Digest
  /// Whose it is.
  public var account: String
  /// When it began.
  public var began: Instant
  /// When it ends unless it is used.
  public var idleEnd: Instant
  /// When it ends in any case.
  public var end: Instant
  /// Whether its owner signed in with a one-time secret and may only set a password.
  public var onlySetsPassword: Bool
  /// From where its owner signed in.
  public var origin: String
  /// When it was last used, to the minute.
  public var lastUsed: Instant

  /// Seconds without use after which a session ends.
  public static let idleSeconds = 30 * 60
  /// Seconds after which a session ends in any case: a shift.
  public static let longestSeconds = 12 * 3_600

  /// Begins a session.
  public init(
    _ secret: Digest, of account: String, at now: Instant, from origin: String = "",
    onlySetsPassword: Bool = false
  ) {
    self.secret = secret
    self.account = account
    self.onlySetsPassword = onlySetsPassword
    self.origin = origin
    began = now
    lastUsed = now
    idleEnd = now.advanced(bySeconds: Session.idleSeconds)
    end = now.advanced(bySeconds: Session.longestSeconds)
  }

  /// The name by which it is shown and ended: a part of the digest, from which nobody gets the secret.
  public var id: String { String(secret.description.prefix(16)) }

  /// Whether it holds at an instant.
  public func holds(at instant: Instant) -> Bool { instant < idleEnd && instant < end }
}

/// A change of accounts or keys that is written together with the entry that tells of it.
public enum CredentialChange: Hashable, Sendable {
  /// A new account; its id must be free.
  case add(Account)
  /// An account as it is from now on; its sessions end.
  case set(Account)
  /// A new key; its id must be free.
  case addKey(AccessKey)
  /// A key ends.
  case revokeKey(String, at: Instant)
  /// A session ends.
  case endSession(Digest)
  /// The sessions of an account end, but one that is kept.
  case endSessions(of: String, but: Digest?)
  /// The same password in another stored form; where it was changed meanwhile, nothing.
  case renew(PasswordHash, of: String, as: PasswordHash)
}
