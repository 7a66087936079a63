import Facts
import TestSupport
import Testing

@testable import HealthNetwork

@Suite struct WordingTests {
  private func network(_ wordings: [(text: String, vi: String, en: String?)]) throws -> Network {
    var records = FullRecords.all
    records.wordings = wordings.enumerated().map { line, words in
      var wording = Wording()
      (wording.text, wording.name, wording.nameEn) = words
      return Located(wording, at: Origin(document: 0, line: line))
    }
    return try Network(records)
  }

  @Test func `A text is found whatever order the records stand in`() throws {
    let texts = ["b", "a; b", "Ω", "đường", "a", "z (x; y)"]
    let network = try network(texts.map { ($0, "vi " + $0, nil) })
    for text in texts {
      #expect(network.wording(of: text)?.name == "vi " + text)
      #expect(network.words(text).vi == "vi " + text)
      #expect(network.words(text).en == text)
    }
    #expect(network.wording(of: "c") == nil)
  }

  @Test func `Parts of a list are put into words one by one, and what has no words stays`() throws {
    let network = try network([
      ("general knowledge", "hiểu biết chung", nil), ("list", "danh sách", "a list"),
      ("x (a; b)", "y", "z"),
    ])
    let words = network.words("https://a.vn; general knowledge; x (a; b); list; other")
    #expect(words.vi == "https://a.vn; hiểu biết chung; y; danh sách; other")
    #expect(words.en == "https://a.vn; general knowledge; z; a list; other")
  }

  @Test(arguments: ["", ";", "; ", "((", "))", "a (b; c", "a) b; (c", "a; ; b"])
  func `A text without words stays as it is written`(text: String) throws {
    let network = try network([("other", "khác", nil)])
    #expect(network.words(text).vi == text && network.words(text).en == text)
  }

  @Test func `A part in brackets is no part of its own`() {
    #expect(Wording.parts(of: "a (b; c); d") == ["a (b; c)", "d"])
    #expect(Wording.parts(of: "a (b; c") == ["a (b; c"])
    #expect(Wording.parts(of: "") == [""])
  }
}
