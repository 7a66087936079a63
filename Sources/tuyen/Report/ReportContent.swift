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
/// Nothing is computed here: each answer is that of the command of the same name.
struct ReportContent {
  let command: ReportCommand
  let folder: LoadedNetwork
  let conditions: TravelConditions
  let ground: CoverageGround
  let answers: [CoverageAnswer]
  /// The gaps of each need; none where they are not wanted.
  let gaps: [GapsReport]
  let losses: LossReport?
  let support: SupportAnswer?
  let levels: LevelsAnswer?
  let quality: QualityGrade?
  let review: NetworkReview?

  var network: Network { folder.network }
  var language: Language { command.networkOptions.lang }
  var wanted: Set<ReportPart> { command.wanted }
  var style: AnswerStyle { AnswerStyle(language) }

  /// Asks everything.
  init(_ command: ReportCommand, _ folder: LoadedNetwork, at: Instant) throws(Failure) {
    let network = folder.network
    let conditions = try command.travel.conditions(at: at, of: network)
    let wanted = command.wanted
    self.command = command
    self.folder = folder
    self.conditions = conditions
    let ground = try command.planning.ground(folder, conditions)
    self.ground = ground
    var coverage: CoverageCommand = try ReportContent.asked(["--at", "\(at)"])
    coverage.networkOptions = command.networkOptions
    coverage.planning = command.planning
    coverage.needs = command.needs
    coverage.thresholds = command.threshold.map { [$0] } ?? []
    coverage.group = command.group
    var seen: Set<String> = []
    let answers = try coverage.answers(on: ground, conditions).filter {
      seen.insert($0.need.capability).inserted
    }
    self.answers = answers
    var gaps: [GapsReport] = []
    var losses = LossReport(
      folder: folder, conditions: conditions, demand: ground.demand,
      language: command.networkOptions.lang, top: command.top)
    var progress = Progress("needs")
    for answer in answers {
      progress.step()
      if wanted.contains(.gaps) {
        gaps.append(ReportContent.gaps(answer, folder, ground, command))
      }
      if wanted.contains(.loss) {
        let need = PlannedNeed(need: answer.need, limit: answer.threshold)
        losses.add(need, ReportContent.losses(need, answer, ground))
      }
    }
    progress.finish()
    self.gaps = gaps
    self.losses = wanted.contains(.loss) ? losses : nil
    let session = NetworkSession(folder) { complain($0) }
    support = wanted.contains(.support) ? try ReportContent.support(command, session, at) : nil
    let hasLadders = !network.records.ladders.isEmpty
    levels =
      wanted.contains(.levels) && hasLadders
      ? try ReportContent.levels(command, session, at, conditions) : nil
    quality = wanted.contains(.quality) ? QualityGrade(of: network, at: at) : nil
    review =
      wanted.contains(.quality)
      ? NetworkReview(of: network, at: at, vehicle: conditions.vehicle.id) : nil
  }

  private static func gaps(
    _ answer: CoverageAnswer, _ folder: LoadedNetwork, _ ground: CoverageGround,
    _ command: ReportCommand
  ) -> GapsReport {
    var search = GapSearch(
      answer.coverage, on: ground, folder.hierarchy(warn: { complain($0) }),
      within: answer.threshold.minutes)
    return GapsReport(
      folder: folder, ground: ground, coverage: answer.coverage, threshold: answer.threshold,
      allGaps: search.communes, gaps: search.gaps(first: command.gaps),
      language: command.networkOptions.lang)
  }

  private static func losses(
    _ need: PlannedNeed, _ answer: CoverageAnswer, _ ground: CoverageGround
  ) -> LossReport.Answer {
    var query = answer.coverage.query.referral
    query.explainsUnreached = false
    let study = LossStudy(
      ground.typical.ground, query, ground.demand, threshold: need.deciseconds)
    return LossReport.Answer(
      need: need, study: study,
      sections: [
        .init(.facilities, study.facilityLosses()), .init(.crossings, study.crossingLosses()),
      ], pairs: nil)
  }

  private static func support(
    _ command: ReportCommand, _ session: NetworkSession, _ at: Instant
  ) throws(Failure) -> SupportAnswer {
    let fields: QuestionFields = [
      "at": "\(at)", "minConfidence": command.planning.minConfidence.rawValue,
    ]
    return try asking(command.networkOptions.lang) { () throws(QuestionError) in
      try session.answer(SupportQuestion(fields, in: session, now: at))
    }
  }

  private static func levels(
    _ command: ReportCommand, _ session: NetworkSession, _ at: Instant,
    _ conditions: TravelConditions
  ) throws(Failure) -> LevelsAnswer {
    try asking(command.networkOptions.lang) { () throws(QuestionError) in
      let fields: QuestionFields = [
        "at": "\(at)", "minConfidence": command.planning.minConfidence.rawValue,
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

extension CoverageAnswer {
  /// The threshold of a question that has one.
  var threshold: AccessThreshold {
    coverage.query.thresholds.first
      ?? AccessThreshold(minutes: AccessThreshold.toolDefaultMinutes)
  }
}
