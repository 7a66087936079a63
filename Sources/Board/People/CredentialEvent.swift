public import Facts
import Formats

/// Something that happened to an account of a person.
public struct AccountEvent: Hashable, Sendable {
  /// The event.
  public enum Kind: String, CaseIterable, Sendable {
    /// It was made.
    case made
    /// Its role or its facilities changed.
    case role
    /// Its password was set.
    case password
    /// It was revoked.
    case revoked
    /// Sessions of it were ended.
    case sessions
  }

  /// The event.
  public var kind: Kind
  /// The id with which its owner signs in.
  public var account: String
  /// The role, when it was made or changed.
  public var role: Role?
  /// The facilities, when it was made or changed.
  public var facilities: [String]

  /// Creates an event.
  public init(_ kind: Kind, _ account: String, role: Role? = nil, facilities: Set<String> = []) {
    self.kind = kind
    self.account = account
    self.role = role
    self.facilities = facilities.sorted()
  }

  func check() throws(BoardError) {
    try FreeText.check(id: account, "account")
    for facility in facilities { try FreeText.check(id: facility, "facilities") }
    guard (role != nil) == (kind == .made || kind == .role) else {
      throw .invalid("role", "", Bilingual("một vai trò", "a role"))
    }
  }

  var payload: JSONValue {
    .object([
      "account": .string(account), "role": role.map { .string($0.rawValue) },
      "facilities": facilities.isEmpty ? nil : .array(facilities.map { .string($0) }),
    ])
  }

  init(_ kind: Kind, _ reader: inout PayloadReader) throws(BoardError) {
    let account = try reader.required("account")
    let role: Role? = try reader.word("role")
    self.init(kind, account, role: role, facilities: try reader.ids("facilities"))
  }
}

/// Something that happened to a key of a machine.
public struct KeyEvent: Hashable, Sendable {
  /// The event.
  public enum Kind: String, CaseIterable, Sendable {
    /// It was made.
    case made
    /// It was revoked.
    case revoked
  }

  /// The event.
  public var kind: Kind
  /// The id of the key.
  public var key: String
  /// The sender that holds it.
  public var sender: String
  /// The role, when it was made.
  public var role: Role?
  /// The facilities it may speak for, when it was made.
  public var facilities: [String]
  /// When it ends, when it was made.
  public var until: Instant?

  /// Creates an event.
  public init(
    _ kind: Kind, _ key: String, of sender: String, role: Role? = nil,
    facilities: Set<String> = [], until: Instant? = nil
  ) {
    self.kind = kind
    self.key = key
    self.sender = sender
    self.role = role
    self.facilities = facilities.sorted()
    self.until = until
  }

  func check() throws(BoardError) {
    try FreeText.check(id: key, "key")
    try FreeText.check(id: sender, "sender")
    for facility in facilities { try FreeText.check(id: facility, "facilities") }
    guard (role != nil) == (kind == .made), (until != nil) == (kind == .made) else {
      throw .invalid("role", "", Bilingual("vai trò và thời hạn", "a role and an end"))
    }
  }

  var payload: JSONValue {
    .object([
      "key": .string(key), "sender": .string(sender), "role": role.map { .string($0.rawValue) },
      "facilities": facilities.isEmpty ? nil : .array(facilities.map { .string($0) }),
      "until": until?.payload,
    ])
  }

  init(_ kind: Kind, _ reader: inout PayloadReader) throws(BoardError) {
    let key = try reader.required("key")
    let sender = try reader.required("sender")
    let role: Role? = try reader.word("role")
    let facilities = try reader.ids("facilities")
    self.init(
      kind, key, of: sender, role: role, facilities: facilities,
      until: try reader.instant("until"))
  }
}

/// An attempt to sign in.
public struct SignInEvent: Hashable, Sendable {
  /// How it ended.
  public enum Outcome: String, CaseIterable, Sendable {
    /// It was right.
    case succeeded = "ok"
    /// It was wrong.
    case failed
  }

  /// The account; nil for a name that no account has, which may be a password typed in the wrong field.
  public var account: String?
  /// How it ended.
  public var outcome: Outcome

  /// Creates an event.
  public init(_ outcome: Outcome, account: String?) {
    self.account = account
    self.outcome = outcome
  }

  var payload: JSONValue { .object(["account": account.map { .string($0) }]) }

  init(_ outcome: Outcome, _ reader: inout PayloadReader) throws(BoardError) {
    self.init(outcome, account: try reader.text("account"))
  }
}

extension PayloadReader {
  /// Ids in ascending order that need not be there.
  fileprivate mutating func ids(_ name: String) throws(BoardError) -> Set<String> {
    let ids = try list(name) { (value, path) throws(BoardError) -> String in
      guard let text = value.asText else {
        throw .invalid(path, "", Bilingual("một mã", "an id"))
      }
      return text
    }
    return Set(ids ?? [])
  }
}
