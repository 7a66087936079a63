import Facts
import TravelNetwork

extension NetworkCheck {
  /// A closure that closes nothing is a mistake that nobody would notice.
  mutating func checkClosures() {
    guard !records.closures.isEmpty else { return }
    var crossings = Set<String>()
    each(records.links) { link, _ in
      if let crossing = link.crossing { crossings.insert(crossing) }
    }
    each(records.closures) { closure, origin in
      check(closure.period, origin)
      let named = [closure.crossing != nil, closure.place != nil, closure.box != nil]
      if named.filter({ $0 }).count != 1 {
        problems.append(
          Problem(
            at: origin,
            "closure \(closure.id) must name one of crossing, place and the box of south, west, north "
              + "and east"))
      }
      if let place = closure.place { requirePlace(place, origin) }
      if let crossing = closure.crossing, !crossings.contains(crossing) {
        missing("crossing", crossing, origin)
      }
      if let box = closure.box, box.south > box.north || box.west > box.east {
        problems.append(
          Problem(
            at: origin,
            "the box of closure \(closure.id) holds nothing; south and west are its lesser edges"))
      }
    }
  }
}
