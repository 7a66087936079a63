public import Formats

/// A permission.
public enum Permission: String, CaseIterable, Sendable {
  /// Ask questions and see the board.
  case read
  /// Report the status of facilities, answer calls for them, propose corrections about them.
  case report
  /// Open and lead cases, close and open crossings, report the weather.
  case coordinate
  /// Decide on corrections.
  case edit
  /// Make and revoke accounts and keys.
  case administer
  /// See the whole journal with its authors.
  case audit

  /// The permission in words, behind "may".
  public var words: Bilingual {
    switch self {
    case .read: Bilingual("xem", "read")
    case .report: Bilingual("báo cáo cho cơ sở này", "report for this facility")
    case .coordinate: Bilingual("điều phối", "coordinate")
    case .edit: Bilingual("duyệt đính chính", "decide on corrections")
    case .administer: Bilingual("quản trị", "administer")
    case .audit: Bilingual("xem nhật ký", "see the journal")
    }
  }
}

/// A role in the region.
///
/// The table of ``permissions`` is the one place that says what each role may do.
public enum Role: String, CaseIterable, Sendable {
  /// Asks.
  case read
  /// Speaks for facilities of its own.
  case report
  /// Leads cases for the whole region.
  case coordinate
  /// Keeps the directory.
  case edit
  /// Runs the service.
  case administer

  /// The permissions of the role.
  public var permissions: Set<Permission> {
    switch self {
    case .read: [.read]
    case .report: [.read, .report]
    case .coordinate: [.read, .report, .coordinate, .audit]
    case .edit: [.read, .report, .edit, .audit]
    case .administer: Set(Permission.allCases)
    }
  }

  /// Whether the role speaks only for the facilities that its holder is bound to.
  public var isBoundToFacilities: Bool { self == .report }

  /// The role in words.
  public var words: Bilingual {
    switch self {
    case .read: Bilingual("người xem", "reader")
    case .report: Bilingual("người báo cáo của cơ sở", "reporter of facilities")
    case .coordinate: Bilingual("điều phối viên", "coordinator")
    case .edit: Bilingual("biên tập viên", "editor")
    case .administer: Bilingual("quản trị viên", "administrator")
    }
  }
}

/// Who writes: an account of a person, a key of a machine, or the service itself.
public struct Author: Hashable, Sendable, CustomStringConvertible {
  /// The author as the journal names it, as account/lan, key/7k3m9x2q4t8w or system.
  public let text: String

  /// The service itself, or its operator at the machine.
  public static let system = Author(text: "system")

  private init(text: String) { self.text = text }

  /// The author of an account.
  public static func account(_ id: String) -> Author { Author(text: "account/\(id)") }

  /// The author of a key.
  public static func key(_ id: String) -> Author { Author(text: "key/\(id)") }

  /// Reads what the journal names; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard
      text == "system"
        || (parts.count == 2 && (parts[0] == "account" || parts[0] == "key")
          && FreeText.isID(String(parts[1])))
    else { return nil }
    self.text = text
  }

  /// The author as the journal names it.
  public var description: String { text }
}

/// Somebody who proved who they are, and what they may do.
public struct Principal: Hashable, Sendable {
  /// Who it is.
  public let author: Author
  /// Its words in both languages.
  public let role: Role
  /// The facilities it may speak for, where its role is bound to facilities.
  public let facilities: Set<String>

  /// The operator at the machine, who may do everything.
  public static let system = Principal(.system, .administer)

  /// Names somebody.
  public init(_ author: Author, _ role: Role, facilities: Set<String> = []) {
    self.author = author
    self.role = role
    self.facilities = facilities
  }

  /// Whether something is permitted.
  ///
  /// - Parameters:
  ///   - permission: What.
  ///   - facility: The facility it is about; nil where it is about none.
  /// - Returns: Whether the role has the permission, and the facility is its own if it is bound.
  public func may(_ permission: Permission, facility: String? = nil) -> Bool {
    guard role.permissions.contains(permission) else { return false }
    guard permission == .report, role.isBoundToFacilities else { return true }
    return facility.map(facilities.contains) ?? false
  }

  /// Refuses what is not permitted.
  ///
  /// - Throws: `BoardError.forbidden`.
  public func require(
    _ permission: Permission, facility: String? = nil
  ) throws(BoardError) {
    guard may(permission, facility: facility) else { throw .forbidden(permission) }
  }
}
