import Facts
import HealthNetwork

extension Reason {
  /// A statement says that it cannot.
  ///
  /// - Parameters:
  ///   - need: The need.
  ///   - statement: The statement; one that is not sure is told with its confidence.
  ///   - yes: A statement that it can, which is no surer.
  /// - Returns: The reason.
  static func capabilityMissing(
    _ need: Need, statement: Capability, against yes: Capability? = nil
  ) -> Reason {
    let confidence = statement.provenance.effectiveConfidence
    let sureVi = confidence == .high ? "" : " (độ tin cậy \(confidence.vi))"
    let sureEn = confidence == .high ? "" : " (\(confidence) confidence)"
    let otherVi = yes.map { "; nhưng nguồn khác nói có: \($0.told.vi), hãy hỏi" } ?? ""
    let otherEn = yes.map { "; but another source says it can: \($0.told.en), ask" } ?? ""
    var reason = Reason(
      .capabilityMissing,
      vi: "không làm được \(need.name)\(sureVi)\(otherVi)",
      en: "cannot do \(need.nameEn)\(sureEn)\(otherEn)",
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
      vi: "đã ngừng \(need.name) từ \(to.vi)", en: "stopped \(need.nameEn) on \(to)",
      remedies: [.event(vi: "dịch vụ được mở lại", en: "the service starting again")])
  }

  static func capabilityNotYet(_ need: Need, from: PartialDate) -> Reason {
    Reason(
      .notYetActivated,
      vi: "đến \(from.vi) mới có \(need.name)", en: "will only do \(need.nameEn) from \(from)",
      remedies: [.event(vi: "hỏi từ \(from.vi) trở đi", en: "asking for \(from) or later")])
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
      vi:
        "có nguồn nói làm được \(need.name) nhưng độ tin cậy \(confidence.vi) (cần từ \(required.vi))",
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
    _ groups: [PatientGroup], age: Int?, sex: Sex?, of need: Need? = nil
  ) -> Reason {
    let patientVi = [age.map { "\($0) tuổi" }, sex?.vi].compactMap { $0 }.joined(separator: ", ")
    let patientEn = [age.map { "aged \($0)" }, sex?.rawValue].compactMap { $0 }
      .joined(separator: ", ")
    return Reason(
      .ageOrSexNotServed,
      vi: (need.map { "\($0.name) chỉ dành cho" } ?? "chỉ nhận")
        + " \(PatientGroup.vi(groups)); người bệnh này \(patientVi)",
      en: (need.map { "\($0.nameEn) is only for" } ?? "takes only")
        + " \(PatientGroup.en(groups)); this patient is \(patientEn)",
      remedies: [
        need == nil
          ? .event(vi: "nơi này đồng ý nhận", en: "the facility agreeing to take the patient")
          : .event(vi: "hỏi nhu cầu của lứa tuổi này", en: "a need of that age")
      ])
  }
}

extension Capability {
  /// Who says so and how surely, in words.
  var told: (vi: String, en: String) {
    let confidence = provenance.effectiveConfidence
    let source = provenance.source ?? "—"
    return ("\(source) (độ tin cậy \(confidence.vi))", "\(source) (\(confidence) confidence)")
  }
}

extension Remark {
  /// A surer statement says that it can, another one that it cannot.
  static func sourcesDisagree(_ need: Need, yes: Capability, no: Capability) -> Remark {
    Remark(
      "sources_disagree",
      vi:
        "các nguồn trái nhau về \(need.name): có theo \(yes.told.vi), không theo \(no.told.vi); hỏi trước",
      en:
        "sources disagree on \(need.nameEn): yes by \(yes.told.en), no by \(no.told.en); ask first",
      source: no.provenance.source)
  }

  /// One statement without hours says that it is there, a surer one about hours that it is closed.
  static func closedBySomebody(_ need: Need, statement: Capability, at arrival: Instant) -> Remark {
    Remark(
      "hours_disagree",
      vi:
        "một nguồn cho giờ thì lúc \(arrival.clock) đã đóng (\(statement.told.vi)), nguồn khác không "
        + "cho giờ; hỏi trước",
      en:
        "by the hours of one source it is closed at \(arrival.clock) (\(statement.told.en)), another "
        + "one gives none; ask first",
      source: statement.provenance.source)
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
