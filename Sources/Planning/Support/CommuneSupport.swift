public import Facts
public import HealthNetwork

/// Which communes have a supporting hospital on a day, and by what.
///
///     let support = CommuneSupport(graph, scheme: "gso-2025", on: day)
///     support.communes.filter { $0.way == .none }
///
/// Support is for a commune when its recipient is the commune's station, another facility that lies
/// there, its people's committee, or the district or regional centre of its district. What is said of a whole area without
/// naming who is supported is neither a yes nor a no. "Stated nowhere" is not "has none".
public struct CommuneSupport: Sendable {
  /// How support reaches a commune, the surest way first.
  public enum Way: String, CaseIterable, Sendable {
    /// Its station is supported.
    case station
    /// Another facility in it is.
    case facility
    /// A party of the commune itself is, as its people's committee.
    case commune
    /// The centre of its district is.
    case centre
    /// A wider area is; who in it is not named.
    case area
    /// Nothing is stated.
    case none
  }

  /// A commune, and who supports it.
  public struct Commune: Hashable, Sendable {
    /// The index of the place.
    public let place: PlaceIndex
    /// How support reaches it best.
    public var way = Way.none
    /// The numbers of the links that reach it in this way, by link of the graph.
    public var links: [Int] = []
    /// Numbers of links that have ended, have not begun, or are not sure enough.
    public var others: [Int] = []

    /// Whether it has a supporting hospital, as far as is stated.
    public var isSupported: Bool { way != .area && way != .none }
  }

  /// The communes, in order of place.
  public let communes: [Commune]

  /// Looks each commune up.
  ///
  /// - Parameters:
  ///   - graph: Who supports whom.
  ///   - scheme: The geography whose communes are asked about.
  ///   - day: The day.
  ///   - minimumConfidence: Links less sure than this do not count.
  /// - Complexity: O(*l* · *c*), where *l* is the number of links and *c* of communes in a district.
  public init(
    _ graph: SupportGraph, scheme: String, on day: Day, minimumConfidence: Confidence = .medium
  ) {
    let network = graph.network
    let areas = ServiceAreas(network, scheme: scheme)
    var communes = network.placeIndices.filter { index in
      network.records.places[index].record.scheme == scheme
        && network.records.places[index].record.level == .commune
    }.map { Commune(place: $0) }
    let numbers = Dictionary(uniqueKeysWithValues: communes.enumerated().map { ($1.place, $0) })
    for (number, link) in graph.links.enumerated() {
      guard let supporter = graph.facility(of: link.supporter),
        network.facility(supporter).canSupport
      else { continue }
      let counts = graph.counts(link, on: day, minimumConfidence: minimumConfidence)
      for (place, way) in areas.reached(by: link.recipient, graph) {
        guard let commune = numbers[place] else { continue }
        guard counts else {
          communes[commune].others.append(number)
          continue
        }
        if way.order < communes[commune].way.order {
          communes[commune].way = way
          communes[commune].links = [number]
        } else if way == communes[commune].way {
          communes[commune].links.append(number)
        }
      }
    }
    self.communes = communes
  }
}

extension CommuneSupport.Way {
  fileprivate var order: Int { CommuneSupport.Way.allCases.firstIndex(of: self) ?? 0 }
}

extension Facility {
  /// Whether it may be a commune's supporting hospital: whatever treats patients but a commune
  /// station; an emergency centre carries them.
  public var canSupport: Bool {
    switch kind {
    case .communeHealthStation, .emergencyCentre, .emergencyStation: false
    default: true
    }
  }
}
