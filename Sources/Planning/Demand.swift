public import Facts
public import HealthNetwork

/// Where people live, and how many: the communes of one administrative geography.
///
///     let demand = try Demand(network, scheme: "gso-2024", group: AgeGroup(from: 65))
///
/// People of an age are counted by district in the sources: a commune is given the share of its
/// district, or of the districts of the communes it took over. Figures of different bases are never
/// mixed.
public struct Demand: Sendable {
  /// A commune with its people.
  public struct Commune: Hashable, Sendable {
    /// The index of the place.
    public let place: PlaceIndex
    /// The people of the group.
    public let people: Double
    /// The point that stands for it; nil when nothing does.
    public let point: Coordinate?
    /// The block of land it lies on, if known.
    public let block: String?
  }

  /// The communes, in ascending order of place.
  public let communes: [Commune]
  /// The geography.
  public let scheme: String
  /// What was counted.
  public let basis: Population.Basis
  /// The ages that are counted.
  public let group: AgeGroup
  /// The communes for which there is no figure, in ascending order of place.
  public let uncounted: [PlaceIndex]
  /// The unit whose communes alone are counted; nil for all of the geography.
  public let unit: PlaceIndex?

  /// Counts people.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - scheme: The geography whose communes count.
  ///   - basis: What is counted; nil for the census figures of the geography.
  ///   - group: The ages that count.
  /// - Throws: When the network has no such figures, or none by age that can be cut to the group.
  /// - Complexity: O(*n*), where *n* is the number of places.
  public init(
    _ network: Network, scheme: String, basis: Population.Basis? = nil,
    group: AgeGroup = .everyone
  ) throws(PlanningError) {
    let places = network.placeIndices.filter { index in
      network.records.places[index].record.scheme == scheme
        && network.records.places[index].record.level == .commune
    }
    guard !places.isEmpty else {
      throw .noCommunes(
        scheme: scheme, counted: Demand.countedSchemes(of: network, basis: basis))
    }
    let bases = basis.map { [$0] } ?? Demand.censusBases
    guard
      let counted = bases.first(where: { basis in
        places.contains { network.place($0).population(basis) != nil }
      })
    else {
      throw .noFigures(
        scheme: scheme, basis: basis, counted: Demand.countedSchemes(of: network, basis: basis))
    }
    var shares = AgeShares(network, group: group)
    var communes: [Commune] = []
    var uncounted: [PlaceIndex] = []
    for index in places {
      let place = network.place(index)
      guard let whole = place.population(counted) else {
        uncounted.append(index)
        continue
      }
      guard let share = shares.share(ofCommune: index) else {
        throw .noAgeFigures(place: place.reference, group: group)
      }
      communes.append(
        Commune(
          place: index, people: Double(whole.count) * share,
          point: network.point(of: place)?.point, block: network.block(of: place)))
    }
    self.communes = communes
    self.scheme = scheme
    self.basis = counted
    self.group = group
    self.uncounted = uncounted
    unit = nil
  }

  /// The people of some of the communes.
  private init(_ other: Demand, in unit: PlaceIndex?, where isWanted: (PlaceIndex) -> Bool) {
    self.unit = unit
    communes = other.communes.filter { isWanted($0.place) }
    uncounted = other.uncounted.filter(isWanted)
    (scheme, basis, group) = (other.scheme, other.basis, other.group)
  }

  /// The people of the communes in a unit; facilities elsewhere still count for them.
  ///
  /// - Complexity: O(*n*), where *n* is the number of communes.
  public func within(_ unit: Place, in network: Network) -> Demand {
    Demand(self, in: network.placeIndex(of: unit.reference)) {
      network.place(network.place($0), liesIn: unit)
    }
  }

  /// All people.
  public var people: Double { communes.reduce(0) { $0 + $1.people } }
}
