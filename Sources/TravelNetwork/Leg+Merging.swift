internal import Facts

extension Leg {
  /// Makes a leg of one link.
  init(
    _ link: TravelLink, index: Int, from start: Int, to end: Int, minutes: Double,
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
    restrictions = link.restriction.map { [$0] } ?? []
    confidence = link.provenance.confidence ?? .low
    links = [index]
    nodes = [start, end]
  }

  /// Whether the next leg is the same road going on: same number, or the same name without one.
  func continues(with next: Leg) -> Bool {
    guard mode == .road, next.mode == .road, crossing == nil, next.crossing == nil,
      ref == next.ref
    else { return false }
    return ref != nil || name == next.name
  }

  /// Takes the next leg in.
  mutating func append(_ next: Leg) {
    if name != next.name { name = ref }
    kilometres += next.kilometres
    minutes += next.minutes
    waitedMinutes += next.waitedMinutes
    restrictions += next.restrictions.filter { !restrictions.contains($0) }
    confidence = min(confidence, next.confidence)
    links += next.links
    nodes += next.nodes.dropFirst()
  }
}
