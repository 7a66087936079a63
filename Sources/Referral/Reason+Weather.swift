import Facts
import HealthNetwork
import TravelNetwork

extension Reason {
  /// A ferry, boat or flight on the way is stopped by the weather.
  ///
  /// - Parameters:
  ///   - names: What is stopped.
  ///   - weather: The weather.
  ///   - otherwise: Minutes to the facility on any other day, waiting for the next departure included.
  ///   - now: Minutes in the weather; nil when no way is left.
  ///   - next: The next departure on any other day.
  /// - Returns: The reason, with the source of what the weather does.
  static func stoppedByWeather(
    _ names: [String], weather: Weather, otherwise: Double, now: Double?, next: NextDeparture
  ) -> Reason {
    let names = names.joined(separator: ", ")
    let english = weather.nameEn ?? weather.name
    var reason = Reason(
      .ferryNotRunning,
      vi: "\(names) ngừng vì thời tiết (\(weather.name)): "
        + (now.map { "mất \(minutesVi($0)) thay vì \(minutesVi(otherwise))" }
          ?? "không có đường khác; ngày thường \(minutesVi(otherwise))")
        + ", \(next.vi)",
      en: "\(names) \(names.contains(", ") ? "are" : "is") stopped by the weather (\(english)): "
        + (now.map { "it takes \(minutes($0)) instead of \(minutes(otherwise))" }
          ?? "there is no other way; on any other day \(minutes(otherwise))")
        + ", \(next.en)",
      remedies: [
        .event(vi: "trời yên và \(names) chạy", en: "normal weather, and \(names) running")
      ])
    reason.source = weather.provenance.source
    return reason
  }

  /// The reason with another vehicle that gets there all the same.
  func orBy(_ other: Reason) -> Reason {
    var both = self
    both.vi += "; " + other.vi
    both.en += "; " + other.en
    both.remedies += other.remedies
    return both
  }
}

/// When a ferry would leave next on any other day.
enum NextDeparture {
  /// At an instant, by its hours.
  case at(Instant)
  /// Nobody knows its hours in a form that can be reckoned with; the words of the source, if any.
  case unknown(hours: String?)

  fileprivate var vi: String {
    switch self {
    case .at(let instant): "chuyến sớm nhất lúc trời yên \(instant.clock) \(instant.day.vi)"
    case .unknown(let hours?): "giờ chạy theo nguồn: \(hours)"
    case .unknown(nil): "chưa rõ giờ chạy"
    }
  }

  fileprivate var en: String {
    switch self {
    case .at(let instant): "next departure in normal weather \(instant.clock) \(instant.day)"
    case .unknown(let hours?): "its hours in the words of the source: \(hours)"
    case .unknown(nil): "its hours are not known"
    }
  }
}
