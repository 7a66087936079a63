import Facts
import HealthNetwork

extension Reason {
  static func facilityClosed(on day: PartialDate, successor: String?) -> Reason {
    Reason(
      .facilityClosed,
      vi: "đã ngừng hoạt động từ \(day)" + (successor.map { ", chuyển về \($0)" } ?? ""),
      en: "closed since \(day)" + (successor.map { ", succeeded by \($0)" } ?? ""),
      flipVi: successor.map { "nếu đến \($0)" } ?? "nếu nơi này mở lại",
      flipEn: successor.map { "going to \($0) instead" } ?? "the facility opening again")
  }

  static func notYetActivated(from day: PartialDate) -> Reason {
    Reason(
      .notYetActivated,
      vi: "đến \(day) mới hoạt động", en: "starts to work on \(day)",
      flipVi: "nếu hỏi từ \(day) trở đi", flipEn: "asking for \(day) or later")
  }

  static func workingNotConfirmed(note: String?) -> Reason {
    Reason(
      .notYetActivated,
      vi: "chưa xác nhận có hoạt động" + (note.map { " (\($0))" } ?? ""),
      en: "not confirmed to be working" + (note.map { " (\($0))" } ?? ""),
      flipVi: "nếu có người gọi xác nhận", flipEn: "somebody calling and confirming")
  }

  static func notWorking(note: String?) -> Reason {
    Reason(
      .notYetActivated,
      vi: "hiện không hoạt động" + (note.map { " (\($0))" } ?? ""),
      en: "not working now" + (note.map { " (\($0))" } ?? ""),
      flipVi: "nếu nơi này hoạt động", flipEn: "the facility starting to work")
  }

  static func closedOnArrival(
    _ need: Need, arrival: Instant, secondsUntilOpen: Int?
  ) -> Reason {
    let opening = secondsUntilOpen.map { arrival.advanced(bySeconds: $0) }
    let text = opening.map { $0.day == arrival.day ? $0.clock : "\($0.clock) \($0.day)" }
    return Reason(
      .closedOnArrival,
      vi: "đến lúc \(arrival.clock) thì ngoài giờ làm \(need.name)"
        + (text.map { ", làm lại lúc \($0)" } ?? ", không rõ khi nào làm lại"),
      en: "arrival at \(arrival.clock) is outside the hours of \(need.nameEn)"
        + (text.map { ", it is back at \($0)" } ?? ", nobody knows when it is back"),
      flipVi: text.map { "nếu đến từ \($0) trở đi" } ?? "nếu biết giờ làm việc",
      flipEn: text.map { "arriving at \($0) or later" } ?? "knowing the hours")
  }

  static func rotationAbsent(
    _ need: Need, arrival: Instant, chance: Double, sessions: Int, required: Double
  ) -> Reason {
    let percent = Int((chance * 100).rounded())
    return Reason(
      .rotationAbsentOnArrival,
      vi:
        "\(need.name) chỉ có \(sessions) buổi/tuần, không rõ thứ mấy: lúc \(arrival.clock) khả năng"
        + " có bác sĩ \(percent) %, cần \(Int((required * 100).rounded())) %",
      en: "\(need.nameEn) is there \(sessions) sessions a week, weekdays unknown: at"
        + " \(arrival.clock) the chance is \(percent) %, \(Int((required * 100).rounded())) % is required",
      flipVi: "nếu gọi và biết buổi đó có bác sĩ, hoặc dùng --min-probability \(chance)",
      flipEn: "a call that finds the doctor there, or --min-probability \(chance)")
  }
}
