public import Facts

/// How a way keeps one limit.
public struct ClockReading: Hashable, Sendable {
  /// What can be said of a limit.
  public enum Standing: String, CaseIterable, Sendable {
    /// Kept, usually, and more likely than not where a chance can be told.
    case kept
    /// Kept when all goes as usual, but missed more often than not.
    case tight
    /// Only the limit for selected patients is kept, usually.
    case extended
    /// Missed, usually.
    case missed
    /// Not missed at the door; how long treatment takes from there, or how long the stay before
    /// takes, is not known.
    case open
    /// It depends on when the illness began, which nobody said.
    case unknown
  }

  /// What is kept or missed.
  public let limit: PathwayPlan.Limit
  /// The limit in minutes.
  public let minutes: Double
  /// The limit for selected patients, in minutes.
  public let extendedMinutes: Double?
  /// From the event that starts the clock to the one that ends it, or to the last door before it.
  ///
  /// Where the onset is lacking, what is known of it: from the departure.
  public let elapsed: TimeRange
  /// Whether nobody said when the illness began: the time then counts from the departure, and a limit
  /// that is missed is missed whenever it began.
  public let lacksOnset: Bool
  /// Whether the time ends at the door, as that from there to treatment is not known.
  public let endsAtDoor: Bool
  /// Whether the time is a best case, as the stay in the first hospital is not known.
  public let isBestCase: Bool
  /// What can be said.
  public let standing: Standing
  /// How likely it is that the limit is kept; nil where that cannot be told.
  public let chance: Chance?
  /// How likely it is that the limit for selected patients is kept.
  public let extendedChance: Chance?
  /// Without an onset: when the illness must have begun for the limit to be kept.
  public let latestOnset: LatestOnset?

  /// Minutes that are left, usually; less than 0 when the limit is missed.
  public var margin: Double { minutes - elapsed.usual }

  /// The illness must have begun after these instants for a limit to be kept.
  public struct LatestOnset: Hashable, Sendable {
    /// As things usually go.
    public let usually: Instant
    /// Even when all goes slowly.
    public let surely: Instant
  }
}
