public import Facts

/// A way between two nodes, and how long it takes.
public struct Journey: Hashable, Sendable {
  /// The index of the node at which it starts.
  public let start: Int
  /// The index of the node at which it ends.
  public let end: Int
  /// The stretches, in order; none when start and end are the same.
  public let legs: [Leg]
  /// Typical minutes from node to node, all waiting included.
  public let minutes: Double
  /// Minutes of the same way from the same departure on empty roads and with ferries standing ready.
  public let minutesLow: Double
  /// Minutes of the same way from the same departure on slow roads and with long waits.
  public let minutesHigh: Double
  /// The length in kilometres.
  public let kilometres: Double
}

/// A stretch of a journey that a traveller would call one: a road, a bridge, a ferry.
public struct Leg: Hashable, Sendable {
  /// How it is travelled.
  public var mode: TravelMode
  /// What it is called: the road, or else the crossing, or else the number; nil for local roads.
  public var name: String?
  /// The number of the road.
  public var ref: String?
  /// The bridge or ferry, by name.
  public var crossing: String?
  /// Its length in kilometres.
  public var kilometres: Double
  /// Typical minutes under way, the usual wait for a ferry included.
  public var minutes: Double
  /// Minutes of waiting before it opens, which are not in `minutes`.
  public var waitedMinutes: Double
  /// Whether nobody knows the hours of this ferry, boat or flight.
  public var hoursUnknown: Bool
  /// Its restrictions in words, each once.
  public var restrictions: [String]
  /// How sure the least sure of its links is; unsaid counts as low.
  public var confidence: Confidence
  /// The indices of its links.
  public var links: [Int]
  /// The indices of the nodes along it, one more than links.
  public var nodes: [Int]
}
