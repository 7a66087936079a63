import Files
import Testing

@testable import XMLStream

/// One hostile document and what must be said of it.
struct Attack: CustomTestStringConvertible, Sendable {
  var name: String
  var kind: DocumentError.Kind
  var line: Int
  var message: String
  var bytes: [UInt8]

  init(_ name: String, _ kind: DocumentError.Kind, _ line: Int, _ message: String, _ text: String) {
    self.init(name, kind, line, message, bytes: Array(text.utf8))
  }

  init(_ name: String, _ kind: DocumentError.Kind, _ line: Int, _ message: String, bytes: [UInt8]) {
    self.name = name
    self.kind = kind
    self.line = line
    self.message = message
    self.bytes = bytes
  }

  var testDescription: String { name }

  static let small: [Attack] = [
    Attack(
      "a DOCTYPE", .forbidden, 2, "DOCTYPE",
      "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    Attack("an undeclared entity", .forbidden, 2, "entity", "<a>\n&b;</a>"),
    Attack("an undeclared entity in an attribute", .forbidden, 1, "entity", "<a b='&c;'/>"),
    Attack(
      "another encoding", .forbidden, 1, "WINDOWS-1258",
      "<?xml version='1.0' encoding='WINDOWS-1258'?><a/>"),
    Attack(
      "UTF-7", .forbidden, 1, "convert the file to UTF-8",
      "<?xml version='1.0' encoding='UTF-7'?><a/>"),
    Attack("gzip", .forbidden, 1, "unpack it first", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]),
    Attack("zip", .forbidden, 1, "unpack it first", bytes: [0x50, 0x4B, 3, 4, 0, 0, 0, 0]),
    Attack("xz", .forbidden, 1, "unpack it first", bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
    Attack("bzip2", .forbidden, 1, "unpack it first", "BZh91AY"),
    Attack("an empty document", .malformed, 1, "empty", ""),
    Attack("only a byte order mark", .malformed, 1, "begin", bytes: [0xEF, 0xBB, 0xBF]),
    Attack("only white space", .malformed, 1, "", " \n "),
    Attack("only a declaration", .malformed, 1, "", "<?xml version='1.0'?>"),
    Attack("EBCDIC", .malformed, 1, "UTF-8", bytes: [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40]),
    Attack("UTF-16 without a mark", .malformed, 1, "UTF-16", bytes: [0x3C, 0, 0x61, 0, 0x2F, 0]),
    Attack("a NUL byte", .malformed, 2, "NUL", "<a>\n\0</a>"),
    Attack(
      "a lone surrogate", .malformed, 1, "UTF-16",
      bytes: [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x00, 0xD8, 0x3E, 0]),
    Attack(
      "half a UTF-16 character", .malformed, 1, "UTF-16",
      bytes: [0xFE, 0xFF, 0, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0]),
    Attack(
      "bad UTF-8 in a text", .malformed, 2, "UTF-8",
      bytes: Array("<a>\nVi".utf8) + [0xEA, 0x74] + Array("</a>".utf8)),
    Attack(
      "bad UTF-8 in an attribute", .malformed, 1, "UTF-8",
      bytes: Array("<a b='".utf8) + [0xC3, 0x28] + Array("'/>".utf8)),
    Attack(
      "bad UTF-8 in a CDATA section", .malformed, 1, "",
      bytes: Array("<a><![CDATA[".utf8) + [0xC0, 0x80] + Array("]]></a>".utf8)),
    Attack(
      "bad UTF-8 in a comment", .malformed, 1, "",
      bytes: Array("<a><!-- ".utf8) + [0xFF] + Array(" --></a>".utf8)),
    Attack("a control character", .malformed, 1, "", "<a>\u{1}</a>"),
    Attack("a cut element", .malformed, 2, "", "<a>\n<b>"),
    Attack("a cut tag", .malformed, 2, "a tag that begins here", "<a>\n<b c='"),
    Attack("a cut comment", .malformed, 1, "a comment that begins here", "<a><!-- \n\n"),
    Attack("a cut CDATA section", .malformed, 1, "a CDATA section", "<a><![CDATA[ x\n\n"),
    Attack("a cut opening", .malformed, 1, "a tag", "<a><![CDA"),
    Attack("a missing quote", .malformed, 2, "'<' inside a tag", "<a>\n<b c='1>\n<d/></a>"),
    Attack("crossed tags", .malformed, 2, "mismatch", "<a><b>\n</a></b>"),
    Attack("two roots", .malformed, 1, "Extra content", "<a/><b/>"),
    Attack("an attribute twice", .malformed, 1, "redefined", "<a b='1' b='2'/>"),
    Attack("an unknown prefix", .malformed, 1, "prefix x", "<x:a/>"),
    Attack("a CDATA end in a text", .malformed, 1, "", "<a>]]></a>"),
    Attack("other markup", .malformed, 1, "", "<a><!WHAT x='>'></a>"),
  ]

  static let big: [Attack] = [
    Attack(
      "a long attribute", .limit, 1, "longer than 65536",
      "<a b='" + String(repeating: "x", count: 10_000_000) + "'/>"),
    Attack(
      "a long element name", .limit, 1, "longer than 65536",
      "<" + String(repeating: "x", count: 10_000_000) + "/>"),
    Attack(
      "a long text", .limit, 1, "longer than 1048576",
      "<a>" + String(repeating: "x", count: 10_000_000) + "</a>"),
    Attack(
      "a long comment", .limit, 1, "longer than 1048576",
      "<a><!--" + String(repeating: "x>", count: 5_000_000) + "--></a>"),
    Attack(
      "a long CDATA section", .limit, 1, "longer than 1048576",
      "<a><![CDATA[" + String(repeating: "]]", count: 5_000_000) + "]]></a>"),
    Attack(
      "a text of many sections", .limit, 1, "longer than 1048576",
      "<a>" + String(repeating: "<![CDATA[x]]> y <!-- z -->", count: 400_000) + "</a>"),
    Attack(
      "a long processing instruction", .limit, 1, "longer than 1048576",
      "<a><?b " + String(repeating: "x", count: 10_000_000) + "?></a>"),
    Attack(
      "many attributes", .limit, 1, "more than 64",
      "<a " + (0..<100_000).map { "a\($0)='1' " }.joined() + "/>"),
    Attack(
      "many short attributes", .limit, 1, "more than 64",
      "<a" + String(repeating: "\na=\"\"", count: 100_000) + "/>"),
    Attack(
      "many namespaces", .limit, 1, "more than 64",
      "<a " + (0..<100_000).map { "xmlns:a\($0)='u' " }.joined() + "/>"),
    Attack(
      "deep nesting", .limit, 1, "deeper than 32",
      String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)),
    Attack("many open brackets", .malformed, 1, "", String(repeating: "<", count: 5_000_000)),
    Attack("many end tags", .malformed, 1, "", "<a>" + String(repeating: "</b>", count: 1_000_000)),
    Attack(
      "many names", .limit, 1, "different names",
      "<r>" + (0..<500_000).map { "<name\($0)-\(String(repeating: "x", count: 30))/>" }.joined()),
    Attack(
      "many quotes", .limit, 1, "longer than 65536",
      "<a " + String(repeating: "\"'", count: 5_000_000)),
    Attack(
      "many blank lines", .limit, 1, "longer than",
      "<a/>" + String(repeating: "\n", count: 5_000_000)),
  ]
}

@Suite struct HostileInputTests {
  @Test(arguments: Attack.small + Attack.big)
  func `a hostile document is refused quickly and with its line`(attack: Attack) throws {
    let start = ContinuousClock.now
    let found = problems(of: attack.bytes)
    #expect(ContinuousClock.now - start < .seconds(2))
    let error = try #require(found.first)
    #expect(error.kind == attack.kind, "\(error)")
    #expect(error.line == attack.line, "\(error)")
    #expect(error.message.contains(attack.message), "\(error)")
  }
}

@Suite struct MutatedInputTests {
  /// Replaces, removes or repeats bytes at random places of a good document.
  @Test(arguments: 0..<50)
  func `a mutated document is read or refused, whatever it is`(seed: UInt64) throws {
    let good = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?><!-- a --><network xmlns="urn:t" xmlns:x="urn:x">
      <facility id="a" name="Trạm &lt;&#x1EC7; y" x:y='"' lat="10.5"><note>a<![CDATA[<b>]]>c</note>
      </facility><?p q?><facility id="b" partOf="a" beds="3"/></network>
      """.utf8)
    let alphabet = Array("<>&;\"'=/!?-[]: xa#\u{1EC7}\0".utf8)
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ below: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % below
    }
    let schema = try schema()
    for _ in 0..<40 {
      var bytes = good
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(alphabet[random(alphabet.count)], at: place)
        case 2: bytes[place] = alphabet[random(alphabet.count)]
        default: bytes.removeSubrange(place..<min(bytes.count, place + random(20)))
        }
      }
      let found = problems(of: bytes, schema: schema)
      #expect(found == problems(of: bytes, schema: schema))
      #expect(found.allSatisfy { !$0.message.isEmpty && $0.message.utf8.count < 2500 })
    }
  }
}
