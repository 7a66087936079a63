import Files
import Testing

@testable import XMLStream

@Suite struct XMLSchemaTests {
  @Test func `a wrong schema says where it is wrong`() throws {
    let text = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="a" type="missing"/>
      </xs:schema>
      """
    let error = #expect(throws: DocumentError.self) {
      try XMLSchema(bytes: Array(text.utf8), name: "s.xsd")
    }
    #expect(error?.description.hasPrefix("s.xsd:2: the schema is wrong: ") == true)
    #expect(error?.kind == .invalid)
  }

  @Test(arguments: ["", "<a", "<a/>"])
  func `what is no schema is refused`(text: String) {
    #expect(throws: DocumentError.self) { try XMLSchema(bytes: Array(text.utf8), name: "s.xsd") }
  }

  @Test func `a schema that needs another file is refused`() {
    let text = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:import namespace="urn:x" schemaLocation="file:///etc/hostname"/>
      </xs:schema>
      """
    #expect(throws: DocumentError.self) { try XMLSchema(bytes: Array(text.utf8), name: "s.xsd") }
  }

  @Test func `one schema serves many readers at once`() async throws {
    let schema = try schema()
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let facilities = (0..<2000).map { "<facility id='a\($0 / 2)'/>" }.joined()
          var limits = XMLLimits()
          limits.errors = 10_000
          return problems(
            of: "<network xmlns='urn:t'>\(facilities)</network>", schema: schema, limits: limits
          ).count
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    // Each second identifier is there already.
    #expect(counts == Array(repeating: 1000, count: 8))
  }

  @Test func `a schema that the document names is not looked at`() throws {
    let text = """
      <network xmlns="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="urn:t file:///dev/zero urn:other http://127.0.0.1:9/x.xsd"/>
      """
    let schema = try schema()
    #expect(problems(of: text, schema: schema) == [])
  }

  @Test func `another root than the schema's is a problem, not an error`() throws {
    let schema = try schema()
    let found = problems(of: "<a xmlns='urn:other'/>", schema: schema)
    #expect(found.map(\.kind) == [.invalid])
  }

  @Test func `only so many problems are kept, but all are counted`() throws {
    var limits = XMLLimits()
    limits.errors = 3
    let text = "<network xmlns='urn:t'>\(String(repeating: "<facility/>", count: 50))</network>"
    var reader = try reader(text, schema: try schema(), limits: limits)
    while try reader.next() != .endOfDocument {}
    #expect(reader.problems.count == 3)
    #expect(reader.problemCount >= 50)
  }
}
