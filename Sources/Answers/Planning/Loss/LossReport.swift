import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Words losses: as a table, JSON, CSV and GeoJSON.
struct LossReport: SessionReport {
  let answer: LossAnswer
  let style: AnswerStyle

  var demand: Demand { answer.demand }
  var conditions: TravelConditions { answer.conditions }
  /// The most losses of each kind that are told.
  var top: Int { answer.question.top }

  /// The thing that is lost, in words.
  func name(_ subject: LossSubject) -> String {
    switch subject {
    case .facility(let index), .capability(let index): network.facility(index).name
    case .crossing(let crossing): crossing.name
    case .crossings(let one, let other): "\(one.name) + \(other.name)"
    case .rotation(let facility, let supporter):
      network.facility(facility).name + " ← "
        + (supporter.map { id in
          network.facilityIndex(of: id).map { network.facility($0).name } ?? id
        } ?? language("không rõ từ đâu", "from unknown"))
    }
  }

  /// The thing that is lost, for programs.
  func id(_ subject: LossSubject) -> String {
    switch subject {
    case .facility(let index), .capability(let index): network.facility(index).id
    case .crossing(let crossing): crossing.name
    case .crossings(let one, let other): "\(one.name) + \(other.name)"
    case .rotation(let facility, let supporter):
      network.facility(facility).id + "/" + (supporter ?? "")
    }
  }

  /// The kind of what is lost.
  func kind(_ subject: LossSubject) -> String {
    switch subject {
    case .facility: "facility"
    case .capability: "capability"
    case .crossing(let crossing): crossing.isBridge ? "bridge" : "ferry"
    case .crossings: "bridges"
    case .rotation: "rotation"
    }
  }

  /// The units that hold the communes of changes, those with most people who lose the threshold, or
  /// else who travel longer, first.
  ///
  /// Many districts bear one name, so that units are told apart by their codes.
  func units(_ changes: [AccessChange], threshold: UInt32) -> [(
    name: String, people: Double
  )] {
    var sums: [String: (unit: Place, leaving: Double, others: Double)] = [:]
    for change in changes {
      let commune = demand.communes[change.commune]
      let place = network.place(commune.place)
      let unit = network.parent(of: place) ?? place
      if change.wasWithin(threshold) && !change.isWithin(threshold) {
        sums[unit.reference, default: (unit, 0, 0)].leaving += commune.people
      } else {
        sums[unit.reference, default: (unit, 0, 0)].others += commune.people
      }
    }
    return sums.sorted {
      ($1.value.leaving, $1.value.others, $0.key) < ($0.value.leaving, $0.value.others, $1.key)
    }.map {
      (PlanningText.name($0.value.unit, in: network, language), $0.value.leaving + $0.value.others)
    }
  }

  /// One line for each loss.
  var csv: String {
    var rows = [
      [
        "need", "threshold_minutes", "kind", "rank", "id", "name", "losing", "cut_off", "slower",
        "faster", "person_minutes", "communes", "losing_together", "cut_off_together",
        "person_minutes_together", "losing_at_least",
      ]
    ]
    for answer in answer.needs {
      for section in answer.sections {
        for (rank, loss) in section.losses.prefix(top).enumerated() {
          rows.append(
            [
              answer.need.need.capability, style.csv.number(answer.need.minutes, 3),
              kind(loss.subject),
              "\(rank + 1)", id(loss.subject), name(loss.subject),
              style.csv.number(loss.tally.leaving, 1), style.csv.number(loss.tally.cutOff, 1),
              style.csv.number(loss.tally.slower, 1), style.csv.number(loss.tally.faster, 1),
              style.csv.number(loss.tally.personMinutes, 1), "\(loss.tally.communes)",
            ]
              + [loss.together?.leaving, loss.together?.cutOff, loss.together?.personMinutes].map {
                $0.map { style.csv.number($0, 1) } ?? ""
              } + [loss.leastLeaving.map { style.csv.number($0, 1) } ?? ""])
        }
      }
    }
    return style.csv.document(rows)
  }
}
