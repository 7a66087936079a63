public import Facts
public import HealthNetwork

/// Who of several patients goes where, and why not elsewhere.
public struct PatientPlan: Sendable {
  /// The places of a facility, and who takes them.
  public struct Load: Sendable {
    /// The places.
    public var places: FreePlaces
    /// The pool of the whole facility, when these places are a part of it.
    public var whole: Int?
    /// How many are on their way from before.
    public var inbound: Int
    /// The patients of this plan who take one of them, by index, the first to leave first.
    public var patients: [Int]
    /// What one more place would change; nil for nothing.
    public var oneMore: OneMore?

    /// Places that are left when all have arrived.
    public var left: Int { max(0, places.count - inbound - patients.count) }
    /// How many more are on their way, or planned, than there are places.
    public var excess: Int { max(0, inbound + patients.count - places.count) }
  }

  /// What one more place at a facility would change: the patients who would move.
  public struct OneMore: Hashable, Sendable {
    /// The moves, that to the new place first, then that to the place which it frees, and so on.
    public var moves: [Move]
    /// What is saved: weights times minutes; negative when somebody gains a place and others lose
    /// time by it.
    public var weightedMinutes: Double
    /// Minutes until arrival that are saved, over all who had a place before.
    public var minutes: Double
  }

  /// A patient who would go elsewhere.
  public struct Move: Hashable, Sendable {
    /// The patient's index.
    public var patient: Int
    /// Where the patient goes now; nil for a patient without a place.
    public var from: FacilityIndex?
    /// Where the patient would go.
    public var to: FacilityIndex?
  }

  /// A nearer facility that could treat the patient and has no place.
  public struct Full: Hashable, Sendable {
    /// The facility's index.
    public var facility: FacilityIndex
    /// Minutes to it.
    public var minutes: Double
    /// The load that is full; nil where nothing is known of its places.
    public var load: Int?
  }

  /// What becomes of a patient.
  public struct Outcome: Sendable {
    /// Where the patient goes; nil for a patient without a place.
    public var target: ReferralTarget?
    /// The load in which the patient takes a place.
    public var load: Int?
    /// The nearer facilities that can treat the patient but have no place, the nearest first; for a
    /// patient without a place all of them.
    public var full: [Full]
    /// Nearer facilities that cannot treat the patient, the nearest first: all when that was asked
    /// for, else a few where nobody can.
    public var rejected: [Rejection]
    /// Hospitals of which nobody says whether they can treat the patient, clearly nearer than the
    /// target; for a patient without a place the nearest of them.
    public var ask: [UnknownNearer]
    /// Whether the patient's place is too far from the travel network.
    public var isOffNetwork: Bool
    /// Weight times minutes until arrival, those beyond the limit by their own weight.
    public var weightedMinutes: Double
    /// Minutes from leaving after which every minute counts as late; nil for no limit.
    public var limitMinutes: Double?
  }

  /// The patients, in the order in which they were given.
  public var patients: [Patient]
  /// What becomes of each.
  public var outcomes: [Outcome]
  /// The places, by facility.
  public var loads: [Load]

  /// The patients in the order of leaving: the most urgent first, of equal ones the one with the least
  /// time to spare before the limit, then as they were given.
  ///
  /// Going by the least time to spare keeps the greatest lateness least (J. R. Jackson, 1955).
  public var departureOrder: [Int] {
    let spare = outcomes.map { outcome in
      (outcome.limitMinutes ?? .infinity) - (outcome.target?.minutes ?? 0)
    }
    return patients.indices.sorted { left, right in
      (patients[left].triage.rank, spare[left], left)
        < (patients[right].triage.rank, spare[right], right)
    }
  }

  /// The sum of weights times minutes of all who have a place.
  public var weightedMinutes: Double {
    outcomes.reduce(0) { $0 + ($1.target == nil ? 0 : $1.weightedMinutes) }
  }

  /// The patients without a place.
  public var unplaced: [Int] { patients.indices.filter { outcomes[$0].target == nil } }
}
