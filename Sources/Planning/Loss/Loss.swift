public import Facts
public import HealthNetwork

/// What may be lost.
public enum LossSubject: Hashable, Sendable {
  /// A facility, by index.
  case facility(FacilityIndex)
  /// What is needed, at a facility: it no longer does it, nor anything that implies it.
  case capability(facility: FacilityIndex)
  /// A bridge or ferry.
  case crossing(Crossing)
  /// Two bridges at once.
  case crossings(Crossing, Crossing)
  /// The people who come in turns to a facility, and who sends them, if that is known.
  case rotation(facility: FacilityIndex, supporter: String?)
}

/// What the loss of something does.
public struct Loss: Sendable {
  /// What is lost.
  public let subject: LossSubject
  /// The communes for which something changes, in ascending order.
  public let changes: [AccessChange]
  /// The people of them.
  public let tally: ChangeTally
  /// Of two things lost at once, what neither loss does alone; nil for one thing.
  public let together: ChangeTally?
  /// The people who lose the threshold even if every hospital of unknown capability is able; nil where
  /// that was not looked into.
  public internal(set) var leastLeaving: Double?

  /// Creates a loss.
  init(
    _ subject: LossSubject, _ changes: [AccessChange], _ study: LossStudy,
    together: ChangeTally? = nil
  ) {
    self.subject = subject
    self.changes = changes
    tally = ChangeTally(changes, study.demand, threshold: study.threshold)
    self.together = together
  }
}

extension [Loss] {
  /// The losses, the worst first; those that are equally bad stay in order.
  public var ranked: [Loss] {
    let order = indices.sorted { left, right in
      let (worse, better) = (self[left].rank, self[right].rank)
      if worse.isWorse(than: better) { return true }
      if better.isWorse(than: worse) { return false }
      return left < right
    }
    return order.map { self[$0] }
  }
}

extension Loss {
  /// What decides about its rank: what only the two do together, of two.
  fileprivate var rank: ChangeTally { together ?? tally }
}
