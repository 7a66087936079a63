internal import Facts
internal import TravelNetwork

extension RegionalJoin {
  /// Counts of the nodes joined, and of those that were not.
  public struct Report: Hashable, Sendable {
    /// Regional nodes joined to streets.
    public var joinedNodes = 0
    /// The longest straight line of a joint, in metres.
    public var longestJoint = 0.0
    /// Regional nodes between streets, but too far from any: ids.
    public var unjoinedNodes: [String] = []
    /// Regional nodes near to streets, but only to such across the water: ids.
    public var acrossNodes: [String] = []
    /// Regional roads that streets replace.
    public var replacedRoads = 0
    /// Regional roads between covered nodes that stay, because streets make too long a way: ids.
    public var keptRoads: [String] = []
    /// Regional bridges and tunnels found among the streets: names.
    public var matchedCrossings: [String] = []
    /// Regional bridges and tunnels between covered nodes that are not among the streets: names.
    public var keptCrossings: [String] = []
    /// Street ferries left out in favour of regional ones: names.
    public var replacedFerries: [String] = []
  }
}

extension Streets {
  mutating func name(_ link: Int, crossing: String) {
    guard links[link].crossing != crossing else { return }
    let old = links[link].crossing.map { ", mapped as \"\($0)\"" } ?? ""
    links[link].crossing = crossing
    links[link].provenance.note = "crossing named as in the regional network\(old)"
  }

  mutating func removeLink(at index: Int) {
    links.remove(at: index)
    isCrossing.remove(at: index)
  }
}
