public import Facts
package import Routing

/// A travel map as one vehicle finds it at one time: arcs with times, and nodes to start from.
///
///     let conditions = TravelConditions(vehicle: ambulance, at: departure, closed: [bridge])
///     let graph = TravelGraph(map, conditions)
///     let access = graph.access(to: point, block: nil)
///
/// A link becomes an arc in each direction in which it may be travelled. The points that can be
/// joined to the network do not depend on closures: who avoids a bridge starts at the same node.
///
/// Who comes to a ferry outside its hours waits until it opens, and then the usual wait and the
/// crossing; who comes before it closes still gets across. A link whose hours nobody knows is
/// taken at any time, and its leg says so.
public struct TravelGraph: Sendable {
  /// The map.
  public let map: TravelMap
  /// The conditions.
  public private(set) var conditions: TravelConditions
  /// The timetables to which links refer.
  package let timetables: [Timetable]

  private var refusals: [LinkRefusal?]
  /// The timetable of each link: its index in `timetables` plus 1, or 0 for always open.
  private let timetableNumbers: [UInt32]
  /// The calendars of the links that are otherwise on some days near the departure.
  private let calendars: [LinkIndex: LinkCalendar]
  let usable: [Bool]
  let index: NodeLocator

  /// Builds the graph.
  ///
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of links.
  public init(_ map: TravelMap, _ conditions: TravelConditions) {
    let demand = LinkPermission(vehicle: conditions.vehicle, day: conditions.at.day)
    var timetables = TimetableTable()
    var refusals: [LinkRefusal?] = []
    refusals.reserveCapacity(map.links.count)
    var usable = [Bool](repeating: false, count: map.nodes.count)
    var timetableNumbers = [UInt32](repeating: 0, count: map.links.count)
    var closures = ClosureDays()
    if conditions.honoursClosures {
      if conditions.honoursTimetables {
        closures = map.closureDays(near: conditions.at.day)
      } else {
        closures.throughout = map.closedLinks(on: conditions.at.day)
      }
    }
    var calendars: [LinkIndex: LinkCalendar] = [:]
    let monday = TravelGraph.monday(before: conditions.at)
    var changing: [LinkIndex] = []
    for index in map.links.recordIndices {
      // What opens or ends at the next midnight is waited for, or caught, like a ferry.
      let changes = conditions.honoursTimetables && demand.changesOvernight(index, in: map)
      if changes { changing.append(index) }
      if let refusal = demand.refusal(ofLink: index, in: map), !changes || refusal != .notInForce {
        refusals.append(refusal)
        continue
      }
      guard map.times[index] != nil else {
        refusals.append(.withoutTimes)
        continue
      }
      let (start, end) = map.ends(ofLink: index)
      usable[start] = true
      usable[end] = true
      if conditions.closed.contains(index) {
        refusals.append(.avoided)
        continue
      }
      if closures.throughout.contains(index) {
        refusals.append(.closure)
        continue
      }
      if let weather = conditions.weather, weather.stops(map.links[index]) {
        refusals.append(.weather)
        continue
      }
      refusals.append(nil)
      if closures.changing.contains(index), !changes { changing.append(index) }
      if conditions.honoursTimetables, !map.links[index].windows.isEmpty,
        !conditions.openAtAllHours.contains(index)
      {
        timetableNumbers[index] = timetables.number(of: map.links[index])
      }
    }
    if conditions.honoursTimetables {
      let changing = Set(changing)
      let dated = Set(map.exceptions.keys).subtracting(conditions.openAtAllHours).union(changing)
      for link in dated.sorted() where refusals[link] == nil {
        guard
          let calendar = LinkCalendar(
            ofLink: link, in: map, from: monday, weekly: map.links[link].weeklyTimetable,
            changes: changing.contains(link),
            closed: closures.changing.contains(link)
              ? map.closedMinutes(ofLink: link, from: monday, days: LinkCalendar.weeks * 7) : [])
        else { continue }
        calendars[link] = calendar
        timetableNumbers[link] = timetables.number(of: calendar.typical)
      }
    }
    self.calendars = calendars
    self.map = map
    self.conditions = conditions
    self.refusals = refusals
    self.usable = usable
    self.timetableNumbers = timetableNumbers
    self.timetables = timetables.timetables
    index = NodeLocator(
      points: map.nodes.map(\.point), members: usable.indices.filter { usable[$0] })
  }

  /// The graph without further links: what it would be, had its conditions named them too.
  ///
  /// - Parameter links: Indices of links.
  /// - Returns: The graph of the same map, joined to points as before.
  /// - Complexity: that of copying a byte for each link.
  public func closing(_ links: Set<LinkIndex>) -> TravelGraph {
    var graph = self
    graph.conditions.closed.formUnion(links)
    for link in links {
      switch refusals[link] {
      case nil, .closure, .weather: graph.refusals[link] = .avoided
      default: break
      }
    }
    return graph
  }

  /// The graph for another departure of the same day.
  ///
  /// - Precondition: The instant is of the day of the conditions: it decides which links there are.
  public func departing(at instant: Instant) -> TravelGraph {
    precondition(instant.day == conditions.at.day, "the graph is of another day")
    var graph = self
    graph.conditions.at = instant
    return graph
  }

  /// The timetable of a link; nil when it is always open.
  func timetable(ofLink link: LinkIndex) -> Timetable? {
    let number = Int(timetableNumbers[link])
    return number == 0 ? nil : timetables[number - 1]
  }

  /// Deciseconds until a link may be entered.
  ///
  /// - Parameters:
  ///   - link: The index of the link.
  ///   - moment: Deciseconds from the Monday 00:00 before the departure of the conditions.
  /// - Returns: 0 when it may be entered at once, `Graph.infinity` when it never opens.
  func wait(beforeLink link: LinkIndex, at moment: UInt32) -> UInt32 {
    timetable(ofLink: link)?.wait(at: moment) ?? 0
  }

  /// The calendar of a link that is otherwise on some days near the departure.
  func calendar(ofLink link: LinkIndex) -> LinkCalendar? {
    calendars.isEmpty ? nil : calendars[link]
  }

  /// The times of a link under the conditions; nil when none can be told.
  func times(ofLink link: LinkIndex) -> LinkTimes? {
    guard let weather = conditions.weather else { return map.times[link] }
    return map.times[link]?.multiplied(with: weather.factor(of: map.links[link]))
  }

  /// Deciseconds along a link at the pace of the conditions, without waiting for its hours.
  func weight(ofLink link: LinkIndex) -> UInt32? { times(ofLink: link)?[conditions.pace] }

  /// What times between points and their nodes are multiplied with under the conditions.
  var accessFactor: Double {
    map.profile.accessFactor(at: conditions.pace) * (conditions.weather?.accessFactor ?? 1)
  }

  /// Deciseconds from Monday 00:00 to the departure.
  var departure: UInt32 { UInt32(conditions.at.secondOfWeek * 10) }

  /// Deciseconds from the Monday 00:00 before the departure of the conditions to an instant.
  ///
  /// - Precondition: The instant lies in that week or within a year after it.
  func moment(of instant: Instant) -> UInt32 {
    let seconds = instant.seconds - conditions.at.seconds + conditions.at.secondOfWeek
    precondition((0..<32_000_000).contains(seconds), "the departure is not near the conditions")
    return UInt32(seconds * 10)
  }

  /// The Monday before an instant, or its own day.
  static func monday(before instant: Instant) -> Day {
    Day(number: instant.day.number - instant.day.weekday + 1)
  }

  /// Arcs of the links that are used, labelled with twice the index of the link, plus 1 when
  /// travelled backwards, and of hand-overs where they take time: for the plain search, with which
  /// answers are compared.
  ///
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of links.
  package var graph: Graph {
    var arcs: [Graph.Arc] = []
    let countsHandOvers = countsHandOvers
    for index in map.links.recordIndices where refusals[index] == nil {
      guard let weight = weight(ofLink: index) else { continue }
      let (start, end) =
        countsHandOvers
        ? map.vertices(ofLink: index) : (map.startNodes[index], map.endNodes[index])
      let forward = Graph.Arc(
        tail: UInt32(start), head: UInt32(end), weight: weight,
        timetable: timetableNumbers[index], label: index.label)
      arcs.append(forward)
      if map.links[index].isOneway != true {
        arcs.append(
          Graph.Arc(
            tail: forward.head, head: forward.tail, weight: forward.weight,
            timetable: forward.timetable, label: forward.label + 1))
      }
    }
    guard countsHandOvers else {
      return Graph(nodeCount: map.nodes.count, arcs: arcs, timetables: timetables)
    }
    let transfer = transferTimes[conditions.pace]
    for (start, end) in map.decks.transfers {
      arcs.append(
        Graph.Arc(
          tail: UInt32(start), head: UInt32(end), weight: transfer,
          label: BoardingVertices.transferLabel))
    }
    return Graph(nodeCount: map.decks.vertexCount, arcs: arcs, timetables: timetables)
  }

  /// Why a link is not used; nil when it is.
  public func refusal(ofLink link: LinkIndex) -> LinkRefusal? { refusals[link] }

  /// The links that are left out for a reason, in ascending order.
  public func links(refusedFor reason: LinkRefusal) -> [LinkIndex] {
    map.links.recordIndices.filter { refusals[$0] == reason }
  }
}
