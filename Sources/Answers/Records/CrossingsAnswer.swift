import Facts
public import Formats
public import HealthNetwork
public import TravelNetwork

/// Bridges, ferries, boat lines and flights.
public struct CrossingsAnswer: Answer {
  /// A table, JSON and separated values.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx]

  /// The question.
  public let question: CrossingsQuestion
  /// The crossings, by name.
  public let links: [TravelLink]
  /// The observations that were published of them.
  public let observations: [Observation]
  /// The network, for the words of its free text.
  private let network: Network
  /// Of more crossings than this, what was published is only counted.
  private static let mostWithObservations = 3

  init(
    question: CrossingsQuestion, links: [TravelLink], observations: [Observation],
    network: Network
  ) {
    self.question = question
    self.links = links
    self.observations = observations
    self.network = network
  }

  /// Whether there is any.
  public var isFound: Bool { !links.isEmpty }

  /// The rows as a list of objects.
  public func json(_ style: AnswerStyle) -> JSONValue? { rows(style.language).json }
  /// The rows as separated values.
  public func csv(_ style: AnswerStyle) -> String? { rows(style.language).csv(style.csv) }
  /// The rows as a sheet.
  public func sheets(_ style: AnswerStyle) -> [Table]? { [rows(style.language)] }
  /// The rows as people read them, and below those of a few crossings what was published of them.
  public func table(_ style: AnswerStyle) -> String? {
    rows(style.language).text(in: style.language, width: style.width)
      + published(style).map { $0 + "\n" }.joined()
  }

  private func published(_ style: AnswerStyle) -> [String] {
    guard !observations.isEmpty, links.count <= CrossingsAnswer.mostWithObservations else {
      return []
    }
    let free = { (text: String?) in network.words(text, in: style.language) }
    return ["", style.language("Đã được công bố:", "Published of it:")]
      + observations.flatMap { observation in
        let words = [
          free(observation.text), observation.quote.map { "“\($0)”" },
          free(observation.provenance.note),
        ]
        .compactMap { $0 }.joined(separator: "; ")
        let said = [
          observation.provenance.asserted.map { style.language.date($0.description) },
          observation.provenance.confidence?.remark(style.language),
          free(observation.provenance.source),
        ].compactMap { $0 }.joined(separator: ", ")
        return Paragraph.lines(
          "  ", "\(observation.name(in: style.language)): \(words) (\(said))", width: style.width)
      }
  }

  /// That none has the name.
  public func remark(_ style: AnswerStyle) -> String? {
    guard !isFound else { return nil }
    let text = question.text ?? ""
    return style.language(
      "không tìm thấy gì có tên \"\(text)\"", "nothing is called \"\(text)\"")
  }

  private func rows(_ language: Language) -> Table {
    var rows = Table(
      "rows",
      [
        .init("name", language("Tên", "Name")), .init("mode", language("Kiểu", "Mode")),
        .init("link", language("Mã đoạn", "Link")), .init("km", "Km", .right),
        .init("crossing_minutes", language("Phút qua", "Minutes"), .right),
        .init("wait_minutes", language("Phút chờ", "Wait"), .right),
        .init("hours", language("Giờ chạy", "Hours")),
        .init("carries", language("Chở", "Carries")),
        .init("state", language("Tình trạng", "State")), .init("use", language("Dùng", "Use")),
        .init("from", language("Từ ngày", "From")),
        .init("to", language("Đến trước", "Until before")),
        .init("standing", language("Hôm đó", "On the day")),
      ])
    for link in links { rows.add(cells(link, language)) }
    return rows
  }

  private func cells(_ link: TravelLink, _ language: Language) -> [Table.Cell] {
    let minutes =
      link.mode == .road ? link.speed.map { link.kilometres / $0 * 60 } : link.crossingMinutes
    let hours =
      Hours.text(link.windows, language) ?? link.hours
      ?? (link.mode == .road ? nil : language("chưa rõ", "unknown"))
    let period = link.period
    let standing = period.standing(on: question.at.day)
    return [
      .init(link.crossing ?? link.name), .word(link.mode.rawValue, language),
      .init(link.id),
      .init(link.kilometres, decimals: 2), .init(minutes, decimals: 1),
      .init(link.waitMinutes, decimals: 1), .init(hours),
      .word((link.carries ?? .all).rawValue, language),
      .word((link.state ?? .open).rawValue, language),
      link.use == .no ? .word("no", language) : .none,
      .init(period.from?.description ?? period.firstEvidence?.description),
      .init(period.to?.description), standing == .inForce ? .none : .word(standing.code, language),
    ]
  }
}
