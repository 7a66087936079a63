public import Facts
import HealthNetwork

/// The report of a facility that an answer looked at, and how old it was.
public struct StatusUse: Hashable, Sendable {
  /// How much it weighed.
  public enum Weight: String, CaseIterable, Sendable {
    /// New enough, when one asked, to decide.
    case fresh
    /// Still valid on arrival, but only something to ask about.
    case ageing
    /// Not valid on arrival: what it says is unknown.
    case expired
  }

  /// When it was reported; nil where it does not say.
  public var reported: Instant?
  /// Its age when one asks, in minutes.
  public var ageMinutes: Int?
  /// From when on it counts as unknown.
  public var expires: Instant
  /// Where it comes from.
  public var source: String?
  /// How much it weighs on arrival.
  public var weight: Weight

  init(_ report: Reported<some Hashable & Sendable>, asked: Instant, weight: Weight) {
    reported = report.reported
    ageMinutes = report.ageMinutes(at: asked)
    expires = report.expires
    source = report.source
    self.weight = weight
  }
}

extension StatusUse {
  /// How much a report weighs: whether it holds on arrival, and was news when one asked.
  ///
  /// A long way does not make a fresh report an old one.
  ///
  /// - Parameters:
  ///   - report: What was reported.
  ///   - freshness: For how long it decides; nil: until it expires.
  ///   - asked: When one asks.
  ///   - arrival: When the patient arrives.
  /// - Returns: Its weight.
  static func weight(
    of report: Reported<some Hashable & Sendable>, _ freshness: Freshness?, asked: Instant,
    at arrival: Instant
  ) -> Weight {
    guard report.holds(at: arrival) else { return .expired }
    guard let freshness, let reported = report.reported else { return .fresh }
    return asked.seconds - reported.seconds <= freshness.freshMinutes * 60 ? .fresh : .ageing
  }

  /// How old something is, in words.
  static func age(_ minutes: Int?) -> (vi: String, en: String) {
    guard let minutes else { return ("không rõ từ lúc nào", "of unknown age") }
    guard minutes < 2_880 else {
      return ("cách đây \(minutes / 1_440) ngày", "\(minutes / 1_440) days ago")
    }
    let spoken = SpokenDuration(minutes: Double(minutes))
    return ("cách đây \(spoken.vi)", "\(spoken.en) ago")
  }
}
