public import Facts
public import HealthNetwork

/// On which level of a ladder a facility stands, by what it performs, and what it lacks for the next.
///
///     let standing = LadderStanding(ladder, of: facility, register)
///     standing.level           // the highest rung that is surely held
///     standing.step(above)     // what is missing to the next, and what is not known
///
/// A level is derived: nobody verified it unless the ladder says so.
public struct LadderStanding: Hashable, Sendable {
  /// How a facility stands to one rung.
  public struct Step: Hashable, Sendable {
    /// Whether the level is held, is ruled out, or may be held.
    public var answer = Performance.Answer.unknown
    /// Whether a statement about the level as a whole decided.
    public var isStatedWhole = false
    /// Requirements that are performed.
    public var performed: [[String]] = []
    /// Requirements of which a statement says no.
    public var missing: [[String]] = []
    /// Requirements of which nothing can be relied on.
    public var unknown: [[String]] = []
    /// Whether all that is performed is known to be so within the months of the rung; nil when the
    /// rung has no such rule, or the level is not held.
    public var isRecent: Bool?
    /// The least recent of the last known days of what is performed.
    public var lastKnown: Day?
  }

  /// The facility.
  public let facility: FacilityIndex
  /// One step for each rung, the lowest first.
  public let steps: [Step]

  /// Derives the level of a facility.
  ///
  /// - Complexity: O(*r* · *n*), where *r* is the number of requirements and *n* of the facility's
  ///   statements.
  public init(_ ladder: Ladder, of facility: FacilityIndex, _ register: PracticeRegister) {
    self.facility = facility
    steps = ladder.rungs.map { Step($0, of: facility, register) }
  }

  /// The highest rung that is held; nil when none is for sure.
  public var level: Int? { steps.lastIndex { $0.answer == .yes } }

  /// The highest rung that is not ruled out; nil when every one is.
  public var ceiling: Int? { steps.lastIndex { $0.answer != .no } }

  /// The rung to reach next; nil at the top.
  public var next: Int? {
    let next = level.map { $0 + 1 } ?? 0
    return next < steps.count ? next : nil
  }

  /// Whether anything is said of the facility that has to do with the ladder.
  public var isKnown: Bool {
    steps.contains { $0.answer != .unknown || !$0.performed.isEmpty || !$0.missing.isEmpty }
  }
}

extension LadderStanding.Step {
  init(_ rung: Rung, of facility: FacilityIndex, _ register: PracticeRegister) {
    var days: [Day?] = []
    for requirement in rung.requirements {
      let found = requirement.map { register.performance(of: $0, at: facility) }
      if let yes = found.first(where: { $0.answer == .yes }) {
        performed.append(requirement)
        days.append(yes.lastKnown)
      } else if found.allSatisfy({ $0.answer == .no }) {
        missing.append(requirement)
      } else {
        unknown.append(requirement)
      }
    }
    if !missing.isEmpty {
      answer = .no
    } else if unknown.isEmpty {
      answer = .yes
    }
    if let code = rung.capability {
      let whole = register.performance(of: code, at: facility)
      // What is stated of the level itself comes before what its parts amount to.
      if whole.answer != .unknown, whole.answer != answer {
        answer = whole.answer
        isStatedWhole = true
        if answer == .yes { days = [whole.lastKnown] }
      }
    }
    guard answer == .yes else { return }
    let known = days.compactMap(\.self)
    lastKnown = known.count == days.count ? known.min() : nil
    if let months = rung.months {
      isRecent = lastKnown.map { $0 >= register.day.earlier(byMonths: months) } ?? false
    }
  }
}

extension Day {
  /// The same day of the month some months before, or the last day of that month.
  public func earlier(byMonths months: Int) -> Day { later(byMonths: -months) }

  /// The same day of the month some months later, or the last day of that month.
  public func later(byMonths months: Int) -> Day {
    let parts = parts
    let month = parts.year * 12 + parts.month - 1 + months
    let (year, number) = (month / 12, month % 12 + 1)
    for day in stride(from: parts.day, through: 28, by: -1) {
      if let found = Day(year: year, month: number, day: day) { return found }
    }
    return Day(year: year, month: number, day: min(parts.day, 28)) ?? self
  }
}
