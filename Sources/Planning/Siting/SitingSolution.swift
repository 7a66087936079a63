/// Chosen sites, what they are worth, and how much better any others could be.
public struct SitingSolution: Hashable, Sendable {
  /// How the sites were found.
  public enum Method: String, CaseIterable, Sendable {
    /// By a mixed-integer program that was solved to the end.
    case exact
    /// By heuristics whose result meets the bound: it is the best, though no program was solved.
    case boundMet = "bound-met"
    /// By a mixed-integer program that was stopped when the time was over.
    case stopped
    /// By heuristics alone.
    case heuristic
  }

  /// The numbers of the chosen candidates, ascending.
  public var chosen: [Int]
  /// What they are worth: more is better, but for objectives that are minimised.
  public var value: Double
  /// What no choice is better than.
  public var bound: Double
  /// How they were found.
  public var method: Method

  /// Whether the choice is proven to be the best.
  public var isProven: Bool { method == .exact || method == .boundMet }

  /// By which share of the bound, or of the value where that is more, the choice could be better at
  /// most; 0 when it is proven to be the best.
  public var gap: Double {
    let most = max(abs(value), abs(bound))
    return isProven || most == 0 ? 0 : abs(bound - value) / most
  }
}
