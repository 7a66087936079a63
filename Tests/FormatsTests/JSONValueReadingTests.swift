import Files
import Formats
import Testing

@Suite struct JSONValueReadingTests {
  private func read(_ text: String) throws -> JSONValue {
    try JSONValue(reading: .bytes(Array(text.utf8), name: "a.json"))
  }

  @Test(arguments: [
    "{}", "[]", "null", "true", "\"Cái Nước\"", "0", "-12", "10.125", "9007199254740993",
    "[1,[2,{\"a\":[]}],\"\\\"\\\\\"]", "{\"a\":null,\"b\":{\"c\":[false]}}",
    "{\"east\":106.1234567,\"north\":9.5}",
  ])
  func `A value that this package writes is read as itself`(text: String) throws {
    #expect(try read(text).text(indent: nil) == text + "\n")
  }

  @Test func `Parts are taken out by what they are`() throws {
    let value = try read("{\"a\": \"x\", \"b\": [1, 2.5], \"c\": false, \"d\": null}")
    let fields = try #require(value.asFields)
    #expect(fields["a"]?.asText == "x" && fields["a"]?.asInteger == nil)
    #expect(fields["b"]?.asList?.map(\.asNumber) == [1, 2.5])
    #expect(fields["b"]?.asList?.first?.asInteger == 1)
    #expect(fields["c"]?.asFlag == false)
    #expect(fields["d"] == .null)
    #expect(value.asList == nil && value.asText == nil)
  }

  @Test(arguments: [
    "", "{", "{\"a\":1,\"a\":2}", "[1,]", "1 2", "1\n2", "{}\n{}", "nul", "1e999", "\u{FEFF}",
    String(repeating: "[", count: 100),
  ])
  func `What is not one value of JSON is refused`(text: String) {
    #expect(throws: DocumentError.self) { _ = try read(text) }
  }
}
