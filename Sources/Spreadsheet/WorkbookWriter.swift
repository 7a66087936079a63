/// Writes workbooks of Excel that can be handed in as they are: a bold heading that stays in sight
/// and is printed on each page, columns as wide as their words, a filter, typed values.
///
/// The same sheets give the same bytes.
public struct WorkbookWriter: Hashable, Sendable {
  /// How days are shown, in the words of Excel.
  private let dayFormat: String

  /// Creates a writer.
  ///
  /// - Parameter dayFormat: How days are shown, in the words of Excel.
  public init(dayFormat: String = "yyyy-mm-dd") {
    self.dayFormat = dayFormat
  }

  /// The most rows of a sheet, the heading not counted.
  public static let mostRows = CellPlace.mostRows - 1

  /// The bytes of a workbook.
  ///
  /// - Parameter sheets: Its sheets; one without rows has a heading only.
  /// - Returns: The bytes; nil where a sheet has more rows or columns than Excel can open.
  public func bytes(of sheets: [WorkbookSheet]) -> [UInt8]? {
    guard !sheets.isEmpty,
      sheets.allSatisfy({
        $0.rows.count <= WorkbookWriter.mostRows && $0.columns.count <= CellPlace.mostColumns
      })
    else { return nil }
    var named = sheets
    var used: Set<String> = []
    for index in named.indices {
      named[index].name = WorkbookWriter.sheetName(named[index].name, number: index + 1, &used)
    }
    var files: [(name: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", Array(contentTypes(named.count).utf8)),
      ("_rels/.rels", Array(WorkbookWriter.rootLinks.utf8)),
      ("xl/workbook.xml", Array(workbook(named).utf8)),
      ("xl/_rels/workbook.xml.rels", Array(links(named.count).utf8)),
      ("xl/styles.xml", Array(styles.utf8)),
    ]
    for (index, sheet) in named.enumerated() {
      var part = SheetPart()
      files.append(("xl/worksheets/sheet\(index + 1).xml", part.bytes(of: sheet)))
    }
    return ZipWriter.bytes(of: files)
  }

  /// A name that a sheet may have and no other of the workbook has.
  private static func sheetName(
    _ name: String, number: Int, _ used: inout Set<String>
  ) -> String {
    let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
    let plain = String(name.map { forbidden.contains($0) || $0.isNewline ? " " : $0 })
    // Thirty-one letters, as Excel counts them: in UTF-16.
    var short = ""
    for letter in plain where short.utf16.count + letter.utf16.count <= 27 { short.append(letter) }
    if short.allSatisfy(\.isWhitespace) { short = "Sheet\(number)" }
    if !used.insert(short.lowercased()).inserted {
      short += " \(number)"
      used.insert(short.lowercased())
    }
    return short
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/"

  private func contentTypes(_ count: Int) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var text = WorkbookWriter.head
    text += "<Types xmlns=\"\(WorkbookWriter.package)content-types\">"
    text += "<Default Extension=\"rels\" "
    text += "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    text += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    text += "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind)sheet.main+xml\"/>"
    text += "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind)styles+xml\"/>"
    for number in 1...count {
      text += "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" "
      text += "ContentType=\"\(kind)worksheet+xml\"/>"
    }
    return text + "</Types>"
  }

  private static let rootLinks =
    head + "<Relationships xmlns=\"\(package)relationships\"><Relationship Id=\"rId1\" "
    + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

  private func links(_ count: Int) -> String {
    var text = WorkbookWriter.head
    text += "<Relationships xmlns=\"\(WorkbookWriter.package)relationships\">"
    for number in 1...count {
      text += "<Relationship Id=\"rId\(number)\" Type=\"\(WorkbookWriter.office)/worksheet\" "
      text += "Target=\"worksheets/sheet\(number).xml\"/>"
    }
    text += "<Relationship Id=\"rId\(count + 1)\" Type=\"\(WorkbookWriter.office)/styles\" "
    return text + "Target=\"styles.xml\"/></Relationships>"
  }

  private func workbook(_ sheets: [WorkbookSheet]) -> String {
    var text = WorkbookWriter.head
    text +=
      "<workbook xmlns=\"\(WorkbookWriter.main)\" xmlns:r=\"\(WorkbookWriter.office)\"><sheets>"
    for (index, sheet) in sheets.enumerated() {
      text += "<sheet name=\"\(SheetPart.escaped(sheet.name))\" sheetId=\"\(index + 1)\" "
      text += "r:id=\"rId\(index + 1)\"/>"
    }
    text += "</sheets><definedNames>"
    for (index, sheet) in sheets.enumerated() where !sheet.columns.isEmpty {
      let name = "'" + SheetPart.escaped(sheet.name) + "'"
      text += "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">"
      text += name + "!" + SheetPart.range(of: sheet, isFixed: true) + "</definedName>"
    }
    for (index, sheet) in sheets.enumerated() where !sheet.columns.isEmpty {
      let name = "'" + SheetPart.escaped(sheet.name) + "'"
      text += "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">"
      text += name + "!$1:$1</definedName>"
    }
    return text + "</definedNames></workbook>"
  }

  private var styles: String {
    var text = WorkbookWriter.head
    text += "<styleSheet xmlns=\"\(WorkbookWriter.main)\"><numFmts count=\"1\">"
    text += "<numFmt numFmtId=\"164\" formatCode=\"\(SheetPart.escaped(dayFormat))\"/></numFmts>"
    text += "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    text += "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    text += "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
    text += "<fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill "
    text += "patternType=\"solid\"><fgColor rgb=\"FFE8EEF4\"/></patternFill></fill></fills>"
    text += "<borders count=\"1\"><border/></borders>"
    text += "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf/>"
    text += "<xf fontId=\"1\" fillId=\"2\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
    text += "<alignment vertical=\"center\" wrapText=\"1\"/></xf>"
    text += "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/>"
    text += "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs>"
    text += "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
    return text + "</cellStyles></styleSheet>"
  }
}
