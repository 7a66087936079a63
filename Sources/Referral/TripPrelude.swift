/// What lies between a departure and the beginning of a trip: nothing, or the way to a first
/// hospital and the stay there.
struct TripPrelude: Hashable, Sendable {
  /// Usual minutes.
  var minutes = 0.0
  /// Minutes when everything goes fast.
  var minutesLow = 0.0
  /// Minutes when everything goes slowly.
  var minutesHigh = 0.0
  /// Minutes of `minutes` that are no travel.
  var stay = 0.0
  /// Kilometres.
  var kilometres = 0.0

  /// Whether the patient sets out at once.
  var isNone: Bool { self == TripPrelude() }
}
