import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// An answer about ways to definitive care, with all that is needed to put it into words.
struct StrategyReport {
  let session: NetworkSession
  let plan: PathwayPlan
  let query: ReferralQuery
  let firstQuery: ReferralQuery
  let strategy: Strategy
  let answer: StrategyAnswer
  let style: AnswerStyle
  let explains: Bool
  /// What is told of definitive care, as of any referral.
  let definitive: RouteReport
  /// What is told of first stops.
  let first: RouteReport

  var network: Network { session.network }

  init(_ found: PathwayAnswer, _ style: AnswerStyle) {
    let question = found.question
    func report(_ query: ReferralQuery, _ rejected: [Rejection]) -> RouteReport {
      var referral = ReferralAnswer()
      referral.access = found.found.access
      referral.rejected = rejected
      return RouteReport(
        session: found.session, query: query, origin: question.origin, answer: referral,
        style: style, explains: question.explains)
    }
    session = found.session
    strategy = question.strategy
    answer = found.found
    self.style = style
    explains = question.explains
    plan = question.plan
    query = found.query
    firstQuery = found.firstQuery
    definitive = report(query, answer.rejectedDefinitive)
    first = report(firstQuery, answer.rejectedFirst)
  }

  var language: Language { style.language }

  /// A text broken into the lines of the style, the first behind a head and the others below it.
  func paragraph(_ head: String, _ text: String) -> [String] { definitive.paragraph(head, text) }

  /// An instant after the departure.
  func instant(_ minutes: Double) -> Instant {
    query.at.advanced(bySeconds: Int(clamping: (minutes * 60).rounded()))
  }

  /// A clock time after the departure, with the day where it is another one: that of the minutes
  /// as they are shown beside it.
  func clock(_ minutes: Double) -> String { clock(instant(minutes.rounded())) }

  /// A clock time, with the day where it is not that of the departure.
  func clock(_ instant: Instant) -> String { language.clock(instant, from: query.at) }

  /// Minutes as people say them: 45 min, 1 h 05 min.
  func duration(_ minutes: Double) -> String { language.duration(minutes) }

  /// A range in words: 45 min (30 min – 1 h 05 min).
  func duration(_ range: TimeRange) -> String {
    guard range.low != range.high else { return duration(range.usual) }
    return
      "\(duration(range.usual)) (\(duration(range.low)) – \(duration(range.high)))"
  }

  /// How likely a limit is kept, in words.
  func text(_ chance: Chance) -> String { language.text(chance) }

  /// What a stay is, in words.
  func text(_ kind: PathwayInterval.Kind) -> String {
    switch kind {
    case .leastDwell: language("ít nhất", "at least")
    case .targetDwell: language("mục tiêu", "target")
    case .toleratedDwell: language("mức chấp nhận", "tolerated")
    case .realDwell: language("thực tế", "as observed")
    case .firstTreatment: language("cửa đầu đến điều trị", "first door to treatment")
    case .definitiveTreatment: language("cửa cuối đến điều trị", "definitive door to treatment")
    }
  }

  /// What says so, and how sure it is.
  func source(_ provenance: Provenance) -> String { definitive.source(provenance) }

  /// The name of what sets a limit.
  func name(_ limit: PathwayPlan.Limit) -> String {
    switch limit.standard {
    case .clock(let clock): language(clock.name, clock.nameEn ?? clock.name)
    case .access(let standard): language(standard.name, standard.nameEn ?? standard.name)
    }
  }

  /// The id of what sets a limit.
  func id(_ limit: PathwayPlan.Limit) -> String {
    switch limit.standard {
    case .clock(let clock): clock.id
    case .access(let standard): standard.id
    }
  }

  /// What says so of a limit.
  func provenance(_ limit: PathwayPlan.Limit) -> Provenance {
    switch limit.standard {
    case .clock(let clock): clock.provenance
    case .access(let standard): standard.provenance
    }
  }
}
