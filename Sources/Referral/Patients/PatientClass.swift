import HealthNetwork

/// Patients of whom the same can be said: at one place, with the same facilities open to them at the
/// same cost, so that it does not matter which of them goes where.
struct PatientClass: Sendable {
  /// A way to be treated that is open to them.
  struct Choice: Sendable {
    var candidate: PatientCandidate
    /// The pool of places; nil where nothing is known of them.
    var pool: Int?
    var cost: Harm
  }

  /// The patients, by index, in the order in which they were given.
  var patients: [Int]
  /// What is asked for them, by number.
  var question: Int
  /// Where they are.
  var origin: ReferralOrigin
  /// The choices, the nearest first; nil when the origin is off the network.
  var choices: [Choice]?
  /// Deciseconds from leaving after which they are late; nil for no limit.
  var limit: Int?

  /// What it costs that one of them arrives after some time.
  ///
  /// Weight times time, and the surplus of the late weight times the time beyond the limit: it never
  /// falls, so the nearest open place is always the best for a patient alone.
  static func delay(_ triage: TriageClass, deciseconds: Int, limit: Int?) -> Int {
    let late = limit.map { max(0, deciseconds - max(0, $0)) } ?? 0
    let surplus = (triage.lateWeight ?? triage.weight) - triage.weight
    return triage.weight * deciseconds + surplus * late
  }
}

/// What an unplaced patient of each rank costs: more than all of the less urgent ranks together.
struct UnplacedCosts {
  private var costs: [Int: Int] = [:]

  /// Counts the patients of each rank.
  ///
  /// One of a rank costs one more than all the less urgent ones cost together. With at most six ranks,
  /// the greatest sum for *n* patients is (*n*/6 + 1) to the sixth: 5,000 patients stay within 64 bits.
  init(_ patients: [Patient]) {
    var counts: [Int: Int] = [:]
    for patient in patients { counts[patient.triage.rank, default: 0] += 1 }
    var unit = 1
    for (rank, count) in counts.sorted(by: { $0.key > $1.key }) {
      costs[rank] = unit
      unit += unit * count
    }
  }

  /// The cost of a patient without a place.
  func cost(ofRank rank: Int) -> Harm { Harm(unplaced: costs[rank] ?? 1) }
}
