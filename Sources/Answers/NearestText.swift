import Facts
import HealthNetwork

/// Finds the text that a user may have meant.
enum NearestText {
  /// The text among some that is spelt most like another, marks and case aside.
  ///
  /// - Returns: nil when more than a third of the letters differ from the nearest one, so that it
  ///   was hardly meant.
  /// - Complexity: O(*n* *k*), where *n* is the length of all texts and *k* that of the wanted one.
  static func of(_ wanted: String, among texts: [String]) -> String? {
    let folded = Array(FoldedName(wanted).text.utf8)
    guard !folded.isEmpty else { return nil }
    var best: (text: String, distance: Int)?
    for text in texts {
      let other = Array(FoldedName(text).text.utf8)
      let most = max(1, max(folded.count, other.count) / 3)
      guard abs(other.count - folded.count) <= most else { continue }
      let distance = editDistance(other, folded)
      if distance <= most, distance < best?.distance ?? Int.max { best = (text, distance) }
    }
    return best?.text
  }
}
