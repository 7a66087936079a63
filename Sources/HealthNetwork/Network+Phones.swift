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
    let services = records.facilities.map(\.record).filter {
      $0.kind == .emergencyCentre && $0.closed == nil
    }
    let provinces = self.provinces(of: facility)
    let own = services.first { !self.provinces(of: $0).isDisjoint(with: provinces) }
    if let own, let number = phone(of: own) { return (own, number) }
    guard let first = services.first, let number = phone(of: first),
      services.allSatisfy({ phone(of: $0) == number })
    else { return nil }
    return (first, number)
  }

  /// The provinces that a facility is placed in, one for each geography.
  private func provinces(of facility: Facility) -> Set<String> {
    Set(
      facility.placements.compactMap { placement in
        var unit = placeIndex(of: placement.place).map { place($0) }
        while let place = unit, place.level != .province { unit = parent(of: place) }
        return unit?.reference
      })
  }
}
