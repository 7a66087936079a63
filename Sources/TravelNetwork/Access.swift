public import Facts
internal import Routing

/// How a point is joined to the travel network: the node, and the way between them.
public struct Access: Hashable, Sendable {
  /// The index of the node.
  public let node: NodeIndex
  /// The straight line between the point and the node, in metres.
  public let metres: Double
  /// The time between the point and the node, in deciseconds.
  public let deciseconds: UInt32

  /// The time between the point and the node, in minutes.
  public var minutes: Double { travelTime.minutes }

  /// Joins a point that lies at a node: no way, no time.
  public init(node: NodeIndex) {
    self.node = node
    metres = 0
    deciseconds = 0
  }

  /// Joins a point to a node over a way of its own.
  init(node: NodeIndex, metres: Double, deciseconds: UInt32) {
    self.node = node
    self.metres = metres
    self.deciseconds = deciseconds
  }

  /// Joins a point to a node over a straight line; nil when the profile makes no finite time of it.
  init?(node: NodeIndex, metres: Double, profile: TravelProfile, factor: Double = 1) {
    let kilometres = metres / 1_000 * profile.accessDetour
    guard
      let time = TravelNetwork.deciseconds(
        ofMinutes: kilometres / profile.accessSpeed * 60 * factor)
    else { return nil }
    self.node = node
    self.metres = metres
    deciseconds = time
  }
}
