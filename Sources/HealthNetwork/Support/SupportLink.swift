public import Facts

/// That one facility or party supports another, by an agreement, a rotation or a specialty network.
public struct SupportLink: Hashable, Sendable {
  /// The record that says so.
  public enum Basis: Hashable, Sendable {
    /// The index of an agreement.
    case agreement(Int)
    /// The index of a rotation.
    case rotation(Int)
    /// The index of a specialty network.
    case specialtyNetwork(Int)
  }

  /// Who supports: an actor of the graph.
  public let supporter: Int
  /// Who is supported: an actor of the graph.
  public let recipient: Int
  /// The record that says so.
  public let basis: Basis
  /// What kind of support it is.
  public let kind: Agreement.Kind
  /// The specialties it is about; none means all.
  public let specialties: [String]
  /// The party by whose membership the two are linked, if the record names only that.
  public let group: Int?
  /// The periods all of which must hold: of the record, and of each membership.
  public let periods: [Period]
  /// Where the record comes from.
  public let provenance: Provenance

  /// What is known of the link on a day: it ends with the first of its periods that ends.
  public func standing(on day: Day) -> Period.Standing {
    let standings = periods.map { $0.standing(on: day) }
    for worst: Period.Standing in [.ended, .notYet, .unknown] where standings.contains(worst) {
      return worst
    }
    return .inForce
  }

  /// The first day on which it no longer holds; nil while no end is known.
  public var end: PartialDate? { periods.compactMap(\.to).min() }
}
