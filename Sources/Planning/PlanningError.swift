public import Facts
public import HealthNetwork

/// Why something cannot be planned with a network.
public enum PlanningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No administrative geography is in force on a day; those that the network knows.
  case noSchemeInForce(Day, known: [String])
  /// The geography has no communes; those whose communes have figures.
  case noCommunes(scheme: String, counted: [String])
  /// No commune of the geography has a figure; those whose communes have some.
  case noFigures(scheme: String, basis: Population.Basis?, counted: [String])
  /// There are no figures by age that can be cut to a group.
  case noAgeFigures(place: String, group: AgeGroup)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .noSchemeInForce(let day, let known):
      "no administrative geography is in force on \(day)"
        + PlanningError.list("; the network has: ", known)
    case .noCommunes(let scheme, let counted):
      "the network has no communes of the geography \"\(scheme)\""
        + PlanningError.list("; with figures of population: ", counted)
    case .noFigures(let scheme, let basis, let counted):
      "no commune of \"\(scheme)\" has a population"
        + (basis.map { " of the basis \($0.rawValue)" } ?? " by census")
        + PlanningError.list("; geographies that have: ", counted)
    case .noAgeFigures(let place, let group):
      "there are no figures by age for \(place) from which the group \(group.text) can be counted; "
        + "the ages of the figures must not cross its limits"
    }
  }

  private static func list(_ head: String, _ schemes: [String]) -> String {
    schemes.isEmpty ? "" : head + schemes.joined(separator: ", ")
  }
}
