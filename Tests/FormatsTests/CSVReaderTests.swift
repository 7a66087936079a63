import Files
import Formats
import TestSupport
import Testing

struct CSVReaderTests {
  private func rows(_ bytes: [UInt8]) throws -> [CSVReader.Row] {
    var reader = try CSVReader(.bytes(bytes, name: "list"))
    var rows: [CSVReader.Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  private func fields(_ text: String) throws -> [[String]] {
    try rows(Array(text.utf8)).map(\.fields)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Lines end in any of the three ways`(end: String) throws {
    let text = ["id,name", "1,\"a\(end)b\"", "", "2,c"].joined(separator: end)
    let rows = try rows(Array(text.utf8))
    #expect(rows.map(\.fields) == [["id", "name"], ["1", "a\nb"], ["2", "c"]])
    #expect(rows.map(\.line) == [1, 2, 5])
  }

  @Test(arguments: [",", ";", "\t"])
  func `Fields are parted by what the first line has most of`(separator: String) throws {
    let text = "id\(separator)name\(separator)beds\n1\(separator)a\(separator)2\n"
    #expect(try fields(text) == [["id", "name", "beds"], ["1", "a", "2"]])
  }

  @Test func `Text may be UTF-8 or UTF-16 of either order, with a mark or without`() throws {
    let text = "id,tên\n1,Cái Nước 🚑\n"
    let expected = [["id", "tên"], ["1", "Cái Nước 🚑"]]
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little,
      [0xFE, 0xFF] + big, little, big,
    ] {
      #expect(try rows(bytes).map(\.fields) == expected)
    }
  }

  @Test func `A character that lies across two blocks is read whole`() throws {
    let name = String(repeating: "ế🚑", count: 60_000)
    let units = Array("id,n\n1,\(name)\n".utf16)
    let halves: [[UInt8]] = units.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes: [UInt8] = [0xFF, 0xFE] + halves.joined()
    #expect(try rows(bytes).last?.fields == ["1", name])
  }

  @Test func `What guards a formula is taken off again`() throws {
    let writer = CSVWriter()
    let texts = ["=1+1", "@x", "+84 28 3835", "-2", "'=a", "a\"b,c", "-cmd"]
    let line = writer.line(texts)
    #expect(try fields(line) == [texts])
    #expect(line.hasPrefix("'=1+1,'@x,+84 28 3835,-2,"))
  }

  @Test func `Broken tables are refused with their line`() throws {
    for (bytes, line) in [
      (Array("a,b\n1,\"x\n".utf8), 2), (Array("a\n".utf8) + [0xFF, 0x41, 0x0A], 2),
      (Array("a\n\u{1}\n".utf8), 2),
    ] {
      let error = #expect(throws: DocumentError.self) { _ = try rows(bytes) }
      #expect(error?.line == line)
      #expect(error?.kind == .malformed)
    }
    #expect(throws: DocumentError.self) { try CSVReader(.file("/none/such")) }
  }

  @Test(arguments: seeds(30))
  func `What is written is read again`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let letters = Array("ab,;\"\n =+-@'é🚑")
    let table = (0..<3).map { _ in
      (0..<3).map { _ in
        String(
          (0..<Int.random(in: 1...5, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? "a"
          })
      }
    }
    let text = CSVWriter().document([["a", "b", "c"]] + table)
    #expect(try fields(text) == [["a", "b", "c"]] + table, "seed \(seed): \(table)")
  }

  @Test func `Excel finds its separator, decimal mark and encoding`() {
    let vietnamese = CSVWriter(excel: .vi)
    #expect(vietnamese.document([["a", "1"]]) == "\u{FEFF}a;1\n")
    #expect(vietnamese.number(1.5, 2) == "1,5")
    #expect(CSVWriter(excel: .en).document([["a"]]) == "\u{FEFF}a\n")
  }
}
