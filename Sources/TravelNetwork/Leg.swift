public import Facts

/// A stretch of a journey that a traveller would call one: a road, a bridge, a ferry.
public struct Leg: Hashable, Sendable {
  /// How it is travelled.
  public var mode: TravelMode
  /// What it is called: the road, or else the crossing, or else the number; nil for local roads.
  public var name: String?
  /// The number of the road.
  public var ref: String?
  /// The bridge or ferry, by name.
  public var crossing: String?
  /// Its length in kilometres.
  public var kilometres: Double
  /// Typical minutes under way, the usual wait for a ferry included.
  public var minutes: Double
  /// Minutes of waiting before it opens, which are not in `minutes`.
  public var waitedMinutes: Double
  /// Minutes of `waitedMinutes` spent in a queue that is longer than usual on the day.
  public var queuedMinutes = 0.0
  /// The exceptions of its links on the day, each once.
  public var exceptions: [LinkException] = []
  /// Whether nobody knows the hours of this ferry, boat or flight.
  public var hoursUnknown: Bool
  /// Its hours in the words of the source, where they are all that is known, or were read from them.
  public var hoursInWords: String?
  /// Its restrictions in words, each once.
  public var restrictions: [String]
  /// How sure the least sure of its links is; unsaid counts as low.
  public var confidence: Confidence
  /// Whether it is no way but a hand-over from one vehicle to another, at its one node.
  public var isHandOver = false
  /// The indices of its links; none for a hand-over.
  public var links: [LinkIndex]
  /// The indices of the nodes along it, one more than links.
  public var nodes: [NodeIndex]
}

extension Leg {
  /// Makes a hand-over at a node.
  init(handOverAt node: NodeIndex, minutes: Double) {
    mode = .road
    kilometres = 0
    self.minutes = minutes
    waitedMinutes = 0
    hoursUnknown = false
    restrictions = []
    confidence = .low
    isHandOver = true
    links = []
    nodes = [node]
  }

  /// Makes a leg of one link.
  init(
    _ link: TravelLink, index: LinkIndex, from start: NodeIndex, to end: NodeIndex, minutes: Double,
    waitedMinutes: Double
  ) {
    mode = link.mode
    name = link.name ?? link.crossing ?? link.ref
    ref = link.ref
    crossing = link.crossing
    kilometres = link.kilometres
    self.minutes = minutes
    self.waitedMinutes = waitedMinutes
    hoursUnknown = link.mode != .road && !link.hasKnownHours
    let isRead = link.provenance.basis?.hasPrefix(Leg.wordedHoursBasis) ?? false
    hoursInWords = link.mode != .road && (hoursUnknown || isRead) ? link.hours : nil
    restrictions = link.restriction.map { [$0] } ?? []
    confidence = link.provenance.confidence ?? .low
    links = [index]
    nodes = [start, end]
  }

  /// How the basis of a link begins whose windows were read from the words of its source.
  private static let wordedHoursBasis = "rule: hours from words"

  /// Whether the next leg is the same road going on, same number, or the same name without one; or
  /// the same bridge, which streets may cut into several links.
  func continues(with next: Leg) -> Bool {
    guard !isHandOver, !next.isHandOver else { return false }
    guard mode == .road, next.mode == .road, crossing == next.crossing else { return false }
    return crossing != nil || (ref == next.ref && (ref != nil || name == next.name))
  }

  /// Takes the next leg in.
  mutating func append(_ next: Leg) {
    if name != next.name { name = crossing ?? ref }
    kilometres += next.kilometres
    minutes += next.minutes
    waitedMinutes += next.waitedMinutes
    queuedMinutes += next.queuedMinutes
    exceptions += next.exceptions.filter { !exceptions.contains($0) }
    restrictions += next.restrictions.filter { !restrictions.contains($0) }
    confidence = min(confidence, next.confidence)
    links += next.links
    nodes += next.nodes.dropFirst()
  }
}
