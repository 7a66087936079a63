import Files
import Glibc
import Testing

@testable import XMLStream

@Suite struct XMLLimitsTests {
  @Test func `each limit can be set, and lets pass what stays within`() {
    let text = "<a b='12345'><c>1234567890</c><!-- --></a>"
    var limits = XMLLimits()
    limits.depth = 2
    limits.attributes = 1
    limits.textBytes = 10
    limits.tagBytes = 13
    limits.documentBytes = 42
    limits.seconds = 60
    #expect(problems(of: text, limits: limits) == [])
    for (key, value) in [
      (\XMLLimits.depth, 1), (\.attributes, 0), (\.textBytes, 9), (\.tagBytes, 12),
      (\.documentBytes, 41),
    ] {
      var tighter = limits
      tighter[keyPath: key] = value
      #expect(problems(of: text, limits: tighter).map(\.kind) == [.limit])
    }
    limits.seconds = 0
    #expect(problems(of: text, limits: limits).map(\.kind) == [.limit])
  }

  @Test func `the depth counts open elements only`() {
    let text = "<r>" + String(repeating: "<a b='/'/><c d='>'></c>", count: 100) + "</r>"
    var limits = XMLLimits()
    limits.depth = 2
    #expect(problems(of: text, limits: limits) == [])
  }

  @Test func `what comes before an error is read, and the error comes again`() throws {
    var reader = try reader("<a>\n<b/>\n<c d='1' d='2'/></a>")
    var seen: [String] = []
    for _ in 0..<3 {
      try reader.next()
      seen.append(reader.nameString)
    }
    #expect(seen == ["a", "b", "b"])
    let first = #expect(throws: DocumentError.self) { try reader.next() }
    let second = #expect(throws: DocumentError.self) { try reader.next() }
    #expect(first == second)
    #expect(first?.line == 3)
    let attribute = reader.attribute(2)
    let count = reader.attributeCount
    #expect(attribute == nil && count == 0)
  }

  @Test func `nothing is left of the last tag once the document fails in a later block`() throws {
    let text = "<a>" + String(repeating: " ", count: 70_000) + "<b id='x'/>" + "<c id='y'>"
    var reader = try reader(text + String(repeating: " ", count: 70_000) + "</d>")
    #expect(throws: DocumentError.self) { while try reader.next() != .endOfDocument {} }
    let attribute = reader.attribute(2)
    let described = reader.text
    #expect(attribute == nil && described == "")
  }

  /// The folder with published attacks, which are not part of this package.
  static let attacks: String? = unsafe getenv("TUYEN_STANDARDS_DIR").map {
    unsafe String(cString: $0) + "/xml-attacks/xmltestdata/"
  }

  @Test(
    .enabled(if: attacks != nil, "TUYEN_STANDARDS_DIR is not set"),
    arguments: ["cyclic", "dtd", "dtd_element", "external", "external_file", "xmlbomb"])
  func `every published attack is refused as forbidden`(name: String) throws {
    let path = try #require(Self.attacks) + name + ".xml"
    var reader = try XMLReader(path: path, names: names, schema: nil)
    let error = #expect(throws: DocumentError.self) { while try reader.next() != .endOfDocument {} }
    #expect(error?.kind == .forbidden)
  }

  @Test(
    .enabled(if: attacks != nil, "TUYEN_STANDARDS_DIR is not set"),
    arguments: ["simple", "simple-ns"])
  func `what is harmless among the published attacks is read`(name: String) throws {
    let path = try #require(Self.attacks) + name + ".xml"
    var reader = try XMLReader(path: path, names: names, schema: nil)
    while try reader.next() != .endOfDocument {}
  }
}
