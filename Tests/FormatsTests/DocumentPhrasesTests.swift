import Files
import Testing

@testable import Formats

@Suite struct DocumentPhrasesTests {
  @Test(arguments: [
    (
      "Element 'place': The attribute 'code' is required but missing",
      "phần tử 'place': thiếu thuộc tính bắt buộc 'code'"
    ),
    (
      "Element 'facility', attribute 'kind': The value 'x' is not an element of the set {'a', 'b'}",
      "phần tử 'facility', thuộc tính 'kind': 'x' không thuộc các giá trị {'a', 'b'}"
    ),
    (
      "Element 'x': This element is not expected. Expected is one of ( a, b )",
      "phần tử 'x': không được đứng ở đây; ở đây phải là một trong ( a, b )"
    ),
    (
      "Opening and ending tag mismatch: a line 2 and b",
      "thẻ đóng không khớp: mở 'a' ở dòng 2, đóng 'b'"
    ),
    ("found \"]\"; expected a value", "gặp \"]\"; phải là một giá trị"),
    ("cannot be opened: Permission denied", "không mở được: Permission denied"),
    ("has 5 bytes where 9 were written; build it again", "có 5 byte, lúc ghi có 9; hãy dựng lại"),
    ("is longer than 5 bytes", "dài quá 5 byte"),
    (
      "is there already, and is no snapshot", "đã có sẵn và không phải ảnh chụp mạng lưới"
    ),
    ("is there already", "đã có sẵn"),
    ("a CDATA section is longer than 5 bytes", "a CDATA section dài quá 5 byte"),
  ])
  func `a message is worded in Vietnamese with what it names`(english: String, vietnamese: String) {
    #expect(DocumentPhrases.vietnamese(of: english) == vietnamese)
    let error = DocumentError(kind: .invalid, path: "a.xml", line: 3, message: english)
    #expect(error.text(.vi) == "a.xml:3: " + vietnamese)
    #expect(error.text(.en) == "a.xml:3: " + english)
  }

  @Test func `a message that is not known stays as it is, and a given wording comes first`() {
    #expect(DocumentPhrases.vietnamese(of: "something else") == nil)
    let error = DocumentError(
      kind: .invalid, path: "a", line: 0, message: "out of memory", vi: "hết bộ nhớ")
    #expect(error.text(.vi) == "a: hết bộ nhớ")
  }

  @Test(arguments: [
    "{", "[1", "[1,]", "{\"a\" 1}", "{\"a\":1,\"a\":2}", "\"a", "\"\\x\"", "\"\\ud800\"", "01",
    "tru", "1 2",
    "{1:2}", "\u{1}",
  ])
  func `every error of the reader of JSON is worded in both languages`(text: String) throws {
    var reader = try JSONReader(.bytes(Array(text.utf8), name: "j"))
    do throws(DocumentError) {
      while try reader.next() != .endOfDocument {}
      Issue.record("\(text) is no JSON")
    } catch {
      #expect(error.text(.vi) != error.text(.en), "\(error)")
    }
  }
}
