import Facts
import HealthNetwork
import TravelNetwork

extension Reason {
  static func rotationNotYet(_ need: Need, from: PartialDate, source: String?) -> Reason {
    var reason = Reason(
      .rotationAbsentOnArrival,
      vi: "\(need.name) do bác sĩ luân phiên làm, đến \(from.vi) mới có",
      en: "\(need.nameEn) is done by a rotation that starts on \(from)",
      remedies: [.event(vi: "hỏi từ \(from.vi) trở đi", en: "asking for \(from) or later")])
    reason.source = source
    return reason
  }

  static func rotationEnded(_ need: Need, to: PartialDate, source: String?) -> Reason {
    var reason = Reason(
      .rotationAbsentOnArrival,
      vi: "\(need.name) do bác sĩ luân phiên làm, đợt luân phiên đã hết từ \(to.vi)",
      en: "\(need.nameEn) was done by a rotation that ended on \(to)",
      remedies: [.event(vi: "có đợt luân phiên mới", en: "a new rotation")])
    reason.source = source
    return reason
  }

  static func supporterEnded(_ need: Need, _ name: String, on day: PartialDate) -> Reason {
    Reason(
      .supporterUnavailable,
      vi: "\(need.name) cần \(name) hỗ trợ, nơi ấy đã ngừng hoạt động từ \(day.vi)",
      en: "\(need.nameEn) needs the support of \(name), which closed on \(day)",
      remedies: [.event(vi: "có nơi khác hỗ trợ", en: "another supporter")])
  }

  static func supporterNotYet(_ need: Need, _ name: String, from day: PartialDate) -> Reason {
    Reason(
      .supporterUnavailable,
      vi: "\(need.name) cần \(name) hỗ trợ, nơi ấy đến \(day.vi) mới hoạt động",
      en: "\(need.nameEn) needs the support of \(name), which starts to work on \(day)",
      remedies: [.event(vi: "hỏi từ \(day.vi) trở đi", en: "asking for \(day) or later")])
  }

  static func supporterInactive(
    _ need: Need, _ name: String, note: (vi: String, en: String)?
  ) -> Reason {
    Reason(
      .supporterUnavailable,
      vi: "\(need.name) cần \(name) hỗ trợ, nơi ấy hiện không hoạt động"
        + (note.map { " (\($0.vi))" } ?? ""),
      en: "\(need.nameEn) needs the support of \(name), which is not working now"
        + (note.map { " (\($0.en))" } ?? ""),
      remedies: [.event(vi: "có nơi khác hỗ trợ", en: "another supporter")])
  }

  static func supporterOff(_ need: Need, _ name: String, _ told: Told) -> Reason {
    var reason = Reason(
      .supporterUnavailable,
      vi: "\(need.name) cần \(name) hỗ trợ, nơi ấy báo tạm ngừng (\(told.vi))",
      en:
        "\(need.nameEn) needs the support of \(name), which reports it out of service (\(told.en))",
      remedies: [.event(vi: "có báo cáo mới là đã làm lại", en: "a newer report that it is back")])
    reason.source = told.source
    return reason
  }

  /// The reason on a day on which other hours hold, with what says so.
  func onDay(_ nameVi: String, _ nameEn: String, source: String?) -> Reason {
    var reason = self
    reason.vi = "\(nameVi): \(vi)"
    reason.en = "\(nameEn): \(en)"
    reason.source = source ?? self.source
    return reason
  }
}

extension Remark {
  static func remoteSupport(
    _ need: Need, by name: String, phone: String?, ended: PartialDate?, source: String?
  ) -> Remark {
    let call = phone.map { ": \($0)" } ?? ""
    let endVi =
      ended.map { "; thỏa thuận giữa hai nơi đã hết từ \($0.vi), hỏi còn hỗ trợ không" } ?? ""
    let endEn =
      ended.map { "; their agreement ended on \($0), ask whether the support goes on" } ?? ""
    return Remark(
      "remote_support",
      vi: "\(need.name) do \(name) hỗ trợ từ xa, gọi trước\(call)\(endVi)",
      en: "\(need.nameEn) is supported from afar by \(name), call first\(call)\(endEn)",
      source: source)
  }

  static func supporterUnknown(_ need: Need) -> Remark {
    Remark(
      "remote_support",
      vi: "\(need.name) làm nhờ hỗ trợ từ xa, không rõ nơi nào hỗ trợ; gọi trước",
      en: "\(need.nameEn) is supported from afar, by whom is not known; call first")
  }

  static func rotationUncertain(_ need: Need, source: String?) -> Remark {
    Remark(
      "rotation_uncertain",
      vi: "\(need.name) do bác sĩ luân phiên làm, không rõ ngày này đã có chưa; gọi trước",
      en: "\(need.nameEn) is done by a rotation that may not have begun on the day; call first",
      source: source)
  }

  static func holiday(_ holiday: Holiday, _ day: Day) -> Remark {
    Remark(
      "holiday_hours_unknown",
      vi:
        "\(holiday.name) (\(day.vi)): chưa có thông tin ngày này có làm việc không, hãy gọi trước",
      en: "\(holiday.nameEn ?? holiday.name) (\(day)): nobody says whether it works, call first",
      source: holiday.provenance.source)
  }

  static func ferryHoliday(_ name: String, _ holiday: Holiday, _ day: Day) -> Remark {
    Remark(
      "holiday_ferry_unknown",
      vi: "\(name): \(holiday.name) (\(day.vi)) chưa rõ giờ chạy và thời gian chờ",
      en: "\(name): hours and wait are not known for \(holiday.nameEn ?? holiday.name) (\(day))",
      source: holiday.provenance.source)
  }

  static func ferryException(_ name: String, _ exception: LinkException, on day: Day) -> Remark {
    let when = exception.holiday ?? day.vi
    let whenEn = exception.holidayEn ?? "\(day)"
    let confidence = exception.provenance.confidence ?? .low
    var vi = "\(name): \(when) (\(day.vi))"
    var en = "\(name): \(whenEn) (\(day))"
    if let wait = exception.waitMinutes {
      let low = exception.waitLowMinutes ?? wait
      let high = exception.waitHighMinutes ?? wait
      let range = low < high ? "\(whole(low))–\(whole(high))" : "\(whole(wait))"
      vi += ", chờ \(range) phút (tính \(whole(wait)))"
      en += ", \(range) min wait (\(whole(wait)) counted)"
    }
    if exception.windows != nil {
      vi += ", giờ chạy khác ngày thường"
      en += ", other hours than usual"
    }
    if exception.waitMinutes == nil && exception.windows == nil {
      vi += ", chạy như ngày thường"
      en += ", runs as usual"
    }
    return Remark(
      "ferry_exception", vi: vi + "; độ tin cậy \(confidence.vi)",
      en: en + "; confidence \(confidence)",
      source: exception.provenance.source)
  }

  private static func whole(_ minutes: Double) -> Int { Int(clamping: minutes.rounded()) }
}
