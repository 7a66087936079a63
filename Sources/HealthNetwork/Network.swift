public import Facts
public import TravelNetwork

/// A regional health network: directory and travel, checked, indexed and immutable.
///
///     let network = try Network(records)
///     let index = network.facilityIndex(of: "bv-cho-ray")
///     let evidence = network.evidence(of: "stroke.thrombectomy", at: index, on: day)
///
/// It is made from records all of which agree, or not at all.
public struct Network: Sendable {
  /// All of it but the reports, shared by copies.
  private(set) var storage: NetworkStorage
  /// Reports that came after the network was made, by facility.
  private(set) var reports: [String: [LiveStatus]] = [:]

  /// Checks records against each other and indexes them.
  ///
  /// - Parameter records: The records; their order does not matter.
  /// - Throws: Every error found, in order of reading.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records.
  public init(_ records: consuming NetworkRecords) throws(NetworkProblems) {
    try self.init(records, changedFrom: nil)
  }

  /// Checks the records of a changed network against each other and indexes them.
  ///
  /// - Parameters:
  ///   - records: The records; their order does not matter.
  ///   - former: The network before the change: what was checked and made of kinds of records that are still
  ///     the same is kept; nil where there is none.
  /// - Throws: Every error found, in order of reading.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records.
  package init(
    _ records: consuming NetworkRecords, changedFrom former: Network?
  ) throws(NetworkProblems) {
    let networks = records.networks
    let sorted = records.inCanonicalOrder()
    let index = RecordKeys(sorted)
    let knowsOutlines = former.map { KeptKinds(sorted, $0.records).outlines } ?? false
    let problems = NetworkCheck.errors(
      in: sorted, networks: networks, index: index, knowsOutlines: knowsOutlines)
    guard problems.isEmpty else { throw NetworkProblems(problems) }
    try self.init(sorted, index)
    if let former { storage = NetworkStorage(storage.parts, keepingOf: former.storage) }
  }

  /// Indexes the records of a network that was checked before.
  ///
  /// Whatever the records are, nothing traps; but what does not agree is not found.
  ///
  /// - Parameter sorted: Records that agree with each other, each kind in canonical order.
  /// - Throws: What keeps them from being indexed at all.
  /// - Complexity: O(*n*), where *n* is the number of records.
  package init(checked sorted: NetworkRecords) throws(NetworkProblems) {
    try self.init(sorted, RecordKeys(sorted))
  }

  private init(_ sorted: NetworkRecords, _ index: RecordKeys) throws(NetworkProblems) {
    var parts = try NetworkParts(sorted, index)
    storage = NetworkStorage(parts)
    if !sorted.closures.isEmpty {
      parts.travel = parts.travel.closing(sorted.closures.map { closedLinks(of: $0.record) })
      storage = NetworkStorage(parts)
    }
  }

  /// The network's own record.
  public var header: NetworkHeader { storage.parts.header }

  /// Every record, each kind in canonical order: places by scheme, level and code, the others by
  /// key.
  public var records: NetworkRecords { _read { yield storage.parts.records } }

  /// The terms.
  public var vocabulary: Vocabulary { _read { yield storage.parts.vocabulary } }

  /// The travel nodes and links.
  public var travel: TravelMap { _read { yield storage.parts.travel } }

  /// Holidays and exceptions of facilities.
  var calendar: NetworkCalendar { _read { yield storage.parts.calendar } }

  /// The travel node of each facility's helipad.
  var padNodes: [FacilityIndex: NodeIndex] { storage.parts.padNodes }

  /// The names, indexed when they are first asked for.
  var names: NameIndex { storage.names }

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

  /// The network with further links closed; its records stay as they are.
  ///
  /// - Parameter more: The links, and when they are closed.
  /// - Returns: The network with the links closed besides those that its records close.
  /// - Complexity: O(1) but for the closures.
  package func closing(_ more: [ClosedLinks]) -> Network {
    guard !more.isEmpty else { return self }
    var network = self
    var parts = storage.parts
    parts.travel = parts.travel.closing(parts.travel.closures + more)
    network.storage = NetworkStorage(parts, sameRecordsAs: storage)
    return network
  }

  /// The network with what another knows beside its records: its reports, and the links closed until
  /// a time, as far as this network has them.
  ///
  /// - Parameter other: The network as it was before its records were changed.
  /// - Returns: This network, knowing the same.
  /// - Complexity: O(1) where the other knows nothing, else O(*m*), where *m* is the number of links.
  package func knowing(as other: Network) -> Network {
    let known = reporting(other.reportedStatuses)
    let closed = other.travel.closures.dropFirst(other.records.closures.count)
    guard !closed.isEmpty else { return known }
    var links: [String: LinkIndex] = [:]
    for index in travel.links.recordIndices { links[travel.links[index].id] = index }
    return known.closing(
      closed.map { one in
        one.closing(one.links.compactMap { links[other.travel.links[$0].id] }.sorted())
      })
  }

  /// The reports that came after the network was made.
  var reportedStatuses: [LiveStatus] { reports.values.flatMap { $0 } }

  /// The number of facilities.
  public var facilityCount: Int { records.facilities.count }

  /// The index of each facility.
  public var facilityIndices: Range<FacilityIndex> {
    FacilityIndex(0)..<FacilityIndex(records.facilities.count)
  }

  /// The index of each place.
  public var placeIndices: Range<PlaceIndex> {
    PlaceIndex(0)..<PlaceIndex(records.places.count)
  }

  /// The facility of an index.
  public func facility(_ index: FacilityIndex) -> Facility { records.facilities[index].record }

  /// The index of a facility's id.
  public func facilityIndex(of id: String) -> FacilityIndex? {
    storage.parts.facilityIndices[id].map(FacilityIndex.init)
  }

  /// The place of an index.
  public func place(_ index: PlaceIndex) -> Place { records.places[index].record }

  /// The index of a place's reference, scheme:code.
  public func placeIndex(of reference: String) -> PlaceIndex? {
    storage.parts.placeIndices[reference].map(PlaceIndex.init)
  }

  /// The indices of the places of older schemes that a place took over, wholly or in part.
  public func predecessors(of place: Place) -> [PlaceIndex] {
    storage.parts.placeIndices[place.reference].map {
      predecessors(ofPlace: $0).map(PlaceIndex.init)
    } ?? []
  }

  /// The indices of the places that the place of an index took over.
  func predecessors(ofPlace index: Int) -> ArraySlice<Int> {
    storage.parts.predecessors[
      storage.parts.firstPredecessor[index]..<storage.parts.firstPredecessor[index + 1]]
  }

  /// The unit that holds a place, in the same scheme.
  public func parent(of place: Place) -> Place? {
    place.parent.flatMap { placeIndex(of: place.scheme + ":" + $0) }.map(self.place)
  }

  /// The capability statements about a facility, by code.
  public func capabilities(of facility: FacilityIndex) -> [Capability] {
    records.capabilities[capabilityRange(of: facility)].map(\.record)
  }

  /// The indices of the capability statements about a facility.
  func capabilityRange(of facility: FacilityIndex) -> Range<Int> {
    storage.parts.firstCapability[facility]..<storage.parts.firstCapability[facility.rawValue + 1]
  }

  /// What the network's own documents say that a facility reported; whether it still counts is for
  /// the caller, and `picture` knows of further reports too.
  public func status(of facility: FacilityIndex) -> LiveStatus? {
    storage.parts.statuses.isEmpty
      ? nil : storage.parts.statuses[records.facilities[facility].record.id]
  }

  /// The travel node that stands for a place.
  public func node(of place: Place) -> NodeIndex? {
    guard let index = storage.parts.placeIndices[place.reference],
      storage.parts.nodeOfPlace[index] >= 0
    else { return nil }
    return NodeIndex(storage.parts.nodeOfPlace[index])
  }
}
