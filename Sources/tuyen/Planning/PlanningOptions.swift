public import ArgumentParser
import Exchange
import Facts
public import HealthNetwork
import Planning
import Referral
import TravelNetwork

extension Population.Basis: ExpressibleByArgument {}

/// Whose access is counted, and how sure statements must be.
struct PlanningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The geography whose communes stand for the people. Default: the one with most communes.",
      valueName: "scheme"))
  var scheme: String?

  @Option(
    help: ArgumentHelp(
      "Which figures count: census-resident, census-recut or registered. Default: the census of "
        + "the geography.", valueName: "basis"))
  var basis: Population.Basis?

  @Option(help: "Rely on statements at least this sure: high, medium or low.")
  var minConfidence = Confidence.medium

  /// The people of all ages.
  func demand(of network: Network, group: AgeGroup = .everyone) throws(Failure) -> Demand {
    let scheme = try scheme(of: network)
    do throws(PlanningError) {
      return try Demand(network, scheme: scheme, basis: basis, group: group)
    } catch {
      throw .usage(error.description)
    }
  }

  /// The geography: the one asked for, else the one with most communes.
  func scheme(of network: Network) throws(Failure) -> String {
    let known = network.records.schemes.map(\.record.id)
    if let scheme {
      if known.contains(scheme) { return scheme }
      throw .usage(
        "--scheme \"\(scheme)\" is not known; this network has: " + known.joined(separator: ", "))
    }
    var counts: [String: Int] = [:]
    for place in network.records.places where place.record.level == .commune {
      counts[place.record.scheme, default: 0] += 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best else {
      throw .usage("network \"\(network.header.id)\" has no communes, so nobody lives in it")
    }
    return best.key
  }

  /// What is asked for a need.
  func query(_ need: Need, _ conditions: TravelConditions) -> ReferralQuery {
    var query = ReferralQuery(need: need, at: conditions.at, vehicle: conditions.vehicle)
    query.minimumConfidence = minConfidence
    query.avoided = conditions.closed
    query.weather = conditions.weather
    return query
  }

  /// A need as a user writes it.
  func need(_ text: String, in network: Network) throws(Failure) -> Need {
    if let need = Need(text, in: network.vocabulary) { return need }
    let known = network.vocabulary.capabilityTypes.keys.sorted().joined(separator: ", ")
    throw .usage("--need \"\(text)\" is not known; this network has: \(known)")
  }

  /// The people of all ages, and the ground on which they live.
  func ground(
    _ folder: LoadedNetwork, _ conditions: TravelConditions
  ) throws(Failure) -> CoverageGround {
    let demand = try demand(of: folder.network)
    return CoverageGround(
      folder.network, folder.hierarchy(warn: { complain($0) }), conditions, demand)
  }
}
