import Facts
import HealthNetwork

/// Finds the facility of a network that another list means, or probably means: by name, place, kind,
/// point, address and telephone.
struct FacilityMatcher {
  private let facilities: [Facility]
  private let names: [NameLikeness]
  private let groups: [FacilityGroup?]
  private var otherNames: [Int: [NameLikeness]] = [:]
  private let places: PlaceTree
  private var cells: [Cell: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byWhole: [String: [Int]] = [:]

  private struct Cell: Hashable {
    var row: Int
    var column: Int
  }

  /// Facilities with names alike are one only within this distance.
  private static let nearMetres = 1_500.0
  /// Those with the same name may be written with a coarse point.
  private static let sameNameMetres = 10_000.0
  /// Points of one building, as two lists have them.
  private static let samePointMetres = 300.0
  private static let farMetres = 3_000.0
  private static let cellDegrees = 0.02
  /// The most namesakes that are compared.
  private static let mostNamesakes = 200

  /// Prepares facilities.
  ///
  /// - Parameters:
  ///   - facilities: The facilities.
  ///   - places: The places they lie in.
  init(_ facilities: [Facility], _ places: PlaceTree) {
    self.facilities = facilities
    self.places = places
    names = facilities.map { NameLikeness($0.name) }
    groups = zip(facilities, names).map { FacilityGroup($0.kind) ?? $1.group }
    for index in facilities.indices {
      byName[names[index].key, default: []].append(index)
      byWhole[names[index].whole, default: []].append(index)
      for other in facilities[index].names where other.kind != .excluded {
        let likeness = NameLikeness(other.value)
        let whole = likeness.whole
        otherNames[index, default: []].append(likeness)
        if byWhole[whole]?.last != index { byWhole[whole, default: []].append(index) }
      }
      if let point = facilities[index].position.point {
        cells[FacilityMatcher.cell(of: point), default: []].append(index)
      }
    }
  }

  /// The facility that another record certainly means: of its name and sort, nothing against it, and
  /// a commune, a point, an address or a telephone number that both have.
  func certain(_ facility: Facility) -> Facility? {
    let name = NameLikeness(facility.name)
    guard !name.whole.isEmpty else { return nil }
    let group = FacilityGroup(facility.kind) ?? name.group
    let found = (byWhole[name.whole] ?? []).prefix(FacilityMatcher.mostNamesakes).filter { index in
      let other = facilities[index]
      guard isNamed(index, name), groups[index] == group || group == nil,
        !places.contradict(facility, other, areStations: group == .station),
        !areFarApart(facility, other)
      else { return false }
      return places.shareCommune(facility, other) || FacilityMatcher.share(facility, other)
    }
    return found.count == 1 ? found.first.map { facilities[$0] } : nil
  }

  /// The facility that another record probably means.
  ///
  /// - Parameters:
  ///   - facility: The record.
  ///   - limit: Only facilities before this index are looked at.
  ///   - isElsewhere: Whether it is said to lie in a place that the network does not know.
  /// - Returns: Its index and how far it lies from the record, in metres, where that is known.
  func twin(
    of facility: Facility, before limit: Int, isElsewhere: Bool = false
  ) -> (index: Int, metres: Double?)? {
    let name = NameLikeness(facility.name)
    let group = FacilityGroup(facility.kind) ?? name.group
    var best: (index: Int, likeness: Double, metres: Double?)?
    func consider(_ index: Int, _ likeness: Double, _ metres: Double?) {
      if let old = best,
        (old.likeness, -(old.metres ?? .infinity)) >= (likeness, -(metres ?? .infinity))
      {
        return
      }
      best = (index, likeness, metres)
    }
    let namesakes = (byWhole[name.whole] ?? []) + (byName[name.key] ?? [])
    for index in namesakes.prefix(FacilityMatcher.mostNamesakes) where index < limit {
      let other = facilities[index]
      let isWhole = isNamed(index, name)
      guard isWhole || names[index].isSame(as: name),
        FacilityMatcher.mayBeSame(group, groups[index], isWhole: isWhole),
        !places.contradict(
          facility, other, areStations: group == .station || groups[index] == .station)
      else { continue }
      if let here = facility.position.point, let there = other.position.point {
        let metres = here.distanceInMetres(to: there)
        if metres <= FacilityMatcher.sameNameMetres { consider(index, 1, metres) }
      } else if !isElsewhere {
        consider(index, isWhole ? 1 : 0.9, nil)
      }
    }
    if best == nil, let here = facility.position.point {
      let cell = FacilityMatcher.cell(of: here)
      for row in -1...1 {
        for column in -1...1 {
          let near = Cell(row: cell.row + row, column: cell.column + column)
          for index in cells[near] ?? [] where index < limit {
            let likeness = name.likeness(to: names[index])
            guard likeness >= 0.6, let there = facilities[index].position.point,
              FacilityMatcher.mayBeSame(group, groups[index], isWhole: likeness == 1),
              !places.contradict(
                facility, facilities[index],
                areStations: group == .station || groups[index] == .station)
            else { continue }
            let metres = here.distanceInMetres(to: there)
            if metres <= FacilityMatcher.nearMetres { consider(index, likeness, metres) }
          }
        }
      }
    }
    return best.map { ($0.index, $0.metres) }
  }

  /// Whether a facility bears a name, with its marks as far as both have them.
  private func isNamed(_ index: Int, _ name: NameLikeness) -> Bool {
    func isSame(_ other: NameLikeness) -> Bool {
      other.whole == name.whole && other.isSame(as: name)
    }
    return isSame(names[index]) || (otherNames[index] ?? []).contains(where: isSame)
  }

  private func areFarApart(_ left: Facility, _ right: Facility) -> Bool {
    guard let here = left.position.point, let there = right.position.point else { return false }
    return here.distanceInMetres(to: there) > FacilityMatcher.farMetres
  }

  /// Whether sorts allow that two facilities are one: a hospital and a health centre of one town only
  /// by their whole name.
  private static func mayBeSame(
    _ left: FacilityGroup?, _ right: FacilityGroup?, isWhole: Bool
  ) -> Bool {
    guard let left, let right else { return isWhole || left != nil || right != nil }
    if left == right { return true }
    return isWhole && Set([left, right]) == [.hospital, .centre]
  }

  /// Whether both have the same point, address or telephone number.
  static func share(_ left: Facility, _ right: Facility) -> Bool {
    if let here = left.position.point, let there = right.position.point,
      here.distanceInMetres(to: there) <= samePointMetres
    {
      return true
    }
    if let here = left.address.map({ FoldedName($0) }), here.words.count >= 3,
      here == right.address.map({ FoldedName($0) })
    {
      return true
    }
    let numbers = Set(right.contacts.map { TelephoneText.digits(of: $0.value) })
    return left.contacts.contains { contact in
      let digits = TelephoneText.digits(of: contact.value)
      return digits.count >= 9 && numbers.contains(digits)
    }
  }

  private static func cell(of point: Coordinate) -> Cell {
    Cell(
      row: Int(clamping: (point.latitude / cellDegrees).rounded(.down)),
      column: Int(clamping: (point.longitude / cellDegrees).rounded(.down)))
  }
}

/// The places of a network, as far as they tell facilities apart.
struct PlaceTree {
  private var places: [String: Place] = [:]

  init(_ places: [Place]) {
    for place in places { self.places[place.reference] = place }
  }

  /// Whether a place is another one or lies in it.
  func lies(_ reference: String, in other: String) -> Bool {
    var current = places[reference]
    for _ in 0..<4 {
      guard let place = current else { return false }
      if place.reference == other { return true }
      current = place.parent.flatMap { places[place.scheme + ":" + $0] }
    }
    return false
  }

  /// Whether two facilities lie in places of one geography of which neither holds the other: another
  /// province, or, for a commune's station, another commune.
  func contradict(_ left: Facility, _ right: Facility, areStations: Bool) -> Bool {
    for here in left.placements {
      for there in right.placements
      where PlaceTree.scheme(here.place) == PlaceTree.scheme(there.place) {
        if lies(here.place, in: there.place) || lies(there.place, in: here.place) { continue }
        if areStations || province(here.place) != province(there.place) { return true }
      }
    }
    return false
  }

  /// Whether two facilities lie in one commune.
  func shareCommune(_ left: Facility, _ right: Facility) -> Bool {
    let communes = Set(right.placements.map(\.place))
    return left.placements.contains { placement in
      communes.contains(placement.place) && places[placement.place]?.level == .commune
    }
  }

  private func province(_ reference: String) -> String? {
    var current = places[reference]
    while let place = current, place.level != .province {
      current = place.parent.flatMap { places[place.scheme + ":" + $0] }
    }
    return current?.reference
  }

  private static func scheme(_ reference: String) -> Substring? {
    reference.split(separator: ":", maxSplits: 1).first
  }
}
