public import Facts
public import Formats

/// One step of a case after it was opened.
public struct CaseStep: Hashable, Sendable {
  /// The event.
  public enum Kind: String, CaseIterable, Sendable {
    /// A facility was called.
    case called
    /// A facility that was called takes the patient.
    case accepted
    /// A facility does not take the patient.
    case refused
    /// The patient is on the way to the facility that accepted.
    case left
    /// The patient arrived there.
    case arrived
    /// The case ended otherwise.
    case ended
    /// A case that had arrived or ended goes on.
    case reopened

    /// Whether the step is about a facility.
    var namesFacility: Bool { self != .ended && self != .reopened }

    /// The step in words.
    public var words: Bilingual {
      switch self {
      case .called: Bilingual("đã gọi", "called")
      case .accepted: Bilingual("nhận", "accepted")
      case .refused: Bilingual("từ chối", "refused")
      case .left: Bilingual("lên đường", "left")
      case .arrived: Bilingual("đến nơi", "arrived")
      case .ended: Bilingual("kết thúc", "ended")
      case .reopened: Bilingual("mở lại", "reopened")
      }
    }
  }

  /// The event.
  public var kind: Kind
  /// The facility that the step is about; nil where it is about none.
  public var facility: String?
  /// Why a facility refused.
  public var reason: RefusalReason?
  /// Until when a refusal counts as a report of the facility.
  public var until: Instant?
  /// When the patient is expected to arrive.
  public var arrival: Instant?
  /// A remark.
  public var note: String?

  /// Creates a step.
  public init(_ kind: Kind, at facility: String? = nil) {
    self.kind = kind
    self.facility = facility
  }

  /// Creates the refusal of a facility.
  ///
  /// - Parameters:
  ///   - facility: The facility.
  ///   - reason: Why.
  ///   - until: Until when it counts for everybody.
  /// - Returns: The step.
  public static func refusal(
    by facility: String, _ reason: RefusalReason, until: Instant
  ) -> CaseStep {
    var step = CaseStep(.refused, at: facility)
    step.reason = reason
    step.until = until
    return step
  }

  /// Minutes for which a refusal counts where the facility names no end.
  public static let usualRefusalMinutes = 120

  func check(received: Instant) throws(BoardError) {
    try FreeText.check(id: facility, "facility")
    try FreeText.check(note, "note")
    guard (facility != nil) == kind.namesFacility else {
      throw .invalid(
        "facility", facility ?? "",
        kind.namesFacility
          ? Bilingual("mã cơ sở", "the id of a facility")
          : Bilingual("để trống", "to be left out with this step"))
    }
    guard (reason != nil) == (kind == .refused), (until != nil) == (kind == .refused) else {
      throw .invalid(
        "reason", reason?.rawValue ?? "",
        Bilingual(
          "lý do và thời hạn khi từ chối, và chỉ khi đó",
          "a reason and an end with a refusal, and only there"))
    }
    if let until { try checkEnd(until, from: received, longest: 31 * 86_400, "until") }
    guard arrival == nil || kind == .accepted || kind == .left else {
      throw .invalid(
        "arrival", "", Bilingual("chỉ khi nhận hoặc lên đường", "only with accepted and left"))
    }
    if let arrival { try checkEnd(arrival, from: received, longest: 3 * 86_400, "arrival") }
  }

  var payload: JSONValue {
    .object([
      "facility": facility.map { .string($0) }, "reason": reason.map { .string($0.rawValue) },
      "until": until?.payload, "arrival": arrival?.payload, "note": note.map { .string($0) },
    ])
  }

  init(_ kind: Kind, _ reader: inout PayloadReader) throws(BoardError) {
    self.init(kind, at: try reader.text("facility"))
    reason = try reader.word("reason")
    until = try reader.instant("until")
    arrival = try reader.instant("arrival")
    note = try reader.text("note")
  }
}

/// Why a facility refused a patient, and what that says to everybody.
public enum RefusalReason: String, CaseIterable, Sendable {
  /// No bed of the type that the patient needs is free.
  case noBed = "no_bed"
  /// The staff who perform the treatment are not there.
  case noStaff = "no_staff"
  /// The equipment of the treatment does not work.
  case equipment
  /// The facility does not perform the treatment.
  case notPerformed = "not_performed"
  /// No further emergency patients are taken.
  case overloaded
  /// It lies with this patient, and says nothing of others.
  case patient
  /// Something else, in words.
  case other

  /// The reason in words.
  public var words: Bilingual {
    switch self {
    case .noBed: Bilingual("hết giường", "no bed")
    case .noStaff: Bilingual("không có người làm", "no staff")
    case .equipment: Bilingual("thiết bị hỏng hoặc đang bận", "equipment down or in use")
    case .notPerformed: Bilingual("không làm kỹ thuật này", "treatment not performed")
    case .overloaded: Bilingual("quá tải, không nhận thêm", "overloaded, takes no more")
    case .patient: Bilingual("do tình trạng riêng của người bệnh", "particular to this patient")
    case .other: Bilingual("lý do khác", "another reason")
    }
  }
}
