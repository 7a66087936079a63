import Facts
public import Routing

/// Coverage of every node of a graph at once, on streets that are open at all hours.
///
///     let coverage = NodeCoverage(metric, able: hospitals.map { [Stop($0)] })
///     coverage.people(people, within: 36_000)[.served]
///     coverage.curve(of: people)
///
/// One sweep for each class instead of a search from each place: where people stand at hundreds of
/// thousands of nodes and nothing has to be waited for. Facilities are able or not whatever the hour.
public struct NodeCoverage: Sendable {
  /// Of each node the nearest able facility, and the weight of the way to it.
  public let nearest: [NearestSearch.Found?]

  private let unknown: [UInt32]
  private let hospitals: [UInt32]

  /// Searches the nearest stop of every node, class by class.
  ///
  /// - Parameters:
  ///   - metric: The weights, in deciseconds.
  ///   - able: The stops of each facility that can.
  ///   - unknown: The stops of each hospital whose ability is unknown.
  ///   - unable: The stops of each hospital that cannot.
  /// - Complexity: O(*a*), where *a* is the number of arcs of the hierarchy.
  public init(
    _ metric: Metric, able: [[Stop]], unknown: [[Stop]] = [], unable: [[Stop]] = []
  ) {
    let sweep = Sweep(metric)
    nearest = sweep.nearest(of: able)
    self.unknown =
      unknown.isEmpty ? [] : sweep.distances(unknown.flatMap { $0 }, direction: .toTargets)
    hospitals =
      unable.isEmpty ? [] : sweep.distances(unable.flatMap { $0 }, direction: .toTargets)
  }

  /// The class of a node within a weight.
  public func accessClass(of node: Int, within limit: UInt32) -> AccessClass {
    if let nearest = nearest[node], nearest.distance <= limit { return .served }
    func isReached(_ distances: [UInt32]) -> Bool {
      !distances.isEmpty && distances[node] < Graph.infinity && distances[node] <= limit
    }
    if isReached(unknown) { return .unknown }
    return isReached(hospitals) ? .noCapacity : .outOfReach
  }

  /// The people of each class within a weight.
  ///
  /// - Parameters:
  ///   - people: The people of each node.
  ///   - limit: The threshold, in deciseconds.
  /// - Returns: The people by class.
  /// - Complexity: O(*n*), where *n* is the number of nodes.
  public func people(_ people: [Double], within limit: UInt32) -> ClassedPeople {
    precondition(people.count == nearest.count, "people of other nodes")
    var result = ClassedPeople()
    for node in people.indices { result[accessClass(of: node, within: limit)] += people[node] }
    return result
  }

  /// How the share of people grows with the minutes.
  ///
  /// - Parameter people: The people of each node.
  /// - Returns: The curve.
  /// - Complexity: O(*n* log *n*), where *n* is the number of nodes.
  public func curve(of people: [Double]) -> AccessCurve {
    precondition(people.count == nearest.count, "people of other nodes")
    return AccessCurve(
      people.indices.map { node in
        (
          nearest[node].map { TravelTime(deciseconds: $0.distance).minutes } ?? .infinity,
          people[node]
        )
      })
  }

  /// The people of whom each able facility is the nearest.
  ///
  /// - Parameters:
  ///   - people: The people of each node.
  ///   - count: The number of able facilities.
  /// - Returns: The people of each facility, by its number.
  /// - Complexity: O(*n*), where *n* is the number of nodes.
  public func loads(of people: [Double], facilities count: Int) -> [Double] {
    var loads = [Double](repeating: 0, count: count)
    for node in people.indices {
      if let target = nearest[node]?.target { loads[target] += people[node] }
    }
    return loads
  }
}
