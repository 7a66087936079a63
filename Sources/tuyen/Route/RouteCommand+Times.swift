import Facts
import Referral

extension RouteCommand {
  /// The last departure; a clock alone means the next time it reads that after the first one.
  static func instant(
    ofLast text: String, after at: Instant
  ) throws(Failure) -> Instant {
    let isClock = text.count <= 5 && text.contains(":")
    var instant = try TimeOptions.instant(
      isClock ? "\(at.day)T\(text)" : text, option: "--leave-until", in: at.zone)
    if isClock && instant < at { instant = instant.advanced(bySeconds: 86_400) }
    guard instant >= at else { throw .usage("--leave-until \(instant) lies before --at \(at)") }
    guard instant.seconds - at.seconds <= Departures.limitMinutes * 60 else {
      throw .usage("--leave-until \(instant) lies more than a week after --at \(at)")
    }
    return instant
  }

  /// When the illness began; a clock alone means the last time it read that before the departure.
  static func instant(
    ofOnset text: String, before at: Instant
  ) throws(Failure) -> Instant {
    let isClock = text.count <= 5 && text.contains(":")
    let instant = try TimeOptions.instant(
      isClock ? "\(at.day)T\(text)" : text, option: "--onset", in: at.zone)
    if instant <= at { return instant }
    guard isClock else { throw .usage("--onset \(instant) lies after --at \(at)") }
    return instant.advanced(bySeconds: -86_400)
  }
}
