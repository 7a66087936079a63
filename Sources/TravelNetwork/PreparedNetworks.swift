import Facts
import Synchronization

/// The prepared networks of one map, as many as a bound allows, shared by all who ask.
///
///     let networks = PreparedNetworks(map, hierarchy, points: hospitals)
///     networks.network(conditions)    // made now
///     networks.network(conditions)    // the same one
///
/// A network that is asked for twice is made once; the least recently used makes room. Links that a
/// query avoids are taken out of the open network: weights are made anew only where they depend on
/// these links.
public final class PreparedNetworks: Sendable {
  /// The map.
  public let map: TravelMap
  /// Its links, prepared.
  public let hierarchy: TravelHierarchy
  /// The points that are joined to each network.
  public let points: [TravelPoint]

  /// The inputs of a prepared network: the hour is none of them.
  private struct Key: Hashable {
    var conditions: TravelConditions
    var joins: TravelConditions?
    var usage: SearchUsage
  }

  private final class Slot: Sendable {
    let network = Mutex<PreparedNetwork?>(nil)
  }

  private struct Entry {
    let slot: Slot
    var lastUse: Int
    var byteCount = 0
  }

  private struct State {
    var entries: [Key: Entry] = [:]
    var graphs: [TravelConditions: TravelGraph] = [:]
    var uses = 0
    var made = 0
  }

  /// More graphs than this are let go of, and made again as they are asked for.
  private static let mostGraphs = 64

  private let mostBytes: Int
  private let state = Mutex(State())

  /// Creates a cache that is empty.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - hierarchy: That of the map.
  ///   - points: The points to be joined to each network.
  ///   - mostBytes: About how much memory the networks may take; the last one made is kept whatever
  ///     it takes.
  public init(
    _ map: TravelMap, _ hierarchy: TravelHierarchy, points: [TravelPoint],
    mostBytes: Int = 512 << 20
  ) {
    self.map = map
    self.hierarchy = hierarchy
    self.points = points
    self.mostBytes = mostBytes
  }

  /// How many networks have been made so far, those included that made room since.
  public var madeCount: Int { state.withLock { $0.made } }

  /// How many networks are kept.
  public var count: Int { state.withLock { $0.entries.count } }

  /// The network under some conditions.
  ///
  /// - Parameters:
  ///   - conditions: For which vehicle, on which day, in which weather and without which links; the
  ///     hour does not matter.
  ///   - other: A network to whose nodes the points are joined, whatever the conditions; nil for those
  ///     of the network itself.
  ///   - usage: Whether searches by the thousand follow.
  /// - Returns: The prepared network.
  /// - Complexity: O(*t* + *n*) for a network that must be made, where *t* is the number of triangles of
  ///   the hierarchy and *n* of points; that of a partial customization for one with other closed
  ///   links only.
  public func network(
    _ conditions: TravelConditions, joinedAs other: PreparedNetwork? = nil,
    usage: SearchUsage = .single
  ) -> PreparedNetwork {
    var conditions = conditions
    conditions.at = conditions.at.advanced(bySeconds: -conditions.at.secondOfDay)
    // Where points are joined does not depend on what is closed.
    var joins = other?.conditions
    joins?.closed = []
    let key = Key(conditions: conditions, joins: joins, usage: usage)
    let slot = state.withLock { state in
      state.uses += 1
      state.entries[key, default: Entry(slot: Slot(), lastUse: 0)].lastUse = state.uses
      return state.entries[key]?.slot ?? Slot()
    }
    let (network, isNew) = slot.network.withLock { known in
      if let known { return (known, false) }
      let made = make(key, joinedAs: other)
      known = made
      return (made, true)
    }
    if isNew { note(key, network) }
    return network
  }

  /// The links as they are under some conditions, not prepared for searches.
  ///
  /// - Complexity: O(*n* + *m*) where it must be made, where *n* is the number of nodes and *m* of links.
  public func graph(_ conditions: TravelConditions) -> TravelGraph {
    var conditions = conditions
    conditions.at = conditions.at.advanced(bySeconds: -conditions.at.secondOfDay)
    if let known = state.withLock({ $0.graphs[conditions] }) { return known }
    let made = TravelGraph(map, conditions)
    state.withLock { state in
      if state.graphs.count >= PreparedNetworks.mostGraphs { state.graphs = [:] }
      state.graphs[conditions] = made
    }
    return made
  }

  private func make(_ key: Key, joinedAs other: PreparedNetwork?) -> PreparedNetwork {
    if key.usage == .batch {
      return network(key.conditions, joinedAs: other).forManyQueries()
    }
    guard key.conditions.closed.isEmpty else {
      var open = key.conditions
      open.closed = []
      return network(open, joinedAs: other).closing(key.conditions.closed)
    }
    return PreparedNetwork(
      map, hierarchy, key.conditions, points: points, accesses: other?.accesses)
  }

  private func note(_ key: Key, _ network: PreparedNetwork) {
    state.withLock { state in
      state.made += 1
      state.entries[key]?.byteCount = network.byteCount
      var bytes = state.entries.values.reduce(0) { $0 + $1.byteCount }
      while bytes > mostBytes, state.entries.count > 1,
        let oldest = state.entries.filter({ $0.key != key && $0.value.byteCount > 0 })
          .min(by: { $0.value.lastUse < $1.value.lastUse })
      {
        bytes -= oldest.value.byteCount
        state.entries[oldest.key] = nil
      }
    }
  }
}
