import Files

@testable import Spreadsheet

/// A workbook as other programs write it, part by part.
struct WrittenBook {
  var sheets: [(name: String, data: String)] = []
  var styles = ""
  var texts: [String] = []
  var workbookProperties = ""
  /// Attributes of each sheet in the workbook, by its name.
  var attributes: [String: String] = [:]
  /// Parts besides.
  var others: [(name: String, bytes: [UInt8])] = []

  /// A book of one sheet.
  init(_ data: String) {
    sheets = [("Sheet1", data)]
  }

  var files: [(name: String, bytes: [UInt8])] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let links =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    var workbook = "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(workbookProperties)<sheets>"
    var relations = links
    var files: [(name: String, bytes: [UInt8])] = []
    for (index, sheet) in sheets.enumerated() {
      workbook +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 5)\" \(attributes[sheet.name] ?? "") "
        + "r:id=\"rId\(index + 1)\"/>"
      relations +=
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/worksheet\" "
        + "Target=\"/xl/worksheets/sheet\(index + 1).xml\"/>"
      files.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          Array("<worksheet xmlns=\"\(main)\">\(sheet.data)</worksheet>".utf8)
        ))
    }
    relations += "<Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
    relations +=
      "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"./sharedStrings.xml\"/>"
    files += [
      ("xl/workbook.xml", Array((workbook + "</sheets></workbook>").utf8)),
      ("xl/_rels/workbook.xml.rels", Array((relations + "</Relationships>").utf8)),
      (
        "_rels/.rels",
        Array(
          (links + "<Relationship Id=\"r\" Type=\"\(office)/officeDocument\" "
            + "Target=\"xl/workbook.xml\"/></Relationships>").utf8)
      ),
      ("xl/styles.xml", Array("<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>".utf8)),
      (
        "xl/sharedStrings.xml",
        Array("<sst xmlns=\"\(main)\">\(texts.map { "<si>\($0)</si>" }.joined())</sst>".utf8)
      ),
    ]
    return files + others
  }

  var bytes: [UInt8] { ZipWriter.bytes(of: files) ?? [] }

  func workbook(_ limits: ZipLimits = ZipLimits()) throws -> Workbook {
    try Workbook(.bytes(bytes, name: "book.xlsx"), limits: limits)
  }

  /// The fields of each row, without the empty ones at the end.
  func fields(_ choice: Workbook.Choice = .usual) throws -> [[String]] {
    let rows = try workbook().rows(of: choice)
    var fields: [[String]] = []
    while let row = try rows.next() { fields.append(row.fields) }
    return fields
  }

  func remarks() throws -> [SheetRemark] {
    let rows = try workbook().rows()
    while try rows.next() != nil {}
    return rows.remarks
  }
}

/// Rows of cells with texts in them, from the first row on.
func rows(_ rows: [[String]]) -> String {
  var text = "<sheetData>"
  for (index, row) in rows.enumerated() {
    text += "<row r=\"\(index + 1)\">"
    for (column, value) in row.enumerated() where !value.isEmpty {
      let place = CellPlace(column: column, row: index + 1).text
      text += "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(value)</t></is></c>"
    }
    text += "</row>"
  }
  return text + "</sheetData>"
}
