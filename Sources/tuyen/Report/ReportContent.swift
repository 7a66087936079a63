import Answers
import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// All answers of a report; how they are said is told by its extensions.
///
/// Nothing is computed here: each answer is that of the question of the same name.
struct ReportContent {
  let command: ReportCommand
  let session: NetworkSession
  let question: CoverageQuestion
  let conditions: TravelConditions
  let ground: CoverageGround
  let answers: [NeedCoverage]
  /// The gaps of each need; none where they are not wanted.
  let gaps: [GapsReport]
  let losses: LossReport?
  let support: SupportAnswer?
  let levels: LevelsAnswer?
  let quality: QualityGrade?
  let review: NetworkReview?

  var folder: LoadedNetwork { session.loaded }
  var network: Network { session.network }
  var language: Language { command.networkOptions.lang }
  var wanted: Set<ReportPart> { command.wanted }
  var style: AnswerStyle { AnswerStyle(language) }

  /// Asks everything.
  init(
    _ command: ReportCommand, _ session: NetworkSession, _ question: CoverageQuestion
  ) throws(Failure) {
    let network = session.network
    let language = command.networkOptions.lang
    let scope = question.scope
    let at = scope.at
    let wanted = command.wanted
    let coverage = try asking(language) { () throws(QuestionError) in
      try question.answer(in: session)
    }
    self.command = command
    self.session = session
    self.question = question
    let (ground, conditions) = (coverage.ground, coverage.conditions)
    self.ground = ground
    self.conditions = conditions
    answers = coverage.needs
    let style = AnswerStyle(language)
    let needs = coverage.needs.map { PlannedNeed(need: $0.need, limit: $0.threshold) }
    gaps =
      wanted.contains(.gaps)
      ? zip(needs, coverage.needs).map { need, answer in
        var question = GapsQuestion(need, scope)
        question.limit = command.gaps
        return GapsReport(
          question.answer(of: answer.coverage, on: ground, in: session), style)
      } : []
    var losses = LossQuestion(needs, scope)
    losses.top = command.top
    self.losses =
      wanted.contains(.loss)
      ? LossReport(
        losses.answer(on: ground.typical.ground, ground.demand, conditions, in: session), style)
      : nil
    support =
      wanted.contains(.support)
      ? try ReportContent.support(command, session, at, scope.minimumConfidence) : nil
    let hasLadders = !network.records.ladders.isEmpty
    levels =
      wanted.contains(.levels) && hasLadders
      ? try ReportContent.levels(command, session, at, conditions, scope.minimumConfidence) : nil
    quality = wanted.contains(.quality) ? QualityGrade(of: network, at: at) : nil
    review =
      wanted.contains(.quality)
      ? NetworkReview(of: network, at: at, vehicle: conditions.vehicle.id) : nil
  }

  private static func support(
    _ command: ReportCommand, _ session: NetworkSession, _ at: Instant,
    _ confidence: Confidence
  ) throws(Failure) -> SupportAnswer {
    let fields: QuestionFields = [
      "at": "\(at)", "minConfidence": confidence.rawValue,
    ]
    return try asking(command.networkOptions.lang) { () throws(QuestionError) in
      try session.answer(SupportQuestion(fields, in: session, now: at))
    }
  }

  private static func levels(
    _ command: ReportCommand, _ session: NetworkSession, _ at: Instant,
    _ conditions: TravelConditions, _ confidence: Confidence
  ) throws(Failure) -> LevelsAnswer {
    try asking(command.networkOptions.lang) { () throws(QuestionError) in
      let fields: QuestionFields = [
        "at": "\(at)", "minConfidence": confidence.rawValue,
        "noGains": "true",
      ]
      var question = try LevelsQuestion(fields, in: session, now: at)
      if !session.network.travel.links.isEmpty { question.conditions = conditions }
      return try session.answer(question)
    }
  }

  /// A command as if a user had typed it.
  private static func asked<Command: ParsableCommand>(
    _ arguments: [String]
  ) throws(Failure) -> Command {
    do {
      return try Command.parse(arguments)
    } catch {
      throw .usage(Command.message(for: error))
    }
  }
}

extension NeedCoverage {
  /// The threshold of a question that has one.
  var threshold: AccessThreshold {
    coverage.query.thresholds.first
      ?? AccessThreshold(minutes: AccessThreshold.toolDefaultMinutes)
  }
}
