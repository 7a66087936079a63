import Facts
import TestSupport
import Testing

@testable import Board
@testable import HealthNetwork

@Suite struct BoardTests {
  let id: CaseID

  init() throws { id = try CaseID() }

  /// The reports of a facility, by the rules of reports.
  private func picture(
    _ journal: TestJournal, of facility: String, at instant: Instant? = nil
  ) -> StatusPicture {
    StatusPicture(
      journal.board.statuses.filter { $0.facility == facility }, at: instant ?? journal.now,
      in: ZoneOffset(minutes: 420))
  }

  private func opening(bed: String? = nil) -> CaseOpening {
    var opening = CaseOpening(need: "stroke.thrombolysis", place: "gso-2025:26740")
    opening.bed = bed
    return opening
  }

  @Test func `Of each field the newest statement counts, and silence says nothing`() throws {
    var journal = TestJournal()
    let end = noon.plus(minutes: 120)
    try journal.write(.status(.diverting("bv-a", until: end)))
    try journal.write(.status(.beds("bv-a", ["icu": 3, "burn": 1], until: end)))
    try journal.write(.status(.beds("bv-a", ["icu": 2], until: end)))
    let known = picture(journal, of: "bv-a")
    #expect(known.traffic?.value.word == .closed)
    #expect(known.beds.mapValues(\.value) == ["icu": 2, "burn": 1])
    #expect(known.traffic?.source == "#1")
  }

  @Test func `What has expired is unknown, and nothing older comes back`() throws {
    var journal = TestJournal()
    try journal.write(.status(.beds("bv-a", ["icu": 3], until: noon.plus(minutes: 600))))
    try journal.write(.status(.beds("bv-a", ["icu": 0], until: noon.plus(minutes: 30))))
    let later = noon.plus(minutes: 31)
    let beds = try #require(picture(journal, of: "bv-a", at: later).beds["icu"])
    #expect(beds.value == 0)
    #expect(!beds.holds(at: later))
  }

  @Test func `Whoever corrects a statement within its minute means the correction`() throws {
    let end = noon.plus(minutes: 120)
    func word(_ second: Author) throws -> LiveStatus.Traffic? {
      var journal = TestJournal()
      try journal.write(.status(.diverting("bv-a", until: end)), by: .account("lan"))
      var open = StatusStatement.diverting("bv-a", until: end)
      open.traffic = .normal
      try journal.write(.status(open), by: second, after: 5)
      return picture(journal, of: "bv-a").traffic?.value.word
    }
    #expect(try word(.account("lan")) == .normal)
    // Two people who contradict each other in one minute: the more careful one counts.
    #expect(try word(.account("tam")) == .closed)
  }

  @Test func `An empty list of services off says that all of them run`() throws {
    var journal = TestJournal()
    let end = noon.plus(minutes: 120)
    try journal.write(.status(.off("bv-a", ["ct", "cath"], until: end)))
    #expect(picture(journal, of: "bv-a").off.map(\.value.capability) == ["cath", "ct"])
    try journal.write(.status(.off("bv-a", [], until: end)))
    #expect(picture(journal, of: "bv-a").off.isEmpty)
    try journal.write(.status(.off("bv-a", ["mri"], until: end)))
    #expect(picture(journal, of: "bv-a").off.map(\.value.capability) == ["mri"])
  }

  @Test func `A case goes from asked over a refusal to arrived`() throws {
    var journal = TestJournal()
    try journal.write(.caseOpened(id, opening()))
    try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
    try journal.write(
      .caseStep(id, .refusal(by: "bv-a", .noStaff, until: noon.plus(minutes: 60))))
    #expect(journal.board.cases[id]?.standing == .asked)
    #expect(journal.board.cases[id]?.excluded(at: journal.now) == ["bv-a"])
    #expect(journal.board.cases[id]?.excluded(at: noon.plus(minutes: 60)) == [])
    try journal.write(.caseStep(id, CaseStep(.called, at: "bv-b")))
    try journal.write(.caseStep(id, CaseStep(.accepted, at: "bv-b")))
    try journal.write(.caseStep(id, CaseStep(.left, at: "bv-b")))
    #expect(journal.board.inbound(to: "bv-b").map(\.hasLeft) == [true])
    try journal.write(.caseStep(id, CaseStep(.arrived, at: "bv-b")))
    #expect(journal.board.cases[id]?.standing == .arrived("bv-b"))
    #expect(journal.board.inbound.isEmpty)
    #expect(journal.board.openCases.isEmpty)
    #expect(journal.board.misfits.isEmpty)
  }

  @Test func `A refusal is a report of the facility for everybody, with an end`() throws {
    var journal = TestJournal()
    let end = noon.plus(minutes: 60)
    try journal.write(.status(.off("bv-a", ["ct"], until: end)))
    try journal.write(.caseOpened(id, opening()))
    try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
    try journal.write(.caseStep(id, .refusal(by: "bv-a", .noStaff, until: noon.plus(minutes: 30))))
    let off = picture(journal, of: "bv-a").off
    // Other things out of use stay so: the refusal says nothing of it.
    #expect(off.map(\.value.capability) == ["ct", "stroke.thrombolysis"])
    #expect(off.map(\.expires.seconds) == [end.seconds, noon.plus(minutes: 30).seconds])
    // The facility's own newer list replaces what was noted of it.
    try journal.write(.status(.off("bv-a", ["mri"], until: end)))
    #expect(picture(journal, of: "bv-a").off.map(\.value.capability) == ["mri"])
  }

  @Test func `Each reason of a refusal says what it means for others`() throws {
    func refused(_ reason: RefusalReason, bed: String?) throws -> StatusPicture {
      var journal = TestJournal()
      try journal.write(.caseOpened(id, opening(bed: bed)))
      try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
      try journal.write(.caseStep(id, .refusal(by: "bv-a", reason, until: noon.plus(minutes: 60))))
      return picture(journal, of: "bv-a")
    }
    #expect(try refused(.noBed, bed: "icu").beds["icu"]?.value == 0)
    #expect(try refused(.noBed, bed: "icu").off.isEmpty)
    #expect(try refused(.noBed, bed: nil).off.count == 1)
    let overloaded = try #require(try refused(.overloaded, bed: nil).traffic?.value)
    #expect(overloaded.word == .closed && !overloaded.isHard)
    #expect(try refused(.patient, bed: "icu").isEmpty)
    for reason in [RefusalReason.noStaff, .equipment, .notPerformed, .other] {
      #expect(
        try refused(reason, bed: "icu").off.map(\.value.capability) == ["stroke.thrombolysis"])
    }
  }

  @Test func `A facility that refused and is called again is no longer left out`() throws {
    var journal = TestJournal()
    try journal.write(.caseOpened(id, opening()))
    try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
    try journal.write(.caseStep(id, .refusal(by: "bv-a", .patient, until: noon.plus(minutes: 60))))
    // The bed of the patient counts as long as the case goes on.
    #expect(journal.board.cases[id]?.excluded(at: noon.plus(minutes: 600)) == ["bv-a"])
    try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
    #expect(journal.board.cases[id]?.excluded(at: journal.now) == [])
  }

  @Test func `Patients on the way count against beds until they arrive or the case ends`() throws {
    var journal = TestJournal()
    let end = noon.plus(minutes: 300)
    try journal.write(.status(.beds("bv-a", ["icu": 2, "burn": 1], until: end)))
    let (one, two) = (try CaseID(), try CaseID())
    for (id, bed) in [(one, "icu"), (two, nil)] {
      try journal.write(.caseOpened(id, opening(bed: bed)))
      try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
      try journal.write(.caseStep(id, CaseStep(.accepted, at: "bv-a")))
    }
    // Of the second nobody said which bed: to be safe, one of each type.
    #expect(picture(journal, of: "bv-a").beds.mapValues(\.value) == ["icu": 0, "burn": 0])
    try journal.write(.caseStep(two, CaseStep(.ended)))
    #expect(picture(journal, of: "bv-a").beds.mapValues(\.value) == ["icu": 1, "burn": 1])
    try journal.write(.caseStep(one, CaseStep(.left, at: "bv-a")))
    #expect(picture(journal, of: "bv-a").beds["icu"]?.value == 1)
    try journal.write(.caseStep(one, CaseStep(.arrived, at: "bv-a")))
    #expect(picture(journal, of: "bv-a").beds["icu"]?.value == 2)
  }

  @Test func `A step that may not follow says which may`() throws {
    var journal = TestJournal()
    try journal.write(.caseOpened(id, opening()))
    #expect(
      throws: BoardError.illegalStep(
        .accepted, case: id, standing: .asked, allowed: [.called, .ended])
    ) { try journal.board.check(.caseStep(id, CaseStep(.accepted, at: "bv-a"))) }
    try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
    // Another facility than the one that was called cannot accept.
    #expect(throws: BoardError.self) {
      try journal.board.check(.caseStep(id, CaseStep(.accepted, at: "bv-b")))
    }
    let other = try CaseID()
    #expect(throws: BoardError.unknownCase(other)) {
      try journal.board.check(.caseStep(other, CaseStep(.called, at: "bv-a")))
    }
  }

  @Test func `Every pair of steps is either allowed and taken or refused and without effect`()
    throws
  {
    for first in CaseStep.Kind.allCases {
      for second in CaseStep.Kind.allCases {
        var file = CaseFile(id, opening(), entry: 1, opened: noon)
        for (index, kind) in [CaseStep.Kind.called, first, second].enumerated() {
          let step = CaseStep(kind, at: kind.namesFacility ? "bv-a" : nil)
          let before = file
          let isTaken = file.take(step, entry: index + 2, received: noon)
          #expect(isTaken || file == before)
          if isTaken { #expect(before.standing.allowed.contains(kind)) }
        }
      }
    }
  }

  @Test func `Undoing is an entry, and takes back just what one entry did`() throws {
    var journal = TestJournal()
    let end = noon.plus(minutes: 300)
    try journal.write(.status(.beds("bv-a", ["icu": 5], until: end)))
    let wrong = try journal.write(.status(.beds("bv-a", ["icu": 0], until: end)))
    let ferry = try journal.write(.closure(ClosureNotice(.crossing("Phà A"), until: end)))
    let before = journal.board
    try journal.write(.undo(try before.undoing(wrong.number)))
    #expect(picture(journal, of: "bv-a").beds["icu"]?.value == 5)
    try journal.write(.undo(try journal.board.undoing(ferry.number)))
    #expect(journal.board.closures(at: journal.now).isEmpty)
    // Neither twice, nor an undoing, nor what is not there.
    for entry in [wrong.number, 4, 99] {
      #expect(throws: BoardError.self) { _ = try journal.board.undoing(entry) }
    }
    // The board at the earlier entry still knows what was known then.
    #expect(Board(journal.entries.prefix(3)).closures(at: journal.now).count == 1)
  }

  @Test func `Only the last step of a case can be undone, and a refusal with what it reported`()
    throws
  {
    var journal = TestJournal()
    let opened = try journal.write(.caseOpened(id, opening()))
    let called = try journal.write(.caseStep(id, CaseStep(.called, at: "bv-a")))
    let refused = try journal.write(
      .caseStep(id, .refusal(by: "bv-a", .noStaff, until: noon.plus(minutes: 60))))
    #expect(throws: BoardError.self) { _ = try journal.board.undoing(called.number) }
    #expect(throws: BoardError.self) { _ = try journal.board.undoing(opened.number) }
    try journal.write(.undo(try journal.board.undoing(refused.number)))
    #expect(journal.board.cases[id]?.standing == .called(["bv-a"]))
    #expect(picture(journal, of: "bv-a").isEmpty)
    try journal.write(.undo(try journal.board.undoing(called.number)))
    try journal.write(.undo(try journal.board.undoing(opened.number)))
    #expect(journal.board.cases.isEmpty)
  }

  @Test func `Corrections become part of the network in the order of their confirmation`() throws {
    var journal = TestJournal()
    let one = try journal.write(.correction(Correction(delta: "<a/>", note: "một")))
    let two = try journal.write(.correction(Correction(delta: "<b/>", note: "hai")))
    let three = try journal.write(.correction(Correction(delta: "<c/>", note: "ba")))
    func decide(_ entry: Entry, _ standing: CorrectionStanding) throws {
      let content = EntryContent.decision(CorrectionDecision(on: entry.number, standing))
      try journal.board.check(content)
      try journal.write(content)
    }
    try decide(two, .confirmed)
    try decide(one, .confirmed)
    try decide(three, .rejected)
    #expect(journal.board.confirmedCorrections.map(\.correction.delta) == ["<b/>", "<a/>"])
    try decide(two, .undone)
    #expect(journal.board.confirmedCorrections.map(\.correction.delta) == ["<a/>"])
    #expect(throws: BoardError.decided(three.number, .rejected)) {
      try journal.board.check(.decision(CorrectionDecision(on: three.number, .confirmed)))
    }
    #expect(throws: BoardError.unknownEntry(77)) {
      try journal.board.check(.decision(CorrectionDecision(on: 77, .confirmed)))
    }
  }

  @Test func `The weather is that of the newest notice, as long as it holds`() throws {
    var journal = TestJournal()
    try journal.write(.weather(WeatherNotice("rain", until: noon.plus(minutes: 600))))
    try journal.write(.weather(WeatherNotice("storm", until: noon.plus(minutes: 30))))
    #expect(journal.board.weather(at: noon.plus(minutes: 10))?.notice.weather == "storm")
    #expect(journal.board.weather(at: noon.plus(minutes: 30)) == nil)
    #expect(journal.board.weather(at: noon) == nil)
  }

  @Test func `An entry that does not fit changes nothing and is noted`() throws {
    var journal = TestJournal()
    try journal.write(.caseStep(id, CaseStep(.left, at: "bv-a")))
    try journal.write(.decision(CorrectionDecision(on: 1, .confirmed)))
    try journal.write(.undo(UndoNotice(of: 1, subject: "case/\(id)")))
    #expect(journal.board.misfits == [1, 2, 3])
    #expect(journal.board.number == 3 && journal.board.basis == 0)
  }

  @Test func `The board at an instant knows what was received by then`() throws {
    var journal = TestJournal()
    let end = noon.plus(minutes: 300)
    for count in 0..<5 {
      try journal.write(.status(.beds("bv-a", ["icu": count], until: end)))
    }
    let board = Board(journal.entries, until: noon.plus(minutes: 3))
    #expect(board.number == 3)
    #expect(board.statuses.count == 3)
  }

  @Test func `Reports that cannot count any more are dropped, and the answer stays`() throws {
    var journal = TestJournal()
    for count in 0..<500 {
      let now = journal.now.advanced(bySeconds: 3_600)
      try journal.write(
        .status(.beds("bv-a", ["icu": count], until: now.plus(minutes: 30))), after: 3_600)
    }
    #expect(journal.board.statuses.count < 100)
    #expect(picture(journal, of: "bv-a").beds["icu"]?.value == 499)
  }

  @Test(arguments: 0..<40)
  func `A board that follows step by step is the one made at once`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var journal = TestJournal()
    var following = Board()
    var ids: [CaseID] = []
    for _ in 0..<60 {
      let facility = ["bv-a", "bv-b", "bv-c"][Int(random.next() % 3)]
      let end = journal.now.plus(minutes: 30 + Int(random.next() % 90))
      let content: EntryContent
      switch random.next() % 6 {
      case 0: content = .status(.diverting(facility, until: end))
      case 1: content = .status(.beds(facility, ["icu": Int(random.next() % 4)], until: end))
      case 2:
        let id = try CaseID()
        ids.append(id)
        content = .caseOpened(id, opening(bed: "icu"))
      case 3 where !journal.entries.isEmpty:
        let entry = 1 + Int(random.next() % UInt64(journal.entries.count))
        let subject = journal.entries[entry - 1].subject
        content = .undo(UndoNotice(of: entry, subject: subject))
      default:
        guard !ids.isEmpty else { continue }
        let kinds = CaseStep.Kind.allCases
        let kind = kinds[Int(random.next() % UInt64(kinds.count))]
        let id = ids[Int(random.next() % UInt64(ids.count))]
        content = .caseStep(
          id,
          kind == .refused
            ? .refusal(by: facility, .noBed, until: end)
            : CaseStep(kind, at: kind.namesFacility ? facility : nil))
      }
      following.take(try journal.write(content))
    }
    let whole = journal.board
    #expect(following.statuses == whole.statuses, "seed \(seed)")
    #expect(following.cases == whole.cases, "seed \(seed)")
    #expect(following.misfits == whole.misfits, "seed \(seed)")
    for patient in whole.inbound { #expect(whole.cases[patient.id]?.standing.receiver != nil) }
  }
}
