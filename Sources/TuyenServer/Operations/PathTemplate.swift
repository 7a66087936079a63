/// A path with names in place of some of its parts: `/v1/facilities/{id}`.
struct PathTemplate: Hashable, Sendable {
  /// A part of a path between two slashes.
  enum Part: Hashable, Sendable {
    /// The part as it stands.
    case text(String)
    /// Any part that is not empty, by its name.
    case name(String)
  }

  /// The template as it was written; labels of metrics are made of it.
  let text: String
  private let parts: [Part]

  init(_ text: String) {
    self.text = text
    parts = text.split(separator: "/").map { part in
      part.hasPrefix("{") && part.hasSuffix("}")
        ? .name(String(part.dropFirst().dropLast())) : .text(String(part))
    }
  }

  /// The named parts of a path; nil where the path is not of the template.
  ///
  /// - Parameter path: The parts between slashes, decoded.
  /// - Returns: The parts by their names.
  func match(_ path: [String]) -> [String: String]? {
    guard path.count == parts.count else { return nil }
    var values: [String: String] = [:]
    for (part, text) in zip(parts, path) {
      switch part {
      case .text(let expected):
        guard expected == text else { return nil }
      case .name(let name):
        guard !text.isEmpty else { return nil }
        values[name] = text
      }
    }
    return values
  }
}
