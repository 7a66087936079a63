import Answers
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Scenarios beside the network as it is, with all that is needed to print them.
struct WhatIfReport {
  /// A scenario for all needs.
  struct Scenario {
    /// The path of the document.
    let path: String
    let side: WhatIfCommand.Side
    /// What it changes, by need; nil for a need that it does not know.
    let effects: [ScenarioEffect?]
    /// Communes, by reference, that somebody newly supports.
    let supported: [String]
    /// Communes, by reference, that nobody supports any more.
    let unsupported: [String]

    /// What it is called: its title, or else its file.
    var title: String { side.folder.deltas.last?.header.title ?? fileName }

    /// Where it says that it comes from.
    var source: String? { side.folder.deltas.last?.header.source }

    /// The name of the file, without folders and ending: the heading of its column.
    var fileName: String {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return name.hasSuffix(".xml") ? String(name.dropLast(4)) : name
    }
  }

  let base: WhatIfCommand.Side
  let needs: [PlannedNeed]
  let language: Language
  /// How many communes are told of each scenario.
  let top: Int
  private(set) var scenarios: [Scenario] = []

  init(
    base: WhatIfCommand.Side, needs: [PlannedNeed], language: Language, top: Int
  ) {
    self.base = base
    self.needs = needs
    self.language = language
    self.top = top
  }

  var network: Network { base.network }

  /// Whether any scenario changes anything.
  var hasChange: Bool {
    scenarios.contains { scenario in
      scenario.effects.contains { !($0?.changes.isEmpty ?? true) }
        || !scenario.supported.isEmpty || !scenario.unsupported.isEmpty
    }
  }

  mutating func add(_ path: String, _ side: WhatIfCommand.Side) {
    let effects = needs.indices.map { need in
      base.pictures[need].flatMap { before in
        side.pictures[need].map {
          ScenarioEffect(from: before, to: $0, threshold: needs[need].deciseconds)
        }
      }
    }
    let scheme =
      network.scheme(on: base.conditions.at.day)?.id ?? base.demand.scheme
    scenarios.append(
      Scenario(
        path: path, side: side, effects: effects,
        supported: side.supported.communes(notIn: base.supported, ofScheme: scheme),
        unsupported: base.supported.communes(notIn: side.supported, ofScheme: scheme)))
  }

  /// The changes of a scenario in the order in which they are told: whoever leaves or enters the
  /// threshold first, then by people times minutes.
  func ordered(_ effect: ScenarioEffect, threshold: UInt32) -> [AccessChange] {
    func weight(_ change: AccessChange) -> (Int, Double) {
      let people = base.demand.communes[change.commune].people
      let crosses = change.wasWithin(threshold) != change.isWithin(threshold)
      let reaches = change.added == nil
      return (
        reaches ? 2 : crosses ? 1 : 0, people * Double(abs(change.added ?? 600))
      )
    }
    return effect.changes.sorted { left, right in
      let (one, other) = (weight(left), weight(right))
      return one == other ? left.commune < right.commune : one > other
    }
  }

  /// One line for each commune that changes.
  var csv: String {
    var text = CSVWriter().line([
      "scenario", "need", "threshold_minutes", "place", "name", "unit", "people",
      "facility_before", "minutes_before", "facility_after", "minutes_after", "was_within",
      "is_within",
    ])
    for scenario in scenarios {
      for (number, need) in needs.enumerated() {
        guard let effect = scenario.effects[number] else { continue }
        for change in effect.changes {
          let commune = base.demand.communes[change.commune]
          let place = network.place(commune.place)
          let fields: [String] = [
            scenario.fileName, need.need.capability, decimal(need.minutes, 3), place.reference,
            place.name, network.parent(of: place)?.name ?? "", decimal(commune.people, 1),
            change.before.map { network.facility($0.facility).id } ?? "",
            change.before.map { decimal(Double($0.deciseconds) / 600, 3) } ?? "",
            change.after.map { scenario.side.network.facility($0.facility).id } ?? "",
            change.after.map { decimal(Double($0.deciseconds) / 600, 3) } ?? "",
            "\(change.wasWithin(need.deciseconds))", "\(change.isWithin(need.deciseconds))",
          ]
          text += CSVWriter().line(fields)
        }
      }
    }
    return text
  }
}
