internal import Facts
internal import Routing

extension TravelGraph {
  /// The same way, set out on at another time: other ferries may have to be waited for.
  ///
  /// - Parameters:
  ///   - trip: A way of this graph.
  ///   - minutes: Minutes after the departure of the conditions at which the trip begins.
  /// - Returns: The trip with the times of that hour; the same one when nothing on it has hours.
  public func retimed(_ trip: Trip, startingAfter minutes: Double) -> Trip {
    let legs = trip.journey.legs
    let isTimed = legs.contains { $0.links.contains { timetable(ofLink: $0) != nil } }
    guard isTimed, let lead = deciseconds(ofMinutes: minutes) else { return trip }
    var labels: [UInt32] = []
    for leg in legs {
      for (position, link) in leg.links.enumerated() {
        let ends = map.ends(ofLink: link)
        let isForward =
          ends.start == leg.nodes[position] && ends.end == leg.nodes[position + 1]
        labels.append(UInt32(link * 2 + (isForward ? 0 : 1)))
      }
    }
    guard
      let journey = journey(
        from: trip.journey.start, over: labels, departing: lead + trip.start.deciseconds)
    else { return trip }
    return Trip(start: trip.start, journey: journey, end: trip.end)
  }

  /// The journey over links, with its waiting.
  ///
  /// - Parameters:
  ///   - start: The node at which it starts.
  ///   - labels: Twice the index of each link in order, plus 1 when it is travelled backwards.
  ///   - offset: Deciseconds after the departure at which it starts.
  /// - Returns: The journey; nil when no time can be told for a link.
  func journey(from start: Int, over labels: [UInt32], departing offset: UInt32) -> Journey? {
    var legs: [Leg] = []
    var clocks = Clocks(at: offset)
    var at = start
    for label in labels {
      let link = Int(label / 2)
      guard let times = times(ofLink: link) else { return nil }
      let waited = clocks.pass(link, of: self, times: times)
      let ends = map.ends(ofLink: link)
      let next = label % 2 == 0 ? ends.end : ends.start
      let leg = Leg(
        map.links[link], index: link, from: at, to: next,
        minutes: minutes(ofDeciseconds: times[conditions.pace]),
        waitedMinutes: minutes(ofDeciseconds: waited))
      if legs.last?.continues(with: leg) == true {
        legs[legs.count - 1].append(leg)
      } else {
        legs.append(leg)
      }
      at = next
    }
    return Journey(
      start: start, end: at, legs: legs,
      minutes: minutes(ofDeciseconds: clocks.usual - offset),
      minutesLow: minutes(ofDeciseconds: clocks.fast - offset),
      minutesHigh: minutes(ofDeciseconds: clocks.slow - offset),
      kilometres: legs.reduce(0) { $0 + $1.kilometres })
  }
}

/// Three travellers on the same way: a fast one, one at the pace of the conditions and a slow one.
private struct Clocks {
  var fast: UInt32
  var usual: UInt32
  var slow: UInt32

  init(at offset: UInt32) {
    fast = offset
    usual = offset
    slow = offset
  }

  /// Lets all three pass a link, and tells how long the usual one waited for it, in deciseconds.
  mutating func pass(_ link: Int, of graph: TravelGraph, times: LinkTimes) -> UInt32 {
    let waited = graph.wait(beforeLink: link, at: graph.departure + usual)
    usual += waited + times[graph.conditions.pace]
    fast += graph.wait(beforeLink: link, at: graph.departure + fast) + times.fast
    // The slow one may come so late that it no longer counts.
    let entered = slow + graph.wait(beforeLink: link, at: graph.departure + slow)
    slow = min(Graph.infinity, min(Graph.infinity, entered) + times.slow)
    return waited
  }
}
