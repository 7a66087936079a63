import Facts
import HealthNetwork
public import TravelNetwork

extension AbleSearch {
  /// The nearest facility that can treat whoever leaves a point, and the links on which that rests.
  ///
  /// When none of these links is closed, the answer stays: the way to the facility is still there,
  /// and every nearer facility is still passed over, as it is reached at the same moment as before.
  /// One that opens too late for that answer whatever the way to it adds no links: it could only be
  /// reached later still.
  ///
  /// - Parameter access: How the point is joined to the network.
  /// - Returns: The facility, and links, some of them more than once.
  /// - Complexity: that of `nearest`, and of unpacking a way or a few.
  public mutating func nearestWithLinks(
    from access: PointAccess
  ) -> (found: Found?, links: [Int]) {
    var passed: [(target: Int, deciseconds: UInt32)] = []
    var found: (target: Int, deciseconds: UInt32)?
    stream.start(from: access)
    while found == nil, let (target, deciseconds) = stream.next() {
      if isThere(target, deciseconds) {
        found = (target, deciseconds)
      } else {
        passed.append((target, deciseconds))
      }
    }
    var links = found.flatMap { stream.links(to: $0.target) } ?? []
    for nearer in passed where mayOpen(nearer, until: found?.deciseconds) {
      links += stream.links(to: nearer.target) ?? []
    }
    return (found.map { Found(facility: able[$0.target], deciseconds: $0.deciseconds) }, links)
  }

  /// Whether a facility that is not there on arrival might be there at a later moment.
  ///
  /// - Parameters:
  ///   - arrival: The facility and when it is reached.
  ///   - end: The last moment that matters, in deciseconds; nil means forever.
  /// - Returns: False only when it surely is not.
  private func mayOpen(
    _ arrival: (target: Int, deciseconds: UInt32), until end: UInt32?
  ) -> Bool {
    let at = query.at.advanced(bySeconds: Int((Double(arrival.deciseconds) / 10).rounded()))
    return statements[arrival.target].contains { statement in
      // A session of unknown weekday has its own hours: whatever it is now, it may be otherwise later.
      if statement.windows.contains(where: { $0.sessionsPerWeek != nil }) { return true }
      guard case .closed(let seconds?) = Presence(statement.windows, at: at) else { return false }
      guard let end else { return true }
      // Instants are whole seconds, rounded: one second more is on the safe side.
      return seconds <= Int(end - arrival.deciseconds) / 10 + 1
    }
  }
}
