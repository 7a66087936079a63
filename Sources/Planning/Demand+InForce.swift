public import Facts
public import HealthNetwork

extension Demand {
  /// Counts the people of the administrative geography in force on a day.
  ///
  /// This is the one rule for the geography of a question that names none.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - day: The day of the question.
  ///   - basis: What is counted; nil for the census figures of the geography.
  ///   - group: The ages that count.
  /// - Throws: When no geography is in force on the day, or the one in force has no such figures.
  /// - Complexity: O(*n*), where *n* is the number of places.
  public init(
    _ network: Network, on day: Day, basis: Population.Basis? = nil, group: AgeGroup = .everyone
  ) throws(PlanningError) {
    guard let scheme = network.scheme(on: day) else {
      throw .noSchemeInForce(day, known: network.records.schemes.map(\.record.id))
    }
    try self.init(network, scheme: scheme.id, basis: basis, group: group)
  }

  /// The figures that count where none are named: those of the census, as counted or recut.
  static let censusBases: [Population.Basis] = [.censusResident, .censusRecut]

  /// The geographies of which at least one commune has a figure, by id.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - basis: What is counted; nil for census figures.
  /// - Returns: The ids of the geographies that have figures.
  /// - Complexity: O(*n*), where *n* is the number of places.
  public static func countedSchemes(
    of network: Network, basis: Population.Basis? = nil
  ) -> [String] {
    let bases = basis.map { [$0] } ?? censusBases
    var schemes = Set<String>()
    for place in network.records.places.lazy.map(\.record)
    where place.level == .commune && !schemes.contains(place.scheme) {
      if bases.contains(where: { place.population($0) != nil }) { schemes.insert(place.scheme) }
    }
    return schemes.sorted()
  }
}
