public import Facts
import HealthNetwork
public import TravelNetwork

extension CapableFacilitySearch {
  /// The nearest facility that can treat a patient who leaves a point, and the links on which that rests.
  ///
  /// When none of these links is closed, the answer stays: the way to the facility is still there,
  /// and every nearer facility is still passed over, as it is reached at the same moment as before.
  /// Whoever reached one of those later might find it open: so the ways to them count too.
  ///
  /// - Parameter access: How the point is joined to the network.
  /// - Returns: The facility, and links, some of them more than once.
  /// - Complexity: that of `nearest`, and of unpacking a way or a few.
  public mutating func nearestWithLinks(
    from access: PointAccess
  ) -> (found: Found?, links: [LinkIndex]) {
    var passed: [Int] = []
    var found: (target: Int, deciseconds: UInt32)?
    stream.start(from: access, departure: departure)
    while found == nil, let (target, deciseconds) = stream.next() {
      if isThere(target, deciseconds) {
        found = (target, deciseconds)
      } else {
        passed.append(target)
      }
    }
    var links = found.flatMap { stream.links(to: $0.target) } ?? []
    for nearer in passed { links += stream.links(to: nearer) ?? [] }
    return (found.map { Found(facility: able[$0.target], deciseconds: $0.deciseconds) }, links)
  }
}
