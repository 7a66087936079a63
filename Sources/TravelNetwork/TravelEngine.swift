public import Facts
package import Routing

/// The travel network as one vehicle finds it at one time, prepared for fast searches.
///
///     let engine = TravelEngine(TravelGraph(map, conditions), hierarchy)
///     var stream = ArrivalStream(engine, targets: hospitals)
///
/// Roads, and ferries whose hours nobody knows, have their weights in the hierarchy; links with
/// hours are kept apart, to be waited for.
public struct TravelEngine: Sendable {
  /// The network.
  public private(set) var graph: TravelGraph
  /// Twice the index of each arc's link, plus 1 when it is travelled backwards; or a transfer's label.
  package let labels: [UInt32]
  /// Weights of what is always open.
  package private(set) var metric: Metric
  /// The links with hours, in each direction.
  package private(set) var timedArcs: [TimedArc]

  /// Prepares the network.
  ///
  /// - Parameters:
  ///   - graph: The network.
  ///   - hierarchy: That of the same map.
  /// - Complexity: O(*t*), where *t* is the number of triangles of the hierarchy.
  public init(_ graph: TravelGraph, _ hierarchy: TravelHierarchy) {
    let arcs = hierarchy.graph
    precondition(arcs.nodeCount == graph.map.decks.vertexCount, "the hierarchy is of another map")
    var weights = [UInt32](repeating: Graph.infinity, count: arcs.arcCount)
    var labels: [UInt32] = []
    labels.reserveCapacity(arcs.arcCount)
    var timedArcs: [TimedArc] = []
    let transfer = graph.transferTimes[graph.conditions.pace]
    for arc in 0..<arcs.arcCount {
      labels.append(arcs.label(of: arc))
      guard labels[arc] != BoardingVertices.transferLabel else {
        weights[arc] = transfer
        continue
      }
      let link = LinkIndex(label: labels[arc])
      guard graph.refusal(ofLink: link) == nil, let weight = graph.weight(ofLink: link) else {
        continue
      }
      if let timetable = graph.timetable(ofLink: link) {
        let ends = graph.map.vertices(ofLink: link)
        let isForward = labels[arc] % 2 == 0
        timedArcs.append(
          TimedArc(
            arc: arc, tail: isForward ? ends.start : ends.end,
            head: isForward ? ends.end : ends.start, weight: weight, timetable: timetable))
      } else {
        weights[arc] = weight
      }
    }
    self.graph = graph
    self.labels = labels
    self.timedArcs = timedArcs
    metric = hierarchy.metric(weights, for: graph.conditions.vehicle)
  }

  /// The network without further links, for the price of what depends on them.
  ///
  /// - Parameter links: Indices of links.
  /// - Returns: An engine that answers as one made for the conditions without these links.
  /// - Complexity: that of copying the weights, and of a partial customization.
  public func closing(_ links: Set<LinkIndex>) -> TravelEngine {
    var engine = self
    engine.graph = graph.closing(links)
    engine.timedArcs.removeAll { links.contains(LinkIndex(label: labels[$0.arc])) }
    engine.metric.update(
      labels.indices.compactMap { arc in
        links.contains(LinkIndex(label: labels[arc])) ? (arc, Graph.infinity) : nil
      })
    return engine
  }

  /// The network for another departure of the same day.
  ///
  /// - Precondition: The instant is of the day of the conditions: it decides which links there are.
  public func departing(at instant: Instant) -> TravelEngine {
    var engine = self
    engine.graph = graph.departing(at: instant)
    return engine
  }

  /// Makes searches faster, for an engine of which much is asked.
  ///
  /// - Complexity: O(*t*), where *t* is the number of triangles of the hierarchy.
  public mutating func optimizeForManyQueries() { metric.optimizeForManyQueries() }
}
