import Facts

/// The words of a table that were understood before: a list of a hundred thousand rows has few of them.
final class KnownWords {
  private var kinds: [String: KindWords?] = [:]

  /// The kind of facility that words mean; nil for those that mean none.
  func kind(_ text: String) -> KindWords? {
    if let known = kinds[text] { return known }
    let kind = KindWords(text)
    kinds[text] = kind
    return kind
  }
}
