import Answers
import Board
import Formats
import HTTPTypes

extension Problem {
  /// Why the board does not do what it was asked.
  init(_ error: BoardError) {
    if error == .cancelled {
      self = .cancelled
      return
    }
    let (status, code, title) = Problem.kind(of: error)
    self.init(status, code, title, Problem.detail(of: error))
    switch error {
    case .invalid(let name, let value, _):
      field = name
      self.value = value.isEmpty ? nil : value
    case .holdsNumber(let name): field = name
    case .illegalStep(_, _, _, let allowed):
      field = "kind"
      choices = allowed.map { .init($0.rawValue) }
    case .throttled(let seconds): headers[.retryAfter] = "\(seconds)"
    case .unavailable, .file, .otherVersion, .otherJournal: headers[.retryAfter] = "2"
    case .unknownCase, .unknownEntry, .notUndoable, .decided, .keyReused, .conflict, .forbidden,
      .taken, .notFound, .damaged, .notABoard, .cancelled:
      break
    }
  }

  /// The error in a sentence for whoever asked: what the store itself says is the log's alone.
  private static func detail(of error: BoardError) -> Bilingual {
    switch error {
    case .unavailable, .file, .otherVersion, .otherJournal:
      Bilingual(
        "kho dữ liệu chưa trả lời; việc ghi có thể đã xong hoặc chưa: hãy gửi lại với cùng khóa",
        "the store did not answer; what was to be written may be there or not: send it again "
          + "under the same key")
    case .damaged, .notABoard:
      Bilingual(
        "nhật ký không toàn vẹn; báo người vận hành", "the journal is not whole; tell the operator")
    default: error.text
    }
  }

  private static func kind(
    of error: BoardError
  ) -> (HTTPResponse.Status, String, Bilingual) {
    switch error {
    case .invalid: (.badRequest, "invalid", Bilingual("nội dung sai", "the content is wrong"))
    case .holdsNumber:
      (
        .badRequest, "holds-number",
        Bilingual("có số của người bệnh", "it holds a patient's number")
      )
    case .illegalStep:
      (.conflict, "illegal-step", Bilingual("bước không đi tiếp được", "the step does not follow"))
    case .unknownCase, .unknownEntry, .notFound:
      (.notFound, "not-found", Bilingual("không có", "there is none"))
    case .notUndoable:
      (.conflict, "not-undoable", Bilingual("không hoàn tác được", "it cannot be undone"))
    case .decided: (.conflict, "decided", Bilingual("đã quyết định", "it is decided"))
    case .keyReused:
      (.conflict, "key-reused", Bilingual("khóa gửi đã dùng", "the sender's key was used"))
    case .conflict: (.conflict, "conflict", Bilingual("vừa thay đổi", "it has just changed"))
    case .forbidden: (.forbidden, "forbidden", Bilingual("không được phép", "not permitted"))
    case .taken: (.conflict, "taken", Bilingual("đã có", "it is taken"))
    case .throttled:
      (.tooManyRequests, "throttled", Bilingual("thử quá nhiều lần", "too many attempts"))
    case .damaged, .notABoard:
      (.internalServerError, "damaged", Bilingual("nhật ký hỏng", "a damaged journal"))
    case .cancelled: (Problem.cancelled.status, Problem.cancelled.code, Problem.cancelled.title)
    case .unavailable, .file, .otherVersion, .otherJournal:
      (.serviceUnavailable, "store", Bilingual("kho không trả lời", "the store does not answer"))
    }
  }

  /// Nobody is signed in where somebody must be.
  static let unauthorized: Problem = {
    var problem = Problem(
      .unauthorized, "unauthorized", Bilingual("chưa đăng nhập", "not signed in"),
      Bilingual(
        "cần khóa (Authorization: Bearer) hoặc phiên đăng nhập (POST /v1/session)",
        "a key (Authorization: Bearer) or a session (POST /v1/session) is needed"))
    problem.headers[.wwwAuthenticate] = "Bearer realm=\"tuyen\""
    return problem
  }()

  /// The account and the password do not fit.
  static let wrongPassword = Problem(
    .unauthorized, "wrong-password", Bilingual("đăng nhập sai", "the sign-in is wrong"),
    Bilingual("tài khoản hoặc mật khẩu không đúng", "the account or the password is wrong"))

  /// A page of another site asks in somebody's name.
  static let crossSite = Problem(
    .forbidden, "cross-site", Bilingual("yêu cầu từ trang khác", "a request of another site"),
    Bilingual(
      "thay đổi bằng phiên đăng nhập chỉ nhận từ chính trang này (Sec-Fetch-Site, Origin)",
      "changes in a session are taken from the page itself only (Sec-Fetch-Site, Origin)"))

  /// A session that may only set a password.
  static let passwordFirst = Problem(
    .forbidden, "password-first", Bilingual("hãy đặt mật khẩu", "set a password first"),
    Bilingual(
      "phiên này chỉ để đặt mật khẩu: POST /v1/password",
      "this session may only set a password: POST /v1/password"))

  /// The service keeps no board.
  static let noBoard = Problem(
    .notFound, "no-board", Bilingual("không có bảng trực", "there is no board"),
    Bilingual("dịch vụ này chạy không có kho dữ liệu", "this service runs without a store"))
}
