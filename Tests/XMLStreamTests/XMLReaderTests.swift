import Files
import Testing

@testable import XMLStream

@Suite struct XMLReaderTests {
  @Test func `starts, texts and ends come in the order of the document`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <network a="1">
        <facility
          id="x &amp; y"
          lat='2'/>
        <note>one <!-- no --><![CDATA[<two>]]>
        &#x1EC7;</note>
      </network>
      """
    let found = try events(text)
    #expect(
      found == [
        "<network a=1> 2", "<facility id=x & y lat=2> 3", "</facility> 5", "<note> 6",
        "'one <two>\n  \u{1EC7}' 6", "</note> 7", "</network> 8",
      ])
  }

  @Test func `attributes are read by their codes as strings, numbers and truth values`() throws {
    var reader = try reader(
      "<facility id='a' lat=' 10.762622 ' beds='-12' open='true' note='x' x='1'/>")
    try reader.next()
    #expect(reader.name == 1)
    #expect(reader.attribute(2) == "a")
    #expect(reader.hasAttribute(2) && !reader.hasAttribute(7))
    #expect(reader.attribute(7) == nil)
    #expect(reader.doubleAttribute(3) == 10.762622)
    #expect(reader.intAttribute(4) == -12)
    #expect(reader.boolAttribute(5) == true)
    #expect(reader.intAttribute(6) == nil)
    #expect(reader.attribute(-1) == nil)
    #expect(reader.withAttributeBytes(2) { $0.count == 1 && $0[0] == 0x61 } == true)
    #expect(reader.attributeCount == 6)
  }

  @Test func `what an earlier tag said is not said again by the next one`() throws {
    var reader = try reader("<network id='a' name='n'><facility lat='1'/><note/></network>")
    try reader.next()
    #expect(reader.attribute(2) == "a" && reader.attribute(3) == nil)
    try reader.next()
    #expect(reader.attribute(2) == nil && reader.attribute(7) == nil)
    #expect(reader.attribute(3) == "1")
    try reader.next()
    #expect(reader.attribute(3) == nil)
    while try reader.next() != .endOfDocument {}
    #expect(reader.attribute(2) == nil)
  }

  @Test(arguments: ["", "0123456789abcdef"])
  func `a token is one line in normal form C, shared or not`(start: String) throws {
    var pool = TextPool()
    // Every text of up to five pieces, some of which are blank or need composing.
    let pieces = ["x", " ", "&#10;", "e&#x301;", "\u{1EBF}"]
    for number in 0..<3_125 {
      var value = start
      var rest = number
      while rest > 0 {
        value += pieces[rest % 5]
        rest /= 5
      }
      var reader = try reader("<network id='\(value)'/>")
      try reader.next()
      let raw = reader.attribute(2) ?? ""
      let words = raw.split { " \n".contains($0) }
      let expected = words.joined(separator: " ")
      #expect(reader.token(2).map { Array($0.utf8) } == Array(expected.utf8), "\(value)")
      for _ in 0..<2 { #expect(reader.token(2, sharedIn: &pool) == expected, "\(value)") }
    }
  }

  @Test func `a valid document has no problems`() throws {
    let text = "<network xmlns='urn:t'><facility id='a'/></network>"
    let schema = try schema()
    #expect(problems(of: text, schema: schema) == [])
  }

  @Test func `every broken rule is reported with its line, and reading goes on`() throws {
    let text = """
      <network xmlns="urn:t">
        <facility id="a" lat="x"/>
        <facility id="a"/>
        <facility
          id="b" partOf="zz" beds="many"/>
        <hospital/>
      </network>
      """
    let schema = try schema()
    #expect(
      problems(of: text, schema: schema).map(\.description) == [
        "t.xml:2: Element 'facility', attribute 'lat': 'x' is not a valid value of the atomic "
          + "type 'xs:double'",
        "t.xml:3: Element 'facility': Duplicate key-sequence ['a'] in key identity-constraint "
          + "'facilityKey'",
        "t.xml:4: Element 'facility', attribute 'beds': 'many' is not a valid value of the atomic "
          + "type 'xs:int'",
        "t.xml:6: Element 'hospital': This element is not expected. Expected is ( facility )",
        "t.xml:7: Element 'facility': No match found for key-sequence ['zz'] of keyref 'partOf'",
      ])
  }
}
