public import Facts

/// A way between two nodes, and how long it takes.
public struct Journey: Hashable, Sendable {
  /// The index of the node at which it starts.
  public let start: NodeIndex
  /// The index of the node at which it ends.
  public let end: NodeIndex
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
