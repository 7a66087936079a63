/// The tags of an object.
struct Tags: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  private var values: [String: String] = [:]

  init() {}

  init(dictionaryLiteral elements: (String, String)...) {
    for (key, value) in elements { add(key, value) }
  }

  /// Adds a tag, unless its key is there already.
  mutating func add(_ key: String, _ value: String) {
    if values[key] == nil { values[key] = value }
  }

  /// The value of a key, as it stands.
  subscript(_ key: String) -> String? { values[key] }

  /// The value of a key that says something: trimmed, in small letters, not empty.
  func word(_ key: String) -> String? {
    guard let value = values[key] else { return nil }
    let text = collapsingWhitespace(value).lowercased()
    return text.isEmpty ? nil : text
  }

  /// The value of a key for people: one line, not empty, at most 255 characters as in OpenStreetMap.
  func text(_ key: String) -> String? {
    guard let value = values[key] else { return nil }
    let text = String(collapsingWhitespace(value).prefix(255))
    return text.isEmpty ? nil : text
  }

  /// The keys that begin so, in order.
  func keys(where matches: (String) -> Bool) -> [String] {
    values.keys.filter(matches).sorted()
  }
}

/// A text on one line: runs of white space and control characters count as one space.
func collapsingWhitespace(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 < 0x80 }) { return text }
  var scalars = String.UnicodeScalarView()
  var isSpaceDue = false
  for scalar in text.unicodeScalars {
    let category = scalar.properties.generalCategory
    // What XML cannot hold goes the way of white space.
    let isBlank =
      scalar.properties.isWhitespace || category == .control || category == .format
      || scalar.value & 0xFFFE == 0xFFFE
    if isBlank {
      isSpaceDue = !scalars.isEmpty
    } else {
      if isSpaceDue { scalars.append(" ") }
      isSpaceDue = false
      scalars.append(scalar)
    }
  }
  return String(scalars)
}
