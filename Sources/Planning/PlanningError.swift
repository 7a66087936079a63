public import HealthNetwork

/// Why something cannot be planned with a network.
public enum PlanningError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The geography has no communes.
  case noCommunes(scheme: String)
  /// No commune of the geography has a figure.
  case noFigures(scheme: String, basis: Population.Basis?)
  /// There are no figures by age that can be cut to a group.
  case noAgeFigures(place: String, group: AgeGroup)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .noCommunes(let scheme):
      "the network has no communes of the geography \"\(scheme)\""
    case .noFigures(let scheme, let basis):
      "no commune of \"\(scheme)\" has a population"
        + (basis.map { " of the basis \($0.rawValue)" } ?? " by census")
    case .noAgeFigures(let place, let group):
      "there are no figures by age for \(place) from which the group \(group.text) can be counted; "
        + "the ages of the figures must not cross its limits"
    }
  }
}
