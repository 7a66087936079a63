import Facts
import HealthNetwork

/// Which communes of a geography a facility or party stands for.
struct ServiceAreas {
  private let network: Network
  private let scheme: String
  /// The places that lie directly in each place, by its reference.
  private let inner: [String: [PlaceIndex]]

  init(_ network: Network, scheme: String) {
    self.network = network
    self.scheme = scheme
    var inner: [String: [PlaceIndex]] = [:]
    for index in network.placeIndices {
      let place = network.records.places[index].record
      guard let parent = place.parent else { continue }
      inner[place.scheme + ":" + parent, default: []].append(index)
    }
    self.inner = inner
  }

  /// The communes that support of an actor reaches, and in which way; each once, in order of place.
  func reached(
    by actor: Int, _ graph: SupportGraph
  ) -> [(place: PlaceIndex, way: CommuneSupport.Way)] {
    var ways: [PlaceIndex: CommuneSupport.Way] = [:]
    func add(_ places: [PlaceIndex], _ way: CommuneSupport.Way) {
      for place in places where ways[place] == nil { ways[place] = way }
    }
    if let index = graph.facility(of: actor) {
      let facility = network.facility(index)
      add(
        site(of: facility), facility.kind == .communeHealthStation ? .station : .facility)
      if facility.isAreaCentre { add(area(of: facility), .centre) }
    } else {
      let party = network.records.parties[actor - network.facilityCount].record
      if let place = party.place, let index = network.placeIndex(of: place) {
        add(communes(in: index), network.place(index).level == .commune ? .commune : .area)
      }
    }
    return ways.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The communes of the geography where a facility lies; by its older place where it has no other.
  func site(of facility: Facility) -> [PlaceIndex] {
    let places = facility.placements.compactMap { network.placeIndex(of: $0.place) }
      .filter { network.records.places[$0].record.level == .commune }
    let own = places.filter { network.records.places[$0].record.scheme == scheme }
    return own.isEmpty ? places.flatMap(successors) : own
  }

  /// The communes of the districts in which a facility lies.
  private func area(of facility: Facility) -> [PlaceIndex] {
    facility.placements.compactMap { network.placeIndex(of: $0.place) }.flatMap { place in
      district(of: place).map { communes(in: $0) } ?? []
    }
  }

  /// The communes of the geography in a place of any level and scheme.
  private func communes(in index: PlaceIndex) -> [PlaceIndex] {
    let place = network.place(index)
    if place.level == .commune { return place.scheme == scheme ? [index] : successors(of: index) }
    return (inner[place.reference] ?? []).flatMap { communes(in: $0) }
  }

  private func successors(of index: PlaceIndex) -> [PlaceIndex] {
    network.place(index).successors.compactMap { network.placeIndex(of: $0.place) }
      .filter { network.records.places[$0].record.scheme == scheme }
  }

  private func district(of index: PlaceIndex) -> PlaceIndex? {
    var unit: Place? = network.place(index)
    while let place = unit {
      if place.level == .district { return network.placeIndex(of: place.reference) }
      unit = network.parent(of: place)
    }
    return nil
  }
}

extension Facility {
  /// Whether it serves a whole district or region, and so its communes.
  fileprivate var isAreaCentre: Bool {
    switch kind {
    case .districtHospital, .districtMedicalCentre, .regionalMedicalCentre: true
    default: false
    }
  }
}
