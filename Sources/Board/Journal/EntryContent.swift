public import Facts
import Formats

/// The content of an entry of the journal.
public enum EntryContent: Hashable, Sendable {
  /// A statement of a facility about itself.
  case status(StatusStatement)
  /// The closed crossing, road or area.
  case closure(ClosureNotice)
  /// The weather.
  case weather(WeatherNotice)
  /// A case is opened.
  case caseOpened(CaseID, CaseOpening)
  /// A case goes a step on.
  case caseStep(CaseID, CaseStep)
  /// A correction is proposed.
  case correction(Correction)
  /// A correction is decided on.
  case decision(CorrectionDecision)
  /// An earlier entry no longer counts; the subject is that of the entry.
  case undo(UndoNotice)
  /// Something happened to an account.
  case account(AccountEvent)
  /// Something happened to a key.
  case key(KeyEvent)
  /// Somebody tried to sign in.
  case signIn(SignInEvent)
  /// An answer was given.
  case answer(AnswerRecord)

  /// The kind that it is stored with.
  public var kind: EntryKind {
    switch self {
    case .status(let statement):
      switch statement.form {
      case .report: .statusReport
      case .diversion: .statusDiversion
      case .beds: .statusBeds
      case .off: .statusOff
      }
    case .closure: .closure
    case .weather: .weather
    case .caseOpened: .caseOpened
    case .caseStep(_, let step):
      switch step.kind {
      case .called: .caseCalled
      case .accepted: .caseAccepted
      case .refused: .caseRefused
      case .left: .caseLeft
      case .arrived: .caseArrived
      case .ended: .caseEnded
      case .reopened: .caseReopened
      }
    case .correction: .correctionProposed
    case .decision(let decision):
      switch decision.standing {
      case .proposed: .correctionProposed
      case .confirmed: .correctionConfirmed
      case .rejected: .correctionRejected
      case .undone: .correctionUndone
      }
    case .undo: .undo
    case .account(let event):
      switch event.kind {
      case .made: .accountMade
      case .role: .accountRole
      case .password: .accountPassword
      case .revoked: .accountRevoked
      case .sessions: .accountSessions
      }
    case .key(let event): event.kind == .made ? .keyMade : .keyRevoked
    case .signIn(let event): event.outcome == .succeeded ? .signInSucceeded : .signInFailed
    case .answer: .answer
    }
  }

  /// Its subject: entries of one subject depend on each other.
  public var subject: String {
    switch self {
    case .status(let statement): "facility/\(statement.facility)"
    case .closure(let notice): notice.subject
    case .weather: "weather"
    case .caseOpened(let id, _), .caseStep(let id, _): "case/\(id)"
    case .correction(let correction): correction.facility.map { "facts/\($0)" } ?? "facts"
    case .decision(let decision): "correction/\(decision.proposal)"
    case .undo(let notice): notice.subject
    case .account(let event): "account/\(event.account)"
    case .key(let event): "sender/\(event.sender)"
    case .signIn(let event): event.account.map { "account/\($0)" } ?? "account"
    case .answer: "answer"
    }
  }

  /// The payload as canonical JSON: keys in order, on one line, without what is absent.
  public var payload: [UInt8] {
    let value: JSONValue =
      switch self {
      case .status(let statement): statement.payload
      case .closure(let notice): notice.payload
      case .weather(let notice): notice.payload
      case .caseOpened(_, let opening): opening.payload
      case .caseStep(_, let step): step.payload
      case .correction(let correction): correction.payload
      case .decision(let decision): decision.payload
      case .undo(let notice): notice.payload
      case .account(let event): event.payload
      case .key(let event): event.payload
      case .signIn(let event): event.payload
      case .answer(let record): record.payload
      }
    return Array(value.bytes(indent: nil).dropLast())
  }

  /// Checks the content by itself, before it is written where nothing is ever removed.
  ///
  /// - Parameter received: When it came.
  /// - Throws: `BoardError` with the field that is wrong.
  public func check(received: Instant) throws(BoardError) {
    switch self {
    case .status(let statement): try statement.check(received: received)
    case .closure(let notice): try notice.check(received: received)
    case .weather(let notice): try notice.check(received: received)
    case .caseOpened(_, let opening): try opening.check(received: received)
    case .caseStep(_, let step): try step.check(received: received)
    case .correction(let correction): try correction.check()
    case .decision(let decision):
      guard decision.standing != .proposed else {
        throw .invalid("standing", "proposed", Bilingual("một quyết định", "a decision"))
      }
      try FreeText.check(decision.note, "note")
    case .undo(let notice): try FreeText.check(notice.note, "note")
    case .account(let event): try event.check()
    case .key(let event): try event.check()
    case .signIn(let event): try FreeText.check(id: event.account, "account")
    case .answer(let record): try record.check()
    }
  }

  /// Reads the content of an entry from what is stored of it.
  ///
  /// - Throws: `BoardError` where the kind or a field is unknown, a field is wrong, or the bytes are
  ///   not the canonical ones.
  public init(kind: String, subject: String, payload: [UInt8]) throws(BoardError) {
    guard let known = EntryKind(rawValue: kind) else {
      throw .invalid("kind", kind, Bilingual("một loại mục đã biết", "a known kind of entry"))
    }
    var reader = try PayloadReader(payload)
    self = try EntryContent.read(known, subject, &reader)
    try reader.finish()
    guard self.payload == payload, self.subject == subject else {
      throw .invalid(
        "payload", "",
        Bilingual("dạng chuẩn của nội dung này", "the canonical form of this content"))
    }
  }

  static func read(
    _ kind: EntryKind, _ subject: String, _ reader: inout PayloadReader
  ) throws(BoardError) -> EntryContent {
    switch kind {
    case .statusReport: .status(try StatusStatement(.report, &reader))
    case .statusDiversion: .status(try StatusStatement(.diversion, &reader))
    case .statusBeds: .status(try StatusStatement(.beds, &reader))
    case .statusOff: .status(try StatusStatement(.off, &reader))
    case .closure: .closure(try ClosureNotice(&reader))
    case .weather: .weather(try WeatherNotice(&reader))
    case .caseOpened: .caseOpened(try id(subject), try CaseOpening(&reader))
    case .caseCalled: .caseStep(try id(subject), try CaseStep(.called, &reader))
    case .caseAccepted: .caseStep(try id(subject), try CaseStep(.accepted, &reader))
    case .caseRefused: .caseStep(try id(subject), try CaseStep(.refused, &reader))
    case .caseLeft: .caseStep(try id(subject), try CaseStep(.left, &reader))
    case .caseArrived: .caseStep(try id(subject), try CaseStep(.arrived, &reader))
    case .caseEnded: .caseStep(try id(subject), try CaseStep(.ended, &reader))
    case .caseReopened: .caseStep(try id(subject), try CaseStep(.reopened, &reader))
    case .correctionProposed: .correction(try Correction(&reader))
    case .correctionConfirmed: .decision(try CorrectionDecision(.confirmed, &reader))
    case .correctionRejected: .decision(try CorrectionDecision(.rejected, &reader))
    case .correctionUndone: .decision(try CorrectionDecision(.undone, &reader))
    case .undo: .undo(try UndoNotice(subject, &reader))
    case .accountMade: .account(try AccountEvent(.made, &reader))
    case .accountRole: .account(try AccountEvent(.role, &reader))
    case .accountPassword: .account(try AccountEvent(.password, &reader))
    case .accountRevoked: .account(try AccountEvent(.revoked, &reader))
    case .accountSessions: .account(try AccountEvent(.sessions, &reader))
    case .keyMade: .key(try KeyEvent(.made, &reader))
    case .keyRevoked: .key(try KeyEvent(.revoked, &reader))
    case .signInSucceeded: .signIn(try SignInEvent(.succeeded, &reader))
    case .signInFailed: .signIn(try SignInEvent(.failed, &reader))
    case .answer: .answer(try AnswerRecord(&reader))
    }
  }

  private static func id(_ subject: String) throws(BoardError) -> CaseID {
    guard subject.hasPrefix("case/"), let id = CaseID(String(subject.dropFirst(5))) else {
      throw .invalid("subject", subject, Bilingual("case/mã ca", "case/ and the id of a case"))
    }
    return id
  }
}

/// That an earlier entry no longer counts.
public struct UndoNotice: Hashable, Sendable {
  /// The number of the entry.
  public var entry: Int
  /// The subject of the entry.
  public var subject: String
  /// Why, in words.
  public var note: String?

  /// Creates a notice.
  public init(of entry: Int, subject: String, note: String? = nil) {
    self.entry = entry
    self.subject = subject
    self.note = note
  }

  var payload: JSONValue {
    .object(["entry": .integer(entry), "note": note.map { .string($0) }])
  }

  init(_ subject: String, _ reader: inout PayloadReader) throws(BoardError) {
    self.init(
      of: try reader.requiredInteger("entry"), subject: subject, note: try reader.text("note"))
  }
}
