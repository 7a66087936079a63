public import Facts

/// A point that a user named, and what stands there.
public struct Location: Hashable, Sendable {
  /// The id of a facility or node, or scheme:code of a place; nil for a bare point.
  public var id: String?
  /// The name that people use.
  public var name: String
  /// The point.
  public var point: Coordinate
  /// The block of land it lies on, if known.
  public var block: String?
  /// Whether the point is not the thing's own, but that of something near it.
  public var isApproximate = false
  /// Whether no outline of the data in force holds the point: it lies on water, or in a province that
  /// is not held, where hospitals may be nearer that nobody knows of here.
  public var isOutsideData = false
  /// The parts of the user's words that were not used: a house number, a street, a hamlet.
  public var unused: [String] = []
}

/// The outcome of looking up a user's words for a location.
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
