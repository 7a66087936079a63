public import Facts

/// How a point is joined to the travel network: at a node, or in the middle of a street.
///
///     let access = graph.join(hospital, block: nil, streets: hierarchy.streets)
///     stream.start(from: access)
public struct PointAccess: Hashable, Sendable {
  /// The nodes at which one leaves.
  public let departures: [Access]
  /// The nodes at which one arrives.
  public let arrivals: [Access]
  /// The place on a street; nil for a point that is joined to a node.
  public let link: LinkAccess?
  /// The point on its land, from which near points are reached without the network; nil when only the
  /// accesses are known.
  let ground: GroundPoint?

  /// Joins a point at a node.
  public init(_ access: Access) {
    departures = [access]
    arrivals = [access]
    link = nil
    ground = nil
  }

  /// The same, and at a node that lies at the point as well, as a hospital's helipad does.
  public func joined(at node: NodeIndex) -> PointAccess {
    PointAccess(
      departures: departures + [Access(node: node)], arrivals: arrivals + [Access(node: node)],
      link: link, ground: ground)
  }

  /// The same, standing at a point on its land.
  func standing(at ground: GroundPoint) -> PointAccess {
    PointAccess(departures: departures, arrivals: arrivals, link: link, ground: ground)
  }

  private init(
    departures: [Access], arrivals: [Access], link: LinkAccess?, ground: GroundPoint?
  ) {
    self.departures = departures
    self.arrivals = arrivals
    self.link = link
    self.ground = ground
  }

  /// Joins a point in the middle of a street, from which both ends may be reached.
  public init(_ link: LinkAccess) {
    departures = link.departures
    arrivals = link.arrivals
    self.link = link
    ground = nil
  }
}

extension TravelGraph {
  /// Joins a point to the nearest street that the vehicle may use, or to a nearer node.
  ///
  /// Only links whose line is mapped are streets; those of a planning network run who knows where
  /// between their ends, and are entered there.
  ///
  /// - Parameters:
  ///   - point: The point.
  ///   - block: The block of land in which it lies, if known.
  ///   - streets: The streets of the graph's map; nil when it has none.
  /// - Returns: The ways to the network; nil when nothing lies within the limit of the profile.
  public func join(
    _ point: Coordinate, block: String? = nil, streets: StreetIndex?
  ) -> PointAccess? {
    let node = access(to: point, block: block)
    let link = streets.flatMap { linkAccess(to: point, $0, block: block) }
    let number = block.flatMap { map.blockNumbers[$0] }
    if let link, node.map({ $0.metres > link.position.metres }) ?? true {
      return PointAccess(link).standing(
        at: GroundPoint(point: point, block: number, metres: link.position.metres))
    }
    return node.map {
      PointAccess($0).standing(at: GroundPoint(point: point, block: number, metres: $0.metres))
    }
  }
}
