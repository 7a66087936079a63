import Referral

/// Two bridges lost at once, searched only where that can be more than the loss of one of them.
///
/// To a commune, two bridges are more than one when its answer rests on the one, and its answer without
/// the one on the other. Else its answer without both is that without one of them, or is as it was: an
/// answer stays when no link on which it rests is closed.
struct BridgePairs {
  /// What the loss of two bridges does to a commune.
  private enum Fate {
    case nothing, undecided
    /// What the loss of one of them does.
    case same(as: Int)
  }

  private struct Pair: Hashable {
    let one: Int
    let other: Int
  }

  private let study: LossStudy
  private let tasks: [ClosedSearch.ClosureCase]
  private let single: ClosedSearch.Outcome
  /// The place of each commune in the task of each crossing.
  private let places: [[Int: Int]]
  /// The crossings on which the answer of each place rests when the crossing is lost.
  private let fallbacks: [[[Int]]]

  init(_ study: LossStudy) {
    self.study = study
    let tasks = study.crossingTasks.enumerated().map { crossing, task in
      // Ferries are not asked about.
      study.crossings[crossing].isBridge
        ? task : ClosedSearch.ClosureCase(links: task.links, communes: [])
    }
    let single = study.closedSearch.run(tasks, findsWays: true)
    self.tasks = tasks
    self.single = single
    places = tasks.map { task in
      Dictionary(uniqueKeysWithValues: task.communes.enumerated().map { ($1, $0) })
    }
    fallbacks = tasks.indices.map { crossing in
      tasks[crossing].communes.indices.map { single.crossings(crossing, $0) }
    }
  }

  func losses() -> LossStudy.PairLosses {
    let candidates = candidates()
    let pairs = candidates.keys.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
    let pairTasks = pairs.map { pair in
      ClosedSearch.ClosureCase(
        links: tasks[pair.one].links.union(tasks[pair.other].links),
        communes: (candidates[pair] ?? []).sorted())
    }
    let double = study.closedSearch.run(pairTasks, findsWays: false)
    var losses: [Loss] = []
    for (number, pair) in pairs.enumerated() {
      var together = ChangeTally()
      var decided: [Int: CapableFacilitySearch.Found?] = [:]
      for (place, commune) in pairTasks[number].communes.enumerated() {
        let after = double.found(number, place)
        decided[commune] = .some(after)
        let worse = worseAlone(pair, commune)
        if after?.deciseconds != worse?.deciseconds {
          together.add(
            AccessChange(commune: commune, before: worse, after: after),
            people: study.demand.communes[commune].people, threshold: study.threshold)
        }
      }
      guard together.communes > 0 else { continue }
      let communes = Set(tasks[pair.one].communes).union(tasks[pair.other].communes).sorted()
      let changes = communes.compactMap { commune in
        study.change(
          ofCommune: commune, to: decided[commune] ?? answer(pair, commune))
      }
      losses.append(
        Loss(
          .crossings(study.crossings[pair.one], study.crossings[pair.other]), changes, study,
          together: together))
    }
    let bridges = study.crossings.count { $0.isBridge }
    return LossStudy.PairLosses(
      losses: losses, pairs: bridges * max(0, bridges - 1) / 2, searched: pairs.count)
  }

  /// The pairs for which something must be searched, with the communes from which.
  private func candidates() -> [Pair: Set<Int>] {
    var candidates: [Pair: Set<Int>] = [:]
    for crossing in tasks.indices {
      for (place, commune) in tasks[crossing].communes.enumerated() {
        for other in fallbacks[crossing][place] where study.crossings[other].isBridge {
          let pair = Pair(one: min(crossing, other), other: max(crossing, other))
          if case .undecided = fate(pair, commune) {
            candidates[pair, default: []].insert(commune)
          }
        }
      }
    }
    return candidates
  }

  private func fate(_ pair: Pair, _ commune: Int) -> Fate {
    let one = places[pair.one][commune]
    let other = places[pair.other][commune]
    if one == nil && other == nil { return .nothing }
    if let one, !fallbacks[pair.one][one].contains(pair.other) { return .same(as: pair.one) }
    if let other, !fallbacks[pair.other][other].contains(pair.one) {
      return .same(as: pair.other)
    }
    return .undecided
  }

  /// The answer of a commune without both, where that is decided without a search.
  private func answer(_ pair: Pair, _ commune: Int) -> CapableFacilitySearch.Found? {
    guard case .same(let crossing) = fate(pair, commune) else {
      return study.nearest(ofCommune: commune)
    }
    return alone(crossing, commune)
  }

  /// The answer of a commune without one crossing.
  private func alone(_ crossing: Int, _ commune: Int) -> CapableFacilitySearch.Found? {
    guard let place = places[crossing][commune] else { return study.nearest(ofCommune: commune) }
    return single.found(crossing, place)
  }

  /// The later of the two answers without one of the crossings; nil when one of them is none.
  private func worseAlone(_ pair: Pair, _ commune: Int) -> CapableFacilitySearch.Found? {
    guard let one = alone(pair.one, commune), let other = alone(pair.other, commune) else {
      return nil
    }
    return one.deciseconds >= other.deciseconds ? one : other
  }
}
