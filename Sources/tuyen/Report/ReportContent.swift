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
  let support: SupportReport?
  let levels: LevelsReport?
  let quality: QualityGrade?
  let review: NetworkReview?

  var network: Network { folder.network }
  var language: Language { command.networkOptions.lang }
  var wanted: Set<ReportPart> { command.wanted }

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
    support = wanted.contains(.support) ? try ReportContent.support(command, folder, at) : nil
    let hasLadders = !network.records.ladders.isEmpty
    levels =
      wanted.contains(.levels) && hasLadders
      ? try ReportContent.levels(command, folder, at) : nil
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
    _ command: ReportCommand, _ folder: LoadedNetwork, _ at: Instant
  ) throws(Failure) -> SupportReport {
    var support: SupportCommand = try asked(["--at", "\(at)"])
    support.networkOptions = command.networkOptions
    support.minConfidence = command.planning.minConfidence
    return try support.report(of: folder)
  }

  private static func levels(
    _ command: ReportCommand, _ folder: LoadedNetwork, _ at: Instant
  ) throws(Failure) -> LevelsReport {
    var levels: LevelsCommand = try asked(["--at", "\(at)"])
    levels.networkOptions = command.networkOptions
    levels.travel = command.travel
    levels.minConfidence = command.planning.minConfidence
    return try levels.report(of: folder)
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
