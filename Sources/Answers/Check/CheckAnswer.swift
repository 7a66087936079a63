public import Formats
import HealthNetwork

/// The findings of the checks of networks: a grade for each topic, and warnings.
public struct CheckAnswer: Answer {
  /// A table and JSON.
  public static let formats: [AnswerFormat] = [.table, .json]

  /// The check of one network.
  struct Entry {
    /// The path of the network, as it was given.
    let path: String
    /// Whether text lists every warning.
    let isWhole: Bool
    /// The review; nil when the network is not valid.
    let content: Content?
  }

  /// The review of a valid network.
  struct Content {
    let session: NetworkSession
    let review: NetworkReview
    let quality: QualityGrade?
    let topics: Set<NetworkReview.Topic>

    /// The warnings that are asked for.
    var findings: [NetworkReview.Finding] {
      topics.isEmpty ? review.findings : review.findings.filter { topics.contains($0.topic) }
    }
  }

  /// The networks, in the order in which they were checked.
  let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The answer for a network that is not valid: it cannot be asked.
  ///
  /// - Parameter path: Its path, as it was given.
  /// - Returns: The answer.
  public static func invalid(_ path: String) -> CheckAnswer {
    CheckAnswer([Entry(path: path, isWhole: false, content: nil)])
  }

  /// The answers for several networks as one.
  public static func joined(_ answers: [CheckAnswer]) -> CheckAnswer {
    CheckAnswer(answers.flatMap(\.entries))
  }

  /// Whether all networks are valid.
  public var isFound: Bool { entries.allSatisfy { $0.content != nil } }

  /// Whether there are warnings, of whatever topic.
  public var hasWarnings: Bool {
    entries.contains { $0.content?.review.findings.isEmpty == false }
  }

  /// The check for programs, with all warnings.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    .object([
      "networks": .array(entries.map { CheckReport(entry: $0, style: style).json })
    ])
  }

  /// The check as people read it.
  public func table(_ style: AnswerStyle) -> String? {
    entries.map { CheckReport(entry: $0, style: style).table }.joined()
  }
}
