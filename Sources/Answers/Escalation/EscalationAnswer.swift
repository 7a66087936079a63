public import Formats
import HealthNetwork
public import Referral
import TravelNetwork

/// The line from the commune to the last line.
public struct EscalationAnswer: Answer, SessionAnswer {
  /// Text for people, JSON, and separated values with a line a step.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  let session: NetworkSession
  /// The question, as understood.
  public let query: EscalationQuery
  /// The name of the place where the patient is.
  public let name: String
  /// Its id; nil for a bare point.
  public let id: String?
  /// Whether the network has travel data, without which there are no times.
  public let hasTravel: Bool
  /// The steps of the line.
  public let chain: EscalationChain

  /// Whether the patient can be treated where they are, or at the end of a step.
  public var isFound: Bool {
    chain.startReasons?.isEmpty ?? false || chain.firstAble != nil
  }

  /// The line for programs; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    EscalationReport(answer: self, style: style).json
  }
  /// The line as separated values: a line a step.
  public func csv(_ style: AnswerStyle) -> String? {
    EscalationReport(answer: self, style: style).csv
  }
  /// The line as a coordinator reads it.
  public func table(_ style: AnswerStyle) -> String? {
    EscalationReport(answer: self, style: style).table
  }
}
