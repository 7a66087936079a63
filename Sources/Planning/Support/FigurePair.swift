import Facts
public import HealthNetwork

/// Two published figures of one indicator that ought to agree and do not, or that follow each other.
///
/// They stand side by side: which of them is right is not for arithmetic to say.
public struct FigurePair: Hashable, Sendable {
  /// How the two stand to each other.
  public enum Relation: String, CaseIterable, Sendable {
    /// They are of overlapping subjects and times, and have no value in common.
    case contradicts
    /// They are of one subject, the second later than the first.
    case trend
  }

  /// The index of the first figure.
  public let first: Int
  /// The index of the second figure.
  public let second: Int
  /// How they stand to each other.
  public let relation: Relation

  /// Finds all pairs: what contradicts before what follows, in order of id.
  ///
  /// - Complexity: O(*n*²) for the *n* figures of one indicator.
  public static func all(_ network: Network) -> [FigurePair] {
    let figures = network.records.figures
    let comparable = figures.indices.filter { index in
      let figure = figures[index].record
      return figure.isTarget != true && figure.isChange != true && figure.measure.span != nil
    }
    var pairs: [FigurePair] = []
    for (place, first) in comparable.enumerated() {
      for second in comparable.dropFirst(place + 1) {
        if let pair = pair(first, second, network) { pairs.append(pair) }
      }
    }
    return Relation.allCases.flatMap { relation in pairs.filter { $0.relation == relation } }
  }

  private static func pair(_ first: Int, _ second: Int, _ network: Network) -> FigurePair? {
    let left = network.records.figures[first].record
    let right = network.records.figures[second].record
    guard left.indicator == right.indicator, left.specialty == right.specialty,
      left.measure.unit == right.measure.unit
    else { return nil }
    let isOneSubject = left.subject == right.subject
    let starts = (left.period.start, right.period.start)
    if isOneSubject, let one = starts.0, let other = starts.1, one != other {
      return one < other
        ? FigurePair(first: first, second: second, relation: .trend)
        : FigurePair(first: second, second: first, relation: .trend)
    }
    guard isOneSubject || network.overlap(left.subject, right.subject),
      left.period.mayOverlap(right.period), let one = left.measure.span,
      let other = right.measure.span, !one.overlaps(other)
    else { return nil }
    return FigurePair(first: first, second: second, relation: .contradicts)
  }
}

extension Measure {
  /// The values that it leaves open; nil where it has none.
  fileprivate var span: ClosedRange<Double>? {
    guard let least = low ?? value ?? high, let most = high ?? value ?? low, least <= most else {
      return nil
    }
    switch bound {
    case .atLeast: return least...Double.infinity
    case .atMost: return -Double.infinity...most
    case .about, .exactly, nil: return least...most
    }
  }
}

extension Period {
  fileprivate var start: Day? { (from ?? firstEvidence)?.start }

  /// Whether the two may speak of one time; evidence of a day speaks of its year.
  fileprivate func mayOverlap(_ other: Period) -> Bool {
    if let to, let start = other.from?.start, to.start <= start { return false }
    if let start = from?.start, let to = other.to, to.start <= start { return false }
    if let to, let year = other.firstEvidence?.year, to.start <= year { return false }
    if let to = other.to, let year = firstEvidence?.year, to.start <= year { return false }
    return true
  }
}

extension PartialDate {
  /// The first day of its year.
  fileprivate var year: Day? { Day(year: start.parts.year, month: 1, day: 1) }
}

extension Network {
  /// Whether one subject of figures is part of the other, as a member of a group is.
  fileprivate func overlap(_ left: String, _ right: String) -> Bool {
    func members(_ id: String) -> [String] {
      records.parties.first { $0.record.id == id }?.record.members.map(\.ref) ?? []
    }
    return members(left).contains(right) || members(right).contains(left)
  }
}
