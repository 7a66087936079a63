import Drawing
import TestSupport
import Testing
import XMLStream

/// Markup as a reader of XML finds it.
struct ReadMarkup {
  var names: [String] = []
  var texts: [String] = []

  init(_ source: String) throws {
    var reader = try XMLReader(
      bytes: Array(source.utf8), path: "markup", names: XMLNames([]), schema: nil)
    while try reader.next() != .endOfDocument {
      switch reader.event {
      case .start: names.append(reader.nameString)
      case .text: texts.append(reader.text)
      default: break
      }
    }
  }
}

@Suite struct MarkupTests {
  @Test func `hostile texts are read back as they were`() throws {
    let texts = [
      #"<script>alert("x")</script>"#, "]]>", "a & b", "'\"", "<!--", "&amp;", "-->", "</td>",
      "Bệnh viện Đa khoa Cà Mau", "x < y > z",
    ]
    for text in texts {
      var page = Markup()
      page.element("p", ["title": text], text: text)
      #expect(try ReadMarkup(page.source).texts == [text])
      #expect(try ReadMarkup(page.source).names == ["p"])
      #expect(!page.source.contains("]]>") && !page.source.contains("<script"))
    }
  }

  @Test(arguments: seeds(20))
  func `random texts and attributes come back`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let letters = Array("<>&\"'] ab=-!?/;#xĐệ\u{1F6D1}")
    let text =
      "x"
      + String(
        (0..<Int.random(in: 0...60, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "y"
        }) + "x"
    var page = Markup()
    page.element("p", ["title": text], text: text)
    var reader = try XMLReader(
      bytes: Array(page.source.utf8), path: "seed \(seed)", names: XMLNames(["p", "title"]),
      schema: nil)
    try reader.next()
    #expect(reader.attribute(1) == text)
    try reader.next()
    #expect(reader.text == text)
  }

  @Test func `what no XML may hold is replaced`() throws {
    var page = Markup()
    page.element("p", text: "a\u{0}b\u{1B}c\u{FFFE}d\u{85}e")
    #expect(
      try ReadMarkup(page.source).texts == ["a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"])
  }

  @Test func `numbers are short and never negative zero`() {
    #expect(plain(12) == "12" && plain(0.5) == "0.5" && plain(-0.001) == "0")
    #expect(plain(1.005) == "1" || plain(1.005) == "1.01")
    #expect(plain(-3.14159) == "-3.14" && plain(7.05) == "7.05" && plain(.infinity) == "0")
  }
}
