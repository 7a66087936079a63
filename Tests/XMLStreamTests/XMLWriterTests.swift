import Testing

@testable import XMLStream

@Suite struct XMLWriterTests {
  @Test func `elements are indented, attributes keep their order, empty elements are short`() {
    var writer = XMLWriter()
    writer.declaration()
    writer.start("network")
    writer.attribute("z", "1")
    writer.attribute("a", nil as String?)
    writer.start("facility")
    writer.attribute("lat", 10.762622)
    writer.attribute("beds", -12)
    writer.attribute("open", true)
    writer.attribute("none", nil as Int?)
    writer.end()
    writer.element("note", text: "Trạm <y tế> & \"x\"")
    writer.element("note", text: "")
    writer.end()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <network z="1">
          <facility lat="10.762622" beds="-12" open="true"/>
          <note>Trạm &lt;y tế&gt; &amp; "x"</note>
          <note/>
        </network>

        """)
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "-0"), (1, "1"), (0.1, "0.1"), (0.00001, "0.00001"), (-1.5e-7, "-0.00000015"),
    (1e16, "10000000000000000"), (1.5e300, "15" + String(repeating: "0", count: 299)),
    (123456789.125, "123456789.125"),
    (.leastNonzeroMagnitude, "0." + String(repeating: "0", count: 323) + "5"),
    (.infinity, "INF"), (-.infinity, "-INF"), (.nan, "NaN"),
  ])
  func `numbers have no exponent`(number: Double, text: String) {
    var bytes: [UInt8] = []
    XMLNumbers.append(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: 0..<20)
  func `numbers read back as they were written`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<500 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      var bytes: [UInt8] = []
      let number = Double(bitPattern: state)
      XMLNumbers.append(number, to: &bytes)
      #expect(number.isNaN || Double(String(decoding: bytes, as: UTF8.self)) == number)
      let double = unsafe bytes.withUnsafeBufferPointer { unsafe Lexical.double($0) }
      #expect(double == (number.isFinite ? number : nil))
      bytes = []
      let integer = Int(truncatingIfNeeded: state)
      XMLNumbers.append(integer, to: &bytes)
      let same = unsafe bytes.withUnsafeBufferPointer { unsafe Lexical.int($0) }
      #expect(same == integer)
    }
  }

  @Test(arguments: [
    "a<b>&\"c\"'d'", "line\nfeed\r\nand\ttab", "Bệnh viện 🏥", "&amp;", "&#38;#38;", "]]>", "",
    " kept ", "ng\u{1B0}\u{1EDD}i",
  ])
  func `text comes back as it was written`(text: String) throws {
    var writer = XMLWriter()
    writer.start("a")
    writer.attribute("id", text)
    writer.text(text)
    writer.end()
    var reader = try reader(String(decoding: writer.bytes, as: UTF8.self))
    try reader.next()
    #expect(reader.attribute(2) == text)
    #expect(try reader.readText() == text)
  }

  @Test func `characters that XML does not allow are replaced`() throws {
    var writer = XMLWriter(indent: -1)
    writer.start("a")
    writer.text("1\u{0}2\u{1F}3\u{FFFE}4\u{FFFF}5\u{F900}")
    writer.end()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<a>1\u{FFFD}2\u{FFFD}3\u{FFFD}4\u{FFFD}5\u{F900}</a>\n")
  }
}
