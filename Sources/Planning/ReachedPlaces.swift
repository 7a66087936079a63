public import Facts
public import HealthNetwork
public import TravelNetwork

/// The communes that an isochrone reaches, and their people.
///
/// The communes are those of the administrative scheme in force on the day. People are counted by one
/// basis alone, that which most communes have: figures of different bases are never added up.
public struct ReachedPlaces: Sendable {
  /// What is reached within a limit.
  public struct Count: Hashable, Sendable {
    /// The limit, in minutes.
    public var minutes: Double
    /// How many communes.
    public var places = 0
    /// Their people, as far as figures are known.
    public var people = 0
    /// How many of the communes have no figure.
    public var withoutFigure = 0
  }

  /// The id of the scheme; nil when none is in force.
  public let scheme: String?
  /// What was counted; nil when no commune has a figure.
  public let basis: Population.Basis?
  /// The years of the figures, in ascending order.
  public let years: [Int]
  /// How many communes have no point from which anything could be told.
  public let withoutPoint: Int
  /// For each band of the isochrone what it reaches.
  public let counts: [Count]

  /// Counts communes.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - reach: What is reached, in the network's travel map.
  ///   - day: The day that decides which scheme is in force.
  /// - Complexity: O(*n*), where *n* is the number of places, for points spread evenly.
  public init(_ network: Network, _ reach: Isochrone, on day: Day) {
    let scheme = network.records.schemes.map(\.record)
      .filter { $0.period.standing(on: day) == .inForce }
      .max { ($0.period.from?.start.number ?? .min) < ($1.period.from?.start.number ?? .min) }
    self.scheme = scheme?.id
    let places = network.records.places.map(\.record).filter {
      $0.scheme == scheme?.id && $0.level == .commune
    }
    let known = Population.Basis.allCases.map { basis in
      (basis, places.count { $0.population(basis) != nil })
    }
    let most = known.map(\.1).max() ?? 0
    let basis = most > 0 ? known.first { $0.1 == most }?.0 : nil
    self.basis = basis
    var counts = reach.bands.map { Count(minutes: $0.minutes) }
    var years = Set<Int>()
    var withoutPoint = 0
    for place in places {
      guard let point = network.point(of: place)?.point else {
        withoutPoint += 1
        continue
      }
      guard let arrival = reach.deciseconds(to: point, block: network.block(of: place)) else {
        continue
      }
      let figure = basis.flatMap { place.population($0) }
      for index in counts.indices where Double(arrival) <= counts[index].minutes * 600 {
        counts[index].places += 1
        counts[index].people += figure?.count ?? 0
        if figure == nil { counts[index].withoutFigure += 1 }
        if let year = figure?.date?.start.parts.year { years.insert(year) }
      }
    }
    self.years = years.sorted()
    self.withoutPoint = withoutPoint
    self.counts = counts
  }
}
