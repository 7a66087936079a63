import Facts
public import TravelNetwork

extension Network {
  /// The links that a closure names: its crossing's, or those with an end in its place or box.
  ///
  /// A place holds the units below it, and the places of older schemes that it took over but for
  /// those of which it took only a part: their roads may lie in the other part.
  ///
  /// - Parameter closure: The closure.
  /// - Returns: The links, whatever the day.
  /// - Complexity: O(*n* + *m*), where *n* is the number of places and *m* of links.
  public func closedLinks(of closure: TravelClosure) -> ClosedLinks {
    var isInside: (NodeIndex) -> Bool = { _ in false }
    if let place = closure.place {
      let units = references(ofUnitsIn: place)
      isInside = { [travel] node in travel.nodes[node].place.map(units.contains) ?? false }
    } else if let box = closure.box {
      isInside = { [travel] node in box.contains(travel.nodes[node].point) }
    }
    let links = travel.links.recordIndices.filter { index in
      if let mode = closure.mode, travel.links[index].mode != mode { return false }
      if let crossing = closure.crossing { return travel.links[index].crossing == crossing }
      let ends = travel.ends(ofLink: index)
      return isInside(ends.start) || isInside(ends.end)
    }
    return ClosedLinks(closure: closure.id, links: links, period: closure.period)
  }

  /// The references of a place, of the units below it, and of what these took over.
  private func references(ofUnitsIn reference: String) -> Set<String> {
    guard let index = placeIndex(of: reference) else { return [] }
    let whole = place(index)
    var units = Set<String>()
    for index in records.places.indices {
      let unit = records.places[index].record
      guard unit.scheme == whole.scheme, place(unit, liesIn: whole) else { continue }
      units.insert(unit.reference)
      for older in predecessors(of: unit) {
        let predecessor = place(older)
        let isPart = predecessor.successors.contains {
          $0.place == unit.reference && $0.extent == .part
        }
        if !isPart { units.insert(predecessor.reference) }
      }
    }
    return units
  }
}
