public import Facts
public import HealthNetwork

/// By what units a result is told.
public enum Division: Hashable, Sendable {
  /// The whole network at once.
  case network
  /// The communes, districts or provinces of the demand's own geography.
  case level(Place.Level)
  /// The provinces of another geography, which took over those of the demand's, or were taken over.
  case provinces(scheme: String)

  /// Units, and the communes in each.
  public struct Part: Hashable, Sendable {
    /// The index of the place; nil for the whole network, and for communes of no such unit.
    public let place: PlaceIndex?
    /// The numbers of its communes in the demand, ascending.
    public let communes: [Int]
  }

  /// Divides the communes of a demand.
  ///
  /// - Returns: The units in order of their places; every commune is in exactly one.
  /// - Complexity: O(*n* log *n*), where *n* is the number of communes.
  public func parts(of demand: Demand, in network: Network) -> [Part] {
    if self == .network {
      return [Part(place: nil, communes: Array(demand.communes.indices))]
    }
    var units: [PlaceIndex?: [Int]] = [:]
    for (number, commune) in demand.communes.enumerated() {
      units[unit(of: commune.place, in: network), default: []].append(number)
    }
    return units.sorted { ($0.key?.rawValue ?? -1) < ($1.key?.rawValue ?? -1) }.map {
      Part(place: $0.key, communes: $0.value)
    }
  }

  private func unit(of index: PlaceIndex, in network: Network) -> PlaceIndex? {
    switch self {
    case .network: return nil
    case .level(let level): return Division.unit(of: index, level, in: network)
    case .provinces(let scheme):
      guard let province = Division.unit(of: index, .province, in: network) else { return nil }
      let place = network.place(province)
      if place.scheme == scheme { return province }
      // A commune may have changed its province; then its own successors say where it went.
      for older in [network.place(index), place] {
        for successor in older.successors {
          guard let new = network.placeIndex(of: successor.place),
            network.place(new).scheme == scheme,
            let unit = Division.unit(of: new, .province, in: network)
          else { continue }
          return unit
        }
      }
      let before = network.predecessors(of: network.place(index)).filter {
        network.place($0).scheme == scheme
      }
      return before.first.flatMap { Division.unit(of: $0, .province, in: network) }
    }
  }

  /// The unit of a level that is or holds a place.
  private static func unit(of index: PlaceIndex, _ level: Place.Level, in network: Network)
    -> PlaceIndex?
  {
    var place: Place? = network.place(index)
    while let current = place, current.level != level { place = network.parent(of: current) }
    return place.flatMap { network.placeIndex(of: $0.reference) }
  }
}
