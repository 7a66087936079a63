import Exchange
import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// An answer with all that is needed to print it.
struct RouteReport {
  let folder: LoadedNetwork
  let query: ReferralQuery
  let origin: Location
  let answer: ReferralAnswer
  let graph: TravelGraph
  let language: Language
  /// Whether every facility passed over is listed.
  let explains: Bool
  /// What remains without each crossing on the way to the first target; nil when nobody asked.
  var fallbacks: [Fallback]?

  var network: Network { folder.network }

  /// The id of a travel node.
  func nodeId(_ access: Access?) -> String? { access.map { network.travel.nodes[$0.node].id } }

  /// A sentence for a reason, with what says so.
  func sentence(_ reason: Reason) -> String { language.sentence(reason) }
  /// A sentence for a reason and what would change it.
  func text(_ reason: Reason) -> String { language.text(reason) }
  /// A caution in words.
  func text(_ caution: Caution, withSource: Bool = true) -> String {
    language.text(caution, withSource: withSource)
  }
  /// When a service is there, in a few words.
  func text(_ presence: Presence) -> String { language.text(presence) }

  /// The report that was looked at, with its age; nil when nothing was reported.
  func text(_ status: StatusUse?) -> String? {
    guard let status else { return nil }
    let clock = { (instant: Instant) -> String in
      instant.day == query.at.day ? instant.clock : "\(instant.clock) \(instant.day)"
    }
    let age = status.ageMinutes.map { language("cách đây \($0) phút", "\($0) min ago") } ?? "?"
    let weight =
      switch status.weight {
      case .fresh: language("còn mới", "fresh")
      case .ageing: language("đã cũ", "ageing")
      case .expired: language("hết hiệu lực khi đến", "expired on arrival")
      }
    let reported = status.reported.map(clock) ?? "?"
    return language(
      "báo lúc \(reported) (\(age)), hiệu lực đến \(clock(status.expires)), \(weight)",
      "reported at \(reported) (\(age)), valid until \(clock(status.expires)), \(weight)")
      + (status.source.map { "; \($0)" } ?? "")
  }
}
