extension Graph {
  /// An arc as it is given to a graph.
  public struct Arc: Hashable, Sendable {
    /// The node at which it starts.
    public var tail: UInt32
    /// The node at which it ends.
    public var head: UInt32
    /// Deciseconds along it, without waiting.
    public var weight: UInt32
    /// The number of its timetable, from 1; 0 means always open.
    public var timetable: UInt32
    /// The caller's label of the arc; the graph only stores it.
    public var label: UInt32

    /// Creates an arc.
    ///
    /// - Parameters:
    ///   - tail: The node at which it starts.
    ///   - head: The node at which it ends.
    ///   - weight: Deciseconds along it, without waiting.
    ///   - timetable: The number of its timetable, from 1; 0 means always open.
    ///   - label: What the caller calls it.
    public init(
      tail: UInt32, head: UInt32, weight: UInt32, timetable: UInt32 = 0, label: UInt32 = 0
    ) {
      self.tail = tail
      self.head = head
      self.weight = weight
      self.timetable = timetable
      self.label = label
    }
  }
}
