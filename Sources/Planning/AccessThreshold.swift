import Facts
public import HealthNetwork
public import Referral

/// How many minutes are near enough, and who says so.
public struct AccessThreshold: Hashable, Sendable {
  /// Who says so.
  public enum Origin: Hashable, Sendable {
    /// A standard of the network's vocabulary.
    case standard(AccessStandard)
    /// Whoever asks.
    case asked
    /// This tool, as the vocabulary has no standard for the need.
    case toolDefault
  }

  /// The minutes.
  public let minutes: Double
  /// Who says so.
  public let origin: Origin

  /// Minutes for a need of which the vocabulary has no standard: a convention of planning, not a
  /// clinical figure.
  public static let toolDefaultMinutes = 60.0

  /// Creates a threshold.
  public init(minutes: Double, origin: Origin = .asked) {
    self.minutes = minutes
    self.origin = origin
  }

  /// The threshold of a need: the default standard of its capability, else that of its whole
  /// specialty, else one of the capability that says for what share of people it ought to hold,
  /// else the tool's own.
  public init(for need: Need, in network: Network) {
    let standards = AccessThreshold.standards(of: need.specialty, in: network)
    let own = standards.filter { $0.capability == need.capability }
    let chosen =
      own.first { $0.isDefault == true }
      ?? standards.first { $0.capability == nil && $0.isDefault == true }
      ?? own.first { $0.share != nil }
    if let chosen, let minutes = chosen.minutes {
      self.init(minutes: minutes, origin: .standard(chosen))
    } else {
      self.init(minutes: AccessThreshold.toolDefaultMinutes, origin: .toolDefault)
    }
  }

  /// The standards of a specialty that are in minutes, by id.
  private static func standards(of specialty: String, in network: Network) -> [AccessStandard] {
    network.records.accessStandards.map(\.record)
      .filter { $0.specialty == specialty && $0.minutes != nil }
      .sorted { $0.id < $1.id }
  }

  /// What planning asks of each specialty in which minutes matter: the capability of its default
  /// standard, else its entry capability.
  ///
  /// - Returns: Needs by code of their specialty, and the threshold of each.
  public static func timeCritical(
    in network: Network
  ) -> [(need: Need, threshold: AccessThreshold)] {
    let specialties = network.vocabulary.specialties.values
      .filter { $0.isTimeCritical == true }.sorted { $0.code < $1.code }
    return specialties.compactMap { specialty in
      let standard = standards(of: specialty.code, in: network).first { $0.isDefault == true }
      let text = standard?.capability ?? specialty.code
      guard let need = Need(text, in: network.vocabulary) else { return nil }
      return (need, AccessThreshold(for: need, in: network))
    }
  }
}
