import Drawing
import Facts
import HealthNetwork
import Planning

extension ReportContent {
  func sites(_ answer: NeedCoverage) -> [MapPicture.Label] {
    ableFacilities(answer).enumerated().compactMap { number, load in
      let facility = network.facility(load.facility)
      return facility.position.point.map {
        MapPicture.Label(
          point: $0, text: "\(number + 1)", title: "\(number + 1). \(facility.name)")
      }
    }
  }

  /// Provinces at the middle of their people.
  func regions(of demand: Demand) -> [MapPicture.Label] {
    Division.level(.province).parts(of: demand, in: network).compactMap { part in
      guard let index = part.place else { return nil }
      var (latitude, longitude, people) = (0.0, 0.0, 0.0)
      for number in part.communes {
        let commune = demand.communes[number]
        guard let point = commune.point else { continue }
        latitude += point.latitude * commune.people
        longitude += point.longitude * commune.people
        people += commune.people
      }
      guard people > 0 else { return nil }
      let place = network.place(index)
      return MapPicture.Label(
        point: Coordinate(latitude: latitude / people, longitude: longitude / people),
        text: ReportContent.short(place.name), title: place.name)
    }
  }

  /// A province without the word for its kind.
  private static func short(_ name: String) -> String {
    for kind in ["Tỉnh ", "Thành phố "] where name.hasPrefix(kind) {
      return String(name.dropFirst(kind.count))
    }
    return name
  }

  /// An island by its district where it has one, else by its commune of most people.
  static func nameOfIsland(_ communes: [Demand.Commune], in network: Network) -> String {
    guard let largest = communes.max(by: { ($0.people, $1.place) < ($1.people, $0.place) }) else {
      return ""
    }
    let place = network.place(largest.place)
    if communes.count > 1, let parent = network.parent(of: place), parent.level == .district {
      return parent.name
    }
    return place.name
  }
}
