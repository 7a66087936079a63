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
  public let travel: TravelMap

  private let facilityIndices: [String: Int]
  private let placeIndices: [String: Int]
  private let nodeIndexOfPlace: [String: Int]
  private let predecessors: [String: [Int]]
  /// Where the capability statements of each facility start; one longer than the facilities.
  private let firstCapability: [Int]
  private let statuses: [String: LiveStatus]

  /// Checks records against each other and indexes them.
  ///
  /// - Parameter records: The records; their order does not matter.
  /// - Throws: Every error found, in order of reading.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records.
  public init(_ records: consuming NetworkRecords) throws(NetworkProblems) {
    let problems = NetworkCheck.errors(in: records)
    guard problems.isEmpty, let header = records.networks.first?.record else {
      throw NetworkProblems(problems)
    }
    let sorted = records.inCanonicalOrder()
    self.header = header
    vocabulary = Vocabulary(
      specialties: sorted.specialties.map(\.record),
      capabilityTypes: sorted.capabilityTypes.map(\.record))
    do {
      travel = try TravelMap(
        nodes: sorted.nodes.map(\.record), links: sorted.links.map(\.record),
        vehicles: sorted.vehicles.map(\.record), profiles: sorted.travelProfiles.map(\.record))
    } catch {
      throw NetworkProblems([Problem(at: nil, "\(error)")])
    }
    facilityIndices = Dictionary(
      uniqueKeysWithValues: sorted.facilities.enumerated().map { ($1.record.id, $0) })
    placeIndices = Dictionary(
      uniqueKeysWithValues: sorted.places.enumerated().map { ($1.record.reference, $0) })
    nodeIndexOfPlace = Dictionary(
      sorted.nodes.enumerated().compactMap { index, node in
        node.record.kind == .settlement ? node.record.place.map { ($0, index) } : nil
      }, uniquingKeysWith: { first, _ in first })
    var predecessors: [String: [Int]] = [:]
    for (index, place) in sorted.places.enumerated() {
      for successor in place.record.successors {
        predecessors[successor.place, default: []].append(index)
      }
    }
    self.predecessors = predecessors
    var firstCapability = [0]
    firstCapability.reserveCapacity(sorted.facilities.count + 1)
    var next = 0
    for facility in sorted.facilities {
      while next < sorted.capabilities.count,
        sorted.capabilities[next].record.facility == facility.record.id
      { next += 1 }
      firstCapability.append(next)
    }
    self.firstCapability = firstCapability
    statuses = Dictionary(
      sorted.statuses.map { ($0.record.facility, $0.record) },
      uniquingKeysWith: { first, _ in first })
    self.records = sorted
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
  public func predecessors(of place: Place) -> [Int] { predecessors[place.reference] ?? [] }

  /// The unit that holds a place, in the same scheme.
  public func parent(of place: Place) -> Place? {
    place.parent.flatMap { placeIndices[place.scheme + ":" + $0] }.map(self.place)
  }

  /// The capability statements about a facility, by code.
  public func capabilities(of facility: Int) -> [Capability] {
    records.capabilities[firstCapability[facility]..<firstCapability[facility + 1]].map(\.record)
  }

  /// What a facility last reported of itself; whether it still counts is for the caller.
  public func status(of facility: Int) -> LiveStatus? {
    statuses.isEmpty ? nil : statuses[records.facilities[facility].record.id]
  }

  /// The travel node that stands for a place.
  public func node(of place: Place) -> Int? { nodeIndexOfPlace[place.reference] }
}
