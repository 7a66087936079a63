import Answers
import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Whom a plan is for, and what is near enough.
struct LossOptions: ParsableArguments {
  @Option(
    name: .customLong("need"),
    help: ArgumentHelp(
      "What people need; may be repeated. Default: every specialty in which minutes matter.",
      valueName: "need"))
  var needs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Minutes that are near enough. Default: the network's standard for the need.",
      valueName: "minutes"))
  var threshold: Double?

  @Option(help: ArgumentHelp("The people who count: all, 65+, 0-14.", valueName: "ages"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      "The geography whose communes are counted, as gso-2024. Default: the one with the most "
        + "communes.", valueName: "scheme"))
  var scheme: String?

  @Option(help: "Rely on statements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  func validate() throws {
    guard threshold.map({ $0 > 0 && $0 <= 100_000 }) ?? true else {
      throw ValidationError("--threshold must be more than 0 minutes")
    }
    guard group.map({ AgeGroup($0) != nil }) ?? true else {
      throw ValidationError("--group is all, or ages such as 65+ or 0-14")
    }
  }

  /// The needs that are planned for.
  func needs(of network: Network) throws(Failure) -> [PlannedNeed] {
    let asked = threshold.map { AccessThreshold(minutes: $0) }
    guard !needs.isEmpty else {
      let planned = AccessThreshold.timeCritical(in: network).map {
        PlannedNeed(need: $0.need, limit: asked ?? $0.threshold)
      }
      guard !planned.isEmpty else {
        throw .usage("give --need NEED; this network names no specialty in which minutes matter")
      }
      return planned
    }
    var planned: [PlannedNeed] = []
    for text in needs {
      guard let need = Need(text, in: network.vocabulary) else {
        let known = network.vocabulary.capabilityTypes.keys.sorted().joined(separator: ", ")
        throw .usage("--need \"\(text)\" is not known; this network has: \(known)")
      }
      guard !planned.contains(where: { $0.need == need }) else { continue }
      planned.append(
        PlannedNeed(need: need, limit: asked ?? AccessThreshold(for: need, in: network)))
    }
    return planned
  }

  /// What is asked for a need.
  func query(
    _ need: Need, _ conditions: TravelConditions
  ) -> ReferralQuery {
    var query = ReferralQuery(need: need, at: conditions.at, vehicle: conditions.vehicle)
    query.avoided = conditions.closed
    query.weather = conditions.weather
    query.minimumConfidence = minConfidence
    query.explainsUnreached = false
    return query
  }

  /// The people of a network.
  func demand(of network: Network) throws(Failure) -> Demand {
    do throws(PlanningError) {
      return try Demand(
        network, scheme: scheme ?? LossOptions.finestScheme(of: network) ?? "",
        group: group.flatMap { AgeGroup($0) } ?? .everyone)
    } catch {
      throw .usage("\(error)")
    }
  }

  /// The geography with the most communes of which the census tells.
  private static func finestScheme(of network: Network) -> String? {
    var counts: [String: Int] = [:]
    for place in network.records.places.map(\.record)
    where place.level == .commune && place.population(.censusResident) != nil {
      counts[place.scheme, default: 0] += 1
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
      ?? network.records.schemes.first?.record.id
  }
}
