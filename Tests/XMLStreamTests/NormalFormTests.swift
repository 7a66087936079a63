import Testing

@testable import XMLStream

@Suite struct NormalFormTests {
  @Test func `letters with loose marks are composed`() throws {
    var reader = try reader("<a id='Vie\u{302}\u{323}t'>ho\u{323}c</a>")
    try reader.next()
    let value = reader.attribute(2) ?? ""
    #expect(Array(value.unicodeScalars) == Array("Vi\u{1EC7}t".unicodeScalars))
    let count = reader.withAttributeBytes(2) { $0.count }
    #expect(count == 6)
    let text = try reader.readText()
    #expect(Array(text.unicodeScalars) == Array("h\u{1ECD}c".unicodeScalars))
  }

  @Test func `every character taken as composed is left alone by the normaliser`() {
    for value in UInt32(1)...0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let string = String(scalar)
      let isSure = unsafe Array(string.utf8).withUnsafeBufferPointer {
        unsafe NormalForm.isSurelyComposed($0)
      }
      if isSure {
        #expect(Array(NormalForm.composed(string).unicodeScalars) == [scalar])
        // Nor does it join what stands before it.
        #expect(scalar.properties.canonicalCombiningClass == .notReordered)
      }
    }
  }
}
