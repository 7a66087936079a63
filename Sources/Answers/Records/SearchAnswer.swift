import Facts
public import Formats
public import HealthNetwork
import TravelNetwork

/// Places, facilities and other records that a search found.
public struct SearchAnswer: Answer {
  /// A table, JSON and separated values.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// The question.
  public let question: SearchQuestion
  /// The places and facilities that were found, the best first.
  public let matches: [NameMatch]
  /// The other records that have the words, as far as there is room for them.
  public let records: [RecordMatch]
  private let session: NetworkSession

  init(
    question: SearchQuestion, session: NetworkSession, matches: [NameMatch],
    records: [RecordMatch]
  ) {
    self.records = records
    self.question = question
    self.session = session
    self.matches = matches
  }

  /// Whether anything has the name.
  public var isFound: Bool { !matches.isEmpty || !records.isEmpty }

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

  /// That nothing has the name, and whether a bridge or ferry has.
  public func remark(_ style: AnswerStyle) -> String? {
    guard matches.isEmpty else { return nil }
    let text = question.text
    let isCrossing = !session.network.travel.crossings(matching: text).isEmpty
    guard !isFound else {
      return isCrossing
        ? style.language(
          "\"\(text)\" là tên cầu, phà", "\"\(text)\" is the name of a bridge or ferry")
          + style.clause(.crossings(text))
        : nil
    }
    return style.language(
      "không tìm thấy gì có tên \"\(text)\"", "nothing is called \"\(text)\"")
      + (isCrossing ? style.clause(.crossings(text)) : "")
  }

  private func rows(_ language: Language) -> Table {
    let network = session.network
    let finder = LocationFinder(network, on: question.at.day)
    var rows = Table(
      "rows",
      [
        .init("kind", language("Loại", "Kind")), .init("id", language("Mã", "Id")),
        .init("name", language("Tên", "Name")),
        .init("matched", language("Tên khớp", "Matched name")),
        .init("in", language("Thuộc", "In")), .hidden("lat"), .hidden("lon"),
      ])
    for match in matches {
      let point = finder.location(of: match.subject)?.point
      rows.add(
        cells(match, network, language) + [
          .init(degrees: point?.latitude), .init(degrees: point?.longitude),
        ])
    }
    for record in records {
      rows.add([
        kind(record.kind, language), .init(record.key), .init(record.name), .init(record.text),
        .none, .none,
        .none,
      ])
    }
    return rows
  }

  private func kind(_ code: String, _ language: Language) -> Table.Cell {
    .init(RecordWords.text(code, in: RecordWords.records, language), code: code)
  }

  private func cells(
    _ match: NameMatch, _ network: Network, _ language: Language
  ) -> [Table.Cell] {
    switch match.subject {
    case .place(let index):
      let place = network.place(index)
      let units = network.fullName(of: place).dropFirst(place.name.count).drop {
        ", ".contains($0)
      }
      return [
        .init(
          RecordWords.text(place.level.rawValue, in: RecordWords.codes, language), code: "place"),
        .init(place.reference), .init(place.name),
        .init(match.name == place.name ? nil : match.name), .init(String(units)),
      ]
    case .facility(let index):
      let facility = network.facility(index)
      let place = facility.placements.compactMap { network.placeIndex(of: $0.place) }.last
      return [
        kind("facility", language), .init(facility.id), .init(facility.name),
        .init(match.name == facility.name ? nil : match.name),
        .init(place.map { network.fullName(of: network.place($0)) }),
      ]
    }
  }
}
