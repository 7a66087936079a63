/// Identifiers that are URIs, among them UUIDs.
enum UniformIdentifier {
  /// The system of identifiers that are URIs.
  static let system = "urn:ietf:rfc:3986"

  /// The text by which identifiers are compared: UUIDs are the same in small and capital letters.
  static func key(_ text: String) -> String {
    guard text.utf8.count == 45 else { return text }
    let bytes = text.utf8Span.span
    var hasCapital = false
    for index in bytes.indices where bytes[index] >= 65 && bytes[index] <= 90 { hasCapital = true }
    guard hasCapital else { return text }
    let small = text.lowercased()
    return small.hasPrefix("urn:uuid:") ? small : text
  }
}
