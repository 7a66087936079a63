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
  /// First the facility that it belongs to, then the emergency service of its province, then the
  /// number that all emergency services of the network share: whoever calls that is answered by the
  /// service of where they are, so no facility is named.
  ///
  /// - Parameters:
  ///   - facility: The facility.
  ///   - specialty: The code of the specialty for which it is called.
  /// - Returns: The number and the facility that answers, nil for the service of where the caller is;
  ///   nil where the network knows none.
  /// - Complexity: O(*n*), where *n* is the number of facilities.
  public func phoneInstead(
    of facility: Facility, specialty: String? = nil
  ) -> (facility: Facility?, number: String)? {
    if let parent = facility.parent.flatMap({ facilityIndex(of: $0) }).map({ self.facility($0) }),
      let number = phone(of: parent, specialty: specialty)
    {
      return (parent, number)
    }
    return emergencyLine(in: provinces(of: facility))
  }

  /// The emergency number to call from a place, and who answers: the service of its province, or nil
  /// where all services of the network have one number, which reaches that of where the caller is.
  ///
  /// - Complexity: O(*n*), where *n* is the number of facilities.
  public func emergencyLine(near place: Place?) -> (facility: Facility?, number: String)? {
    emergencyLine(in: Set([place.flatMap { province(of: $0) }].compactMap { $0 }))
  }

  private func emergencyLine(in provinces: Set<String>) -> (facility: Facility?, number: String)? {
    let services = records.facilities.map(\.record).filter {
      $0.kind == .emergencyCentre && $0.closed == nil
    }
    let shared = services.first.flatMap { phone(of: $0) }.flatMap { number in
      services.allSatisfy { phone(of: $0) == number } ? number : nil
    }
    if let shared, services.count > 1 { return (nil, shared) }
    if let own = services.first(where: { !self.provinces(of: $0).isDisjoint(with: provinces) }) {
      return phone(of: own).map { (own, $0) }
    }
    return shared.map { (nil, $0) }
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
