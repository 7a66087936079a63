public import Formats

/// Where a case stands.
public enum CaseStanding: Hashable, Sendable {
  /// A facility is sought.
  case asked
  /// Facilities were called and have not answered.
  case called([String])
  /// A facility takes the patient.
  case accepted(String)
  /// The patient is on the way.
  case left(String)
  /// The patient arrived.
  case arrived(String)
  /// The case ended otherwise.
  case ended

  /// The code, as asked.
  public var code: String {
    switch self {
    case .asked: "asked"
    case .called: "called"
    case .accepted: "accepted"
    case .left: "left"
    case .arrived: "arrived"
    case .ended: "ended"
    }
  }

  /// Where it stands in words.
  public var words: Bilingual {
    switch self {
    case .asked: Bilingual("đang tìm nơi nhận", "asked")
    case .called: Bilingual("đã gọi, chờ trả lời", "called")
    case .accepted: Bilingual("đã có nơi nhận", "accepted")
    case .left: Bilingual("đang trên đường", "on the way")
    case .arrived: Bilingual("đã đến nơi", "arrived")
    case .ended: Bilingual("đã kết thúc", "ended")
    }
  }

  /// The facility that expects the patient: it accepted, and the patient has not arrived.
  public var receiver: String? {
    switch self {
    case .accepted(let facility), .left(let facility): facility
    case .asked, .called, .arrived, .ended: nil
    }
  }

  /// The steps that may follow.
  public var allowed: [CaseStep.Kind] {
    switch self {
    case .asked: [.called, .ended]
    case .called: [.called, .accepted, .refused, .ended]
    case .accepted: [.refused, .left, .ended]
    case .left: [.refused, .arrived, .ended]
    case .arrived, .ended: [.reopened]
    }
  }

  /// Where a case stands after a step; nil where the step is not allowed, or about another facility.
  func after(_ step: CaseStep) -> CaseStanding? {
    guard allowed.contains(step.kind) else { return nil }
    switch (self, step.kind, step.facility) {
    case (.asked, .called, let facility?): return .called([facility])
    case (.called(let calls), .called, let facility?):
      return calls.contains(facility) ? nil : .called(calls + [facility])
    case (.called(let calls), .accepted, let facility?):
      return calls.contains(facility) ? .accepted(facility) : nil
    case (.called(let calls), .refused, let facility?):
      guard calls.contains(facility) else { return nil }
      let rest = calls.filter { $0 != facility }
      return rest.isEmpty ? .asked : .called(rest)
    case (.accepted(let receiver), .refused, let facility?),
      (.left(let receiver), .refused, let facility?):
      return receiver == facility ? .asked : nil
    case (.accepted(let receiver), .left, let facility?):
      return receiver == facility ? .left(receiver) : nil
    case (.left(let receiver), .arrived, let facility?):
      return receiver == facility ? .arrived(receiver) : nil
    case (_, .ended, nil): return .ended
    case (_, .reopened, nil): return .asked
    default: return nil
    }
  }
}
