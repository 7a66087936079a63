import Referral

extension LossStudy {
  /// The loss of each bridge and ferry in use, by name.
  ///
  /// - Complexity: a partial customization for each crossing on which an answer rests, and a search from
  ///   each commune whose answer does.
  public func crossingLosses() -> [Loss] {
    let tasks = crossingTasks
    let outcome = closedSearch.run(tasks, findsWays: false)
    return tasks.indices.map { crossing in
      let changes = tasks[crossing].communes.enumerated().compactMap { place, commune in
        change(ofCommune: commune, to: outcome.found(crossing, place))
      }
      return Loss(.crossing(crossings[crossing]), changes, self)
    }
  }

  /// Two bridges lost at once.
  public struct PairLosses: Sendable {
    /// The pairs that do more together than each alone, by name.
    public let losses: [Loss]
    /// How many pairs there are.
    public let pairs: Int
    /// How many pairs had to be searched: of the others it is proved that they do nothing to any
    /// commune that one of the two does not do alone.
    public let searched: Int
  }

  /// The loss of each pair of bridges, where it is more than the loss of one of them.
  ///
  /// - Complexity: that of `crossingLosses`, and a partial customization for each pair searched.
  public func bridgePairLosses() -> PairLosses {
    BridgePairs(self).losses()
  }

  /// For each crossing what closing it asks for.
  var crossingTasks: [ClosedSearch.ClosureCase] {
    crossings.indices.map {
      ClosedSearch.ClosureCase(links: Set(crossings[$0].links), communes: communesOverCrossing[$0])
    }
  }

  /// Searches under closures.
  var closedSearch: ClosedSearch {
    ClosedSearch(prepared, search, accesses, crossingOfLink, crossings.count)
  }

  /// The change of a commune to a nearest facility; nil when that is as before.
  func change(ofCommune commune: Int, to after: CapableFacilitySearch.Found?) -> AccessChange? {
    let before = nearest(ofCommune: commune)
    return before == after ? nil : AccessChange(commune: commune, before: before, after: after)
  }
}
