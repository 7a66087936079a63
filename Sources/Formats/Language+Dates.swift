extension Language {
  /// A date as people write it: 25/11/2026 or 11/2026 in Vietnamese, as it is in English.
  ///
  /// - Parameter text: A date of ISO 8601: 2026-11-25, 2026-11 or 2026.
  /// - Returns: The date; a text that is no such date as it is.
  public func date(_ text: String) -> String {
    guard self == .vi, Language.isDate(text) else { return text }
    return text.split(separator: "-").reversed().joined(separator: "/")
  }

  /// Whether a text is a date of ISO 8601 with a month at least: 2026-11-25 or 2026-11.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].utf8.count == 4 else { return false }
    return parts.allSatisfy { part in part.utf8.allSatisfy { (48...57).contains($0) } }
      && parts.dropFirst().allSatisfy { $0.utf8.count == 2 }
  }
}
