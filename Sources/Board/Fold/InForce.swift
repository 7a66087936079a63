public import Facts
import TravelNetwork

/// A closure with the entry that tells of it.
public struct ClosureInForce: Hashable, Sendable {
  /// The closed thing, and until when.
  public let notice: ClosureNotice
  /// The number of the entry.
  public let entry: Int
  /// From when on it is closed.
  public let from: Instant

  init(_ notice: ClosureNotice, _ entry: Entry) {
    self.notice = notice
    self.entry = entry.number
    from = notice.from ?? entry.received
  }
}

/// A notice of the weather with the entry that tells of it.
public struct WeatherInForce: Hashable, Sendable {
  /// The weather, and until when.
  public let notice: WeatherNotice
  /// The number of the entry.
  public let entry: Int
  /// When it was received.
  public let received: Instant

  init(_ notice: WeatherNotice, _ entry: Entry) {
    self.notice = notice
    self.entry = entry.number
    received = entry.received
  }
}

/// A correction with its entries.
public struct CorrectionFile: Hashable, Sendable {
  /// The proposal.
  public let correction: Correction
  /// The number of the proposal's entry.
  public let entry: Int
  /// When it was proposed.
  public let proposed: Instant
  /// Who proposed it.
  public let author: String
  /// Where it stands.
  public private(set) var standing = CorrectionStanding.proposed
  /// The entry that decided last; nil while nobody decided.
  public private(set) var decision: Int?
  /// The entry that confirmed it; nil while nobody did.
  public private(set) var confirmation: Int?

  init(_ correction: Correction, _ entry: Entry) {
    self.correction = correction
    self.entry = entry.number
    proposed = entry.received
    author = entry.author
  }

  mutating func take(_ decision: CorrectionDecision, _ entry: Entry) {
    standing = decision.standing
    self.decision = entry.number
    if decision.standing == .confirmed { confirmation = entry.number }
  }
}
