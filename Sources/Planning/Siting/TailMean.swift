/// The mean of what the worst-off part of the people have: how far the furthest tenth are.
///
///     let tail = TailMean(people: [900, 100], share: 0.1)
///     tail.mean(of: [10, 60])   // 60
///
/// Known as conditional value at risk; it is the least of *t* + Σ wᵢ max(0, dᵢ − *t*) / (*share* Σ wᵢ) over
/// all *t* (Rockafellar & Uryasev 2000, doi:10.21314/JOR.2000.038), which makes it fit for a linear
/// program.
public struct TailMean: Sendable {
  /// The people of each row.
  public let people: [Double]
  /// How many people the part is.
  public let part: Double

  /// Creates the mean for a share of the people, more than 0 and at most 1.
  public init(people: [Double], share: Double) {
    self.people = people
    part = people.reduce(0, +) * share
  }

  /// The mean over the part of the people with the highest values; 0 when there are no people.
  public func mean(of values: [Double]) -> Double {
    guard part > 0 else { return 0 }
    var left = part
    var sum = 0.0
    for row in ordered(values) {
      let counted = min(left, people[row])
      sum += counted * values[row]
      left -= counted
      if left <= 0 { break }
    }
    return sum / part
  }

  /// The value of the best off among them.
  public func threshold(of values: [Double]) -> Double {
    var left = part
    for row in ordered(values) {
      left -= people[row]
      if left <= 0 { return values[row] }
    }
    return 0
  }

  private func ordered(_ values: [Double]) -> [Int] {
    values.indices.sorted { (values[$1], $0) < (values[$0], $1) }
  }
}
