public import Facts

/// Levels of care that facilities stand on, derived from what they perform.
///
/// Which level needs what is a decision of whoever sets the standard, so it is data with a source,
/// not code.
public struct Ladder: Hashable, Sendable {
  /// The stable id, as emonc.
  public var id = ""
  /// The specialty.
  public var specialty = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Whether somebody verifies the levels of facilities of this network; without it every level
  /// is only derived.
  public var isVerified: Bool?
  /// When it is in use.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// The levels, the lowest first.
  public var rungs: [Rung] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// One level of a ladder, and all that a facility of the level performs.
public struct Rung: Hashable, Sendable {
  /// The code, as comprehensive; one of a kind in its ladder.
  public var level = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// The capability that a statement about the level as a whole speaks of, if there is one.
  public var capability: String?
  /// Capabilities, all of which are needed, parted by blanks; `a|b` is one or the other.
  public var requires = ""
  /// The access standard that says how near the level ought to be.
  public var standard: String?
  /// In how many months before the day asked about it must have been performed, by the source.
  public var months: Int?
  /// Where the statement comes from.
  public var provenance = Provenance()

  /// Creates an empty record.
  public init() {}

  /// The requirements: of each list of capabilities one is enough.
  public var requirements: [[String]] {
    requires.split(separator: " ").map { $0.split(separator: "|").map(String.init) }
  }
}
