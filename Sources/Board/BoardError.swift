public import Formats

/// Why the board does not do what it was asked.
public enum BoardError: Error, Hashable, Sendable {
  /// A field of an entry is missing or wrong.
  case invalid(_ field: String, _ value: String, _ allowed: Bilingual)
  /// A text holds what may be the telephone or identity number of a patient.
  case holdsNumber(_ field: String)
  /// A step that a case does not take from where it stands.
  case illegalStep(
    _ step: CaseStep.Kind, case: CaseID, standing: CaseStanding, allowed: [CaseStep.Kind])
  /// No case has this id.
  case unknownCase(CaseID)
  /// The journal has no such entry, or not yet.
  case unknownEntry(Int)
  /// An entry that cannot be undone.
  case notUndoable(_ entry: Int, _ reason: Bilingual)
  /// A correction that was decided already.
  case decided(_ proposal: Int, CorrectionStanding)
  /// The sender used the same key for something else.
  case keyReused(_ key: String, entry: Int)
  /// The subject changed after the entry that the sender knew; the newer entry.
  case conflict(_ subject: String, entry: Int)
  /// The sender may not do this.
  case forbidden(Permission)
  /// The name or id is taken.
  case taken(_ name: String)
  /// There is no such account, key or session, or it has ended.
  case notFound(_ name: String)
  /// Too many attempts to sign in; how many seconds to wait.
  case throttled(seconds: Int)
  /// The journal is not what was written.
  case damaged(_ entry: Int, _ reason: Bilingual)
  /// A file is no board of this program.
  case notABoard(_ path: String)
  /// The store cannot be reached or does not answer; what is written may or may not be there.
  case unavailable(_ reason: String)
  /// A file or folder of the store cannot be used.
  case file(_ path: String, _ reason: Bilingual)
  /// The tables of a store are those of another version of this program.
  case otherVersion(_ place: String, isNewer: Bool)
  /// The store that a board is to be taken into holds another journal.
  case otherJournal
  /// Nobody waits any more: the task was cancelled before anything was written.
  case cancelled
}

extension BoardError: CustomStringConvertible {
  /// The error in English, for logs.
  public var description: String { text.en }

  /// The error in both languages.
  public var text: Bilingual {
    switch self {
    case .invalid(let field, let value, let allowed):
      Bilingual(
        "\(field): \"\(value)\" không dùng được; cần \(allowed.vi)",
        "\(field): \"\(value)\" cannot be used; expected \(allowed.en)")
    case .holdsNumber(let field):
      Bilingual(
        "\(field): có dãy số giống số điện thoại hoặc giấy tờ; không ghi số của người bệnh",
        "\(field): holds digits like a telephone or identity number; no number of a patient is kept"
      )
    case .illegalStep(let step, let id, let standing, let allowed):
      Bilingual(
        "ca \(id) đang \"\(standing.words.vi)\", không thể \"\(step.words.vi)\"; có thể: "
          + (allowed.isEmpty ? "không gì cả" : allowed.map(\.words.vi).joined(separator: ", ")),
        "case \(id) is \"\(standing.words.en)\" and cannot be \"\(step.words.en)\"; possible: "
          + (allowed.isEmpty ? "nothing" : allowed.map(\.words.en).joined(separator: ", ")))
    case .unknownCase(let id): Bilingual("không có ca \(id)", "there is no case \(id)")
    case .unknownEntry(let number):
      Bilingual("nhật ký không có mục \(number)", "the journal has no entry \(number)")
    case .notUndoable(let number, let reason):
      Bilingual(
        "không hoàn tác được mục \(number): \(reason.vi)",
        "entry \(number) cannot be undone: \(reason.en)")
    case .decided(let proposal, let standing):
      Bilingual(
        "đề nghị \(proposal) đang \"\(standing.words.vi)\"",
        "proposal \(proposal) is \"\(standing.words.en)\"")
    case .keyReused(let key, let entry):
      Bilingual(
        "khóa gửi \"\(key)\" đã dùng cho nội dung khác, mục \(entry)",
        "the sender's key \"\(key)\" was used for something else, entry \(entry)")
    case .conflict(let subject, let entry):
      Bilingual(
        "\(subject) vừa thay đổi ở mục \(entry); hãy xem lại rồi gửi lại",
        "\(subject) has just changed with entry \(entry); look again and send again")
    case .forbidden(let permission):
      Bilingual(
        "không có quyền \(permission.words.vi)", "not permitted to \(permission.words.en)")
    case .taken(let name): Bilingual("\"\(name)\" đã có", "\"\(name)\" is taken")
    case .notFound(let name): Bilingual("không có \"\(name)\"", "there is no \"\(name)\"")
    case .throttled(let seconds):
      Bilingual(
        "đăng nhập sai quá nhiều lần; chờ \(seconds) giây",
        "too many failed attempts to sign in; wait \(seconds) seconds")
    case .damaged(let number, let reason):
      Bilingual(
        "nhật ký hỏng ở mục \(number): \(reason.vi)",
        "the journal is damaged at entry \(number): \(reason.en)")
    case .notABoard(let path):
      Bilingual("\(path): không phải tệp của bảng trực", "\(path): no file of a board")
    case .unavailable(let reason):
      Bilingual("kho dữ liệu không trả lời: \(reason)", "the store does not answer: \(reason)")
    case .file(let path, let reason): Bilingual("\(path): \(reason.vi)", "\(path): \(reason.en)")
    case .otherVersion(let place, true):
      Bilingual(
        "\(place): bảng do phiên bản mới hơn của chương trình tạo; hãy dùng phiên bản đó",
        "\(place): its tables are of a newer version of this program; use that one")
    case .otherVersion(let place, false):
      Bilingual(
        "\(place): bảng của phiên bản cũ hơn; chủ sở hữu của bảng phải nâng cấp (docs/operation.md)",
        "\(place): its tables are of an older version; their owner has to bring them up to date "
          + "(docs/operation.md)")
    case .otherJournal:
      Bilingual(
        "kho đích đã có nhật ký khác; cần một kho trống",
        "the target holds another journal; an empty one is needed")
    case .cancelled: Bilingual("đã hủy, chưa ghi gì", "cancelled; nothing was written")
    }
  }
}
