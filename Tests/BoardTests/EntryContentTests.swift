import Facts
import HealthNetwork
import Testing
import TravelNetwork

@testable import Board

@Suite struct EntryContentTests {
  /// One content of every kind, with every field.
  static let all: [EntryContent] = {
    let end = noon.plus(minutes: 90)
    var report = StatusStatement(facility: "bv-a", expires: end)
    report.traffic = .advisory
    report.diversion = .soft
    report.beds = ["icu": 2, "burn": 0]
    report.off = ["ct": "hỏng bóng", "cath": nil]
    report.reported = noon
    report.source = "BV A"
    report.note = "đông"
    let targets: [ClosureNotice.Target] = [
      .crossing("Phà Vàm Cống"), .link("l-1"), .place("gso-2025:26740"),
      .box(Box(south: 9.1, west: 105.25, north: 9.5, east: 106)),
    ]
    let closures = targets.map { target in
      var notice = ClosureNotice(target, until: end)
      notice.mode = .road
      notice.from = noon
      notice.note = "ngập"
      notice.source = "CSGT"
      return EntryContent.closure(notice)
    }
    guard let id = CaseID("ca-0123456789") else { return [] }
    var opening = CaseOpening(need: "stroke.thrombolysis", place: "9.1768,105.1524")
    opening.triage = "red"
    opening.severity = "critical"
    opening.onset = noon
    opening.bed = "icu"
    opening.age = 61
    opening.vehicle = "ambulance"
    opening.note = "nôn"
    let steps: [CaseStep] = CaseStep.Kind.allCases.map { kind in
      switch kind {
      case .refused: return .refusal(by: "bv-a", .noBed, until: end)
      case .accepted, .left:
        var step = CaseStep(kind, at: "bv-a")
        step.arrival = end
        return step
      case .called, .arrived: return CaseStep(kind, at: "bv-a")
      case .ended, .reopened: return CaseStep(kind)
      }
    }
    var correction = Correction(delta: "<exchange/>", note: "đổi số giường")
    correction.facility = "bv-a"
    correction.network = "0123456789abcdef"
    let decisions: [CorrectionStanding] = [.confirmed, .rejected, .undone]
    var all: [EntryContent] = [
      .status(report), .status(.diverting("bv-a", until: end)),
      .status(.beds("bv-a", ["icu": 1], until: end)), .status(.off("bv-a", ["ct"], until: end)),
      .status(.off("bv-a", [], until: end)), .weather(WeatherNotice("storm", until: end)),
      .weather(WeatherNotice(nil, until: end)), .caseOpened(id, opening),
      .correction(correction), .undo(UndoNotice(of: 3, subject: "weather", note: "nhầm")),
      .signIn(SignInEvent(.succeeded, account: "lan")), .signIn(SignInEvent(.failed, account: nil)),
      .key(
        KeyEvent(
          .made, "k1", of: "bv-a", role: .report, facilities: ["bv-b", "bv-a"], until: end)),
      .key(KeyEvent(.revoked, "k1", of: "bv-a")),
      .account(AccountEvent(.made, "lan", role: .report, facilities: ["bv-a"])),
      .account(AccountEvent(.role, "lan", role: .edit)), .account(AccountEvent(.password, "lan")),
      .account(AccountEvent(.revoked, "lan")), .account(AccountEvent(.sessions, "lan")),
      .answer(
        AnswerRecord(
          question: "route?from=x&need=stroke", network: "0123456789abcdef", entry: 4,
          answer: Digest(of: [1]))),
      .answer(
        AnswerRecord(
          question: "batch", network: "0123456789abcdef", entry: 4, answer: Digest(of: [1]),
          documents: [
            AskedDocument(part: "batch", name: "bảng.csv", Array("id,from\na,Cái Nước\n".utf8)),
            AskedDocument(part: "sent", name: "sent", Array("a,0903123456".utf8)),
          ])),
    ]
    all += closures
    all += steps.map { .caseStep(id, $0) }
    all += decisions.map { .decision(CorrectionDecision(on: 7, $0, note: "đúng")) }
    return all
  }()

  @Test func `There is a content of every kind`() {
    #expect(Set(Self.all.map(\.kind)) == Set(EntryKind.allCases))
  }

  @Test(arguments: all)
  func `Content is read back from its bytes, and written to the same bytes`(content: EntryContent)
    throws
  {
    try content.check(received: noon)
    let read = try EntryContent(
      kind: content.kind.rawValue, subject: content.subject, payload: content.payload)
    #expect(read == content)
    #expect(read.payload == content.payload)
  }

  @Test(arguments: all)
  func `Nothing but the canonical bytes is content`(content: EntryContent) {
    let text = String(decoding: content.payload, as: UTF8.self)
    let unknown = text.dropLast() + (text == "{}" ? "" : ",") + "\"zzz\":1}"
    for wrong in [" " + text, text + "\n", String(unknown), "{}x", ""] {
      #expect(throws: BoardError.self) {
        _ = try EntryContent(
          kind: content.kind.rawValue, subject: content.subject, payload: Array(wrong.utf8))
      }
    }
    #expect(throws: BoardError.self) {
      _ = try EntryContent(kind: "later.kind", subject: content.subject, payload: content.payload)
    }
  }

  @Test func `A statement must end, later than it begins and not absurdly late`() {
    for minutes in [0, -5, 32 * 1_440] {
      let statement = StatusStatement.diverting("bv-a", until: noon.plus(minutes: minutes))
      #expect(throws: BoardError.self) { try EntryContent.status(statement).check(received: noon) }
    }
    var later = StatusStatement.diverting("bv-a", until: noon.plus(minutes: 60))
    later.reported = noon.plus(minutes: 20)
    #expect(throws: BoardError.self) { try EntryContent.status(later).check(received: noon) }
  }

  @Test func `A form says what it is for, and a report says anything`() {
    var statement = StatusStatement(.beds, facility: "bv-a", expires: noon.plus(minutes: 60))
    #expect(throws: BoardError.self) { try EntryContent.status(statement).check(received: noon) }
    statement.traffic = .closed
    #expect(throws: BoardError.self) { try EntryContent.status(statement).check(received: noon) }
    statement.form = .report
    #expect(throws: Never.self) { try EntryContent.status(statement).check(received: noon) }
    statement.beds = ["icu": -1]
    #expect(throws: BoardError.self) { try EntryContent.status(statement).check(received: noon) }
  }

  @Test func `The digest of an entry depends on each of its fields`() throws {
    var journal = TestJournal()
    let entry = try journal.write(.weather(WeatherNotice("storm", until: noon.plus(minutes: 60))))
    func variant(
      number: Int? = nil, received: Int? = nil, author: String? = nil, origin: String? = nil,
      key: String? = nil, kind: String? = nil, subject: String? = nil, payload: [UInt8]? = nil,
      previous: Digest? = nil
    ) -> Digest {
      Entry(
        number: number ?? entry.number, received: received ?? entry.received.seconds,
        author: author ?? entry.author, origin: origin ?? entry.origin,
        senderKey: key ?? entry.senderKey, kind: kind ?? entry.kind,
        subject: subject ?? entry.subject, payload: payload ?? entry.payload,
        previous: previous ?? entry.previous, digest: entry.digest
      ).computedDigest
    }
    #expect(variant() == entry.digest)
    let others = [
      variant(number: 2), variant(received: 1), variant(author: "account/tam"),
      variant(origin: "x"), variant(key: "y"), variant(kind: "undo"), variant(subject: "z"),
      variant(payload: [1]), variant(previous: Digest(of: [])),
      // Without the lengths these two would be one message.
      variant(kind: entry.kind + entry.subject, subject: ""),
    ]
    #expect(Set(others + [entry.digest]).count == others.count + 1)
  }
}
