import Facts

/// Understands codes as people type them: case and marks do not matter, nor signs between words, and the
/// name of a thing is as good as its code.
enum Code {
  /// The code that a text is, or is the name of.
  ///
  /// - Parameters:
  ///   - text: The typed text.
  ///   - known: Each code with its names.
  /// - Returns: The code; nil where the text is none of them, or the name of several.
  static func match(_ text: String, among known: [(code: String, names: [String?])]) -> String? {
    if known.contains(where: { $0.code == text }) { return text }
    let wanted = folded(text)
    guard !wanted.isEmpty else { return nil }
    if let code = known.first(where: { folded($0.code) == wanted })?.code { return code }
    let named = Set(
      known.filter { $0.names.contains { $0.map(folded) == wanted } }.map(\.code))
    return named.count == 1 ? named.first : nil
  }

  /// The Vietnamese and short words for codes of answers and questions.
  static let words: [String: String] = [
    "cao": "high", "trungbinh": "medium", "thap": "low",
    "nu": "female", "f": "female", "nam": "male", "m": "male",
    "bandau": "initial", "coban": "basic", "chuyensau": "specialised", "specialized": "specialised",
    "tinh": "province", "huyen": "district", "xa": "commune",
  ]

  /// The letters and digits of a text without case and marks.
  static func folded(_ text: String) -> String {
    String(FoldedName(text).text.filter { $0 != " " })
  }
}
