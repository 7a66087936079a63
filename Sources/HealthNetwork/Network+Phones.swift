import Facts

extension Network {
  /// The line best called in an emergency: emergency, then stroke for stroke, then switchboard.
  public func phone(of facility: Facility, specialty: String? = nil) -> String? {
    let order: [Contact.Kind] =
      specialty == "stroke" ? [.emergency, .stroke, .switchboard] : [.emergency, .switchboard]
    for kind in order {
      if let contact = facility.contacts.first(where: { $0.kind == kind }) { return contact.value }
    }
    return facility.contacts.first?.value
  }

  /// The number to call for a facility that has none of its own.
  ///
  /// First the facility that it belongs to, then the emergency service of its province, then that of
  /// the network where all its services have one number.
  ///
  /// - Parameters:
  ///   - facility: The facility.
  ///   - specialty: The code of the specialty for which it is called.
  /// - Returns: The facility that answers and its number; nil where the network knows none.
  /// - Complexity: O(*n*), where *n* is the number of facilities.
  public func phoneInstead(
    of facility: Facility, specialty: String? = nil
  ) -> (facility: Facility, number: String)? {
    if let parent = facility.parent.flatMap({ facilityIndex(of: $0) }).map({ self.facility($0) }),
      let number = phone(of: parent, specialty: specialty)
    {
      return (parent, number)
    }
    guard let service = emergencyService(in: provinces(of: facility)),
      let number = phone(of: service)
    else { return nil }
    return (service, number)
  }

  /// The emergency service to call from a place: that of its province, or any where all services of
  /// the network have one number.
  ///
  /// - Complexity: O(*n*), where *n* is the number of facilities.
  public func emergencyService(near place: Place?) -> Facility? {
    emergencyService(in: Set([place.flatMap { province(of: $0) }].compactMap { $0 }))
  }

  private func emergencyService(in provinces: Set<String>) -> Facility? {
    let services = records.facilities.map(\.record).filter {
      $0.kind == .emergencyCentre && $0.closed == nil
    }
    if let own = services.first(where: { !self.provinces(of: $0).isDisjoint(with: provinces) }) {
      return own
    }
    guard let first = services.first, let number = phone(of: first),
      services.allSatisfy({ phone(of: $0) == number })
    else { return nil }
    return first
  }

  /// The provinces that a facility is placed in, one for each geography.
  private func provinces(of facility: Facility) -> Set<String> {
    Set(
      facility.placements.compactMap { placement in
        placeIndex(of: placement.place).flatMap { province(of: place($0)) }
      })
  }

  private func province(of place: Place) -> String? {
    var unit: Place? = place
    while let place = unit, place.level != .province { unit = parent(of: place) }
    return unit?.reference
  }
}
