public import Facts
import Formats

/// Makes, revokes and recognises the keys of machines.
///
/// A key is `tuyen_ID_SECRET`. The store keeps the digest of the secret only: the key is shown once.
public struct KeyDesk: Sendable {
  /// The longest time that a key may hold, in days.
  public static let longestDays = 366
  /// The most keys that a sender may hold at once: the old and the new one while they are changed.
  public static let mostLive = 2

  private let store: any BoardStore

  /// Works on the keys of a store.
  public init(_ store: any BoardStore) {
    self.store = store
  }

  /// Makes a key.
  ///
  /// - Parameters:
  ///   - sender: Who is to hold it.
  ///   - role: What it may do.
  ///   - facilities: The facilities it may speak for.
  ///   - days: For how many days it holds.
  ///   - principal: Who makes it.
  ///   - origin: From where.
  ///   - now: When.
  /// - Returns: The key as text, which nobody can show again, and what the store keeps of it.
  /// - Throws: `BoardError` where the sender holds two keys already, or it is not permitted.
  public func make(
    for sender: String, _ role: Role, facilities: Set<String> = [], days: Int,
    by principal: Principal, from origin: String, now: Instant
  ) async throws(BoardError) -> (text: String, key: AccessKey) {
    try principal.require(.administer)
    guard (1...KeyDesk.longestDays).contains(days) else {
      throw .invalid(
        "days", "\(days)", Bilingual("1 đến \(KeyDesk.longestDays)", "1 to \(KeyDesk.longestDays)"))
    }
    guard role.isBoundToFacilities == !facilities.isEmpty else {
      throw .invalid(
        "facilities", joined(facilities),
        role.isBoundToFacilities
          ? Bilingual("ít nhất một cơ sở", "at least one facility with this role")
          : Bilingual("để trống", "none with this role"))
    }
    let head = try await store.head()
    let live = try await store.keys().filter { $0.sender == sender && $0.holds(at: now) }
    guard live.count < KeyDesk.mostLive else {
      throw .invalid(
        "sender", sender,
        Bilingual(
          "không quá hai khóa còn hạn; hãy thu hồi một khóa (\(live.map(\.id).joined(separator: ", ")))",
          "at most two live keys; revoke one of \(live.map(\.id).joined(separator: ", "))"))
    }
    let id = hexadecimal(try randomBytes(6))
    let secret = try Secret()
    let key = AccessKey(
      id, of: sender, role, facilities: facilities, secret: secret.digest, from: now,
      until: now.advanced(bySeconds: days * 86_400))
    let event = KeyEvent(
      .made, id, of: sender, role: role, facilities: facilities, until: key.until)
    let draft = try EntryDraft(.key(event), by: principal.author, from: origin)
    _ = try await store.append(
      draft, received: now, ifUnchangedSince: head.number, changing: [.addKey(key)])
    return ("tuyen_\(id)_\(secret.text)", key)
  }

  /// Revokes a key at once.
  public func revoke(
    _ id: String, by principal: Principal, from origin: String, now: Instant
  ) async throws(BoardError) {
    try principal.require(.administer)
    guard let key = try await store.key(id) else { throw .notFound(id) }
    guard key.revoked == nil else { return }
    let draft = try EntryDraft(
      .key(KeyEvent(.revoked, id, of: key.sender)), by: principal.author, from: origin)
    _ = try await store.append(draft, received: now, changing: [.revokeKey(id, at: now)])
  }

  /// Recognises a key that a request presents.
  ///
  /// - Parameters:
  ///   - text: The key.
  ///   - now: When.
  /// - Returns: The permissions of its holder; nil for a key that is none, was revoked or has ended.
  /// - Throws: `BoardError` where the store does not answer.
  public func principal(_ text: String, now: Instant) async throws(BoardError) -> Principal? {
    let parts = text.split(separator: "_", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "tuyen", FreeText.isID(String(parts[1])),
      let secret = Secret(String(parts[2]))
    else { return nil }
    guard let key = try await store.key(String(parts[1])),
      areEqual(key.secret.bytes, secret.digest.bytes), key.holds(at: now)
    else { return nil }
    return try await used(key, now: now)
  }

  /// Recognises a key by its id alone, where a certificate proves who holds it.
  ///
  /// - Parameters:
  ///   - id: The id of the key.
  ///   - now: When.
  /// - Returns: The rights of its holder; nil for a key that is none, was revoked or has ended.
  /// - Throws: `BoardError` where the store does not answer.
  public func principal(
    certified id: String, now: Instant
  ) async throws(BoardError) -> Principal? {
    guard FreeText.isID(id), let key = try await store.key(id), key.holds(at: now) else {
      return nil
    }
    return try await used(key, now: now)
  }

  private func used(_ key: AccessKey, now: Instant) async throws(BoardError) -> Principal {
    // To the hour: a key that is used all the time must not be written all the time.
    if key.lastUsed.map({ now.seconds - $0.seconds >= 3_600 }) ?? true {
      try? await store.touchKey(key.id, at: now)
    }
    return key.principal
  }
}
