import Answers
import Exchange
import Facts
import Formats
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// Losses with all that is needed to print them.
struct LossReport {
  /// Losses of one kind.
  struct Section {
    enum Kind: String {
      case facilities, capabilities, crossings, rotations, pairs
    }

    let kind: Kind
    /// Those that change anything, the worst first.
    let losses: [Loss]
    /// How many things were lost in turn.
    let considered: Int

    init(_ kind: Kind, _ losses: [Loss]) {
      self.kind = kind
      self.losses = losses.filter { !$0.changes.isEmpty }.ranked
      considered = losses.count
    }
  }

  /// The answer for one need.
  struct Answer {
    let need: PlannedNeed
    let study: LossStudy
    let sections: [Section]
    let pairs: LossStudy.PairLosses?
  }

  let folder: LoadedNetwork
  let conditions: TravelConditions
  let demand: Demand
  let language: Language
  /// How many losses of each kind are told.
  let top: Int
  private(set) var answers: [Answer] = []

  init(
    folder: LoadedNetwork, conditions: TravelConditions, demand: Demand, language: Language,
    top: Int
  ) {
    self.folder = folder
    self.conditions = conditions
    self.demand = demand
    self.language = language
    self.top = top
  }

  var network: Network { folder.network }

  /// Whether any loss changes anything.
  var hasLoss: Bool { answers.contains { $0.sections.contains { !$0.losses.isEmpty } } }

  mutating func add(_ need: PlannedNeed, _ answer: Answer) {
    answers.append(answer)
  }

  /// What is lost, in words.
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

  /// What is lost, for programs.
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
  func units(_ changes: [AccessChange], threshold: UInt32) -> [(name: String, people: Double)] {
    var sums: [String: (leaving: Double, others: Double)] = [:]
    for change in changes {
      let commune = demand.communes[change.commune]
      let place = network.place(commune.place)
      let unit = network.parent(of: place) ?? place
      if change.wasWithin(threshold) && !change.isWithin(threshold) {
        sums[unit.name, default: (0, 0)].leaving += commune.people
      } else {
        sums[unit.name, default: (0, 0)].others += commune.people
      }
    }
    return sums.sorted {
      ($1.value.leaving, $1.value.others, $0.key) < ($0.value.leaving, $0.value.others, $1.key)
    }.map { ($0.key, $0.value.leaving + $0.value.others) }
  }

  /// One line for each loss.
  var csv: String {
    var text = CSVWriter().line([
      "need", "threshold_minutes", "kind", "rank", "id", "name", "losing", "cut_off", "slower",
      "faster", "person_minutes", "communes", "losing_together", "cut_off_together",
      "person_minutes_together",
    ])
    for answer in answers {
      for section in answer.sections {
        for (rank, loss) in section.losses.prefix(top).enumerated() {
          text += CSVWriter().line(
            [
              answer.need.need.capability, decimal(answer.need.minutes, 3), kind(loss.subject),
              "\(rank + 1)", id(loss.subject), name(loss.subject),
              decimal(loss.tally.leaving, 1), decimal(loss.tally.cutOff, 1),
              decimal(loss.tally.slower, 1), decimal(loss.tally.faster, 1),
              decimal(loss.tally.personMinutes, 1), "\(loss.tally.communes)",
            ]
              + [loss.together?.leaving, loss.together?.cutOff, loss.together?.personMinutes].map {
                $0.map { decimal($0, 1) } ?? ""
              })
        }
      }
    }
    return text
  }
}
