import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Words scenarios: as a table, JSON, CSV and GeoJSON.
struct WhatIfReport {
  typealias Scenario = WhatIfAnswer.Scenario

  let answer: WhatIfAnswer
  let style: AnswerStyle

  init(_ answer: WhatIfAnswer, _ style: AnswerStyle) {
    self.answer = answer
    self.style = style
  }

  var base: WhatIfAnswer.Side { answer.base }
  var network: Network { answer.base.network }
  var needs: [PlannedNeed] { answer.question.needs }
  var scenarios: [Scenario] { answer.scenarios }
  var language: Language { style.language }
  /// The most communes of each scenario that are told.
  var top: Int { answer.question.top }

  /// The changes of a scenario in the order in which they are told: communes that leave or enter the
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
    var rows = [
      [
        "scenario", "need", "threshold_minutes", "place", "name", "unit", "people",
        "facility_before", "minutes_before", "facility_after", "minutes_after", "was_within",
        "is_within",
      ]
    ]
    for scenario in scenarios {
      for (number, need) in needs.enumerated() {
        guard let effect = scenario.effects[number] else { continue }
        for change in effect.changes {
          let commune = base.demand.communes[change.commune]
          let place = network.place(commune.place)
          let fields: [String] = [
            scenario.name, need.need.capability, style.csv.number(need.minutes, 3), place.reference,
            place.name, network.parent(of: place)?.name ?? "", style.csv.number(commune.people, 1),
            change.before.map { network.facility($0.facility).id } ?? "",
            change.before.map { style.csv.number(Double($0.deciseconds) / 600, 3) } ?? "",
            change.after.map { scenario.side.network.facility($0.facility).id } ?? "",
            change.after.map { style.csv.number(Double($0.deciseconds) / 600, 3) } ?? "",
            "\(change.wasWithin(need.deciseconds))", "\(change.isWithin(need.deciseconds))",
          ]
          rows.append(fields)
        }
      }
    }
    return style.csv.document(rows)
  }
}
