internal import Facts

/// A journey with the ways to its first and from its last node.
public struct Trip: Hashable, Sendable {
  /// How the point of departure is joined to the network.
  public let start: Access
  /// The way from node to node.
  public let journey: Journey
  /// How the target is joined to the network.
  public let end: Access
}

extension Trip {
  /// The straight way between two near points, as the way of departure; its node is not passed.
  init(straight way: Access) {
    start = way
    end = Access(node: way.node)
    journey = Journey(
      start: way.node, end: way.node, legs: [], minutes: 0, minutesLow: 0, minutesHigh: 0,
      kilometres: 0)
  }

  /// The way between two points of one street.
  ///
  /// It passes no node: both accesses name that end of the street towards which it goes, and the
  /// journey is only a part of the link.
  init?(along start: LinkAccess, to end: LinkAccess, _ graph: TravelGraph) {
    let index = start.position.link
    let share = end.position.fraction - start.position.fraction
    let link = graph.map.links[index]
    guard let times = graph.times(ofLink: index), let total = start.deciseconds(along: end) else {
      return nil
    }
    let ends = graph.map.ends(ofLink: index)
    let (from, to) = share >= 0 ? (ends.start, ends.end) : (ends.end, ends.start)
    let along = minutes(ofDeciseconds: total - start.deciseconds - end.deciseconds)
    var leg = Leg(link, index: index, from: from, to: to, minutes: along, waitedMinutes: 0)
    leg.kilometres = link.kilometres * abs(share)
    self.start = Access(
      node: to, metres: start.position.metres, deciseconds: start.deciseconds)
    self.end = Access(node: to, metres: end.position.metres, deciseconds: end.deciseconds)
    journey = Journey(
      start: to, end: to, legs: [leg], minutes: along,
      minutesLow: minutes(ofDeciseconds: times.fast) * abs(share),
      minutesHigh: minutes(ofDeciseconds: times.slow) * abs(share), kilometres: leg.kilometres)
  }
}
