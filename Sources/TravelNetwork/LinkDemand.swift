internal import Facts

/// What a vehicle demands of links on a day, parsed once.
struct LinkDemand {
  private let vehicle: String
  private let modes: Set<TravelMode>
  private let carriages: Set<Carriage>
  private let day: Day

  init(vehicle: Vehicle, day: Day) {
    self.vehicle = vehicle.id
    modes = Set(words(vehicle.modes).compactMap { TravelMode(rawValue: String($0)) })
    carriages = Set(words(vehicle.carriages).compactMap { Carriage(rawValue: String($0)) })
    self.day = day
  }

  /// Why the link does not serve the vehicle, or nil when it does.
  func refusal(of link: TravelLink) -> LinkRefusal? {
    if !modes.contains(link.mode) { return .mode }
    if !carriages.contains(link.carries ?? .all) { return .carriage }
    if let excludes = link.excludes, words(excludes).contains(where: { $0 == vehicle }) {
      return .carriage
    }
    if link.use == .no { return .notConfirmed }
    if link.state == .closed { return .closed }
    switch link.period.standing(on: day) {
    case .inForce, .unknown: return nil
    case .notYet, .ended: return .notInForce
    }
  }
}

/// The words of a list that is parted by blanks.
private func words(_ list: String) -> [Substring] {
  list.split(whereSeparator: \.isWhitespace)
}
