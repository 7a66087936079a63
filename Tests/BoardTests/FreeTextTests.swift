import Testing

@testable import Board

@Suite struct FreeTextTests {
  @Test(arguments: [
    "0903123456", "gọi 0903 123 456", "+84 903.123.456", "(028) 3855-4269 1",
    "CCCD 079 201 000 123",
    "０９０３１２３４５６", "079-201-000-123", "bn 2026-11-25 0903123456", "123 456 789",
    "0 9 0 3 1 2 3 4 5 6",
  ])
  func `A telephone or identity number is found however it is written`(text: String) {
    #expect(FreeText.holdsNumber(text))
  }

  @Test(arguments: [
    "hết giường hồi sức", "đến 25/11/2026 10:30", "ngày 2026-11-25 10:30", "115",
    "8 giường, 12 chờ",
    "đường tỉnh 865, km 12", "2026-11-25 2026-11-26", "phà 8 giờ 30 đến 17 giờ 45",
  ])
  func `Hours, dates and counts are no numbers of a patient`(text: String) {
    #expect(!FreeText.holdsNumber(text))
  }

  @Test(arguments: [
    "", "dòng một\ndòng hai", "a\u{0}b", String(repeating: "a", count: 1_001), "a\u{2028}b",
  ])
  func `A remark that cannot be shown on one line is refused`(text: String) {
    #expect(throws: BoardError.self) { try FreeText.check(text, "note") }
  }

  @Test func `A remark with a number of a patient is refused by the field that holds it`() throws {
    var opening = CaseOpening(need: "stroke.thrombolysis", place: "gso-2025:26740")
    opening.note = "Anh Ba, 0903 123 456"
    #expect(throws: BoardError.holdsNumber("note")) {
      try EntryContent.caseOpened(try CaseID(), opening).check(received: noon)
    }
    var step = CaseStep.refusal(by: "bv-a", .noBed, until: noon.plus(minutes: 60))
    step.note = "gọi lại 0903123456"
    #expect(throws: BoardError.holdsNumber("note")) {
      try EntryContent.caseStep(try CaseID(), step).check(received: noon)
    }
  }

  @Test(arguments: ["lan", "bv-cho-ray", "gso-2025:26740", "A.1/2#3"])
  func `Ids and codes are accepted`(text: String) { #expect(FreeText.isID(text)) }

  @Test(arguments: ["", "a b", "phà", "a\u{7F}", String(repeating: "a", count: 201), "a;b"])
  func `What is no id is refused`(text: String) { #expect(!FreeText.isID(text)) }
}
