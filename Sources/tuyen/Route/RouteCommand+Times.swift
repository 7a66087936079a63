import Facts

extension RouteCommand {
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
