import Facts

/// Decides which of several things of one name is meant, where that needs no guess.
///
/// A town and the district around it, or a commune and the one that took it over, are one place by
/// that name: the one in force, and of those the narrower. A hospital that bears the name of the town
/// in which it stands gives way to the town. What then remains is asked back.
struct NamesakeChoice {
  private let finder: LocationFinder
  private let text: String
  private var places: [Namesake] = []
  private var facilities: [Namesake] = []
  private var locations: [Named: Location] = [:]

  /// A hospital this near to a place of its name stands in it, in metres.
  private static let near = 15_000.0

  init(_ namesakes: [Namesake], of text: String, in finder: LocationFinder) {
    self.finder = finder
    self.text = text
    for namesake in namesakes {
      if let location = finder.location(of: namesake.subject) {
        locations[namesake.subject] = location
      }
      switch namesake.subject {
      case .place: places.append(namesake)
      case .facility: facilities.append(namesake)
      }
    }
  }

  /// The one that is meant, or all that may be.
  mutating func result(unused: [String]) -> LocationResult {
    let network = finder.network
    let wide = places.first { locations[$0.subject] == nil }
    places = places.filter { locations[$0.subject] != nil }
    // A unit that is no more is still found by its full name.
    places = withFullName.map { [$0] } ?? merged(places)
    keepWorkingFacilities()
    if places.isEmpty, let wide {
      // A province is meant, not the hospital that bears its name.
      return .notFound(.tooWide(name: wide.name), near: matches(facilities))
    }
    let wanted = places + facilities.filter { locations[$0.subject] != nil && isApart($0) }
    if wanted.count == 1, let only = wanted.first, var location = locations[only.subject] {
      location.unused = unused
      location.isApproximate = location.isApproximate || !unused.isEmpty
      return .found(location)
    }
    guard wanted.isEmpty else { return .ambiguous(matches(wanted)) }
    let unknown = facilities.first.map { namesake in
      if case .facility(let index) = namesake.subject { return network.facility(index).name }
      return namesake.name
    }
    return .notFound(.unknownPosition(name: unknown ?? text), near: matches(facilities))
  }

  /// Places without those that another one stands for.
  private func merged(_ candidates: [Namesake]) -> [Namesake] {
    candidates.filter { candidate in
      guard case .place(let index) = candidate.subject else { return true }
      return !candidates.contains { other in
        guard case .place(let better) = other.subject, better != index else { return false }
        return stands(better, for: index)
      }
    }
  }

  /// Whether a place stands for another one of its name.
  private func stands(_ place: PlaceIndex, for other: PlaceIndex) -> Bool {
    let network = finder.network
    let older = network.predecessors(of: network.place(place)).contains(other)
    let younger = network.predecessors(of: network.place(other)).contains(place)
    if older { return isInForce(place) || !isInForce(other) }
    if younger { return isInForce(place) && !isInForce(other) }
    // The town stands for the district in which it lies.
    return network.unitIndices(holding: place).contains(other)
  }

  private func isInForce(_ place: PlaceIndex) -> Bool {
    let scheme = finder.network.place(place).scheme
    return finder.network.records.schemes.contains {
      $0.record.id == scheme && $0.record.period.standing(on: finder.day) == .inForce
    }
  }

  /// The one place whose name with all its units was given.
  private var withFullName: Namesake? {
    guard places.count > 1, text.contains(",") else { return nil }
    let wanted = SearchText.searchWords(of: text)
    let exact = places.filter { namesake in
      guard case .place(let index) = namesake.subject else { return false }
      let network = finder.network
      return SearchText.searchWords(of: network.fullName(of: network.place(index))) == wanted
    }
    return exact.count == 1 ? exact.first : nil
  }

  /// Leaves out facilities that are closed, where one of the name works.
  private mutating func keepWorkingFacilities() {
    let working = facilities.filter { namesake in
      guard case .facility(let index) = namesake.subject else { return false }
      return finder.network.facility(index).closed.map { finder.day < $0.start } ?? true
    }
    if !working.isEmpty { facilities = working }
    // A hospital called so in full is meant, and none that only shares the name of a town.
    let whole = facilities.filter(\.isWhole)
    if !whole.isEmpty { facilities = whole }
  }

  /// Whether a facility is another place than those of its name.
  private func isApart(_ facility: Namesake) -> Bool {
    guard !places.isEmpty, let location = locations[facility.subject] else { return true }
    return !places.contains { place in
      locations[place.subject].map {
        $0.point.distanceInMetres(to: location.point) <= NamesakeChoice.near
      } ?? false
    }
  }

  private func matches(_ namesakes: [Namesake]) -> [NameMatch] {
    let network = finder.network
    let inForce = namesakes.filter { namesake in
      guard case .place(let index) = namesake.subject else { return true }
      return isInForce(index)
    }
    let others = namesakes.filter { namesake in
      !inForce.contains { $0.subject == namesake.subject }
    }
    return (inForce + others).map { namesake in
      let name: String
      switch namesake.subject {
      case .place(let index): name = network.fullName(of: network.place(index))
      case .facility(let index): name = network.facility(index).name
      }
      return NameMatch(subject: namesake.subject, score: 0, name: name)
    }
  }
}
