import Files
import Formats
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  private func events(
    _ text: String, limits: JSONLimits = JSONLimits()
  ) throws -> [JSONEvent] {
    try events(Array(text.utf8), limits: limits)
  }

  private func events(
    _ bytes: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws -> [JSONEvent] {
    var reader = try JSONReader(.bytes(bytes, name: "a.json"), limits: limits)
    var events: [JSONEvent] = []
    while true {
      let event = try reader.next()
      if event == .endOfDocument { return events }
      events.append(event)
    }
  }

  private func error(_ text: String, limits: JSONLimits = JSONLimits()) -> DocumentError? {
    do {
      _ = try events(text, limits: limits)
      return nil
    } catch {
      return error as? DocumentError
    }
  }

  @Test func `a document is read in order, numbers as they were written`() throws {
    let text = #"{"a": [1, -0.50, 1e2, true, false, null], "b": {}, "c": "x\n\u00e9\ud83d\ude00"}"#
    #expect(
      try events("\u{FEFF}" + text) == [
        .beginObject, .key("a"), .beginArray, .number("1"), .number("-0.50"), .number("1e2"),
        .bool(true), .bool(false), .null, .endArray, .key("b"), .beginObject, .endObject,
        .key("c"), .string("x\né😀"), .endObject,
      ])
  }

  @Test func `values on lines of their own are several, on one line an error`() throws {
    #expect(
      try events("{}\n\n[]\n") == [.beginObject, .endObject, .beginArray, .endArray])
    #expect(error("{} {}")?.message.contains("behind the end") == true)
  }

  @Test(arguments: [
    "", "{", "[1", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":}", "tru", "truex", "nul",
    "01", "1.", ".5", "+1", "1e", "- 1", "0x10", "NaN", "Infinity", "'a'", "\"a", "\"\\x\"",
    "\"\\u12g4\"", "\"a\nb\"", "[1 2]", "}", "]", "{\"a\":1]", "[1}", "/* */ 1", "1,",
  ])
  func `text that is not JSON is an error on its line`(text: String) {
    let found = error("\n" + text)
    #expect(found?.kind == .malformed, "\(text)")
    #expect(found.map { $0.line >= 2 } == true, "\(text)")
  }

  @Test(arguments: [
    "\\ud800", "\\udc00", "\\ud800\\n", "\\ud800\\u0041", "\\udfff\\ud800", "\\ud800x",
  ])
  func `half a surrogate pair is an error`(text: String) {
    #expect(error("\"\(text)\"")?.message == "a text holds half a surrogate pair")
  }

  @Test func `a key twice in one object is an error, in two objects not`() {
    #expect(error(#"{"a":1,"b":2,"\u0061":3}"#)?.message.contains("there twice") == true)
    #expect(error(#"[{"a":1},{"a":{"a":1}}]"#) == nil)
  }

  @Test func `bytes that are not UTF-8 are an error`() {
    for bytes: [UInt8] in [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80]] {
      #expect(throws: DocumentError.self) { try events([0x22] + bytes + [0x22]) }
    }
    // UTF-16 is refused, not guessed.
    #expect(throws: DocumentError.self) { try events([0xFF, 0xFE, 0x7B, 0, 0x7D, 0]) }
  }

  @Test func `limits hold, and cost no more than reading up to them`() {
    var limits = JSONLimits()
    limits.depth = 8
    limits.textBytes = 10
    limits.documentBytes = 1_000
    let deep = String(repeating: "[", count: 100_000)
    #expect(error(deep)?.kind == .limit)
    limits.documentBytes = 1_000_000
    #expect(error(deep, limits: limits)?.message.contains("more than 8") == true)
    #expect(error("\"01234567890\"", limits: limits)?.kind == .limit)
    #expect(error(String(repeating: "9", count: 1_000))?.message.contains("number") == true)
    limits.documentBytes = 10
    #expect(error("[1,2,3,4,5,6,7]", limits: limits)?.kind == .limit)
  }

  @Test(arguments: seeds(30))
  func `a mutated document is read or refused, and nothing traps`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var bytes = Array(
      #"{"a":[1,{"b":"x\u00e9\ud83d\ude00","c":null}],"d":-1.5e3,"e":true}"#.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes[at] = UInt8.random(in: 0...255, using: &random)
      } else {
        bytes.removeSubrange(at..<min(bytes.count, at + 3))
      }
      if bytes.isEmpty { return }
    }
    _ = try? events(bytes)
  }

  @Test(arguments: [1, 2, 15, 16, 17, 18, 40])
  func `a key that is there twice is refused among few keys and among many`(count: Int) throws {
    let keys = (0..<count).map { "\"k\($0)\":{\"k\($0)\":0}" }
    func read(_ text: String) throws(DocumentError) -> Int {
      var reader = try JSONReader(.bytes(Array(text.utf8), name: "j"))
      var found = 0
      while try reader.next() != .endOfDocument { found += 1 }
      return found
    }
    // An object, and for each key an object of one key of the same name.
    #expect(try read("{" + keys.joined(separator: ",") + "}") == 2 + count * 5)
    for again in [0, count / 2, count - 1] {
      let text = "{" + (keys + ["\"k\(again)\":1"]).joined(separator: ",") + "}"
      #expect(throws: DocumentError.self) { try read(text) }
    }
  }

  @Test func `a text that goes over the end of a block is read whole`() throws {
    // Blocks have 65,536 bytes: the text begins before the end of the first, with an escape behind it.
    for length in [65_530, 65_535, 65_536, 131_071] {
      let text = String(repeating: "é", count: length / 2) + "\u{1F600}"
      let document = "[\"" + text + "\",\"a\\\\b\"]"
      let folder = try TemporaryFolder()
      try folder.write(Array(document.utf8), to: "j.json")
      var reader = try JSONReader(.file(folder.path + "/j.json"))
      #expect(try reader.next() == .beginArray)
      #expect(try reader.next() == .string(text))
      #expect(try reader.next() == .string("a\\b"))
    }
  }
}
