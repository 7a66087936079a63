import Routing
import Synchronization

/// A travel network under some conditions with points joined to it, made once and asked any number of
/// times, by any number of tasks.
///
///     let networks = PreparedNetworks(map, hierarchy, points: hospitals)
///     let prepared = networks.network(conditions)
///     var stream = prepared.stream()
///     stream.start(from: access, departure: departure)
///
/// Of the departure only the day counts here: queries name the hour.
public final class PreparedNetwork: Sendable {
  /// For which vehicle, on which day, in which weather and without which links.
  public let conditions: TravelConditions
  /// The links, prepared.
  public let hierarchy: TravelHierarchy
  /// The network under the conditions.
  public let engine: TravelEngine
  /// How each point is joined to it; nil for one that is not.
  public let accesses: [PointAccess?]
  /// How many queries it was made for.
  public let usage: SearchUsage

  private struct Streams {
    var plain: ArrivalStream?
    var indexed: ArrivalStream?
  }

  private let streams = Mutex(Streams())

  /// Prepares a network.
  init(
    _ map: TravelMap, _ hierarchy: TravelHierarchy, _ conditions: TravelConditions,
    points: [TravelPoint], accesses known: [PointAccess?]?
  ) {
    let graph = TravelGraph(map, conditions)
    self.conditions = conditions
    self.hierarchy = hierarchy
    engine = TravelEngine(graph, hierarchy)
    accesses = known ?? points.map { graph.join($0, streets: hierarchy.streets) }
    usage = .single
  }

  private init(
    _ other: PreparedNetwork, _ conditions: TravelConditions, _ engine: TravelEngine,
    usage: SearchUsage
  ) {
    self.conditions = conditions
    hierarchy = other.hierarchy
    self.engine = engine
    accesses = other.accesses
    self.usage = usage
  }

  /// The network without further links; points are joined to it as before.
  ///
  /// - Complexity: that of copying the weights, and of a partial customization.
  func closing(_ links: Set<LinkIndex>) -> PreparedNetwork {
    var conditions = conditions
    conditions.closed.formUnion(links)
    return PreparedNetwork(self, conditions, engine.closing(links), usage: usage)
  }

  /// The network for searches by the thousand.
  ///
  /// - Complexity: O(*t*), where *t* is the number of triangles of the hierarchy.
  func forManyQueries() -> PreparedNetwork {
    var engine = engine
    engine.optimizeForManyQueries()
    return PreparedNetwork(self, conditions, engine, usage: .batch)
  }

  /// A search for the points in order of arrival.
  ///
  /// The first search of a network sweeps over all of it; when a second one is asked for, the points
  /// are indexed, and found several times as fast from then on.
  public func stream() -> ArrivalStream {
    streams.withLock { streams in
      if let indexed = streams.indexed { return indexed }
      if usage == .single, streams.plain == nil {
        let plain = ArrivalStream(engine, targets: accesses, usage: .single)
        streams.plain = plain
        return plain
      }
      let indexed = ArrivalStream(engine, targets: accesses, usage: .batch)
      streams.indexed = indexed
      streams.plain = nil
      return indexed
    }
  }

  /// About how many bytes it takes.
  var byteCount: Int {
    8 * engine.metric.hierarchy.arcCount + 12 * engine.labels.count
      + 64 * engine.graph.map.links.count + 400 * accesses.count
  }
}
