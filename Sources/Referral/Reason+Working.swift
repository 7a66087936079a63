import Facts
import HealthNetwork

extension Reason {
  static func facilityClosed(on day: PartialDate, successor: String?) -> Reason {
    Reason(
      .facilityClosed,
      vi: "đã ngừng hoạt động từ \(day.vi)" + (successor.map { ", chuyển về \($0)" } ?? ""),
      en: "closed since \(day)" + (successor.map { ", succeeded by \($0)" } ?? ""),
      remedies: [
        .event(
          vi: successor.map { "đến \($0)" } ?? "nơi này mở lại",
          en: successor.map { "going to \($0) instead" } ?? "the facility opening again")
      ])
  }

  static func notYetActivated(from day: PartialDate) -> Reason {
    Reason(
      .notYetActivated,
      vi: "đến \(day.vi) mới hoạt động", en: "starts to work on \(day)",
      remedies: [.event(vi: "hỏi từ \(day.vi) trở đi", en: "asking for \(day) or later")])
  }

  static func workingNotConfirmed(note: (vi: String, en: String)?) -> Reason {
    Reason(
      .notYetActivated,
      vi: "chưa xác nhận có hoạt động" + (note.map { " (\($0.vi))" } ?? ""),
      en: "not confirmed to be working" + (note.map { " (\($0.en))" } ?? ""),
      remedies: [.event(vi: "có người gọi xác nhận", en: "somebody calling and confirming")])
  }

  static func notWorking(note: (vi: String, en: String)?) -> Reason {
    Reason(
      .notYetActivated,
      vi: "hiện không hoạt động" + (note.map { " (\($0.vi))" } ?? ""),
      en: "not working now" + (note.map { " (\($0.en))" } ?? ""),
      remedies: [.event(vi: "nơi này hoạt động", en: "the facility starting to work")])
  }

  static func closedOnArrival(
    _ need: Need, arrival: Instant, secondsUntilOpen: Int?
  ) -> Reason {
    let opening = secondsUntilOpen.map { arrival.advanced(bySeconds: $0) }
    let isLater = opening.map { $0.day != arrival.day } ?? false
    let text = opening.map { isLater ? "\($0.clock) \($0.day)" : $0.clock }
    let textVi = opening.map { isLater ? "\($0.clock) \($0.day.vi)" : $0.clock }
    return Reason(
      .closedOnArrival,
      vi: "đến lúc \(arrival.clock) thì ngoài giờ làm \(need.name)"
        + (textVi.map { ", làm lại lúc \($0)" } ?? ", không rõ khi nào làm lại"),
      en: "arrival at \(arrival.clock) is outside the hours of \(need.nameEn)"
        + (text.map { ", it is back at \($0)" } ?? ", nobody knows when it is back"),
      remedies: [
        .event(
          vi: textVi.map { "đến từ \($0) trở đi" } ?? "biết giờ làm việc",
          en: text.map { "arriving at \($0) or later" } ?? "knowing the hours")
      ])
  }

  /// A practice of which nobody says when it is open is not counted on at night.
  static func practiceAtNight(_ need: Need, arrival: Instant) -> Reason {
    Reason(
      .closedOnArrival,
      vi:
        "phòng khám chưa rõ giờ làm \(need.name), coi như không mở ban đêm (đến lúc \(arrival.clock))",
      en: "an outpatient practice of unknown hours for \(need.nameEn) is not counted on at night "
        + "(arrival at \(arrival.clock))",
      remedies: [.event(vi: "gọi và biết có trực đêm", en: "a call that finds it open at night")])
  }

  static func rotationAbsent(
    _ need: Need, arrival: Instant, chance: Double, sessions: Int, required: Double
  ) -> Reason {
    let percent = Int(clamping: (chance * 100).rounded())
    return Reason(
      .rotationAbsentOnArrival,
      vi:
        "\(need.name) chỉ có \(sessions) buổi/tuần, không rõ thứ mấy: lúc \(arrival.clock) khả năng"
        + " có bác sĩ \(percent) %, cần \(Int(clamping: (required * 100).rounded())) %",
      en:
        "\(need.nameEn) is there \(sessions) \(sessions == 1 ? "session" : "sessions") a week, weekdays unknown: at"
        + " \(arrival.clock) the chance is \(percent) %, \(Int(clamping: (required * 100).rounded())) % is required",
      remedies: [
        .event(vi: "gọi và biết buổi đó có bác sĩ", en: "a call that finds the doctor there"),
        .probability(chance),
      ])
  }
}
