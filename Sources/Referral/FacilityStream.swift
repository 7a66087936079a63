import Facts
import HealthNetwork
import TravelNetwork

/// How the facilities of a network are joined to the graph of a vehicle, closures ignored.
struct FacilityAccess: Sendable {
  /// The access of each facility, by index; nil where there is none.
  let accesses: [Access?]
  /// The facilities at each node.
  let facilitiesAtNode: [Int: [Int]]

  /// Joins every facility to the nearest usable node of its block of land.
  ///
  /// - Complexity: O(*n*), where *n* is the number of facilities, for points spread evenly.
  init(_ network: Network, graph: TravelGraph) {
    var accesses: [Access?] = []
    var facilitiesAtNode: [Int: [Int]] = [:]
    for index in 0..<network.facilityCount {
      let access = network.records.facilities[index].record.position.point.flatMap {
        graph.access(to: $0, block: network.block(ofFacility: index))
      }
      accesses.append(access)
      if let access { facilitiesAtNode[access.node, default: []].append(index) }
    }
    self.accesses = accesses
    self.facilitiesAtNode = facilitiesAtNode
  }
}

/// The facilities of a network in order of arrival, the ways from node to door included.
struct FacilityStream {
  private var search: TravelSearch
  private let access: FacilityAccess
  private var waiting: [(facility: Int, deciseconds: UInt32)] = []
  private var isExhausted = false

  init(_ graph: TravelGraph, _ access: FacilityAccess) {
    search = TravelSearch(graph)
    self.access = access
  }

  mutating func start(from origin: Access) {
    search.start(from: origin)
    waiting.removeAll(keepingCapacity: true)
    isExhausted = false
  }

  /// The next facility and deciseconds to it; nil when no more can be reached.
  mutating func next() -> (facility: Int, deciseconds: UInt32)? {
    while !isExhausted {
      guard let (node, cost) = search.next() else {
        isExhausted = true
        break
      }
      for facility in access.facilitiesAtNode[node] ?? [] {
        guard let way = access.accesses[facility]?.deciseconds else { continue }
        insert((facility, cost + way))
      }
      // Whoever is at the front comes before all facilities of the nodes not yet seen.
      if let first = waiting.last, first.deciseconds <= cost { return waiting.removeLast() }
    }
    return waiting.popLast()
  }

  /// The way to a facility's node that the stream has passed.
  func journey(to facility: Int) -> Journey? {
    access.accesses[facility].flatMap { search.journey(to: $0.node) }
  }

  /// Keeps the waiting in descending order, so that the first is at the end.
  private mutating func insert(_ entry: (facility: Int, deciseconds: UInt32)) {
    var low = 0
    var high = waiting.count
    while low < high {
      let middle = (low + high) / 2
      let other = waiting[middle]
      if (other.deciseconds, other.facility) > (entry.deciseconds, entry.facility) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    waiting.insert(entry, at: low)
  }
}
