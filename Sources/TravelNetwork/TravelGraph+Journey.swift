public import Facts
internal import Routing

extension TravelGraph {
  /// The same way, set out on at another time: other ferries may have to be waited for.
  ///
  /// - Parameters:
  ///   - trip: A way of this graph.
  ///   - minutes: Minutes after the departure at which the trip begins.
  ///   - departure: The departure, on the day of the conditions; nil for that of the conditions.
  /// - Returns: The trip with the times of that hour; the same one when nothing on it has hours.
  public func retimed(
    _ trip: Trip, startingAfter minutes: Double, departure: Instant? = nil
  ) -> Trip {
    let legs = trip.journey.legs
    let isTimed = legs.contains { $0.links.contains { timetable(ofLink: $0) != nil } }
    guard isTimed, let lead = deciseconds(ofMinutes: minutes) else { return trip }
    var labels: [UInt32] = []
    for leg in legs {
      if leg.isHandOver { labels.append(BoardingVertices.transferLabel) }
      for (position, link) in leg.links.enumerated() {
        let ends = map.ends(ofLink: link)
        let isForward =
          ends.start == leg.nodes[position] && ends.end == leg.nodes[position + 1]
        labels.append(link.label + (isForward ? 0 : 1))
      }
    }
    guard
      let journey = journey(
        from: trip.journey.start, over: labels, departing: lead + trip.start.deciseconds,
        after: departure.map { moment(of: $0) })
    else { return trip }
    return Trip(start: trip.start, journey: journey, end: trip.end)
  }

  /// The journey over links, with its waiting.
  ///
  /// - Parameters:
  ///   - start: The node at which it starts.
  ///   - labels: Twice the index of each link in order, plus 1 when it is travelled backwards; between
  ///     them those of transfers.
  ///   - offset: Deciseconds after the departure at which it starts.
  ///   - departure: The departure, in deciseconds from the Monday before that of the conditions;
  ///     nil for that of the conditions.
  /// - Returns: The journey; nil when no time can be told for a link.
  func journey(
    from start: NodeIndex, over labels: [UInt32], departing offset: UInt32,
    after departure: UInt32? = nil
  ) -> Journey? {
    var legs: [Leg] = []
    let departure = departure ?? self.departure
    var clocks = Clocks(at: offset, after: departure)
    var at = start
    let transfer = transferTimes
    for label in labels {
      if label == BoardingVertices.transferLabel {
        clocks.pass(transfer, at: conditions.pace)
        let minutes = minutes(ofDeciseconds: transfer[conditions.pace])
        // Whoever needs no time for it is not told of it.
        if minutes > 0 { legs.append(Leg(handOverAt: at, minutes: minutes)) }
        continue
      }
      let link = LinkIndex(label: label)
      guard let times = times(ofLink: link) else { return nil }
      let came = departure + clocks.usual
      let waited = clocks.pass(link, of: self, times: times)
      let ends = map.ends(ofLink: link)
      let next = label % 2 == 0 ? ends.end : ends.start
      var leg = Leg(
        map.links[link], index: link, from: at, to: next,
        minutes: minutes(ofDeciseconds: times[conditions.pace]),
        waitedMinutes: minutes(ofDeciseconds: waited))
      if let calendar = calendar(ofLink: link) {
        let opening = calendar.openings.wait(at: came)
        leg.queuedMinutes = minutes(ofDeciseconds: waited - min(waited, opening))
        leg.exceptions = exception(ofLink: link, at: came).map { [$0] } ?? []
      }
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

extension TravelGraph {
  /// The exceptions of a link that hold at the moment of reaching it.
  private func exception(ofLink link: LinkIndex, at moment: UInt32) -> LinkException? {
    let monday = TravelGraph.monday(before: conditions.at)
    return map.exception(ofLink: link, on: Day(number: monday.number + Int(moment / 864_000)))
  }
}

/// Three travellers on the same way: a fast one, one at the pace of the conditions and a slow one.
private struct Clocks {
  private let departure: UInt32
  var fast: UInt32
  var usual: UInt32
  var slow: UInt32

  init(at offset: UInt32, after departure: UInt32) {
    self.departure = departure
    fast = offset
    usual = offset
    slow = offset
  }

  /// Lets all three pass what is always open.
  mutating func pass(_ times: LinkTimes, at pace: Pace) {
    usual += times[pace]
    fast += times.fast
    slow = min(Graph.infinity, slow + times.slow)
  }

  /// Lets all three pass a link, and tells how long the usual one waited for it, in deciseconds.
  mutating func pass(_ link: LinkIndex, of graph: TravelGraph, times: LinkTimes) -> UInt32 {
    let waited = graph.wait(beforeLink: link, at: departure + usual)
    usual += waited + times[graph.conditions.pace]
    let calendar = graph.calendar(ofLink: link)
    fast +=
      (calendar?.fast.wait(at: departure + fast)
        ?? graph.wait(beforeLink: link, at: departure + fast)) + times.fast
    // The slow one may come so late that it no longer counts.
    let entered =
      slow
      + (calendar?.slow.wait(at: departure + slow)
        ?? graph.wait(beforeLink: link, at: departure + slow))
    slow = min(Graph.infinity, min(Graph.infinity, entered) + times.slow)
    return waited
  }
}
