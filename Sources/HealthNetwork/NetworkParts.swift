import Facts
import TravelNetwork

/// The parts of a network, and the indices of its records.
struct NetworkParts: Sendable {
  /// The network's own record.
  let header: NetworkHeader
  /// Every record, each kind in canonical order: places by scheme, level and code, the others by
  /// key.
  let records: NetworkRecords
  /// The terms.
  let vocabulary: Vocabulary
  /// The travel nodes and links.
  var travel: TravelMap

  /// The travel node of each facility's helipad.
  let padNodes: [FacilityIndex: NodeIndex]
  let facilityIndices: [String: Int]
  let placeIndices: [String: Int]
  /// The travel node of each place, or -1.
  let nodeOfPlace: [Int]
  /// Where the predecessors of each place start in `predecessors`; one longer than the places.
  let firstPredecessor: [Int]
  let predecessors: [Int]
  /// Where the capability statements of each facility start; one longer than the facilities.
  let firstCapability: [Int]
  let statuses: [String: LiveStatus]
  /// Holidays and exceptions of facilities.
  let calendar: NetworkCalendar

  /// Indexes records.
  init(_ sorted: NetworkRecords, _ index: RecordKeys) throws(NetworkProblems) {
    guard let header = sorted.networks.first?.record else {
      throw NetworkProblems([Problem(at: nil, "there is no \"network\" record")])
    }
    self.header = header
    vocabulary = Vocabulary(
      specialties: sorted.specialties.map(\.record),
      capabilityTypes: sorted.capabilityTypes.map(\.record))
    let flights = Network.flights(of: sorted, places: index.places)
    do {
      travel = try TravelMap(
        nodes: Records(sorted.nodes, and: flights.nodes),
        links: Records(sorted.links, and: flights.links),
        vehicles: sorted.vehicles.map(\.record), profiles: sorted.travelProfiles.map(\.record),
        exceptions: NetworkCalendar.linkExceptions(sorted))
    } catch {
      throw NetworkProblems([Problem(at: nil, "\(error)")])
    }
    var padNodes: [FacilityIndex: NodeIndex] = [:]
    for (facility, node) in flights.nodeOfPad {
      guard let facility = index.facilities[facility] else { continue }
      padNodes[FacilityIndex(facility)] = travel.node(node)
    }
    self.padNodes = padNodes
    facilityIndices = index.facilities
    let placeIndices = index.places
    self.placeIndices = placeIndices
    var nodeOfPlace = [Int](repeating: -1, count: sorted.places.count)
    for index in sorted.nodes.indices where sorted.nodes[index].record.kind == .settlement {
      guard let reference = sorted.nodes[index].record.place,
        let place = placeIndices[reference], nodeOfPlace[place] < 0
      else { continue }
      nodeOfPlace[place] = index
    }
    self.nodeOfPlace = nodeOfPlace
    (firstPredecessor, predecessors) = NetworkParts.predecessors(in: sorted.places, placeIndices)
    var firstCapability = [0]
    firstCapability.reserveCapacity(sorted.facilities.count + 1)
    var next = 0
    for index in sorted.facilities.indices {
      while next < sorted.capabilities.count,
        sorted.capabilities[next].record.facility == sorted.facilities[index].record.id
      { next += 1 }
      firstCapability.append(next)
    }
    self.firstCapability = firstCapability
    statuses = Dictionary(
      sorted.statuses.map { ($0.record.facility, $0.record) },
      uniquingKeysWith: { first, _ in first })
    calendar = NetworkCalendar(sorted)
    self.records = sorted
  }

  /// For each place those that it took over, in ascending order, one place after the other.
  private static func predecessors(
    in places: [Located<Place>], _ indices: [String: Int]
  ) -> (first: [Int], predecessors: [Int]) {
    var pairs: [(successor: Int, place: Int)] = []
    var first = [Int](repeating: 0, count: places.count + 1)
    for index in places.indices {
      for successor in places[index].record.successors {
        guard let successor = indices[successor.place] else { continue }
        pairs.append((successor, index))
        first[successor + 1] += 1
      }
    }
    for place in places.indices { first[place + 1] += first[place] }
    var next = first
    var predecessors = [Int](repeating: 0, count: pairs.count)
    for pair in pairs {
      predecessors[next[pair.successor]] = pair.place
      next[pair.successor] += 1
    }
    return (first, predecessors)
  }
}
