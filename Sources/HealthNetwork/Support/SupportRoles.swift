// The one rule of who supports whom: docs/support.md states it for users.

extension Member.Role {
  /// The line of care on which a role stands in a specialty network, the last line highest; nil for a
  /// role that is on none.
  private var line: Int? {
    switch self {
    case .lastLine: 3
    case .hub: 2
    case .spoke: 1
    case .firstContact: 0
    case .supporter, .recipient, .signatory, .coordinator, .member, .directs, .directed, .trainer,
      .trainee:
      nil
    }
  }

  /// Whether a member with this role supports one with another role in the same agreement or network.
  ///
  /// A higher line supports each lower one. A supporter supports recipients, spokes and first contacts;
  /// a recipient is supported by hubs and last lines, too. Signatories, members and coordinators (who
  /// organise) support nobody, and nobody supports them. Who directs a lower line need not support it.
  public func supports(_ other: Member.Role) -> Bool {
    if let line, let lower = other.line { return line > lower }
    return switch (self, other) {
    case (.supporter, .recipient), (.supporter, .spoke), (.supporter, .firstContact),
      (.hub, .recipient), (.lastLine, .recipient):
      true
    default: false
    }
  }

  /// Whether a member with this role receives patients from one with another role: as its supporter,
  /// or as its equal, for those who only signed may send patients either way.
  public func receivesPatients(from other: Member.Role) -> Bool {
    if supports(other) { return true }
    guard other == .signatory || other == .member else { return false }
    switch self {
    case .supporter, .hub, .lastLine, .signatory, .member: return true
    case .recipient, .spoke, .firstContact, .coordinator, .directs, .directed, .trainer, .trainee:
      return false
    }
  }

  /// Roles from those who support down to those who are supported.
  private static let downwards: [Member.Role] = [
    .supporter, .lastLine, .hub, .spoke, .firstContact, .recipient,
  ]

  /// Who supports whom directly among members of some roles: down the lines that are there, one after
  /// the other.
  static func directSupport(
    among roles: Set<Member.Role>
  ) -> [(supporter: Member.Role, recipient: Member.Role)] {
    let present = downwards.filter(roles.contains)
    return present.flatMap { upper in
      present.filter { lower in
        upper.supports(lower)
          && !present.contains { upper.supports($0) && $0.supports(lower) }
      }.map { (upper, $0) }
    }
  }
}

extension Agreement {
  /// Whether members support each other by it: to watch for diseases together is no support.
  public var isSupport: Bool { kind != .surveillance }
}

extension Party {
  /// Whether a record that names the party means each of its members: a group whose members are known.
  ///
  /// Of a group whose members nobody named, the members are unknown, not none.
  public var standsForMembers: Bool { kind == .group && !members.isEmpty }
}
