import Exchange
import Facts
public import Files
public import Formats
import HealthNetwork
public import Planning
import Referral
import TravelNetwork

/// Who gains and who loses by scenarios.
public struct WhatIfAnswer: Answer {
  /// A network with what it answers.
  struct Side: Sendable {
    let session: NetworkSession
    let conditions: TravelConditions
    let demand: Demand
    /// Where people find care, by need; nil for a need that the network does not know.
    let pictures: [AccessPicture?]
    let supported: SupportedCommunes

    var network: Network { session.network }
  }

  /// One scenario.
  public struct Scenario: Sendable {
    /// The delta document.
    public let source: DataSource
    let side: Side
    /// The effect for each need of the question; nil for a need that the scenario does not know.
    public let effects: [ScenarioEffect?]
    /// Communes, by reference, that are newly supported.
    public let supported: [String]
    /// Communes, by reference, that are supported no more.
    public let unsupported: [String]

    /// The network as the scenario makes it.
    public var session: NetworkSession { side.session }

    /// The title of the document, or else its name.
    public var title: String { side.session.loaded.deltas.last?.header.title ?? name }

    /// The source that the document states.
    public var statedSource: String? { side.session.loaded.deltas.last?.header.source }

    /// The name of the document, without folders and ending.
    public var name: String {
      let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
      for ending in [".xml", ".json"] where name.hasSuffix(ending) {
        return String(name.dropLast(ending.count))
      }
      return name
    }
  }

  /// The forms of the answer.
  public static let formats: [AnswerFormat] = [.table, .json, .csv, .xlsx, .geojson]

  /// The question.
  public let question: WhatIfQuestion
  /// The scenarios, in the order of the question.
  public let scenarios: [Scenario]
  let base: Side

  init(question: WhatIfQuestion, base: Side, scenarios: [Scenario]) {
    self.question = question
    self.base = base
    self.scenarios = scenarios
  }

  /// The people who are counted.
  public var demand: Demand { base.demand }

  /// Whether any scenario changes anything.
  public var isFound: Bool {
    scenarios.contains { scenario in
      scenario.effects.contains { !($0?.changes.isEmpty ?? true) }
        || !scenario.supported.isEmpty || !scenario.unsupported.isEmpty
    }
  }

  /// The scenarios for programs; the fields are in docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? { WhatIfReport(self, style).json }

  /// The communes that change.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? { WhatIfReport(self, style).geoJSON }

  /// A line for each commune that changes.
  public func csv(_ style: AnswerStyle) -> String? { WhatIfReport(self, style).csv }

  /// The scenarios as a planner reads them.
  public func table(_ style: AnswerStyle) -> String? { WhatIfReport(self, style).table }
}
