public import Formats
public import Planning
public import TravelNetwork

/// The surroundings of a place within some minutes: areas, with their communes and people.
public struct IsochroneAnswer: Answer {
  /// The forms in which it can be had.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx, .geojson]

  /// Areas have many points: they stand in one line.
  public static let hasLongGeoJSON = true

  /// The question.
  public let question: IsochroneQuestion
  /// The areas.
  public let reach: Isochrone
  /// The communes in each of them.
  public let places: ReachedPlaces
  /// The network that was asked.
  public let session: NetworkSession

  /// Whether anything is reached.
  public var isFound: Bool { reach.bands.contains { !$0.nodes.isEmpty } }

  private func report(_ style: AnswerStyle) -> IsochroneReport {
    IsochroneReport(
      session: session, conditions: question.conditions, origin: question.origin, reach: reach,
      places: places, resolution: question.resolution, style: style)
  }

  /// The bands as rows.
  public func json(_ style: AnswerStyle) -> JSONValue? { report(style).rows.json }
  /// The bands as areas; see docs/json.md.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? { report(style).geoJSON }
  /// The bands as rows.
  public func csv(_ style: AnswerStyle) -> String? { report(style).rows.csv(style.csv) }
  /// The bands as rows under a heading.
  public func table(_ style: AnswerStyle) -> String? {
    let report = report(style)
    let rows = report.rows
    return report.heading
      + rows.lines(of: rows.rows, in: style.language, width: style.width).map { $0 + "\n" }.joined()
  }
}
