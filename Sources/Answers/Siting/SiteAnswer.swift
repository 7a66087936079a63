public import Formats
import HealthNetwork
public import Planning

/// Which sites are chosen, what that changes, and how sure it is that nothing is better.
public struct SiteAnswer: Answer {
  /// The question.
  public let question: SiteQuestion
  /// The network that was asked.
  let session: NetworkSession
  /// The problem: the people, the candidates, and who reaches what.
  public let siting: Siting
  /// The choice.
  public let answer: SitingAnswer

  /// The forms in which it can be had.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx, .geojson, .xml]

  /// Whether any site was chosen.
  public var isFound: Bool { !answer.sites.isEmpty }

  /// The choice for programs: docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? { SiteReport(self, style).json }

  /// The chosen sites for maps.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? { SiteReport(self, style).geoJSON }

  /// The chosen sites, one a row.
  public func csv(_ style: AnswerStyle) -> String? { SiteReport(self, style).csv }

  /// The choice as a planner reads it.
  public func table(_ style: AnswerStyle) -> String? { SiteReport(self, style).table }

  /// The choice as a delta of the network, to be loaded as a scenario.
  public func xml(_ style: AnswerStyle) -> String? {
    String(decoding: SiteReport(self, style).xml, as: UTF8.self)
  }
}
