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
    "id,from,phone\na,Cái Nước,0903 123 456\n", "lat;lon;x\n10.5;106.7;079201000123",
    "090.1234567", "84.912345678", "<note text='+84 903.123.456'/>", "a\t0903.123.456",
  ])
  func `A number in a document is found in whichever cell it stands`(text: String) {
    #expect(FreeText.holdsNumber(inDocument: Array(text.utf8)))
    let wide: [UInt8] = text.utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
    #expect(FreeText.holdsNumber(inDocument: wide), "in UTF-16, too")
  }

  @Test(arguments: [
    "id,lat,lon\na,10.762622,106.660172\n1,9.17682,105.15242\n",
    "a,Cái Nước,2026-11-25T10:30:00+07:00",
    #"{"shape": "10.762622 106.660172 10.762622 106.660172"}"#, "id,count\n12345678,3",
  ])
  func `Degrees and instants of a document are no numbers of a patient`(text: String) {
    #expect(!FreeText.holdsNumber(inDocument: Array(text.utf8)))
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
