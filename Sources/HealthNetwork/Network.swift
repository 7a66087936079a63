import Facts
public import TravelNetwork

/// A regional health network: directory and travel, checked, indexed and immutable.
///
///     let network = try Network(records)
///     let index = network.facilityIndex(of: "bv-cho-ray")
///     let evidence = network.evidence(of: "stroke.thrombectomy", at: index, on: day)
///
/// It is made from records all of which agree, or not at all.
public struct Network: Sendable {
  /// The network's own record.
  public let header: NetworkHeader
  /// Every record, each kind in canonical order: places by scheme, level and code, the others by
  /// key.
  public let records: NetworkRecords
  /// The terms.
  public let vocabulary: Vocabulary
  /// The travel nodes and links.
  public private(set) var travel: TravelMap

  /// The travel node of each facility's helipad.
  let padNodes: [Int: Int]
  private let facilityIndices: [String: Int]
  private let placeIndices: [String: Int]
  /// The travel node of each place, or -1.
  private let nodeOfPlace: [Int]
  /// Where the predecessors of each place start in `predecessors`; one longer than the places.
  private let firstPredecessor: [Int]
  private let predecessors: [Int]
  /// Where the capability statements of each facility start; one longer than the facilities.
  private let firstCapability: [Int]
  private let statuses: [String: LiveStatus]
  /// Holidays and exceptions of facilities.
  let calendar: NetworkCalendar
  /// Reports that came after the network was made, by facility.
  private(set) var reports: [String: [LiveStatus]] = [:]

  /// Checks records against each other and indexes them.
  ///
  /// - Parameter records: The records; their order does not matter.
  /// - Throws: Every error found, in order of reading.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records.
  public init(_ records: consuming NetworkRecords) throws(NetworkProblems) {
    let networks = records.networks
    let sorted = records.inCanonicalOrder()
    let index = RecordIndex(sorted)
    let problems = NetworkCheck.errors(in: sorted, networks: networks, index: index)
    guard problems.isEmpty else { throw NetworkProblems(problems) }
    try self.init(sorted, index)
  }

  /// Indexes the records of a network that was checked before.
  ///
  /// Whatever the records are, nothing traps; but what does not agree is not found.
  ///
  /// - Parameter sorted: Records that agree with each other, each kind in canonical order.
  /// - Throws: What keeps them from being indexed at all.
  /// - Complexity: O(*n*), where *n* is the number of records.
  package init(checked sorted: NetworkRecords) throws(NetworkProblems) {
    try self.init(sorted, RecordIndex(sorted))
  }

  private init(_ sorted: NetworkRecords, _ index: RecordIndex) throws(NetworkProblems) {
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
    var padNodes: [Int: Int] = [:]
    for (facility, node) in flights.nodeOfPad {
      if let facility = index.facilities[facility] { padNodes[facility] = travel.node(node) }
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
    (firstPredecessor, predecessors) = Network.predecessors(in: sorted.places, placeIndices)
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
    if !sorted.closures.isEmpty {
      travel = travel.closing(sorted.closures.map { closedLinks(of: $0.record) })
    }
  }

  /// The network with further reports of facilities; its records stay as they are.
  ///
  /// - Parameter more: The reports, by ids of facilities of the network; those of others count for
  ///   nothing.
  /// - Returns: The network with the reports.
  public func reporting(_ more: [LiveStatus]) -> Network {
    var network = self
    for report in more { network.reports[report.facility, default: []].append(report) }
    return network
  }

  /// The number of facilities; a facility's index is less than this.
  public var facilityCount: Int { records.facilities.count }

  /// The facility of an index.
  public func facility(_ index: Int) -> Facility { records.facilities[index].record }

  /// The index of a facility's id.
  public func facilityIndex(of id: String) -> Int? { facilityIndices[id] }

  /// The place of an index.
  public func place(_ index: Int) -> Place { records.places[index].record }

  /// The index of a place's reference, scheme:code.
  public func placeIndex(of reference: String) -> Int? { placeIndices[reference] }

  /// The indices of the places of older schemes that a place took over, wholly or in part.
  public func predecessors(of place: Place) -> [Int] {
    placeIndices[place.reference].map { Array(predecessors(ofPlace: $0)) } ?? []
  }

  /// The indices of the places that the place of an index took over.
  func predecessors(ofPlace index: Int) -> ArraySlice<Int> {
    predecessors[firstPredecessor[index]..<firstPredecessor[index + 1]]
  }

  /// The unit that holds a place, in the same scheme.
  public func parent(of place: Place) -> Place? {
    place.parent.flatMap { placeIndices[place.scheme + ":" + $0] }.map(self.place)
  }

  /// The capability statements about a facility, by code.
  public func capabilities(of facility: Int) -> [Capability] {
    records.capabilities[capabilityRange(of: facility)].map(\.record)
  }

  /// The indices of the capability statements about a facility.
  func capabilityRange(of facility: Int) -> Range<Int> {
    firstCapability[facility]..<firstCapability[facility + 1]
  }

  /// What the network's own documents say that a facility reported; whether it still counts is for
  /// the caller, and `picture` knows of further reports too.
  public func status(of facility: Int) -> LiveStatus? {
    statuses.isEmpty ? nil : statuses[records.facilities[facility].record.id]
  }

  /// The travel node that stands for a place.
  public func node(of place: Place) -> Int? {
    guard let index = placeIndices[place.reference], nodeOfPlace[index] >= 0 else { return nil }
    return nodeOfPlace[index]
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
