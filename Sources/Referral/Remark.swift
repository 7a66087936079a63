/// Something to ask about before relying on an answer, in words with the numbers that it rests on.
public struct Remark: Hashable, Sendable {
  /// What it is, in snake_case.
  public var code: String
  /// What to ask about, in Vietnamese.
  public var vi: String
  /// What to ask about, in English.
  public var en: String
  /// The page, document or report that says so.
  public var source: String?

  /// Creates a remark.
  public init(_ code: String, vi: String, en: String, source: String? = nil) {
    self.code = code
    self.vi = vi
    self.en = en
    self.source = source
  }
}
