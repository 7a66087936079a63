public import Facts

/// The nodes and links of a network with their references resolved, whatever the vehicle and time.
///
///     let map = try TravelMap(nodes: nodes, links: links, vehicles: vehicles, profiles: profiles)
///     let bridges = map.links(avoiding: "cau rach mieu")
///
/// Nodes and links keep the order in which they are given, so that an index means the same to the
/// caller. Nothing is computed for a vehicle here: that is `TravelGraph`.
public struct TravelMap: Sendable {
  /// The nodes.
  public let nodes: Records<TravelNode>
  /// The links.
  public let links: Records<TravelLink>
  /// The vehicles.
  public let vehicles: [Vehicle]
  /// How times are made: the first profile given, or the fallback values.
  public let profile: TravelProfile
  /// Links that are closed for a time.
  public internal(set) var closures: [ClosedLinks] = []

  /// The exceptions of links on some days, by index of link.
  let exceptions: [LinkIndex: [LinkException]]
  /// Times of each link; nil for links of which no time can be told.
  let times: [LinkTimes?]
  /// The number of each node's block of land; -1 for nodes without one.
  let blockOfNode: [Int]
  /// The numbers of the blocks of land.
  let blockNumbers: [String: Int]
  package let startNodes: [Int]
  package let endNodes: [Int]
  /// Where patients are aboard boats and aircraft.
  let decks: BoardingVertices
  private let nodeIndices: [String: Int]
  /// The links by id; nil when their ids ascend.
  private let linkIndices: [String: Int]?

  /// Resolves the references between records.
  ///
  /// - Parameters:
  ///   - nodes: The nodes.
  ///   - links: The links between them.
  ///   - vehicles: The vehicles.
  ///   - profiles: The travel profiles; the first one counts.
  /// - Throws: `TravelMapError` when an id occurs twice or a link ends at no node.
  /// - Complexity: O(*n*), where *n* is the number of records.
  public init(
    nodes: [TravelNode], links: [TravelLink], vehicles: [Vehicle], profiles: [TravelProfile]
  ) throws(TravelMapError) {
    try self.init(
      nodes: Records(nodes), links: Records(links), vehicles: vehicles, profiles: profiles)
  }

  /// Resolves the references between records, which stay where they lie.
  ///
  /// The exceptions on some days are given by the ids of links; of two `exceptions` about
  /// one day the first counts.
  public init(
    nodes: Records<TravelNode>, links: Records<TravelLink>, vehicles: [Vehicle],
    profiles: [TravelProfile], exceptions: [String: [LinkException]] = [:]
  ) throws(TravelMapError) {
    var nodeIndices: [String: Int] = [:]
    // Ids that ascend are found by halving, and each of them is there once.
    let ascends = links.indices.dropFirst().allSatisfy { links[$0 - 1].id < links[$0].id }
    var linkIndices: [String: Int] = [:]
    var vehicleIds: Set<String> = []
    nodeIndices.reserveCapacity(nodes.count)
    for index in nodes.indices {
      let id = nodes[index].id
      if nodeIndices.updateValue(index, forKey: id) != nil { throw .twice(id: id) }
    }
    var startNodes: [Int] = []
    var endNodes: [Int] = []
    startNodes.reserveCapacity(links.count)
    endNodes.reserveCapacity(links.count)
    for index in links.indices {
      let id = links[index].id
      if !ascends, linkIndices.updateValue(index, forKey: id) != nil { throw .twice(id: id) }
      guard let start = nodeIndices[links[index].start] else {
        throw .unknownNode(id: links[index].start, link: id)
      }
      guard let end = nodeIndices[links[index].end] else {
        throw .unknownNode(id: links[index].end, link: id)
      }
      startNodes.append(start)
      endNodes.append(end)
    }
    for vehicle in vehicles where !vehicleIds.insert(vehicle.id).inserted {
      throw .twice(id: vehicle.id)
    }
    self.nodes = nodes
    self.links = links
    self.vehicles = vehicles
    let profile = profiles.first ?? TravelProfile()
    self.profile = profile
    times = links.indices.map { LinkTimes(links[$0], profile: profile) }
    var blockNumbers: [String: Int] = [:]
    blockOfNode = nodes.indices.map { index in
      guard let block = nodes[index].block else { return -1 }
      if let number = blockNumbers[block] { return number }
      blockNumbers[block] = blockNumbers.count
      return blockNumbers.count - 1
    }
    self.blockNumbers = blockNumbers
    decks = BoardingVertices(
      of: links, startNodes: startNodes, endNodes: endNodes, nodeCount: nodes.count)
    self.startNodes = startNodes
    self.endNodes = endNodes
    self.nodeIndices = nodeIndices
    self.linkIndices = ascends ? nil : linkIndices
    var exceptionsOfLinks: [LinkIndex: [LinkException]] = [:]
    if !exceptions.isEmpty {
      for index in links.recordIndices {
        if let found = exceptions[links[index].id] { exceptionsOfLinks[index] = found }
      }
    }
    self.exceptions = exceptionsOfLinks
  }

  /// The index of the node of an id.
  public func node(_ id: String) -> NodeIndex? { nodeIndices[id].map(NodeIndex.init) }

  /// The index of the link of an id.
  public func link(_ id: String) -> LinkIndex? {
    if let linkIndices { return linkIndices[id].map(LinkIndex.init) }
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < links.count && links[low].id == id ? LinkIndex(low) : nil
  }

  /// The vehicle of an id.
  public func vehicle(_ id: String) -> Vehicle? { vehicles.first { $0.id == id } }

  /// The indices of the nodes at which a link starts and ends.
  public func ends(ofLink link: LinkIndex) -> (start: NodeIndex, end: NodeIndex) {
    (NodeIndex(startNodes[link]), NodeIndex(endNodes[link]))
  }

  /// Links for which no time can be told: roads without a speed, crossings without minutes.
  public var linksWithoutTimes: [LinkIndex] {
    links.recordIndices.filter { times[$0] == nil }
  }
}
