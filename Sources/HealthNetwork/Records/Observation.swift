public import Facts

/// A published observation of a ferry, a road, a flood, the traffic or ambulances that no rule of
/// the network counts: it is shown, and changes no answer.
public struct Observation: Hashable, Sendable {
  /// The stable id.
  public var id = ""
  /// The group, as a code: ferry, bridge, flood, traffic, prehospital and others.
  public var topic = ""
  /// The thing it is about, in words.
  public var about = ""
  /// The link, node, facility or party that the thing is.
  public var subject: String?
  /// Where it lies, as scheme:code.
  public var place: String?
  /// The statement, in a few words: hours, fleet, flood.
  public var name = ""
  /// The statement, in English.
  public var nameEn: String?
  /// The statement in words.
  public var text: String?
  /// Its number or range, where it has one.
  public var measure = Measure()
  /// In which months or on which days it is so, in words.
  public var season: String?
  /// At which hours it is so, in words.
  public var hours: String?
  /// When it is true.
  public var period = Period()
  /// The words of the source.
  public var quote: String?
  /// Where the statement comes from.
  public var provenance = Provenance()
  /// Extensions of its owner.
  public var extensions: [Extension] = []

  /// Creates an empty record.
  public init() {}
}
