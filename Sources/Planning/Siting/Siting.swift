import Facts
import HealthNetwork
import Referral
import TravelNetwork

/// Where to build, upgrade or send rotations, so that a budget reaches the most.
///
///     let siting = try Siting(question, on: prepared, demand, candidates)
///     let answer = siting.answer()
///
/// The three classical questions come down to two forms that `SitingSolver` solves with a proven bound:
/// covering (Church & ReVelle 1974; with backup Hogan & ReVelle 1986, doi:10.1287/mnsc.32.11.1434; with
/// chances in the spirit of Daskin 1983, doi:10.1287/trsc.17.1.48) and *p*-median (Hakimi 1964) to a
/// `GainTable`, covering all (Toregas et al. 1971) to `CoverAllSearch`. docs/siting.md states them.
public struct Siting: Sendable {
  /// What is asked.
  public let question: SitingQuestion
  /// The communes and their people.
  public let demand: Demand
  /// What could be done.
  public let candidates: [SiteCandidate]

  let times: SitingTimes
  /// The communes that cannot be joined to the travel network, by number.
  let unplaced: [Int]
  /// The numbers of the fixed candidates, as the user gave them.
  let fixed: [Int]

  /// Finds out who reaches what.
  ///
  /// - Parameters:
  ///   - question: The question; its instant, vehicle and closures are those of the network.
  ///   - prepared: The network.
  ///   - demand: The communes and their people.
  ///   - candidates: What could be done.
  /// - Throws: When the question makes no sense, or nothing could be done.
  /// - Complexity: a search from every commune to all candidates.
  public init(
    _ question: SitingQuestion, on prepared: PlanningNetwork, _ demand: Demand,
    _ candidates: [SiteCandidate]
  ) throws(SitingError) {
    try question.validate()
    guard !candidates.isEmpty else { throw .noCandidates }
    let wanted = question.fixed.map { id in candidates.firstIndex { $0.id == id } }
    let missing = zip(question.fixed, wanted).filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else { throw .notCandidates(missing) }
    var fixed: [Int] = []
    for number in wanted.compactMap(\.self) where !fixed.contains(number) { fixed.append(number) }
    let cost = fixed.reduce(0) { $0 + candidates[$1].cost }
    if let budget = question.budget, cost > budget {
      throw .fixedBeyondBudget(cost: cost, budget: budget)
    }
    let points = prepared.accesses(of: demand)
    self.question = question
    self.demand = demand
    self.candidates = candidates
    self.fixed = fixed
    unplaced = points.indices.filter { points[$0] == nil }
    times = SitingTimes(question, candidates, from: points, on: prepared)
  }

  /// The communes that are not served as often as they ought to be, by number: the rows of the problem
  /// of covering all.
  var unserved: [Int] {
    demand.communes.indices.filter {
      demand.communes[$0].people > 0 && baseCount(of: $0) < (question.countsBackup ? 2 : 1)
    }
  }

  /// The problem in numbers alone.
  var problem: SitingSolver.Problem {
    let costs = candidates.map(\.cost)
    switch question.objective {
    case .cover:
      return .most(
        GainTable(rows: demand.communes.indices.map { coverRow($0) }, costs: costs))
    case .all:
      let rows = unserved.map { commune in
        GainTable.Row(
          gains: within(commune).map { ($0.candidate, 1) },
          depth: (question.countsBackup ? 2 : 1) - baseCount(of: commune))
      }
      return .all(GainTable(rows: rows, costs: costs))
    case .travel where question.favoursFar:
      let rows = demand.communes.indices.map { commune in
        TailSearch.Row(
          people: demand.communes[commune].people,
          time: TravelTime(deciseconds: baseTime(of: commune)).minutes,
          times: nearer(commune).map { ($0.candidate, TravelTime(deciseconds: $0.time).minutes) })
      }
      return .tail(rows: rows, costs: costs, share: question.worstShare)
    case .travel:
      let rows = demand.communes.indices.map { commune in
        let base = baseTime(of: commune)
        return GainTable.Row(
          gains: nearer(commune).map {
            ($0.candidate, demand.communes[commune].people * Double(base - $0.time))
          })
      }
      return .most(GainTable(rows: rows, costs: costs))
    }
  }

  /// What candidates are worth to a commune where people are to be covered.
  private func coverRow(_ commune: Int) -> GainTable.Row {
    var weight = demand.communes[commune].people
    if question.favoursFar, let threshold = question.thresholdMinutes, threshold > 0 {
      weight *= TravelTime(deciseconds: baseTime(of: commune)).minutes / threshold
    }
    let sure = baseCount(of: commune)
    if question.countsBackup {
      guard sure < 2 else { return GainTable.Row(gains: []) }
      return GainTable.Row(
        gains: within(commune).map { ($0.candidate, weight) }, depth: 2 - sure)
    }
    guard sure == 0 else { return GainTable.Row(gains: []) }
    let chance = times.chances[commune]
    return GainTable.Row(
      gains: within(commune).map { ($0.candidate, weight * ($0.presence - chance)) })
  }

  /// The candidates within the threshold of a commune, with their presence on arrival.
  private func within(_ commune: Int) -> [(candidate: Int, presence: Double)] {
    guard let limit = question.limit else { return [] }
    return candidates.indices.compactMap { candidate in
      let time = times.time(from: commune, to: candidate)
      guard time <= limit else { return nil }
      return (candidate, presence(of: candidate, arriving: time))
    }
  }

  /// The candidates that are nearer to a commune than what is able now.
  private func nearer(_ commune: Int) -> [(candidate: Int, time: UInt32)] {
    let base = baseTime(of: commune)
    return candidates.indices.compactMap { candidate in
      let time = times.time(from: commune, to: candidate)
      return time < base ? (candidate, time) : nil
    }
  }
}
