import Facts
import HealthNetwork
import TravelNetwork

extension Reason {
  /// Treatment comes after a limit of the clinical window; without a limit, after the last one.
  static func outOfTimeWindow(
    _ reading: TreatmentWindow.Reading, limit: Double? = nil
  ) -> Reason {
    let (window, elapsed) = (reading.window, reading.elapsed.usual)
    let limit = limit ?? window.last
    let clock = window.clock
    let over = max(1, (elapsed - limit).rounded(.up))
    let (end, endEn) =
      window.delay == nil ? ("đến nơi", "arrival is") : ("bắt đầu điều trị", "treatment is")
    let (delay, delayEn) = window.delay?.words ?? ("", "")
    return Reason(
      .outOfTimeWindow,
      vi: "\(end) khi đã \(minutesVi(elapsed.rounded(.up))) từ khởi phát\(delay), quá mốc "
        + "\(minutesVi(limit)) (\(clock.name))",
      en: "\(endEn) \(minutes(elapsed.rounded(.up))) after onset\(delayEn), beyond "
        + "\(minutes(limit)) (\(clock.nameEn ?? clock.name))",
      remedies: [
        .event(vi: "đến sớm hơn \(minutesVi(over))", en: "arriving \(minutes(over)) earlier")
      ])
  }

  static func outOfRadius(minutes far: Double, limit: Double) -> Reason {
    Reason(
      .outOfRadius,
      vi: "mất \(minutesVi(far)), giới hạn \(minutesVi(limit))",
      en: "\(minutes(far)) away, the limit is \(minutes(limit))",
      remedies: [.minutes(Int(clamping: far.rounded(.up)))])
  }

  static func outOfRadius(kilometres: Double, limit: Double) -> Reason {
    Reason(
      .outOfRadius,
      vi: "cách \(tenths(kilometres)) km, giới hạn \(tenths(limit)) km",
      en: "\(tenths(kilometres)) km away, the limit is \(tenths(limit)) km",
      remedies: [.kilometres(Int(clamping: kilometres.rounded(.up)))])
  }

  static func positionMissing() -> Reason {
    Reason(
      .positionMissing,
      vi: "chưa biết tọa độ", en: "its position is not known",
      remedies: [.event(vi: "bổ sung tọa độ", en: "a position")])
  }

  static func noAccess(limitKm: Double) -> Reason {
    Reason(
      .noPath,
      vi: "trong \(tenths(limitKm)) km không có đường nào cho phương tiện này",
      en: "no node of this vehicle's network lies within \(tenths(limitKm)) km",
      remedies: [
        .event(vi: "bổ sung đường đi", en: "a link to it"),
        .event(vi: "đổi phương tiện", en: "another vehicle"),
      ])
  }

  static func noPath() -> Reason {
    Reason(
      .noPath,
      vi: "mạng giao thông không có đường đến", en: "the travel network has no way to it",
      remedies: [.event(vi: "bổ sung đường đi", en: "a link to it")])
  }

  static func pathCut(
    avoided: [String], otherwise: Double, now: Double?
  ) -> Reason {
    let names = avoided.joined(separator: ", ")
    return Reason(
      .pathCutByScenario,
      vi: "không đi qua \(names): "
        + (now.map { "mất \(minutesVi($0)) thay vì \(minutesVi(otherwise))" }
          ?? "không còn đường khác, bình thường mất \(minutesVi(otherwise))"),
      en: "the way over \(names) is ruled out: "
        + (now.map { "it takes \(minutes($0)) instead of \(minutes(otherwise))" }
          ?? "no way is left, it is \(minutes(otherwise)) otherwise"),
      remedies: [.event(vi: "qua được \(names)", en: "\(names) being open")])
  }

  static func ferryNotRunning(
    _ ferries: [String], otherwise: Double, now: Double?
  ) -> Reason {
    let names = ferries.joined(separator: ", ")
    return Reason(
      .ferryNotRunning,
      vi: "\(names) không chạy giờ này: "
        + (now.map { "mất \(minutesVi($0)) thay vì \(minutesVi(otherwise))" }
          ?? "không có đường khác, khi chạy thì mất \(minutesVi(otherwise))"),
      en: "\(names) does not run at this hour: "
        + (now.map { "it takes \(minutes($0)) instead of \(minutes(otherwise))" }
          ?? "there is no other way, it is \(minutes(otherwise)) when it runs"),
      remedies: [.event(vi: "\(names) chạy", en: "\(names) running")])
  }

  static func ferryQueue(
    _ name: String, _ exception: LinkException, otherwise: Double, now: Double?
  ) -> Reason {
    let wait = exception.waitMinutes ?? 0
    let range = [exception.waitLowMinutes ?? wait, exception.waitHighMinutes ?? wait]
      .map { "\(Int(clamping: $0.rounded()))" }
    let span = range[0] == range[1] ? range[0] : range.joined(separator: "–")
    let confidence = exception.provenance.confidence ?? .low
    var reason = Reason(
      .ferryQueue,
      vi:
        "\(name): \(exception.holiday ?? "ngày này") chờ \(span) phút (độ tin cậy \(confidence.vi)), "
        + (now.map { "mất \(minutesVi($0)) thay vì \(minutesVi(otherwise))" }
          ?? "bình thường mất \(minutesVi(otherwise))"),
      en:
        "\(name): \(span) min wait on \(exception.holidayEn ?? "this day") (\(confidence) confidence), "
        + (now.map { "it takes \(minutes($0)) instead of \(minutes(otherwise))" }
          ?? "it is \(minutes(otherwise)) otherwise"),
      remedies: [.event(vi: "phà không đông", en: "a shorter queue")])
    reason.source = exception.provenance.source
    return reason
  }

  static func vehicleCannotUse(
    _ links: [String], vehicle: Vehicle, able: Vehicle?, otherwise: Double
  ) -> Reason {
    let names = links.joined(separator: ", ")
    // The id in square brackets is for the face: it becomes an option there, and nothing elsewhere.
    let other = able.map { " (\($0.name) [\($0.id)])" } ?? ""
    let otherEn = able.map { " (\($0.nameEn ?? $0.name) [\($0.id)])" } ?? ""
    return Reason(
      .vehicleCannotUsePath,
      vi:
        "\(vehicle.name) không đi được \(names); đổi phương tiện\(other) thì mất \(minutesVi(otherwise))",
      en: "\(vehicle.nameEn ?? vehicle.id) cannot use \(names); with others\(otherEn) it is "
        + minutes(otherwise),
      remedies: [.vehicle(able?.id)])
  }

  static func notSelected(rank: Int, count: Int) -> Reason {
    Reason(
      .notSelectedK,
      vi: "đủ điều kiện, nhưng xếp thứ \(rank) mà chỉ lấy \(count) nơi",
      en: "eligible, but number \(rank) and only \(count) were asked for",
      remedies: [.count(rank)])
  }

  static func minutesVi(_ minutes: Double) -> String {
    SpokenDuration(minutes: minutes).vi
  }

  static func minutes(_ minutes: Double) -> String {
    SpokenDuration(minutes: minutes).en
  }

  static func tenths(_ number: Double) -> String {
    let tenths = Int(clamping: (number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
