import Formats
public import HealthNetwork
import Planning
import TravelNetwork

/// A file of a report: its name within the folder, and its text in UTF-8.
public struct ReportFile: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The text.
  public var text: String

  /// Creates a file.
  ///
  /// - Parameters:
  ///   - name: The name within the folder.
  ///   - text: The text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// All of planning as one page that opens offline, with its pictures and tables as files.
public struct ReportAnswer: Answer {
  /// JSON: the answers that the report rests on are files of their own.
  public static let formats: [AnswerFormat] = []

  /// The question.
  public let question: ReportQuestion
  /// The access of each commune to each need; nil for a network without roads and vehicles, of which
  /// only what needs no way is told.
  public let coverage: CoverageAnswer?
  /// The network.
  package let session: NetworkSession
  /// The gaps of each need; none where they are not wanted.
  public internal(set) var gaps: [GapsAnswer] = []
  /// The losses; nil where they are not wanted.
  public internal(set) var losses: LossAnswer?
  /// Who supports whom; nil where it is not wanted.
  public internal(set) var support: SupportAnswer?
  /// The levels of facilities; nil where they are not wanted, or the network has no ladder.
  public internal(set) var levels: LevelsAnswer?
  /// The quality of the data of each facility; nil where it is not wanted.
  public internal(set) var quality: QualityGrade?
  /// The grades and warnings of the network; nil where quality is not wanted.
  public internal(set) var review: NetworkReview?

  init(question: ReportQuestion, coverage: CoverageAnswer?, session: NetworkSession) {
    self.question = question
    self.coverage = coverage
    self.session = session
  }

  /// A report is always an answer.
  public var isFound: Bool { true }

  /// The files: the page, `index.html`, first; then pictures, tables and GeoJSON.
  public func files(_ style: AnswerStyle) -> [ReportFile] {
    ReportContent(answer: self, style: style).files
  }

  /// The page alone: HTML that is well-formed XML too.
  public func page(_ style: AnswerStyle) -> String {
    ReportContent(answer: self, style: style).page
  }
}
