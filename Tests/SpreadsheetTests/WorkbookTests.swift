import Files
import Testing

@testable import Spreadsheet

@Suite struct WorkbookTests {
  @Test func `cells of every kind are texts of a table`() throws {
    var book = WrittenBook(
      """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Tên</t></is>\
      </c><c r="D1" t="str"><f>"x"</f><v>Ghi chú</v></c></row>
      <row r="3" hidden="1"><c r="A3"><v>290000123</v></c><c r="B3" t="s"><v>1</v></c>\
      <c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#REF!</v></c></row>
      <row><c><v>2.90000123E8</v></c><c><f>A1</f></c><c s="1"><v>46351</v></c>\
      <c t="d"><v>2026-11-25T00:00:00</v></c></row></sheetData>
      """)
    book.texts = [
      "<t>Mã</t>",
      "<r><t>Bệnh viện </t></r><r><rPr><b/></rPr><t>Một_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>",
    ]
    book.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    #expect(
      try book.fields() == [
        ["Mã", "Tên", "", "Ghi chú"],
        ["290000123", "Bệnh viện Một", "true", "#REF!"],
        ["290000123", "", "2026-11-25", "2026-11-25"],
      ])
    #expect(try book.remarks().map(\.kind) == [.hiddenRows, .formulasWithoutValue, .errorCells])
    #expect(try book.remarks().map(\.place) == ["3", "B4", "D3"])
  }

  @Test(arguments: [
    ("290000123", "290000123"), ("1E-3", "0.001"), ("2.9E+10", "29000000000"), ("-1.5", "-1.5"),
    ("10.772300000000001", "10.7723"), ("0.30000000000000004", "0.3"), ("1E2", "100"),
    ("12345678901234567", "12345678901234567"), ("106.69809999999999", "106.6981"), ("0", "0"),
    ("1E400", "1E400"), ("-2.5E-5", "-0.000025"),
  ])
  func `numbers keep the digits that people see`(_ raw: String, _ text: String) {
    #expect(CellNumber.text(raw) == text)
  }

  @Test(arguments: [
    ("46351", false, "2026-11-25"), ("1", false, "1900-01-01"), ("59", false, "1900-02-28"),
    ("61", false, "1900-03-01"), ("44889", true, "2026-11-25"), ("0", true, "1904-01-01"),
    ("46351.354166666664", false, "2026-11-25T08:30"), ("0.5", false, "12:00"),
  ])
  func `days of both calendars`(_ raw: String, _ from1904: Bool, _ text: String) {
    #expect(CellNumber.date(raw, from1904: from1904) == text)
  }

  @Test func `what is no day stays a number`() {
    for raw in ["-1", "2958466", "x", "1E9", "nan"] {
      #expect(CellNumber.date(raw, from1904: false) == nil)
    }
  }

  @Test(arguments: [
    ("dd/mm/yyyy", CellFormats.Meaning.date), ("[$-42A]d mmmm yyyy;@", .date), ("[h]:mm", .date),
    ("#,##0", .number), ("0.00", .number), ("General", .number), ("[Red]0.0", .number),
    ("\"ngày\" 0", .number), ("0000000000", .digits(10)), ("0000 000 000", .digits(10)),
    ("@", .number), ("0.00E+00", .number), ("#,##0 \"giường\"", .number),
  ])
  func `formats tell days and codes from numbers`(_ code: String, _ meaning: CellFormats.Meaning) {
    #expect(CellFormats.meaning(of: code) == meaning)
  }

  @Test func `a telephone that a format shows with its zero has it`() throws {
    var book = WrittenBook(
      "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>2903822001</v></c><c r=\"B1\" s=\"1\"><v>290382200</v></c></row></sheetData>"
    )
    book.styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"00000000000\"/></numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>"
    #expect(try book.fields() == [["02903822001", "00290382200"]])
  }

  @Test func `a heading of two rows is one, and what is merged down stands in each row`() throws {
    let data =
      rows([
        ["DANH SÁCH", "", "", ""], ["STT", "Tên", "Địa chỉ", ""], ["", "", "Xã", "Tỉnh"],
        ["1", "A", "X", "Cà Mau"], ["2", "B", "Y", ""],
      ])
      + "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/>"
      + "<mergeCell ref=\"C2:D2\"/><mergeCell ref=\"D4:D5\"/></mergeCells>"
    #expect(
      try WrittenBook(data).fields() == [
        ["DANH SÁCH", "", "", ""], ["STT", "Tên", "Xã", "Tỉnh"], ["1", "A", "X", "Cà Mau"],
        ["2", "B", "Y", "Cà Mau"],
      ])
    #expect(try WrittenBook(data).remarks().map(\.kind) == [.headingRows, .mergedDown])
  }

  @Test func `columns of one name below two headings are told apart by these`() throws {
    let data =
      rows([
        ["Tên", "Giường kế hoạch", "", "Giường thực kê", ""], ["", "Nội", "Ngoại", "Nội", "Ngoại"],
        ["A", "1", "2", "3", "4"],
      ])
      + "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:E1\"/>"
      + "</mergeCells>"
    #expect(
      try WrittenBook(data).fields().first == [
        "Tên", "Giường kế hoạch: Nội", "Giường kế hoạch: Ngoại", "Giường thực kê: Nội",
        "Giường thực kê: Ngoại",
      ])
  }

  @Test func `the only list is meant; of several, one must be named`() throws {
    var book = WrittenBook(rows([["Hướng dẫn"], ["Điền vào trang sau"]]))
    book.sheets.append(("Danh sách", rows([["id", "name"], ["1", "A"]])))
    #expect(try book.fields().count == 2)
    #expect(try book.remarks().map(\.place) == ["\"Sheet1\""])
    book.sheets.append(("Phụ lục", rows([["a", "b"], ["1", "2"]])))
    do {
      _ = try book.fields()
      Issue.record("a sheet was chosen silently")
    } catch let error as DocumentError {
      #expect(error.message.hasSuffix("2 \"Danh sách\", 3 \"Phụ lục\""))
    }
    #expect(try book.fields(.titled(["name"])).first == ["id", "name"])
    #expect(throws: DocumentError.self) { try book.fields(.titled(["x"])) }
    #expect(try book.fields(.named("3")).first == ["a", "b"])
    #expect(try book.fields(.named("danh SÁCH")).first == ["id", "name"])
    #expect(throws: DocumentError.self) { try book.fields(.named("4")) }
    book.attributes["Phụ lục"] = "state=\"hidden\""
    #expect(try book.fields().first == ["id", "name"])
  }

  @Test func `the calendar of old Macs`() throws {
    var book = WrittenBook(
      "<sheetData><row r=\"1\"><c r=\"A1\" s=\"0\"><v>44889</v></c></row></sheetData>")
    book.styles = "<cellXfs><xf numFmtId=\"22\"/></cellXfs>"
    book.workbookProperties = "<workbookPr date1904=\"1\"/>"
    #expect(try book.fields() == [["2026-11-25"]])
  }
}
