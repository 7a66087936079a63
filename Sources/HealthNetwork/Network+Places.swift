public import Facts

extension Network {
  /// The administrative geography in force on a day; the first by id where there are several.
  public func scheme(on day: Day) -> Scheme? {
    records.schemes.map(\.record).first { $0.period.standing(on: day) == .inForce }
  }

  /// Whether a place is another one, or lies in it, in the same scheme.
  public func place(_ place: Place, liesIn other: Place) -> Bool {
    var unit: Place? = place
    while let current = unit {
      if current.reference == other.reference { return true }
      unit = parent(of: current)
    }
    return false
  }

  /// The places that a user means by a code or a name in one scheme: a code, scheme:code, or a name
  /// without marks or with them, with or without its type.
  ///
  /// - Returns: Indices of the places that fit best, whatever their level; several when they fit
  ///   equally well, as a province and the town that bears its name do.
  public func places(named text: String, scheme: String, on day: Day) -> [PlaceIndex] {
    if let index = placeIndex(of: text) ?? placeIndex(of: scheme + ":" + text) { return [index] }
    guard let parts = LocationText(text) else { return [] }
    let found = NameSearch(self, on: day).namesakes(of: parts.name, in: parts.units)
    return found.compactMap { namesake in
      guard case .place(let index) = namesake.subject, place(index).scheme == scheme else {
        return nil
      }
      return index
    }
  }

  /// The facilities placed in a place or in a unit of it, in order of index.
  ///
  /// - Complexity: O(*n*), where *n* is the number of facilities.
  public func facilities(in place: Place) -> [FacilityIndex] {
    facilityIndices.filter { index in
      facility(index).placements.contains { placement in
        placeIndex(of: placement.place).map { self.place(self.place($0), liesIn: place) } ?? false
      }
    }
  }
}

extension Place {
  /// The latest figure of all people of the place, of one basis; those of age groups do not count.
  public func population(_ basis: Population.Basis) -> Population? {
    let whole = populations.filter { $0.basis == basis && $0.ageFrom == nil && $0.ageTo == nil }
    return whole.max { left, right in
      (left.date?.start.number ?? Int.min) < (right.date?.start.number ?? Int.min)
    }
  }
}
