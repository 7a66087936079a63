import Files
import Testing

@testable import XMLStream

@Suite struct XMLErrorTests {
  @Test func `an error reads as compilers write it`() {
    var error = DocumentError(kind: .malformed, path: "a.xml", line: 3, message: "no")
    #expect(error.description == "a.xml:3: no")
    error.line = 0
    #expect(error.description == "a.xml: no")
  }

  @Test(arguments: [
    ("Element '{urn:a:1}b', attribute 'c': x.\n", "Element 'b', attribute 'c': x"),
    ("Expected is one of ( {urn:a}b, {urn:a}c ).\n", "Expected is one of ( b, c )"),
    ("Expected is ( {urn:a}* ).", "Expected is ( * )"),
    ("The value '{' is no set {'a', 'b'}.", "The value '{' is no set {'a', 'b'}"),
    ("'a': [facet 'pattern'] The value 'x'", "'a': The value 'x'"),
    ("two\n\nlines\u{85}", "two lines\u{FFFD}"), ("{", "{"), ("", ""),
  ])
  func `libxml2's messages are tidied`(message: String, tidied: String) {
    let found = unsafe message.withCString { unsafe LibXML.tidied($0) }
    #expect(found == tidied)
  }

  @Test func `a message stays short, however long the value that it quotes`() throws {
    let schema = try schema()
    let value = String(repeating: "x", count: 60_000)
    let text = "<network xmlns='urn:t'><facility id='a' beds='\(value)'/></network>"
    let found = problems(of: text, schema: schema)
    #expect(found.count == 1 && found[0].message.utf8.count < 700)
  }
}
