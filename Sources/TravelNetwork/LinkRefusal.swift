/// Why a link is of no use to a vehicle on a day.
///
/// A link may have several reasons; the first one in this order is told.
public enum LinkRefusal: String, CaseIterable, Sendable {
  /// The vehicle does not travel in this mode.
  case mode
  /// The link does not carry the vehicle, or excludes it by name.
  case carriage
  /// Somebody has yet to confirm that it may be used.
  case notConfirmed = "not_confirmed"
  /// It is closed for good, or until further notice.
  case closed
  /// It does not exist on the day, any more or as yet.
  case notInForce = "not_in_force"
  /// No time can be told for it.
  case withoutTimes = "without_times"
  /// The weather stops it.
  case weather
  /// The query does without it.
  case avoided
}
