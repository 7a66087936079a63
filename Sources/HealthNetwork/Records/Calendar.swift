public import Facts

/// Days on which people do not work by law: hours that nobody stated for them are not known.
public struct Holiday: Hashable, Sendable {
  /// The stable id, as tet-2027.
  public var id = ""
  /// Its name.
  public var name = ""
  /// Its English name.
  public var nameEn: String?
  /// Its days.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}

/// What is otherwise on some days: hours of a facility, of one of its capabilities, or of a link, or
/// how long one waits for it.
///
/// Neither closed nor with hours of its own, it says that the ordinary hours hold on these days.
public struct DatedException: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// The facility it is about; nil when it is about a link.
  public var facility: String?
  /// The capability of the facility; nil for all that have no exception of their own.
  public var capability: String?
  /// The link it is about.
  public var link: String?
  /// The holiday whose days it is about; nil when it has days of its own.
  public var holiday: String?
  /// Whether it does not run at all.
  public var isClosed: Bool?
  /// Usual minutes of waiting for a link on these days.
  public var waitMinutes: Double?
  /// The least minutes of waiting.
  public var waitLowMinutes: Double?
  /// The most minutes of waiting.
  public var waitHighMinutes: Double?
  /// Its days, where it names no holiday.
  public var period = Period()
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// The hours of these days.
  public var windows: [ServiceWindow] = []
  /// What its owner keeps with it.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
