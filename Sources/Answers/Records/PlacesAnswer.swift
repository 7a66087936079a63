import Facts
public import Formats
public import HealthNetwork

/// Administrative places with codes, populations and points.
///
/// Populations stand in columns of their own by basis: a census of residents and a register must not
/// be added or compared.
public struct PlacesAnswer: Answer {
  /// A table, JSON and separated values.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// The places, in the order of the network.
  public let places: [Place]
  private let session: NetworkSession

  init(places: [Place], session: NetworkSession) {
    self.places = places
    self.session = session
  }

  /// Whether there is any such place.
  public var isFound: Bool { !places.isEmpty }

  /// The rows as a list of objects.
  public func json(_ style: AnswerStyle) -> JSONValue? { rows(style.language).json }
  /// The rows as separated values.
  public func csv(_ style: AnswerStyle) -> String? { rows(style.language).csv(style.csv) }
  /// The rows as a sheet.
  public func sheets(_ style: AnswerStyle) -> [Table]? { [rows(style.language)] }
  /// The rows as people read them.
  public func table(_ style: AnswerStyle) -> String? {
    rows(style.language).text(in: style.language, width: style.width)
  }
  /// That there is no such place.
  public func remark(_ style: AnswerStyle) -> String? {
    isFound ? nil : style.language("không có nơi nào như vậy", "there are no such places")
  }

  private func word(for held: Place.Held, _ language: Language) -> String {
    switch held {
    case .whole: language("cả đơn vị", "whole")
    case .part: language("một phần", "part")
    }
  }

  private func rows(_ language: Language) -> Table {
    let network = session.network
    var rows = Table(
      "rows",
      [
        .init("code", language("Mã", "Code")), .init("name", language("Tên", "Name")),
        .init("level", language("Cấp", "Level")),
        .hidden("parent"),
        .init("parent_name", language("Cấp trên", "Parent")),
        .init("census_resident", language("Điều tra dân số", "Census"), .right),
        .init("census_resident_date", language("ngày", "date")),
        .init("census_recut", language("Điều tra (ranh giới mới)", "Census recut"), .right),
        .init("census_recut_date", language("ngày", "date")),
        .init("registered", language("Đăng ký", "Registered"), .right),
        .init("registered_date", language("ngày", "date")),
        .hidden("lat"), .hidden("lon"), .hidden("precision"),
        .init("held", language("Có", "Held")),
      ])
    for place in places {
      let parent = network.parent(of: place)
      var cells: [Table.Cell] = [
        .init(place.code), .init(place.name),
        .word(place.level.rawValue, language), .init(parent?.code),
        .init(parent?.name),
      ]
      for basis in Population.Basis.allCases {
        let population = place.population(basis)
        cells += [.init(population?.count), .init(population?.date?.description)]
      }
      let point = place.position.point
      cells += [
        .init(degrees: point?.latitude), .init(degrees: point?.longitude),
        .init(place.position.precision?.rawValue),
        place.held.map { .init(word(for: $0, language), code: $0.rawValue) } ?? .none,
      ]
      rows.add(cells)
    }
    return rows
  }
}
