import Facts
import HealthNetwork

extension Reason {
  static func capabilityMissing(_ need: Need, statement: Capability) -> Reason {
    var reason = Reason(
      .capabilityMissing,
      vi: "không làm được \(need.name)", en: "cannot do \(need.nameEn)",
      remedies: [
        .event(
          vi: "có thông tin mới hơn, chắc hơn rằng nơi này làm được",
          en: "a newer, surer statement that it can")
      ])
    reason.source = statement.provenance.source
    return reason
  }

  static func capabilityEnded(_ need: Need, to: PartialDate) -> Reason {
    Reason(
      .capabilityMissing,
      vi: "đã ngừng \(need.name) từ \(to)", en: "stopped \(need.nameEn) on \(to)",
      remedies: [.event(vi: "dịch vụ được mở lại", en: "the service starting again")])
  }

  static func capabilityNotYet(_ need: Need, from: PartialDate) -> Reason {
    Reason(
      .notYetActivated,
      vi: "đến \(from) mới có \(need.name)", en: "will only do \(need.nameEn) from \(from)",
      remedies: [.event(vi: "hỏi từ \(from) trở đi", en: "asking for \(from) or later")])
  }

  static func capabilityUnknown(_ need: Need, known: String?, knownEn: String?) -> Reason {
    Reason(
      .capabilityUnknown,
      vi: "chưa có thông tin về \(need.name)" + (known.map { "; chỉ biết có \($0)" } ?? ""),
      en: "nothing is known of \(need.nameEn)"
        + (knownEn.map { "; only that it has \($0)" } ?? ""),
      remedies: [
        .event(
          vi: "có nguồn xác nhận (gọi hỏi nơi này)", en: "a source that says it can (call and ask)")
      ])
  }

  static func confidenceTooLow(
    _ need: Need, statement: Capability, required: Confidence
  ) -> Reason {
    let confidence = statement.provenance.confidence ?? .low
    return Reason(
      .confidenceTooLow,
      vi: "có thể có \(need.name) nhưng độ tin cậy chỉ \(confidence.vi), cần \(required.vi)",
      en: "may do \(need.nameEn), but confidence is only \(confidence), \(required) is required",
      remedies: [
        .confidence(confidence),
        .event(vi: "có nguồn xác nhận", en: "a source that confirms it"),
      ])
  }

  static func levelBelowRequired(
    _ level: Facility.Level?, required: Facility.Level
  ) -> Reason {
    Reason(
      .levelBelowRequired,
      vi: "cấp chuyên môn \(level?.vi ?? "chưa rõ"), cần \(required.vi)",
      en: "professional level \(level?.rawValue ?? "unknown"), \(required.rawValue) is required",
      remedies: [.lowerLevel])
  }

  static func tierRule(tier: Int, highest: Int) -> Reason {
    Reason(
      .tierRule,
      vi: "tuyến \(tier), quy tắc chỉ chuyển đến tuyến \(highest) trở xuống",
      en: "tier \(tier); the rule sends no higher than tier \(highest)",
      remedies: [.tier(tier)])
  }

  static func ageOrSexNotServed(
    _ groups: [PatientGroup], age: Int?, sex: Sex?
  ) -> Reason {
    let patientVi = [age.map { "\($0) tuổi" }, sex?.vi].compactMap { $0 }.joined(separator: ", ")
    let patientEn = [age.map { "aged \($0)" }, sex?.rawValue].compactMap { $0 }
      .joined(separator: ", ")
    return Reason(
      .ageOrSexNotServed,
      vi: "chỉ nhận \(PatientGroup.vi(groups)); người bệnh này \(patientVi)",
      en: "takes only \(PatientGroup.en(groups)); this patient is \(patientEn)",
      remedies: [.event(vi: "nơi này đồng ý nhận", en: "the facility agreeing to take the patient")]
    )
  }
}

extension Confidence {
  /// The confidence in Vietnamese; in English its code is a word.
  package var vi: String {
    switch self {
    case .low: "thấp"
    case .medium: "trung bình"
    case .high: "cao"
    }
  }
}

extension Facility.Level {
  var vi: String {
    switch self {
    case .initial: "ban đầu"
    case .basic: "cơ bản"
    case .specialised: "chuyên sâu"
    }
  }
}
