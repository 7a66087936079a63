public import Facts

/// Something that would change an answer: the question asked otherwise, or something that happens.
///
/// A remedy is a value: it names no option and no button. Each face words it for itself.
public enum Remedy: Hashable, Sendable {
  /// Asking for so many targets.
  case count(Int)
  /// Allowing so many minutes of travel.
  case minutes(Int)
  /// Allowing so many kilometres of travel.
  case kilometres(Int)
  /// Relying on statements of this confidence.
  case confidence(Confidence)
  /// Relying on a service that is there with this chance.
  case probability(Double)
  /// A lower professional level being enough.
  case lowerLevel
  /// Allowing facilities up to this tier.
  case tier(Int)
  /// Handing the patient over to another vehicle; its id, where one is known that can.
  case vehicle(String?)
  /// The patient being worse off.
  case graver
  /// Saying when the illness began.
  case onset
  /// Asking the facility how long it takes from its door to treatment.
  case doorToTreatment
  /// A list of free places.
  case capacityFile
  /// An assumption of free places.
  case assumedCapacity
  /// Asking about the patient alone.
  case askingAlone
  /// Something that happens, whatever is asked: a ferry that runs, a source that confirms.
  case event(vi: String, en: String)
}
