public import Facts
import TravelNetwork

extension Network {
  /// The point that stands for a place, and whether it is the place's own.
  ///
  /// A place without a point of its own is taken to lie at its travel node.
  public func point(of place: Place) -> (point: Coordinate, isOwn: Bool)? {
    if let point = place.position.point { return (point, true) }
    return node(of: place).map { (travel.nodes[$0].point, false) }
  }

  /// The block of land on which a place lies, cut off by main rivers.
  ///
  /// A place that names none lies on the block of the nearest place that it took over.
  public func block(of place: Place) -> String? {
    if let block = place.block { return block }
    return placeIndex(of: place.reference).flatMap { block(ofPlace: $0.rawValue) }
  }

  /// The block of land on which a facility lies: by its own point where that is the facility's, else
  /// by the communes it is placed in, and of several blocks of such a commune by its point.
  public func block(ofFacility index: FacilityIndex) -> String? {
    let position = records.facilities[index].record.position
    var placed: String?
    for placement in records.facilities[index].record.placements where placed == nil {
      guard let place = placeIndex(of: placement.place),
        records.places[place].record.level == .commune
      else { continue }
      placed = block(ofPlace: place.rawValue, near: position.point)
    }
    guard let point = position.point, position.precision == .exact || position.precision == .street
    else { return placed }
    // A point in the river itself has no land of its own.
    return block(at: point) ?? placed
  }

  // The records are looked at where they lie: copies of them would cost more than the rest.
  func block(ofPlace index: Int, near own: Coordinate? = nil) -> String? {
    if let block = records.places[index].record.block { return block }
    let older = predecessors(ofPlace: index).filter { records.places[$0].record.block != nil }
    guard let first = older.first.map({ records.places[$0].record.block }) else { return nil }
    if older.allSatisfy({ records.places[$0].record.block == first }) { return first }
    guard let here = own ?? point(of: place(PlaceIndex(index)))?.point else { return nil }
    let nearest = older.compactMap { candidate in
      point(of: place(PlaceIndex(candidate))).map {
        (records.places[candidate].record.block, $0.point.distanceInMetres(to: here))
      }
    }
    return nearest.min { $0.1 < $1.1 }?.0
  }
}
