public import Facts

/// The network itself: its name, its zone, and the box in which every point must lie.
public struct NetworkHeader: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// The zone in which its hours and days are meant.
  public var zone = ZoneOffset(minutes: 0)
  /// The box in which every point must lie.
  public var box: Box?
  /// Whom its owners must name.
  public var attribution: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
