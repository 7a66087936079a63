public import Facts
public import HealthNetwork
import Referral
import TravelNetwork

/// A proposal of a supporting hospital for each commune that has none.
///
///     let plan = SupportPlan(support, graph, rules, on: day, prepared: prepared)
///     plan.regions[0].assignment.load   // the most communes of one hospital
///
/// Each region is planned by itself, as its department of health would. Communes that have a
/// supporter keep it, and count as its load. Where the network has travel, ways are those of staff,
/// from the hospital to the commune; where it has none, nearness is by administrative unit, and no
/// minutes are invented.
public struct SupportPlan: Sendable {
  /// Which hospitals may be proposed for which communes.
  public struct Rules: Hashable, Sendable {
    /// Within which units a hospital may be proposed.
    public enum Region: String, CaseIterable, Sendable {
      /// The province.
      case province
      /// The province of the older geography, before units were joined.
      case oldProvince = "old-province"
      /// The whole network.
      case all
    }

    /// Within which units a hospital may be proposed.
    public var region = Region.province
    /// Whether private hospitals may be.
    public var usesPrivate = false
    /// The most communes of a hospital; nil for the least with which all can be served.
    public var limit: Int?

    /// Creates the default rules.
    public init() {}
  }

  /// One region, and its proposal.
  public struct Region: Sendable {
    /// The unit; nil for the whole network, or where no unit is known.
    public let place: PlaceIndex?
    /// The communes without a supporter, by place.
    public let communes: [PlaceIndex]
    /// The hospitals that may support them.
    public let supporters: [FacilityIndex]
    /// The communes that each of them supports already.
    public let loads: [Int]
    /// The proposal: rows are communes, columns supporters; costs are deciseconds, or steps of
    /// nearness where the plan has no travel.
    package let assignment: BalancedAssignment
    /// The cost of each commune's way; nil where none was found.
    public let costs: [UInt32?]

    /// The hospital proposed for each commune.
    public var proposed: [FacilityIndex?] { assignment.columns.map { $0.map { supporters[$0] } } }
  }

  /// The regions, in order of place.
  public let regions: [Region]
  /// Whether costs are times of travel.
  public let hasTravel: Bool

  /// Steps of nearness in place of minutes.
  public enum Nearness: UInt32, Sendable {
    /// In the same commune.
    case commune
    /// In the same district.
    case district
    /// In the same province.
    case province
    /// Elsewhere.
    case elsewhere
  }

  /// Plans all regions.
  ///
  /// - Parameters:
  ///   - support: Who has a supporter.
  ///   - graph: Who supports whom.
  ///   - rules: Which hospitals may be proposed.
  ///   - day: The day.
  ///   - prepared: The travel network; nil when there is none.
  /// - Complexity: one search for each hospital, and that of the assignments.
  public init(
    _ support: CommuneSupport, _ graph: SupportGraph, _ rules: Rules, on day: Day,
    prepared: PlanningNetwork?
  ) {
    let network = graph.network
    let scheme = support.communes.first.map { network.place($0.place).scheme } ?? ""
    let units = PlanUnits(network, scheme: scheme, rules.region)
    var loads: [Int: Int] = [:]
    for commune in support.communes where commune.isSupported {
      for supporter in Set(commune.links.map { graph.links[$0].supporter }) {
        loads[supporter, default: 0] += 1
      }
    }
    let supporters = network.facilityIndices.filter { index in
      let facility = network.facility(index)
      // Who supports a station comprehensively treats patients of all sorts.
      return facility.canSupport && facility.kind != .polyclinic && facility.isGeneral
        && facility.isInService(on: day, isConfirmed: true)
        && (rules.usesPrivate || facility.ownership != .private)
    }
    let supportersOf = Dictionary(grouping: supporters) { units.unit(ofFacility: $0) }
    let needy = support.communes.filter { !$0.isSupported }.map(\.place)
    let needyOf = Dictionary(grouping: needy) { units.unit(ofCommune: $0) }
    regions = needyOf.sorted { ($0.key?.rawValue ?? -1) < ($1.key?.rawValue ?? -1) }.map {
      unit, communes in
      let candidates = supportersOf[unit] ?? []
      let costs =
        prepared.map { SupportPlan.near(SupportPlan.minutes(communes, candidates, on: $0)) }
        ?? SupportPlan.nearness(communes, candidates, units)
      let loads = candidates.map { loads[$0.rawValue] ?? 0 }
      let assignment = BalancedAssignment(costs: costs, loads: loads, limit: rules.limit)
      return Region(
        place: unit, communes: communes, supporters: candidates, loads: loads,
        assignment: assignment,
        costs: zip(costs, assignment.columns).map { row, column in column.flatMap { row[$0] } })
    }
    hasTravel = prepared != nil
  }

  /// Deciseconds from each hospital to each commune.
  private static func minutes(
    _ communes: [PlaceIndex], _ supporters: [FacilityIndex], on prepared: PlanningNetwork
  ) -> [[UInt32?]] {
    let network = prepared.network
    let targets = communes.map { index -> PointAccess? in
      let place = network.place(index)
      return network.point(of: place).flatMap {
        prepared.engine.graph.join(
          $0.point, block: network.block(of: place), streets: prepared.hierarchy.streets)
      }
    }
    var costs = [[UInt32?]](
      repeating: Array(repeating: nil, count: supporters.count), count: communes.count)
    var stream = ArrivalStream(prepared.engine, targets: targets)
    for (column, supporter) in supporters.enumerated() {
      guard let access = prepared.access.accesses[supporter] else { continue }
      stream.start(from: access)
      for (row, arrival) in stream.all().enumerated() { costs[row][column] = arrival }
    }
    return costs
  }

  /// The ways that staff would take: of each commune those that are not much longer than its shortest.
  ///
  /// Loads are made equal first, which must not send staff for hours, over the sea, to where another
  /// hospital is next door.
  private static func near(_ costs: [[UInt32?]]) -> [[UInt32?]] {
    costs.map { row in
      guard let shortest = row.compactMap(\.self).min() else { return row }
      let longest = UInt64(shortest) * 2 + mostDetour
      return row.map { cost in cost.flatMap { UInt64($0) <= longest ? $0 : nil } }
    }
  }

  /// Deciseconds that a supporter may always be farther than the nearest: half an hour.
  private static let mostDetour: UInt64 = 18_000

  private static func nearness(
    _ communes: [PlaceIndex], _ supporters: [FacilityIndex], _ units: PlanUnits
  ) -> [[UInt32?]] {
    communes.map { commune in
      supporters.map { units.nearness(of: $0, to: commune).rawValue }
    }
  }
}

/// In which unit of a plan communes and facilities lie.
private struct PlanUnits {
  let network: Network
  let scheme: String
  let region: SupportPlan.Rules.Region
  private let areas: ServiceAreas

  init(_ network: Network, scheme: String, _ region: SupportPlan.Rules.Region) {
    self.network = network
    self.scheme = scheme
    self.region = region
    areas = ServiceAreas(network, scheme: scheme)
  }

  func unit(ofCommune index: PlaceIndex) -> PlaceIndex? {
    switch region {
    case .all: nil
    case .province: top(of: index)
    case .oldProvince: oldTop(of: index) ?? top(of: index)
    }
  }

  func unit(ofFacility index: FacilityIndex) -> PlaceIndex? {
    if region == .all { return nil }
    let places = network.facility(index).placements.compactMap {
      network.placeIndex(of: $0.place)
    }
    let own = places.first { network.records.places[$0].record.scheme == scheme }
    let old = places.first { network.records.places[$0].record.scheme != scheme }
    if region == .oldProvince, let old { return top(of: old) }
    if let own { return region == .oldProvince ? oldTop(of: own) ?? top(of: own) : top(of: own) }
    if let site = areas.site(of: network.facility(index)).first { return unit(ofCommune: site) }
    return places.first.flatMap(top)
  }

  func nearness(of facility: FacilityIndex, to commune: PlaceIndex) -> SupportPlan.Nearness {
    let around = units(around: commune)
    let places = network.facility(facility).placements.compactMap {
      network.placeIndex(of: $0.place)
    }
    let levels = places.flatMap(units).filter(around.contains)
      .map { network.place($0).level }
    if levels.contains(.commune) { return .commune }
    if levels.contains(.district) { return .district }
    return levels.contains(.province) ? .province : .elsewhere
  }

  /// A place and all that hold it.
  private func units(around index: PlaceIndex) -> [PlaceIndex] {
    var found: [PlaceIndex] = []
    var unit: Place? = network.place(index)
    while let place = unit {
      if let index = network.placeIndex(of: place.reference) { found.append(index) }
      unit = network.parent(of: place)
    }
    return found
  }

  private func top(of index: PlaceIndex) -> PlaceIndex? { units(around: index).last }

  /// The widest unit of the older geography that gave a place most of its people.
  private func oldTop(of index: PlaceIndex) -> PlaceIndex? {
    var people: [PlaceIndex: Int] = [:]
    for older in network.predecessors(of: network.place(index)) {
      guard let top = top(of: older) else { continue }
      people[top, default: 0] += network.place(older).population(.censusResident)?.count ?? 1
    }
    return people.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
