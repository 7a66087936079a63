internal import Facts

/// What a vehicle demands of links on a day, parsed once.
struct LinkPermission {
  private let vehicle: String
  private let modes: [TravelMode]
  private let carriages: [Carriage]
  private let day: Day

  init(vehicle: Vehicle, day: Day) {
    self.vehicle = vehicle.id
    modes = words(vehicle.modes).compactMap { TravelMode(rawValue: String($0)) }
    carriages = words(vehicle.carriages).compactMap { Carriage(rawValue: String($0)) }
    self.day = day
  }

  /// Why the link does not serve the vehicle, or nil when it does.
  ///
  /// The link is looked at where it lies: a copy of it would cost more than all the rest.
  func refusal(ofLink index: LinkIndex, in map: TravelMap) -> LinkRefusal? {
    if !modes.contains(map.links[index].mode) { return .mode }
    if !carriages.contains(map.links[index].carries ?? .all) { return .carriage }
    if let excludes = map.links[index].excludes,
      words(excludes).contains(where: { $0 == vehicle })
    {
      return .carriage
    }
    if map.links[index].use == .no { return .notConfirmed }
    if map.links[index].state == .closed { return .closed }
    return isInForce(index, in: map, on: day) ? nil : .notInForce
  }

  /// Whether a link comes into being, or ends, at the midnight after the day.
  func changesOvernight(_ index: LinkIndex, in map: TravelMap) -> Bool {
    guard map.links[index].period.from != nil || map.links[index].period.to != nil else {
      return false
    }
    let next = Day(number: day.number + 1)
    return isInForce(index, in: map, on: day) != isInForce(index, in: map, on: next)
  }

  private func isInForce(_ index: LinkIndex, in map: TravelMap, on day: Day) -> Bool {
    switch map.links[index].period.standing(on: day) {
    case .inForce, .unknown: true
    case .notYet, .ended: false
    }
  }
}

/// The words of a list that is parted by blanks.
private func words(_ list: String) -> [Substring] {
  list.split(whereSeparator: \.isWhitespace)
}
