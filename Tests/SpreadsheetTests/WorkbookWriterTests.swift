import Files
import Testing

@testable import Spreadsheet

@Suite struct WorkbookWriterTests {
  private var sheet: WorkbookSheet {
    var sheet = WorkbookSheet("Cơ sở [2026]", columns: ["Mã", "Giường", "Vĩ độ", "Ngày", "Có"])
    sheet.rows = [
      [.text("=1+1"), .integer(1_200), .decimal("10.7723"), .day(20_417), .truth(true)],
      [.text("<b>&\"'_x0041_ \u{1} tab\t"), .empty, .empty, .empty, .truth(false)],
      [.init(reading: "0290123"), .init(reading: "-12"), .init(reading: "1.50"), .empty, .empty],
    ]
    return sheet
  }

  private func read(_ bytes: [UInt8]) throws -> [[String]] {
    let rows = try Workbook(.bytes(bytes, name: "b.xlsx")).rows()
    var fields: [[String]] = []
    while let row = try rows.next() { fields.append(row.fields) }
    return fields
  }

  @Test func `what is written is read back, the same bytes twice`() throws {
    let bytes = try #require(WorkbookWriter().bytes(of: [sheet]))
    #expect(bytes == WorkbookWriter().bytes(of: [sheet]))
    let rows = try read(bytes)
    #expect(rows[0] == ["Mã", "Giường", "Vĩ độ", "Ngày", "Có"])
    #expect(rows[1] == ["=1+1", "1200", "10.7723", "2025-11-25", "true"])
    #expect(rows[2] == ["<b>&\"'_x0041_  tab\t", "", "", "", "false"])
    #expect(rows[3] == ["0290123", "-12", "1.50", "", ""])
    #expect(rows.count == 4)
    #expect(try Workbook(.bytes(bytes, name: "b")).sheets.map(\.name) == ["Cơ sở  2026 "])
  }

  @Test func `sheets of one name, of long names and of none are told apart`() throws {
    let long = String(repeating: "ộ", count: 60)
    let sheets = [long, long, "", "a", "A"].map { WorkbookSheet($0, columns: ["x"]) }
    let bytes = try #require(WorkbookWriter().bytes(of: sheets))
    let names = try Workbook(.bytes(bytes, name: "b")).sheets.map(\.name)
    #expect(Set(names.map { $0.lowercased() }).count == 5)
    #expect(names.allSatisfy { $0.utf16.count <= 31 && !$0.isEmpty })
  }

  @Test func `a text becomes a value only where nothing of it is lost`() {
    for (text, value) in [
      ("12", WorkbookSheet.Value.integer(12)), ("012", .text("012")), ("0", .integer(0)),
      ("0.5", .decimal("0.5")), ("1e5", .text("1e5")), ("1.50", .text("1.50")),
      ("1234567890123456", .text("1234567890123456")), ("2026-11-25", .day(20_782)),
      ("2026-02-30", .text("2026-02-30")), ("+84 28", .text("+84 28")), ("-", .text("-")),
      ("", .empty), ("1,5", .text("1,5")), (".5", .text(".5")),
    ] {
      #expect(WorkbookSheet.Value(reading: text) == value, "\(text)")
    }
  }
}
