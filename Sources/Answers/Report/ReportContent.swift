import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Words a report: as a page, pictures, tables and GeoJSON.
///
/// Nothing is computed here: each part is the answer to the question of the same name.
struct ReportContent {
  let answer: ReportAnswer
  let style: AnswerStyle

  var question: ReportQuestion { answer.question }
  var session: NetworkSession { answer.session }
  var folder: LoadedNetwork { session.loaded }
  var network: Network { session.network }
  /// How people travel; nil where nobody can, as the network has no roads.
  var conditions: TravelConditions? { answer.coverage?.conditions }
  var at: Instant { question.scope.at }
  var language: Language { style.language }
  var wanted: Set<ReportQuestion.Part> { question.parts }
  var answers: [NeedCoverage] { answer.coverage?.needs ?? [] }
  var quality: QualityGrade? { answer.quality }
  var review: NetworkReview? { answer.review }
  var losses: LossReport? { answer.losses.map { LossReport(answer: $0, style: style) } }

  /// The gaps of a need, by its number.
  func gaps(_ number: Int) -> GapsReport { GapsReport(answer: answer.gaps[number], style: style) }
}

extension NeedCoverage {
  /// The threshold of a question that has one.
  var threshold: AccessThreshold {
    thresholds.first ?? AccessThreshold(minutes: AccessThreshold.toolDefaultMinutes)
  }
}
