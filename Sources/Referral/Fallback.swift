public import Facts
import HealthNetwork
public import TravelNetwork

/// What remains when a bridge or ferry on the chosen way fails now: the second-best card.
///
///     let answer = referral.answer(from: origin)
///     for fallback in referral.fallbacks(from: origin, after: answer) {
///       print(fallback.crossing, fallback.target?.minutes ?? "nothing")
///     }
///
/// It is the first target of the same query with the links of that name avoided.
public struct Fallback: Sendable {
  /// The name of the bridge, ferry, boat or flight that fails.
  public let crossing: String
  /// All links of that name, by index, in ascending order.
  public let links: [LinkIndex]
  /// The best target then; nil when none is left.
  public let target: ReferralTarget?
  /// How many minutes later the patient arrives somewhere; nil when nowhere.
  public let extraMinutes: Double?
}

extension ReferralSearch {
  /// For each named crossing on the way to the first target, what remains without it: the greatest
  /// harm first, of equal harm the one that is passed first.
  ///
  /// - Parameters:
  ///   - origin: Where the patient is.
  ///   - answer: What this referral answered for the origin.
  /// - Returns: A fallback for each name; none when there is no target or nothing on the way has a
  ///   name.
  /// - Complexity: for each crossing that of weighing the network anew and of one search.
  public func fallbacks(from origin: ReferralOrigin, after answer: ReferralAnswer) -> [Fallback] {
    guard let first = answer.targets.first else { return [] }
    var names: [String] = []
    for link in first.journey.legs.flatMap(\.links) {
      guard let name = ReferralSearch.crossing(network.travel.links[link]), !names.contains(name)
      else {
        continue
      }
      names.append(name)
    }
    guard !names.isEmpty else { return [] }
    var closed: [String: [LinkIndex]] = [:]
    for link in network.travel.links.recordIndices {
      guard let name = ReferralSearch.crossing(network.travel.links[link]), names.contains(name)
      else {
        continue
      }
      closed[name, default: []].append(link)
    }
    let fallbacks = names.map { name -> Fallback in
      let links = closed[name] ?? []
      var referral = without(Set(links))
      let target = referral.answer(from: origin).targets.first
      return Fallback(
        crossing: name, links: links, target: target,
        extraMinutes: target.map { $0.minutes - first.minutes })
    }
    return fallbacks.enumerated().sorted { left, right in
      let (a, b) = (left.element.extraMinutes ?? .infinity, right.element.extraMinutes ?? .infinity)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }

  /// What people call a bridge, ferry, boat or flight; nil for other roads.
  private static func crossing(_ link: TravelLink) -> String? {
    link.crossing ?? (link.mode == .road ? nil : link.name)
  }
}
