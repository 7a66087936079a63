/// How unevenly something is spread over people.
///
///     let spread = Inequality(coverage.accesses().enumerated().map { ($1.minutes, people[$0]) })
///     spread.gini
///
/// C. Gini, "Variabilità e mutabilità", 1912; of weighted values as in A. Sen, "On Economic
/// Inequality", 1973, doi:10.1093/0198281935.001.0001.
public struct Inequality: Hashable, Sendable {
  /// 0 when everybody has the same, near 1 when one has all; nil of nobody, and when all have 0.
  public let gini: Double?
  /// The mean over people with a finite value; nil where there are none.
  public let mean: Double?
  /// People whose value is infinite: they are in neither number.
  public let peopleWithout: Double

  /// Measures values of people.
  ///
  /// - Parameter pairs: Values, not negative, and how many people have them.
  /// - Complexity: O(*n* log *n*), where *n* is the number of pairs.
  public init(_ pairs: [(value: Double, people: Double)]) {
    let finite = pairs.filter { $0.value.isFinite && $0.people > 0 }
      .sorted { ($0.value, $0.people) < ($1.value, $1.people) }
    var (people, sum, area) = (0.0, 0.0, 0.0)
    for pair in finite {
      // Twice the area below the Lorenz curve, a trapezium at a time.
      area += pair.people * (2 * sum + pair.people * pair.value)
      sum += pair.people * pair.value
      people += pair.people
    }
    gini = people > 0 && sum > 0 ? max(0, 1 - area / (people * sum)) : nil
    mean = people > 0 ? sum / people : nil
    peopleWithout = pairs.reduce(0) { $0 + ($1.value.isFinite ? 0 : $1.people) }
  }
}

/// The tenth of the people who are furthest away.
public struct WorstTenth: Hashable, Sendable {
  /// A tenth of all people.
  public let people: Double
  /// Those of them who reach nothing.
  public let peopleWithout: Double
  /// The mean minutes of the others; nil when there are none.
  public let meanMinutes: Double?
  /// The least minutes of any of them; nil when all of them reach nothing.
  public let leastMinutes: Double?

  /// Finds the furthest tenth; of a commune on its edge only so many people are taken.
  ///
  /// - Parameter pairs: Minutes, infinite for who reaches nothing, and people.
  /// - Complexity: O(*n* log *n*), where *n* is the number of pairs.
  public init(_ pairs: [(minutes: Double, people: Double)]) {
    people = pairs.reduce(0) { $0 + $1.people } / 10
    var left = people
    var (without, sum, counted) = (0.0, 0.0, 0.0)
    var least: Double?
    for pair in pairs.filter({ $0.people > 0 }).sorted(by: {
      ($0.minutes, $0.people) > ($1.minutes, $1.people)
    }) {
      let taken = min(left, pair.people)
      guard taken > 0 else { break }
      left -= taken
      if pair.minutes.isFinite {
        sum += taken * pair.minutes
        counted += taken
        least = pair.minutes
      } else {
        without += taken
      }
    }
    peopleWithout = without
    meanMinutes = counted > 0 ? sum / counted : nil
    leastMinutes = least
  }
}
