public import Columns
package import Facts
public import Files
package import Routing

extension TravelHierarchy {
  /// What the names of its sections begin with.
  private static let prefix = "travel.hierarchy."
  private static let graphPrefix = "travel.graph."

  /// Whether a snapshot holds a hierarchy.
  public static func isIn(_ snapshot: Snapshot) -> Bool { snapshot.contains(prefix + "ranks") }

  /// Whether a snapshot holds a hierarchy of the nodes and links of a map.
  ///
  /// - Complexity: O(*n*), where *n* is the number of links and arcs.
  public static func isIn(_ snapshot: Snapshot, for map: TravelMap) -> Bool {
    guard isIn(snapshot), let kept = try? Graph(snapshot, prefix: graphPrefix) else { return false }
    return kept.hasTopology(of: graph(of: map))
  }

  /// Sees the hierarchy of a snapshot where it lies.
  ///
  /// - Parameters:
  ///   - map: The map of which it must be.
  ///   - snapshot: The snapshot; it also serves weights for the vehicles for which it has them.
  /// - Throws: `FileError` when it is missing, damaged or of another map.
  /// - Complexity: O(*n*), where *n* is the number of links and arcs.
  public init(_ map: TravelMap, _ snapshot: Snapshot) throws(FileError) {
    let kept = try Graph(snapshot, prefix: TravelHierarchy.graphPrefix)
    // Times are those of the map: the order of nodes depends on none.
    let graph = TravelHierarchy.graph(of: map)
    guard kept.hasTopology(of: graph) else {
      throw FileError(
        .damaged, path: snapshot.path, "its travel graph is none of this network; build it again")
    }
    let hierarchy = try Hierarchy(snapshot, prefix: TravelHierarchy.prefix, of: graph)
    self.init(map, graph, hierarchy, snapshot)
  }

  /// Adds the hierarchy to a snapshot, and for each vehicle the weights of a moment.
  ///
  /// - Parameters:
  ///   - writer: The snapshot.
  ///   - map: The map of which it is.
  ///   - instant: The moment; at others only what differs has to be weighed anew. Nil leaves
  ///     weights out.
  package func add(to writer: inout SnapshotWriter, _ map: TravelMap, at instant: Instant?) {
    graph.add(to: &writer, prefix: TravelHierarchy.graphPrefix)
    hierarchy.add(to: &writer, prefix: TravelHierarchy.prefix)
    guard let instant else { return }
    for vehicle in map.vehicles {
      guard let prefix = TravelHierarchy.prefix(of: vehicle) else { continue }
      let conditions = TravelConditions(vehicle: vehicle, at: instant)
      TravelEngine(TravelGraph(map, conditions), self).metric.add(to: &writer, prefix: prefix)
    }
  }

  /// The metric of weights: from the snapshot, if it has one of the vehicle that can be trusted.
  package func metric(_ weights: [UInt32], for vehicle: Vehicle) -> Metric {
    if let snapshot, let prefix = TravelHierarchy.prefix(of: vehicle),
      snapshot.contains(prefix + "inputs"),
      let metric = try? Metric(hierarchy, weights: weights, snapshot, prefix: prefix)
    {
      return metric
    }
    return Metric(hierarchy, weights: weights)
  }

  /// What the names of the sections of a vehicle begin with; nil when its id cannot name sections.
  private static func prefix(of vehicle: Vehicle) -> String? {
    let isPlain = vehicle.id.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
    }
    guard isPlain, !vehicle.id.isEmpty, vehicle.id.utf8.count <= 20 else { return nil }
    return "travel.metric.\(vehicle.id)."
  }
}
