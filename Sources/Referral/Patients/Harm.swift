/// How bad a plan is: first who has no place, then how late the others are treated.
///
/// The two are compared one after the other. No saving of minutes weighs up a patient for whom a
/// place was there, and among the patients without one, one of a more urgent class weighs more than
/// all of the less urgent classes together.
struct Harm: Hashable, Comparable, AdditiveArithmetic, Sendable {
  /// The patients without a place, the most urgent class as the highest digit.
  var unplaced = 0
  /// Weights times tenths of a second until arrival.
  var delay = 0

  static let zero = Harm()

  static func < (left: Harm, right: Harm) -> Bool {
    left.unplaced < right.unplaced || (left.unplaced == right.unplaced && left.delay < right.delay)
  }

  static func + (left: Harm, right: Harm) -> Harm {
    Harm(unplaced: left.unplaced + right.unplaced, delay: left.delay + right.delay)
  }

  static func - (left: Harm, right: Harm) -> Harm {
    Harm(unplaced: left.unplaced - right.unplaced, delay: left.delay - right.delay)
  }
}
