import Files
import Formats
import Testing

@Suite struct TextDecoderTests {
  /// Three lines in each older encoding, written by hand from its table.
  private static let text = "tên\nBệnh viện Đa khoa Cái Nước\nTrạm Y tế xã Tân Hưng Đông\n"

  private static let windows1258: [UInt8] =
    Array("t".utf8) + [0xEA] + Array("n\nB".utf8) + [0xEA, 0xF2] + Array("nh vi".utf8)
    + [0xEA, 0xF2] + Array("n ".utf8) + [0xD0] + Array("a khoa Ca".utf8) + [0xEC]
    + Array("i N".utf8) + [0xFD, 0xF5, 0xEC] + Array("c\nTra".utf8) + [0xF2]
    + Array("m Y t".utf8) + [0xEA, 0xEC] + Array(" xa".utf8) + [0xDE] + Array(" T".utf8) + [0xE2]
    + Array("n H".utf8) + [0xFD] + Array("ng ".utf8) + [0xD0, 0xF4] + Array("ng\n".utf8)

  private static let tcvn3: [UInt8] =
    Array("t".utf8) + [0xAA] + Array("n\nB".utf8) + [0xD6] + Array("nh vi".utf8) + [0xD6]
    + Array("n ".utf8) + [0xA7] + Array("a khoa C".utf8) + [0xB8] + Array("i N".utf8)
    + [0xAD, 0xED] + Array("c\nTr".utf8) + [0xB9] + Array("m Y t".utf8) + [0xD5]
    + Array(" x".utf8) + [0xB7] + Array(" T".utf8) + [0xA9] + Array("n H".utf8) + [0xAD]
    + Array("ng ".utf8) + [0xA7, 0xAB] + Array("ng\n".utf8)

  private static let vni: [UInt8] =
    Array("te".utf8) + [0xE2] + Array("n\nBe".utf8) + [0xE4] + Array("nh vie".utf8) + [0xE4]
    + Array("n ".utf8) + [0xD1] + Array("a khoa Ca".utf8) + [0xF9] + Array("i N".utf8)
    + [0xF6, 0xF4, 0xF9] + Array("c\nTra".utf8) + [0xEF] + Array("m Y te".utf8) + [0xE1]
    + Array(" xa".utf8) + [0xF5] + Array(" Ta".utf8) + [0xE2] + Array("n H".utf8) + [0xF6]
    + Array("ng ".utf8) + [0xD1] + Array("o".utf8) + [0xE2] + Array("ng\n".utf8)

  private func read(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) throws -> (
    lines: [String], recognised: TextRecognition?
  ) {
    var reader = try CSVReader(.bytes(bytes, name: "list"), encoding: encoding)
    var lines: [String] = []
    while let row = try reader.next() { lines.append(row.fields.joined(separator: ",")) }
    return (lines, reader.recognised)
  }

  private var lines: [String] {
    TextDecoderTests.text.split(separator: "\n").map(String.init)
  }

  @Test func `the older encodings of Vietnamese are recognised by their words`() throws {
    for (bytes, encoding) in [
      (TextDecoderTests.windows1258, TextEncoding.windows1258), (TextDecoderTests.tcvn3, .tcvn3),
      (TextDecoderTests.vni, .vni),
    ] {
      let found = try read(bytes)
      #expect(found.lines == lines, "\(encoding)")
      #expect(found.recognised?.encoding == encoding)
      #expect(found.recognised?.sample.contains("Bệnh viện Đa khoa") == true)
      #expect(try read(bytes, encoding).lines == lines)
    }
  }

  @Test func `Western text is Windows-1252`() throws {
    let bytes =
      Array("nom\nH".utf8) + [0xF4] + Array("pital g".utf8) + [0xE9]
      + Array("n".utf8) + [0xE9] + Array("ral\n".utf8)
    let found = try read(bytes)
    #expect(found.lines == ["nom", "Hôpital général"])
    #expect(found.recognised?.encoding == .windows1252)
  }

  @Test func `capitals of the ABC fonts are capitals`() throws {
    let bytes =
      Array("B".utf8) + [0xD6] + Array("NH VI".utf8) + [0xD6] + Array("N Y T".utf8) + [0xD5]
      + Array("\nV".utf8) + [0xDD] + Array(" d".utf8) + [0xF4] + Array("\n".utf8)
    #expect(try read(bytes).lines == ["BỆNH VIỆN Y TẾ", "Ví dụ"])
  }

  @Test func `UTF-8 and UTF-16 are not told, with or without a mark`() throws {
    let utf8 = Array(TextDecoderTests.text.utf8)
    let little = TextDecoderTests.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = TextDecoderTests.text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [
      utf8, [0xEF, 0xBB, 0xBF] + utf8, little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big,
    ] {
      let found = try read(bytes)
      #expect(found.lines == lines && found.recognised == nil)
    }
  }

  @Test func `bytes that make sense in no encoding are refused`() throws {
    for bytes: [UInt8] in [[0x61, 0x0A, 0xFF, 0xC3, 0x28, 0x0A], [0x61, 0x81, 0x8D, 0x0A]] {
      #expect(throws: DocumentError.self) { try read(bytes) }
    }
  }

  @Test func `what is forced is believed`() throws {
    #expect(try read([0x54, 0xAA, 0x6E, 0x0A], .windows1252).lines == ["Tªn"])
  }

  @Test func `any bytes in any encoding end without harm`() throws {
    var random = SystemRandomNumberGenerator()
    for encoding in TextEncoding.allCases.map(Optional.some) + [nil] {
      for _ in 0..<50 {
        let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &random) }
        _ = try? read(bytes, encoding)
      }
    }
  }
}
