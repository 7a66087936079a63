import Facts
import HealthNetwork
import Routing

/// The flow of classes of patients to pools of places.
///
///     class ──cost of the way──▶ pool ──places──▶ pool of the facility ──places──▶ sink
///       └──────────────cost of having no place───────────────────────────────────▶ sink
///
/// Every patient arrives at the sink one way or the other, so that there always is a plan.
struct PatientFlow: Sendable {
  private var flow: MinimumCostFlow<Harm>
  private let classCount: Int
  private let poolCount: Int
  private let supplies: [Int]
  /// The order in which classes are sent off; the cost does not depend on it.
  private let order: [Int]
  /// The arc of each choice of each class; -1 where nothing is known of the places.
  private var arcs: [[Int]]
  private let costs: [Harm]

  private var sink: Int { classCount + poolCount }

  init(
    _ classes: [PatientClass], _ table: PlaceTable, _ unplaced: UnplacedCosts,
    _ patients: [Patient]
  ) {
    classCount = classes.count
    poolCount = table.pools.count
    supplies = classes.map(\.patients.count)
    let ranks = classes.map { $0.patients.first.map { patients[$0].triage.rank } ?? 0 }
    order = classes.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    costs = ranks.map { unplaced.cost(ofRank: $0) }
    flow = MinimumCostFlow(nodeCount: classes.count + table.pools.count + 1)
    arcs = []
    let sink = classes.count + table.pools.count
    for (pool, places) in table.pools.enumerated() {
      flow.addArc(
        from: classes.count + pool, to: places.whole.map { classes.count + $0 } ?? sink,
        capacity: places.left, cost: .zero)
    }
    for (index, group) in classes.enumerated() {
      var choices: [Int] = []
      for choice in group.choices ?? [] {
        guard let pool = choice.pool else {
          choices.append(-1)
          continue
        }
        choices.append(
          flow.addArc(
            from: index, to: classes.count + pool, capacity: group.patients.count,
            cost: choice.cost))
      }
      arcs.append(choices)
      flow.addArc(from: index, to: sink, capacity: group.patients.count, cost: costs[index])
    }
  }

  /// Sends all patients, the most urgent first.
  mutating func solve() {
    for index in order { flow.send(supplies[index], from: index, to: sink) }
  }

  /// How many of a class make each choice, for the choices that anybody makes.
  func flows(ofClass index: Int) -> [(choice: Int, count: Int)] {
    arcs[index].indices.compactMap { choice in
      let arc = arcs[index][choice]
      let count = arc < 0 ? 0 : flow.flow(on: arc)
      return count > 0 ? (choice, count) : nil
    }
  }

  /// What one more place in each pool would change; pools without a word change nothing.
  func moves(
    _ classes: [PatientClass], _ places: [Int?], _ table: PlaceTable
  ) -> [Int: PatientPlan.OneMore] {
    let found = flow.distances(from: sink)
    var result: [Int: PatientPlan.OneMore] = [:]
    // Where more are on the way already than there are places, one more is nobody's gain.
    for pool in 0..<poolCount where !table.isOverfull(pool) {
      guard let saved = found.costs[classCount + pool], saved < .zero else { continue }
      var moves: [PatientPlan.Move] = []
      var minutes = 0.0
      var node = classCount + pool
      var entered: Int?
      while node != sink {
        let arc = found.entering[node]
        let tail = flow.tail(of: arc)
        if tail < classCount { entered = arc }
        if node < classCount, let way = entered {
          // The class gives up what it enters by, and takes the way by which it is left.
          let move = move(ofClass: node, giving: arc, taking: way, classes, places)
          moves.append(move.move)
          minutes += move.minutes
          entered = nil
        }
        node = tail
      }
      result[pool] = PatientPlan.OneMore(
        moves: moves, weightedMinutes: -TravelTime(deciseconds: saved.delay).minutes,
        minutes: minutes)
    }
    return result
  }

  private func move(
    ofClass index: Int, giving: Int, taking: Int, _ classes: [PatientClass], _ places: [Int?]
  ) -> (move: PatientPlan.Move, minutes: Double) {
    let choices = classes[index].choices ?? []
    let given = arcs[index].firstIndex(of: giving ^ 1)
    let taken = arcs[index].firstIndex(of: taking)
    // One of those who go there now; they are alike.
    let patient = classes[index].patients.first { places[$0] == given } ?? 0
    let before = given.map { TravelTime(deciseconds: choices[$0].candidate.deciseconds).minutes }
    let after = taken.map { TravelTime(deciseconds: choices[$0].candidate.deciseconds).minutes }
    var minutes = 0.0
    if let before, let after { minutes = before - after }
    return (
      PatientPlan.Move(
        patient: patient, from: given.map { choices[$0].candidate.facility },
        to: taken.map { choices[$0].candidate.facility }), minutes
    )
  }
}
