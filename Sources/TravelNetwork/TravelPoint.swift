public import Facts

/// A point that is to be joined to the travel network of any vehicle.
public struct TravelPoint: Hashable, Sendable {
  /// Where it is; nil when that is not known.
  public var point: Coordinate?
  /// The block of land in which it lies, if known.
  public var block: String?
  /// The node of its helipad, if it has one.
  public var pad: NodeIndex?

  /// Creates a point.
  public init(point: Coordinate?, block: String? = nil, pad: NodeIndex? = nil) {
    self.point = point
    self.block = block
    self.pad = pad
  }
}

extension TravelGraph {
  /// Joins a point by road, and at its helipad where the vehicle can land.
  ///
  /// - Parameters:
  ///   - place: The point.
  ///   - streets: The streets of the graph's map; nil when it has none.
  /// - Returns: The ways to the network; nil when nothing lies within the limit of the profile.
  public func join(_ place: TravelPoint, streets: StreetIndex?) -> PointAccess? {
    let access = place.point.flatMap { join($0, block: place.block, streets: streets) }
    return joined(access, atPad: place.pad)
  }

  /// Joins a point at a helipad too, where the vehicle can land.
  ///
  /// - Parameters:
  ///   - access: How the point is joined by road.
  ///   - pad: The node of the pad; nil where there is none.
  /// - Returns: The ways by road and at the pad; nil when there is none.
  public func joined(_ access: PointAccess?, atPad pad: NodeIndex?) -> PointAccess? {
    guard let pad, isUsable(pad), conditions.vehicle.modes.split(separator: " ").contains("air")
    else { return access }
    return access?.joined(at: pad) ?? PointAccess(Access(node: pad))
  }
}
