public import Facts
import TravelNetwork

/// Understands how users name a location.
///
///     let finder = LocationFinder(network, on: day)
///     guard case .found(let location) = finder.location("Cái Nước, Cà Mau") else { return }
///
/// A facility's or node's id, a place's code with or without its scheme, a point in degrees, or a name
/// or address as people write it. The place is never guessed: a name that several places bear or bore
/// is asked back, and a word inside a name is no name.
public struct LocationFinder: Sendable {
  let network: Network
  let day: Day
  /// The ids of the schemes, those in force first.
  private let schemes: [String]

  /// Prepares for a network as it is on a day: next to nothing, as names are indexed once a network.
  public init(_ network: Network, on day: Day) {
    self.network = network
    self.day = day
    schemes = network.records.schemes.map(\.record).sorted {
      ($0.period.standing(on: day) == .inForce ? 0 : 1, $1.id)
        < ($1.period.standing(on: day) == .inForce ? 0 : 1, $0.id)
    }.map(\.id)
  }

  /// Finds the location that a user means.
  ///
  /// - Complexity: O(*k*), where *k* is the number of things of the name; a wrong name is compared
  ///   with all.
  public func location(_ text: String) -> LocationResult {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let result = coordinate(text) { return result }
    if let location = byId(text) { return location }
    // The names are indexed when the first one is asked for: who gives a code or a point needs none.
    let names = NameSearch(network, on: day)
    for dropped in 0...LocationText.droppable(text) {
      guard let parts = LocationText(text, dropping: dropped) else { break }
      let namesakes = names.namesakes(of: parts.name, in: parts.units)
      guard !namesakes.isEmpty else { continue }
      var choice = NamesakeChoice(namesakes, of: text, in: self)
      return choice.result(unused: parts.unused)
    }
    return .notFound(.unknownName(text), near: near(text, names))
  }

  /// Everything that bears or bore a name, whether a point is known of it or not.
  ///
  /// - Parameter text: A name as `location` takes it.
  /// - Returns: Each thing once, places first; none where the name is only part of others.
  public func things(named text: String) -> [Named] {
    guard let parts = LocationText(text) else { return [] }
    return NameSearch(network, on: day).namesakes(of: parts.name, in: parts.units).map(\.subject)
  }

  /// The location of a place or a facility; nil when no point is known for it.
  public func location(of subject: Named) -> Location? {
    switch subject {
    case .place(let index):
      let place = network.place(index)
      guard let (point, isOwn) = network.point(of: place) else { return nil }
      return Location(
        id: place.reference, name: network.fullName(of: place), point: point,
        block: network.block(of: place), isApproximate: !isOwn)
    case .facility(let index):
      let facility = network.facility(index)
      guard let point = facility.position.point else { return nil }
      return Location(
        id: facility.id, name: facility.name, point: point,
        block: network.block(ofFacility: index))
    }
  }

  /// The candidates for a name that nothing has: a number said in words, names that hold
  /// the words, names that are spelt nearly so.
  private func near(_ text: String, _ names: NameSearch) -> [NameMatch] {
    var near: [NameMatch] = []
    var words = SearchText.searchWords(of: text)
    if words.count > 1, NameSpelling.numberedUnits.contains(words[0]),
      let number = NameSpelling.spokenNumbers[words[1]]
    {
      words[1] = "\(number)"
      near += names.matches(words.joined(separator: " "))
    }
    near += names.matches(text, limit: LocationFinder.mostNear)
    near += names.nearMisses(text, limit: LocationFinder.mostNear)
    var seen: Set<Named> = []
    return Array(near.filter { seen.insert($0.subject).inserted }.prefix(LocationFinder.mostNear))
  }

  private static let mostNear = 12

  private func coordinate(_ text: String) -> LocationResult? {
    guard let point = Coordinate(written: text) else { return nil }
    if let box = network.header.box, !box.contains(point) {
      let swapped = Coordinate(latitude: point.longitude, longitude: point.latitude)
      return .notFound(.outside(point, of: box, isSwapped: box.contains(swapped)), near: [])
    }
    let place = network.place(holding: point, on: day)
    let commune = place.map { network.fullName(of: network.place($0)) }
    return .found(
      Location(
        id: nil,
        name: "\(point.latitude),\(point.longitude)" + (commune.map { " (\($0))" } ?? ""),
        point: point, block: network.block(at: point),
        isOutsideData: place == nil && network.outlinedScheme(on: day) != nil))
  }

  private func byId(_ text: String) -> LocationResult? {
    guard !text.contains(" ") else { return nil }
    if let index = network.facilityIndex(of: text) {
      guard let location = location(of: .facility(index)) else {
        return .notFound(.unknownPosition(name: network.facility(index).name), near: [])
      }
      return .found(location)
    }
    if let index = placeIndex(text) {
      guard let location = location(of: .place(index)) else {
        return .notFound(.unknownPosition(name: network.place(index).name), near: [])
      }
      return .found(location)
    }
    guard let index = network.travel.node(text) else { return nil }
    let node = network.travel.nodes[index]
    return .found(
      Location(id: node.id, name: node.name ?? node.id, point: node.point, block: node.block))
  }

  /// The place of a code: with its scheme, or of the scheme in force, or else of an older one.
  private func placeIndex(_ text: String) -> PlaceIndex? {
    if text.contains(":") { return network.placeIndex(of: text) }
    for scheme in schemes {
      if let index = network.placeIndex(of: scheme + ":" + text) { return index }
    }
    return nil
  }
}
