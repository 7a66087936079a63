/// The share of people within a number of minutes, for every number of minutes.
///
///     let curve = coverage.curve()
///     curve.share(within: 60)       // 0.82
///     curve.minutes(ofShare: 0.5)   // half of the people are this near, or nearer
public struct AccessCurve: Hashable, Sendable {
  /// Minutes, ascending, of which each was reached by somebody.
  public let minutes: [Double]
  /// The people within those minutes.
  public let people: [Double]
  /// All people, those included who reach nothing.
  public let allPeople: Double

  /// Sorts people by their minutes; infinite ones reach nothing.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of pairs.
  public init(_ pairs: [(minutes: Double, people: Double)]) {
    var minutes: [Double] = []
    var people: [Double] = []
    var sum = 0.0
    // People are added in one order, so that the same pairs give the same sums.
    for pair in pairs.filter({ $0.people > 0 && $0.minutes.isFinite }).sorted(by: {
      ($0.minutes, $0.people) < ($1.minutes, $1.people)
    }) {
      sum += pair.people
      if minutes.last == pair.minutes {
        people[people.count - 1] = sum
      } else {
        minutes.append(pair.minutes)
        people.append(sum)
      }
    }
    self.minutes = minutes
    self.people = people
    allPeople = sum + pairs.reduce(0) { $0 + ($1.minutes.isFinite ? 0 : max(0, $1.people)) }
  }

  /// The share of people within some minutes, from 0 to 1; 0 of nobody.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of different minutes.
  public func share(within limit: Double) -> Double {
    let place = first { minutes[$0] > limit }
    return place == 0 || allPeople == 0 ? 0 : people[place - 1] / allPeople
  }

  /// The least minutes within which at least a share of the people are; nil when so many reach
  /// nothing that there are none.
  ///
  /// - Complexity: O(log *n*), where *n* is the number of different minutes.
  public func minutes(ofShare share: Double) -> Double? {
    // Sums of fractions of people are not exact; a share of 1 is that of the last one reached.
    let wanted = share * allPeople - 1e-9 * allPeople
    let place = first { people[$0] >= wanted }
    return place < minutes.count ? minutes[place] : nil
  }

  private func first(_ isBeyond: (Int) -> Bool) -> Int {
    var (low, high) = (0, minutes.count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
