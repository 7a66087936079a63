import Facts
import Formats
import HealthNetwork
import Planning
import TravelNetwork

/// The surroundings of a place within some minutes, to be put into words.
struct IsochroneReport {
  let session: NetworkSession
  let conditions: TravelConditions
  let origin: Location
  let reach: Isochrone
  let places: ReachedPlaces
  /// Metres.
  let resolution: Double
  let style: AnswerStyle

  var language: Language { style.language }

  /// The bands as areas; see docs/json.md.
  var geoJSON: JSONValue {
    GeoJSON.collection(reach.bands.indices.map(feature))
  }

  private func feature(_ index: Int) -> JSONValue {
    let band = reach.bands[index]
    let count = places.counts[index]
    let polygons = band.polygons.map { polygon in
      ([polygon.outer] + polygon.holes).map { ring in ring.map(GeoJSON.Position.init) }
    }
    return GeoJSON.feature(
      GeoJSON.multiPolygon(polygons, decimals: 6),
      [
        "minutes": .number(band.minutes, decimals: 1),
        "from": .string(origin.name),
        "at": .string(conditions.at.description),
        "vehicle": .string(conditions.vehicle.id),
        "weather": conditions.weather.map { .string($0.id) },
        "resolutionMetres": .number(resolution, decimals: 0),
        "nodes": .integer(band.nodes.count),
        "places": .integer(count.places),
        "scheme": places.scheme.map { .string($0) },
        "people": places.basis.map { _ in .integer(count.people) },
        "peopleBasis": places.basis.map { .string($0.rawValue) },
        "peopleYears": places.years.isEmpty
          ? nil : .array(places.years.map { .integer($0) }),
        "placesWithoutPeople": count.withoutFigure > 0 ? .integer(count.withoutFigure) : nil,
        "digest": .string(session.digest),
      ])
  }

  /// The bands as rows.
  var rows: Table {
    var rows = Table(
      "rows",
      [
        .init("minutes", language("Phút", "Minutes"), .right),
        .init("nodes", language("Nút giao thông", "Travel nodes"), .right),
        .init("places", language("Xã, phường", "Communes"), .right),
        .init("people", language("Số dân", "People"), .right),
        .init("people_basis", language("Theo", "Basis")),
        .init("people_years", language("Năm", "Year")),
        .init("places_without_people", language("Xã chưa rõ số dân", "Without figure"), .right),
      ])
    for (band, count) in zip(reach.bands, places.counts) {
      rows.add([
        .init(band.minutes, decimals: 0), .init(band.nodes.count), .init(count.places),
        places.basis == nil ? .none : people(count.people), basis(places.basis),
        .init(places.years.map(String.init).joined(separator: " ")), .init(count.withoutFigure),
      ])
    }
    return rows
  }

  private func people(_ count: Int) -> Table.Cell {
    Table.Cell(text: language.grouped(count), json: .integer(count))
  }

  private func basis(_ basis: Population.Basis?) -> Table.Cell {
    basis.map { .init(PlanningText.name($0, "", language), code: $0.rawValue) } ?? .none
  }

  /// The lines above the rows of a table.
  var heading: String {
    let vehicle = language(
      conditions.vehicle.name, conditions.vehicle.nameEn ?? conditions.vehicle.id)
    let weather = conditions.weather.map { ", " + language($0.name, $0.nameEn ?? $0.name) } ?? ""
    let place = origin.name
    return language(
      "Đến được từ \(place), \(language.moment(conditions.at)), \(vehicle)\(weather):",
      "Reached from \(place), \(language.moment(conditions.at)), by \(vehicle)\(weather):"
    )
      + "\n\n"
  }
}
