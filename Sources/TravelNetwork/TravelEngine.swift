internal import Facts
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
  public let graph: TravelGraph
  /// Twice the index of each arc's link, plus 1 when it is travelled backwards.
  package let labels: [UInt32]
  /// Weights of what is always open.
  package private(set) var metric: Metric
  /// The links with hours, in each direction.
  package let timedArcs: [TimedArc]

  /// Prepares the network.
  ///
  /// - Parameters:
  ///   - graph: The network.
  ///   - hierarchy: That of the same map.
  /// - Complexity: O(*t*), where *t* is the number of triangles of the hierarchy.
  public init(_ graph: TravelGraph, _ hierarchy: TravelHierarchy) {
    let arcs = hierarchy.graph
    precondition(arcs.nodeCount == graph.map.nodes.count, "the hierarchy is of another map")
    var weights = [UInt32](repeating: Graph.infinity, count: arcs.arcCount)
    var labels: [UInt32] = []
    labels.reserveCapacity(arcs.arcCount)
    var timedArcs: [TimedArc] = []
    for arc in 0..<arcs.arcCount {
      labels.append(arcs.label(of: arc))
      let link = Int(labels[arc] / 2)
      guard graph.refusal(ofLink: link) == nil, let weight = graph.weight(ofLink: link) else {
        continue
      }
      if let timetable = graph.timetable(ofLink: link) {
        let ends = graph.map.ends(ofLink: link)
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

  /// Makes searches faster, for an engine of which much is asked.
  ///
  /// - Complexity: O(*t*), where *t* is the number of triangles of the hierarchy.
  public mutating func perfect() { metric.perfect() }
}
