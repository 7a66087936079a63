import Facts
import HealthNetwork
public import Planning
public import Referral
package import TravelNetwork

/// How many people reach a facility able to treat them in time: of each need, by units.
///
///     let question = try CoverageQuestion(["need": "stroke", "by": "province"], in: session, now: now)
///     let answer = try session.answer(question)
///     answer.needs[0].coverage.people(within: 60).share(of: .served)
public struct CoverageQuestion: Question {
  /// A need with the thresholds that are told of it.
  public struct Asked: Hashable, Sendable {
    /// The need.
    public var need: Need
    /// How many minutes are near enough, in the order in which they are told.
    public var thresholds: [AccessThreshold]

    /// Creates a need with its thresholds.
    public init(_ need: Need, _ thresholds: [AccessThreshold]) {
      self.need = need
      self.thresholds = thresholds
    }
  }

  /// The question's name.
  public static let name = "coverage"

  /// When, how people travel, and whose communes and which figures count.
  public var scope: PlanningScope
  /// The needs.
  public var needs: [Asked]
  /// The ages counted beside everybody; nil for those that the vocabulary names for each specialty.
  public var group: AgeGroup?
  /// The units by which people are told.
  public var division = Division.network
  /// Whether tables tell the share of people for every quarter of an hour.
  public var includesCurve = false
  /// Whether the spread of access and the load of facilities are told.
  public var includesFairness = false
  /// How the weight of facilities falls with the way, where fairness is told.
  public var decay = FloatingCatchment.Decay.slow

  /// Asks for the whole network.
  ///
  /// - Parameters:
  ///   - needs: The needs with their thresholds.
  ///   - scope: When, how people travel, and whose communes and which figures count.
  public init(_ needs: [Asked], _ scope: PlanningScope) {
    self.needs = needs
    self.scope = scope
  }

  /// The answer of a session.
  ///
  /// - Throws: `QuestionError` where the geography or the group of ages has no figures.
  public func answer(in session: NetworkSession) throws(QuestionError) -> CoverageAnswer {
    let conditions = try scope.conditions(in: session)
    let demand = try scope.demand(in: session.network)
    let prepared = PreparedDemand(
      session.network, session.prepared.networks, conditions, demand)
    return CoverageAnswer(
      question: self, session: session, prepared: prepared, conditions: conditions,
      needs: try coverages(on: prepared, conditions))
  }

  /// The coverage of each need, for a demand that is prepared.
  package func coverages(
    on prepared: PreparedDemand, _ conditions: TravelConditions
  ) throws(QuestionError) -> [NeedCoverage] {
    let network = prepared.network
    var demands: [AgeGroup: Demand] = [:]
    var coverages: [NeedCoverage] = []
    for asked in needs {
      let query = CoverageQuery(scope.query(asked.need, conditions), asked.thresholds)
      var answer = NeedCoverage(coverage: Coverage(query, on: prepared))
      if let counted = counted(asked.need, in: network) {
        if demands[counted.ages] == nil {
          do throws(QuestionError) {
            demands[counted.ages] = try scope.demand(in: network, group: counted.ages)
          } catch {
            // The vocabulary's group is a default; without figures of it everybody counts.
            guard group == nil else { throw error }
          }
        }
        if let demand = demands[counted.ages] {
          answer.group = counted
          answer.groupDemand = demand
        } else {
          answer.uncountedGroup = counted
        }
      }
      coverages.append(answer)
    }
    return coverages
  }

  /// The ages that are counted beside everybody.
  private func counted(_ need: Need, in network: Network) -> NeedCoverage.Group? {
    if let group {
      return group == .everyone ? nil : NeedCoverage.Group(ages: group, source: nil)
    }
    guard let specialty = network.vocabulary.specialties[need.specialty],
      specialty.demandFrom != nil || specialty.demandTo != nil
    else { return nil }
    return NeedCoverage.Group(
      ages: AgeGroup(from: specialty.demandFrom, to: specialty.demandTo),
      source: specialty.demandSource, confidence: specialty.demandConfidence)
  }
}
