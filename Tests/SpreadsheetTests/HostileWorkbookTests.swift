import Files
import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct HostileWorkbookTests {
  private let list = rows([["id", "name"], ["1", "A"]])

  private func refusal(
    _ book: WrittenBook, _ limits: ZipLimits = ZipLimits()
  ) -> DocumentError? {
    do throws(DocumentError) {
      let rows = try Workbook(.bytes(book.bytes, name: "book.xlsx"), limits: limits).rows()
      while try rows.next() != nil {}
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["../x.xml", "/etc/passwd", "xl/../../x", "C:/x", "a\\b"])
  func `a path in the archive is refused`(_ name: String) {
    var book = WrittenBook(list)
    book.others = [(name, [1])]
    let refusal = refusal(book)
    #expect(refusal?.kind == .forbidden && refusal?.vi != nil)
  }

  @Test func `a bomb is refused before it is unpacked`() {
    var book = WrittenBook(list)
    let blank = String(repeating: " ", count: 3 << 20)
    book.sheets[0].data = String(repeating: "<x>\(blank.prefix(900_000))</x>", count: 8) + list
    var limits = ZipLimits()
    limits.freeBytes = 1 << 20
    #expect(refusal(book, limits)?.kind == .limit)
    #expect(refusal(book) == nil)
    limits = ZipLimits()
    limits.entryBytes = 1 << 20
    #expect(refusal(book, limits)?.kind == .limit)
  }

  @Test func `too many entries, columns or texts are refused`() {
    var book = WrittenBook(list)
    book.others = (0..<20).map { ("xl/x\($0).xml", [1]) }
    var limits = ZipLimits()
    limits.entries = 10
    #expect(refusal(book, limits)?.kind == .limit)
    limits = ZipLimits()
    limits.columns = 1
    #expect(refusal(book, limits)?.kind == .limit)
    limits = ZipLimits()
    limits.sharedBytes = 100
    book.texts = ["<t>\(String(repeating: "x", count: 200))</t>"]
    #expect(refusal(book, limits)?.kind == .limit)
    limits = ZipLimits()
    limits.fileBytes = 100
    #expect(refusal(book, limits)?.kind == .limit)
  }

  @Test func `an entity in a sheet is refused`() {
    var book = WrittenBook(list)
    book.others = []
    let files = book.files.map { file in
      file.name == "xl/worksheets/sheet1.xml"
        ? (
          file.name,
          Array("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData/></worksheet>".utf8)
        ) : file
    }
    let bytes = ZipWriter.bytes(of: files) ?? []
    #expect(throws: DocumentError.self) {
      try Workbook(.bytes(bytes, name: "book.xlsx")).rows()
    }
  }

  @Test(arguments: [
    "<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>",
    "<sheetData><row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row></sheetData>",
    "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData>",
    "<sheetData><row r=\"99999999\"/></sheetData>",
    "<sheetData><row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row></sheetData>",
    "<sheetData><row",
  ])
  func `cells out of place, and texts that are not there, are refused`(_ data: String) {
    #expect(refusal(WrittenBook(data)) != nil)
  }

  @Test func `other archives are called what they are`() throws {
    for (name, word) in [
      ("word/document.xml", "Word"), ("xl/workbook.bin", ".xlsb"), ("doc.kml", ".kmz"),
      ("x.txt", "no Excel workbook"),
    ] {
      let bytes = ZipWriter.bytes(of: [(name, [1])]) ?? []
      do throws(DocumentError) {
        _ = try Workbook(.bytes(bytes, name: "file.zip"))
        Issue.record("\(name) was read")
      } catch {
        #expect(error.message.contains(word))
      }
    }
  }

  @Test(arguments: seeds(60))
  func `a workbook with broken bytes is read or refused, and never crashes`(_ seed: Int) {
    var random = SeededRandom(seed: seed)
    var book = WrittenBook(list)
    book.texts = ["<t>Mã</t>"]
    var bytes = book.bytes
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
        in: 0...255, using: &random)
    }
    if seed % 4 == 0 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random)) }
    guard let rows = try? Workbook(.bytes(bytes, name: "b.xlsx")).rows() else { return }
    while (try? rows.next()) != nil {}
  }
}
