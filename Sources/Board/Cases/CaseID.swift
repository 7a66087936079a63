/// The id of a case: random, so that it tells nothing of the patient, the hour or the number of cases.
public struct CaseID: Hashable, Sendable, CustomStringConvertible {
  /// The id as text, as ca-7k3m9x2q4t.
  public let text: String

  private static let signs = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Makes an id that no other case has.
  ///
  /// - Throws: `BoardError` where the system gives no random bytes.
  public init() throws(BoardError) {
    let random = try randomBytes(10)
    text = "ca-" + String(decoding: random.map { CaseID.signs[Int($0 & 31)] }, as: UTF8.self)
  }

  /// The id of the case that a sender opens under a key: the same key opens the same case again.
  ///
  /// - Parameters:
  ///   - author: The sender.
  ///   - senderKey: The sender's key.
  public init(openedBy author: Author, senderKey: String) {
    // The length keeps author and key apart.
    let digest = Digest(of: Array("\(author.text.utf8.count) \(author.text)\(senderKey)".utf8))
    text =
      "ca-"
      + String(decoding: digest.bytes.prefix(10).map { CaseID.signs[Int($0 & 31)] }, as: UTF8.self)
  }

  /// Reads an id; nil for a text that is none.
  public init?(_ text: String) {
    let signs = Array(text.utf8)
    guard signs.count == 13, text.hasPrefix("ca-"),
      signs.dropFirst(3).allSatisfy(CaseID.signs.contains)
    else { return nil }
    self.text = text
  }

  /// The id as text.
  public var description: String { text }
}
