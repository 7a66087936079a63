import Facts
import HealthNetwork

/// When something was reported and until when it counts, in words.
struct Told {
  let vi: String
  let en: String
  let source: String?

  init(_ report: Reported<some Hashable & Sendable>, asked: Instant) {
    func moment(_ instant: Instant) -> (vi: String, en: String) {
      let clock = instant.clock
      guard instant.day != asked.day else { return (clock, clock) }
      return ("\(clock) \(instant.day.vi)", "\(clock) \(instant.day)")
    }
    let age = StatusUse.age(report.ageMinutes(at: asked))
    let until = moment(report.expires)
    let reported = report.reported.map(moment)
    vi =
      (reported.map { "báo lúc \($0.vi), " } ?? "báo ") + age.vi
      + ", có hiệu lực đến \(until.vi)"
    en =
      (reported.map { "reported at \($0.en), " } ?? "reported ") + age.en
      + ", valid until \(until.en)"
    source = report.source
  }
}

extension LiveStatus.Traffic {
  /// The word in Vietnamese.
  var vi: String {
    switch self {
    case .normal: "nhận cấp cứu bình thường"
    case .advisory: "hạn chế nhận cấp cứu"
    case .closed: "không nhận cấp cứu"
    }
  }

  /// The word in English.
  var en: String {
    switch self {
    case .normal: "takes emergencies as usual"
    case .advisory: "restricted emergency traffic"
    case .closed: "takes no emergencies"
    }
  }
}

extension Reason {
  static func diverting(
    _ word: LiveStatus.Traffic, isHard: Bool, _ severity: Severity?, _ told: Told
  ) -> Reason {
    let forVi = isHard ? "" : severity.map { " với ca \($0.name)" } ?? ""
    let forEn = isHard ? "" : severity.map { " for \($0.nameEn ?? $0.code) patients" } ?? ""
    let reopened = Remedy.event(
      vi: "có báo cáo mới là đã nhận lại", en: "a newer report that it takes patients")
    var reason = Reason(
      .diverting,
      vi: "báo \(word.vi)\(forVi) (\(told.vi))", en: "reports: \(word.en)\(forEn) (\(told.en))",
      remedies: isHard ? [reopened] : [reopened, .graver])
    reason.source = told.source
    return reason
  }

  static func serviceOff(_ need: Need, note: (vi: String, en: String)?, _ told: Told) -> Reason {
    var reason = Reason(
      .diverting,
      vi: "báo tạm ngừng \(need.name)" + (note.map { " vì \($0.vi)" } ?? "") + " (\(told.vi))",
      en: "reports that \(need.nameEn) is out of service" + (note.map { ": \($0.en)" } ?? "")
        + " (\(told.en))",
      remedies: [.event(vi: "có báo cáo mới là đã làm lại", en: "a newer report that it is back")])
    reason.source = told.source
    return reason
  }

  static func noBed(ofType type: BedType, _ told: Told) -> Reason {
    var reason = Reason(
      .noBedOfType,
      vi: "báo không còn giường \(type.name) (\(told.vi))",
      en: "reports no free \(type.nameEn) bed (\(told.en))",
      remedies: [.event(vi: "có giường trống", en: "a free bed")])
    reason.source = told.source
    return reason
  }

  static func statusMissing(bedType: BedType) -> Reason {
    Reason(
      .bedsNotReported,
      vi: "chưa từng báo số giường \(bedType.name)",
      en: "never reported its \(bedType.nameEn) beds",
      remedies: [.event(vi: "nơi này báo cáo", en: "a report")])
  }

  static func statusTooOld(expired: Instant, bedType: BedType) -> Reason {
    Reason(
      .statusTooOld,
      vi:
        "báo cáo giường \(bedType.name) hết hiệu lực lúc \(expired.clock) \(expired.day.vi), "
        + "trước khi đến",
      en:
        "its report of \(bedType.nameEn) beds expires at \(expired.clock) \(expired.day), before arrival",
      remedies: [.event(vi: "có báo cáo mới", en: "a newer report")])
  }
}

extension Reason {
  /// The reason, with what other reports of the same minute say instead.
  func contradicted(by others: [Contradiction]) -> Reason {
    guard !others.isEmpty else { return self }
    var reason = self
    let words = Contradiction.words(others)
    reason.vi +=
      "; báo cáo khác cùng phút lại nói \(words.vi): tính theo báo cáo thận trọng hơn, hãy gọi"
    reason.en +=
      "; another report of the same minute says \(words.en): the more careful one counts, call"
    return reason
  }
}

/// A contradicting report of the same minute, in words.
struct Contradiction {
  let vi: String
  let en: String
  let source: String?

  /// Reports of traffic that say something else.
  static func traffic(_ report: Reported<Traffic>) -> [Contradiction] {
    report.contradictions.map {
      Contradiction(vi: $0.value.word.vi, en: $0.value.word.en, source: $0.source)
    }
  }

  /// Reports of free beds that say something else.
  static func beds(_ report: Reported<Int>, _ type: BedType) -> [Contradiction] {
    report.contradictions.map {
      Contradiction(
        vi: "còn \($0.value) giường \(type.name)",
        en: "\($0.value) free \(type.nameEn) \($0.value == 1 ? "bed" : "beds")",
        source: $0.source)
    }
  }

  static func words(_ all: [Contradiction]) -> (vi: String, en: String) {
    func list(_ words: (Contradiction) -> String) -> String {
      all.map { words($0) + ($0.source.map { " (\($0))" } ?? "") }.joined(separator: ", ")
    }
    return (list(\.vi), list(\.en))
  }
}

extension Remark {
  /// Reports of one minute contradict each other, and the patient may go there all the same.
  static func contradiction(
    _ own: (vi: String, en: String), _ others: [Contradiction], _ told: Told
  )
    -> Remark
  {
    let words = Contradiction.words(others)
    return Remark(
      "reports_contradict",
      vi: "hai báo cáo cùng phút trái nhau: \(own.vi) (\(told.vi)), và \(words.vi); gọi hỏi",
      en: "two reports of one minute contradict each other: \(own.en) (\(told.en)), and "
        + "\(words.en); call",
      source: told.source)
  }

  /// A type of bed is full, though none was asked for.
  static func noBed(ofType type: BedType, _ told: Told) -> Remark {
    Remark(
      "no_bed_reported",
      vi: "báo không còn giường \(type.name) (\(told.vi))",
      en: "reports no free \(type.nameEn) bed (\(told.en))", source: told.source)
  }

  static func trafficEnds(_ word: LiveStatus.Traffic, _ told: Told) -> Remark {
    Remark(
      "status_ends_before_arrival",
      vi: "báo \(word.vi), nhưng đến nơi thì báo cáo đã hết hiệu lực (\(told.vi)); gọi hỏi",
      en: "reports: \(word.en), but that is no longer valid on arrival (\(told.en)); call",
      source: told.source)
  }

  static func trafficAgeing(_ word: LiveStatus.Traffic, _ told: Told) -> Remark {
    Remark(
      "status_ageing",
      vi: "báo \(word.vi), nhưng báo cáo đã cũ (\(told.vi)); gọi hỏi",
      en: "reports: \(word.en), but the report is ageing (\(told.en)); call", source: told.source)
  }

  static func overridden(
    _ word: LiveStatus.Traffic, _ severity: Severity, _ told: Told
  ) -> Remark {
    let confidence = severity.provenance.confidence ?? .low
    return Remark(
      "diversion_overridden",
      vi: "báo \(word.vi) (\(told.vi)); vẫn đưa vào vì người bệnh \(severity.name) "
        + "(quy tắc độ tin cậy \(confidence.vi)); gọi báo trước",
      en: "reports: \(word.en) (\(told.en)); counted all the same as the patient is "
        + "\(severity.nameEn ?? severity.code) (rule of \(confidence) confidence); call ahead",
      source: told.source)
  }

  static func serviceOffAgeing(_ need: Need, _ told: Told) -> Remark {
    Remark(
      "status_ageing",
      vi: "báo tạm ngừng \(need.name), nhưng báo cáo đã cũ (\(told.vi)); gọi hỏi",
      en:
        "reports that \(need.nameEn) is out of service, but the report is ageing (\(told.en)); call",
      source: told.source)
  }

  static func serviceOffEnds(_ need: Need, _ told: Told) -> Remark {
    Remark(
      "status_ends_before_arrival",
      vi:
        "báo tạm ngừng \(need.name), nhưng đến nơi thì báo cáo đã hết hiệu lực (\(told.vi)); gọi hỏi",
      en: "reports that \(need.nameEn) is out of service, but that is no longer valid on arrival "
        + "(\(told.en)); call",
      source: told.source)
  }

  static func bedsAgeing(_ count: Int, _ type: BedType, _ told: Told) -> Remark {
    Remark(
      "status_ageing",
      vi: "báo còn \(count) giường \(type.name), nhưng báo cáo đã cũ (\(told.vi)); gọi hỏi",
      en:
        "reports \(count) free \(type.nameEn) \(count == 1 ? "bed" : "beds"), but the report is ageing (\(told.en)); call",
      source: told.source)
  }
}
