public import Facts
import TravelNetwork

/// A point that a user named, and what stands there.
public struct Location: Hashable, Sendable {
  /// The id of a facility or node, or scheme:code of a place; nil for a bare point.
  public var id: String?
  /// What people call it.
  public var name: String
  /// The point.
  public var point: Coordinate
  /// The block of land it lies on, if known.
  public var block: String?
  /// Whether the point is not the thing's own, but that of something near it.
  public var isApproximate = false
}

/// What became of a user's words for a location.
public enum LocationResult: Sendable {
  /// One location.
  case found(Location)
  /// Several that fit equally well.
  case ambiguous([NameMatch])
  /// None; near misses, if any, and what is wrong.
  case notFound(LocationProblem, near: [NameMatch])
}

/// Why a user's words name no location.
public enum LocationProblem: Hashable, Sendable {
  /// Nothing has the name.
  case unknownName(String)
  /// A unit of the name is too wide to have a point of its own.
  case tooWide(name: String)
  /// No point is known of the place or facility.
  case unknownPosition(name: String)
  /// The point lies outside the network; swapped tells whether its numbers the other way round
  /// would lie in it.
  case outside(Coordinate, of: Box, isSwapped: Bool)
}

extension LocationProblem: CustomStringConvertible {
  /// The problem in English, and what to do.
  public var description: String {
    switch self {
    case .unknownName(let name): "nothing is called \"\(name)\""
    case .tooWide(let name):
      "\"\(name)\" has no point of its own; name a commune, town or hospital in it"
    case .unknownPosition(let name): "the position of \"\(name)\" is not known"
    case .outside(let point, let box, let isSwapped):
      "the point \(point.latitude),\(point.longitude) lies outside the network (lat \(box.south) to "
        + "\(box.north), lon \(box.west) to \(box.east))"
        + (isSwapped ? "; did you mean \(point.longitude),\(point.latitude)?" : "")
    }
  }
}

/// Understands how users name a location.
///
/// A facility's or node's id, a place's code with or without its scheme, "lat,lon" in degrees, or a
/// name as `NameSearch` understands it.
public struct LocationFinder: Sendable {
  private let network: Network
  private let day: Day
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
  public func location(_ text: String) -> LocationResult {
    let text = text.split(separator: " ").joined(separator: " ")
    if let result = coordinate(text) { return result }
    if let location = byId(text) { return location }
    // The names are indexed when the first one is asked for: who gives a code or a point needs none.
    let names = NameSearch(network, on: day)
    let matches = names.matches(text)
    guard let best = matches.first else {
      return .notFound(.unknownName(text), near: names.nearMisses(text))
    }
    let equals = matches.filter { $0.score == best.score }
    if equals.count > 1 { return .ambiguous(equals) }
    if let location = location(of: best.subject) { return .found(location) }
    // A whole province has no point, but a town of the same name has one.
    let namesakes = matches.filter { match in
      guard case .place = match.subject else { return false }
      return match.score >= NameSearch.sameName && location(of: match.subject) != nil
    }
    if let first = namesakes.first, namesakes.dropFirst().first?.score != first.score,
      let location = location(of: first.subject)
    {
      return .found(location)
    }
    return .notFound(.tooWide(name: best.name), near: Array(matches.dropFirst()))
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

  private func coordinate(_ text: String) -> LocationResult? {
    let parts = text.split { $0 == "," || $0 == " " || $0 == ";" }
    guard parts.count == 2, let first = Double(parts[0]), let second = Double(parts[1]) else {
      return nil
    }
    let point = Coordinate(latitude: first, longitude: second)
    if let box = network.header.box, !box.contains(point) {
      let swapped = Coordinate(latitude: second, longitude: first)
      return .notFound(.outside(point, of: box, isSwapped: box.contains(swapped)), near: [])
    }
    let commune = network.place(holding: point, on: day).map {
      network.fullName(of: network.place($0))
    }
    return .found(
      Location(
        id: nil, name: "\(first),\(second)" + (commune.map { " (\($0))" } ?? ""), point: point,
        block: network.block(at: point)))
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
