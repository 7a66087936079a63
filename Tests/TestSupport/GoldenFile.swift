import Files

/// The files in which answers are held, as people and programs see them.
public enum GoldenFile {
  /// The folder of the files, with a slash at its end.
  public static let folder = repositoryFolder + "Tests/AnswersTests/Golden/"

  /// Lines of text, separated values and GeoJSON that are kept; the rest is kept as a digest.
  private static let mostLines = 120

  /// The kept part of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - isWhole: Whether it is kept whole, as JSON is; else its first lines, and a digest of all of it.
  /// - Returns: What the file holds.
  public static func kept(_ text: String, isWhole: Bool) -> String {
    if isWhole { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > mostLines || text.utf8.count > 60_000 else { return text }
    var digest = ContentDigest()
    digest.add(text)
    var kept = ""
    for line in lines.prefix(mostLines) {
      kept += line.prefix(1_000) + (line.count > 1_000 ? "…" : "") + "\n"
      if kept.utf8.count > 60_000 { break }
    }
    return kept + "… \(lines.count) lines, \(text.utf8.count) bytes, digest \(digest.text)\n"
  }
}
