import Formats
package import HealthNetwork
package import Referral
import Facts
import TravelNetwork

/// A referral with all that is needed to put it into words.
package struct RouteReport {
  package let session: NetworkSession
  package let query: ReferralQuery
  package let origin: Location
  package let answer: ReferralAnswer
  package let style: AnswerStyle
  /// Whether every facility passed over is listed.
  package let explains: Bool
  /// The targets that remain without each crossing on the way to the first; nil when not asked.
  package let fallbacks: [Fallback]?

  package init(
    session: NetworkSession, query: ReferralQuery, origin: Location, answer: ReferralAnswer,
    style: AnswerStyle, explains: Bool, fallbacks: [Fallback]? = nil
  ) {
    self.session = session
    self.query = query
    self.origin = origin
    self.answer = answer
    self.style = style
    self.explains = explains
    self.fallbacks = fallbacks
  }

  var network: Network { session.network }
  var language: Language { style.language }

  /// A paragraph behind a head, as wide as the page.
  func paragraph(_ head: String, _ text: String) -> [String] { style.paragraph(head, text) }

  /// The id of a travel node.
  func nodeId(_ access: Access?) -> String? { access.map { network.travel.nodes[$0.node].id } }

  /// A sentence for a reason, with what says so.
  func sentence(_ reason: Reason) -> String { style.sentence(reason, of: network) }
  /// A sentence for a reason and what would change it.
  func text(_ reason: Reason) -> String { style.text(reason, of: network) }
  /// A caution in words.
  func text(_ caution: Caution, withSource: Bool = true) -> String {
    style.text(caution, of: network, withSource: withSource)
  }
  /// When a service is there, in a few words.
  func text(_ presence: Presence) -> String { language.text(presence) }

  /// The report that was looked at, with its age; nil when nothing was reported.
  func text(_ status: StatusUse?) -> String? {
    guard let status else { return nil }
    let clock = { (instant: Instant) -> String in
      instant.day == query.at.day ? instant.clock : language.moment(instant)
    }
    let age =
      status.ageMinutes.map { minutes in
        let spoken = language.duration(Double(minutes))
        return language("cách đây \(spoken)", "\(spoken) ago")
      } ?? "?"
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
      + (network.words(status.source, in: language).map { "; \($0)" } ?? "")
  }
}
