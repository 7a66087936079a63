/// Which sites are chosen, what that changes, and how sure it is that nothing is better.
public struct SitingAnswer: Sendable {
  /// A chosen site.
  public struct Site: Sendable {
    /// The number of the candidate.
    public var candidate: Int
    /// Whether it was given, not chosen.
    public var isFixed: Bool
    /// How the people are off with this site and those before it.
    public var outcome: SitingOutcome
    /// People within the threshold whom this site adds to those before it; nil without a threshold.
    public var peopleAdded: Double?
    /// People within the threshold who would lose it if only this site were left out; nil without a
    /// threshold.
    public var peopleAlone: Double?
    /// Minutes by which the mean falls with this site.
    public var meanMinutesSaved: Double
    /// Minutes by which the mean of the worst-off part falls with this site.
    public var worstMinutesSaved: Double
  }

  /// What a budget reaches.
  public struct Step: Sendable {
    /// The budget, in units.
    public var budget: Int
    /// The numbers of the chosen candidates, ascending.
    public var chosen: [Int]
    /// How the people are off.
    public var outcome: SitingOutcome
    /// The measure of the objective.
    public var value: Double
    /// What no choice is better than, in the same measure.
    public var bound: Double
    /// How it was found.
    public var method: SitingSolution.Method
  }

  /// What the objective is counted in.
  public enum Measure: String, CaseIterable, Sendable {
    /// People within the threshold.
    case people
    /// People within the threshold, counted twice if two facilities are.
    case peopleOnceAndTwice = "people-once-and-twice"
    /// People newly within the threshold, times how far they are now, in thresholds.
    case farPeople = "far-people"
    /// Units of cost.
    case units
    /// Mean minutes.
    case meanMinutes = "mean-minutes"
    /// Mean minutes of the worst-off part.
    case worstMinutes = "worst-minutes"
  }

  /// What the objective is counted in.
  public var measure: Measure
  /// The value reached.
  public var value: Double
  /// What no choice is better than.
  public var bound: Double
  /// The solution in the solver's own terms; its gap is that of what is gained.
  public var solution: SitingSolution
  /// The chosen sites: fixed ones first, then each time the one that adds most.
  public var sites: [Site]
  /// What they cost together.
  public var cost: Int
  /// How the people are off without new sites.
  public var before: SitingOutcome
  /// How they are off with them.
  public var after: SitingOutcome
  /// What smaller budgets reach; empty where all are covered.
  public var curve: [Step]
  /// The communes that cannot be covered by any candidate (twice, where backup counts), by number.
  public var hopeless: [Int]
  /// The communes that cannot be joined to the travel network, by number.
  public var unplaced: [Int]
  /// Whether the exact solver is installed.
  public var hasSolver: Bool
  /// Whether the problem is too large for it.
  public var isTooLarge: Bool
}
