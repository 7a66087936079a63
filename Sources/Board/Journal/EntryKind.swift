public import Formats

/// The kind of an entry of the journal, by the code that it is stored with.
public enum EntryKind: String, CaseIterable, Sendable {
  /// A facility's report.
  case statusReport = "status.report"
  /// Whether a facility takes emergency patients.
  case statusDiversion = "status.diversion"
  /// Free beds of a facility.
  case statusBeds = "status.beds"
  /// Services of a facility that are out of use.
  case statusOff = "status.off"
  /// A crossing, road or area that is closed.
  case closure
  /// The weather.
  case weather
  /// A case is opened.
  case caseOpened = "case.opened"
  /// A facility is called.
  case caseCalled = "case.called"
  /// A facility takes the patient.
  case caseAccepted = "case.accepted"
  /// A facility refuses the patient.
  case caseRefused = "case.refused"
  /// The patient is on the way.
  case caseLeft = "case.left"
  /// The patient arrived.
  case caseArrived = "case.arrived"
  /// A case ended otherwise.
  case caseEnded = "case.ended"
  /// A case goes on.
  case caseReopened = "case.reopened"
  /// A correction is proposed.
  case correctionProposed = "correction.proposed"
  /// A correction becomes part of the network.
  case correctionConfirmed = "correction.confirmed"
  /// A correction is rejected.
  case correctionRejected = "correction.rejected"
  /// A correction is no longer part of the network.
  case correctionUndone = "correction.undone"
  /// An earlier entry no longer counts.
  case undo
  /// An account is made.
  case accountMade = "account.made"
  /// The role or the facilities of an account change.
  case accountRole = "account.role"
  /// The password of an account is set.
  case accountPassword = "account.password"
  /// An account is revoked.
  case accountRevoked = "account.revoked"
  /// Sessions of an account are ended.
  case accountSessions = "account.sessions"
  /// A key is made.
  case keyMade = "key.made"
  /// A key is revoked.
  case keyRevoked = "key.revoked"
  /// Somebody signed in.
  case signInSucceeded = "signin.ok"
  /// Somebody failed to sign in.
  case signInFailed = "signin.failed"
  /// An answer was given.
  case answer

  /// The kind in words.
  public var words: Bilingual {
    switch self {
    case .statusReport: Bilingual("báo cáo tình trạng", "status report")
    case .statusDiversion: Bilingual("trạng thái tiếp nhận", "diversion")
    case .statusBeds: Bilingual("giường trống", "free beds")
    case .statusOff: Bilingual("dịch vụ tạm ngừng", "services off")
    case .closure: Bilingual("đóng đường, cầu, phà", "closure")
    case .weather: Bilingual("thời tiết", "weather")
    case .caseOpened: Bilingual("mở ca", "case opened")
    case .caseCalled: Bilingual("gọi cơ sở", "facility called")
    case .caseAccepted: Bilingual("cơ sở nhận", "facility accepted")
    case .caseRefused: Bilingual("cơ sở từ chối", "facility refused")
    case .caseLeft: Bilingual("lên đường", "patient left")
    case .caseArrived: Bilingual("đến nơi", "patient arrived")
    case .caseEnded: Bilingual("kết thúc ca", "case ended")
    case .caseReopened: Bilingual("mở lại ca", "case reopened")
    case .correctionProposed: Bilingual("đề nghị đính chính", "correction proposed")
    case .correctionConfirmed: Bilingual("duyệt đính chính", "correction confirmed")
    case .correctionRejected: Bilingual("từ chối đính chính", "correction rejected")
    case .correctionUndone: Bilingual("hoàn tác đính chính", "correction undone")
    case .undo: Bilingual("hoàn tác", "undo")
    case .accountMade: Bilingual("tạo tài khoản", "account made")
    case .accountRole: Bilingual("đổi vai trò", "role changed")
    case .accountPassword: Bilingual("đặt mật khẩu", "password set")
    case .accountRevoked: Bilingual("thu hồi tài khoản", "account revoked")
    case .accountSessions: Bilingual("kết thúc phiên đăng nhập", "sessions ended")
    case .keyMade: Bilingual("tạo khóa", "key made")
    case .keyRevoked: Bilingual("thu hồi khóa", "key revoked")
    case .signInSucceeded: Bilingual("đăng nhập", "signed in")
    case .signInFailed: Bilingual("đăng nhập sai", "sign-in failed")
    case .answer: Bilingual("trả lời", "answer given")
    }
  }
}
