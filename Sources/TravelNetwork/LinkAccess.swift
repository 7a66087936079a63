public import Facts

/// How a point is joined to the middle of a link: the way to the link, and from there to its ends.
///
///     if let access = graph.linkAccess(to: hospital, index) {
///       search.start(from: access.departures)   // leaves by whichever end is better
///     }
///
/// Who leaves may turn to the end of the link, and to its start unless it is one-way; who arrives
/// comes from the start, and from the end unless it is one-way.
public struct LinkAccess: Hashable, Sendable {
  /// Where on which link.
  public let position: LinkPosition
  /// The time between the point and the link, in deciseconds.
  public let deciseconds: UInt32
  /// The accesses by which one leaves.
  public let departures: [Access]
  /// The accesses by which one arrives.
  public let arrivals: [Access]

  /// Deciseconds of the whole link at the pace of the graph.
  private let linkTime: UInt32
  private let isOneway: Bool

  /// Joins a point to a place on a link; nil when the profile makes no finite time of it.
  init?(_ position: LinkPosition, of graph: TravelGraph) {
    let map = graph.map
    guard let linkTime = graph.weight(ofLink: position.link),
      let access = Access(
        node: NodeIndex(0), metres: position.metres, profile: map.profile,
        factor: graph.accessFactor)
    else { return nil }
    let (start, end) = map.ends(ofLink: position.link)
    let back = UInt32(clamping: (Double(linkTime) * position.fraction).rounded())
    let ahead = linkTime - min(linkTime, back)
    // The way along the link, as a straight line that the detour makes as long as it is.
    let metres = map.links[position.link].kilometres * 1_000 / map.profile.accessDetour
    let toStart = Access(
      node: start, metres: position.metres + metres * position.fraction,
      deciseconds: access.deciseconds + back)
    let toEnd = Access(
      node: end, metres: position.metres + metres * (1 - position.fraction),
      deciseconds: access.deciseconds + ahead)
    isOneway = map.links[position.link].isOneway == true
    departures = isOneway ? [toEnd] : [toStart, toEnd]
    arrivals = isOneway ? [toStart] : [toStart, toEnd]
    self.position = position
    deciseconds = access.deciseconds
    self.linkTime = linkTime
  }

  /// Deciseconds to another point that is joined to the same link, without leaving it; nil when it is
  /// another link, or the way there is against the one-way street.
  public func deciseconds(along other: LinkAccess) -> UInt32? {
    guard position.link == other.position.link else { return nil }
    let share = other.position.fraction - position.fraction
    guard share >= 0 || !isOneway else { return nil }
    return deciseconds + other.deciseconds
      + UInt32(clamping: (Double(linkTime) * abs(share)).rounded())
  }
}

extension TravelGraph {
  /// Joins a point to the nearest link that the vehicle may use, closures ignored.
  ///
  /// Roads without frontage, named bridges and tunnels, and expressways, are only taken when nothing
  /// else passes within the limit; so are links with an end in another block of land than the
  /// point's. Streets that name no block may lie in any.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - index: The index of the graph's map.
  ///   - block: The block of land in which the point lies, if known.
  /// - Returns: The place on the link and the ways to its ends; nil when none lies within the limit
  ///   of the profile.
  public func linkAccess(
    to point: Coordinate, _ index: StreetIndex, block: String? = nil
  ) -> LinkAccess? {
    let limit = map.profile.accessLimitKm * 1_000
    let number = block.flatMap { map.blockNumbers[$0] }
    let found =
      index.nearest(to: point, within: limit) { link in
        hasFrontage(link) && serves(link) && isLink(link, inBlock: number)
      } ?? index.nearest(to: point, within: limit) { hasFrontage($0) && serves($0) }
      ?? index.nearest(to: point, within: limit, where: serves)
    return found.flatMap { LinkAccess($0, of: self) }
  }

  /// Whether the vehicle may use a road on the day, closures ignored.
  private func serves(_ link: LinkIndex) -> Bool {
    guard map.links[link].mode == .road else { return false }
    switch refusal(ofLink: link) {
    case nil, .avoided, .closure, .weather: return true
    default: return false
    }
  }

  private func hasFrontage(_ link: LinkIndex) -> Bool {
    map.links[link].crossing == nil && map.links[link].roadClass != .expressway
  }

  private func isLink(_ link: LinkIndex, inBlock number: Int?) -> Bool {
    guard let number else { return true }
    let (start, end) = map.ends(ofLink: link)
    return [start, end].allSatisfy { map.blockOfNode[$0] == number || map.blockOfNode[$0] < 0 }
  }
}
