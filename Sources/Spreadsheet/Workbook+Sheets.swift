public import Files
import XMLStream

extension Workbook {
  /// The rows of a sheet.
  ///
  /// - Parameter choice: Which sheet is meant.
  /// - Returns: Its rows, to be read one by one.
  /// - Throws: `DocumentError` where there is no such sheet, several look like lists and none is
  ///   named, or the workbook is damaged.
  public func rows(of choice: Choice = .usual) throws(DocumentError) -> SheetRows {
    let archive = try ZipArchive(source, limits: limits)
    let chosen = try sheet(choice, archive)
    return try SheetRows(chosen.sheet, of: self, archive, besides: chosen.others)
  }

  /// The sheet that is meant, and others that hold lists and are not.
  private func sheet(
    _ choice: Choice, _ archive: ZipArchive
  ) throws(DocumentError) -> (sheet: Sheet, others: [Sheet]) {
    let readable = sheets.filter { archive.entries[$0.part] != nil }
    switch choice {
    case .named(let words):
      let folded = words.lowercased()
      let found =
        readable.first { $0.name == words } ?? readable.first { $0.name.lowercased() == folded }
        ?? Int(words).flatMap { number in readable.first { $0.number == number } }
      guard let found else {
        throw refusal(
          "has no sheet \"\(words)\"; it has: \(list(readable))",
          "không có trang tính \"\(words)\"; có: \(list(readable))")
      }
      return (found, [])
    case .usual, .titled:
      let visible = readable.filter { !$0.isHidden }
      if visible.count == 1 { return (visible[0], []) }
      var lists: [Sheet] = []
      var filled: [Sheet] = []
      for sheet in visible {
        let outline = try outline(of: sheet, archive, isQuick: true)
        if outline.isList { lists.append(sheet) }
        if outline.rows > 0 { filled.append(sheet) }
      }
      if lists.count > 1, case .titled(let titles) = choice {
        var titled: [Sheet] = []
        for sheet in lists where try self.has(titles, in: sheet, archive) { titled.append(sheet) }
        if titled.count == 1 { lists = titled }
      }
      if lists.count == 1 { return (lists[0], filled.filter { $0 != lists[0] }) }
      guard lists.isEmpty else {
        throw refusal(
          "has several sheets that look like lists; say which one: \(list(lists))",
          "có nhiều trang tính trông như danh sách; cho biết trang nào: \(list(lists))")
      }
      guard let first = filled.first ?? visible.first ?? readable.first else {
        throw refusal("has no sheet of cells", "không có trang tính nào có ô")
      }
      return (first, filled.filter { $0 != first })
    }
  }

  /// Whether one of some titles stands in the first rows of a sheet.
  private func has(
    _ titles: Set<String>, in sheet: Sheet, _ archive: ZipArchive
  ) throws(DocumentError) -> Bool {
    let rows = try SheetRows(sheet, of: self, archive, besides: [])
    for _ in 0..<20 {
      guard let row = try rows.next() else { return false }
      let folded = row.fields.map { $0.lowercased().filter { $0 != " " } }
      if folded.contains(where: { titles.contains($0) }) { return true }
    }
    return false
  }

  func outline(
    of sheet: Sheet, _ archive: ZipArchive, isQuick: Bool
  ) throws(DocumentError) -> SheetOutline {
    try SheetOutline(
      try cursor(of: sheet, archive), path: name, limits: limits, isQuick: isQuick)
  }

  func cursor(of sheet: Sheet, _ archive: ZipArchive) throws(DocumentError) -> SheetCursor {
    guard let entry = archive.entries[sheet.part] else {
      throw refusal(
        "lacks its sheet \"\(sheet.name)\"", "thiếu trang tính \"\(sheet.name)\"")
    }
    return SheetCursor(try XMLReader(entry, in: archive), path: name)
  }

  /// Sheets as a person tells them apart: `1 "Danh sách", 2 "Phụ lục"`.
  private func list(_ sheets: [Sheet]) -> String {
    let shown = sheets.prefix(12).map { "\($0.number) \"\($0.name)\"" }
    return (shown + (sheets.count > 12 ? ["…"] : [])).joined(separator: ", ")
  }

  private func refusal(_ en: String, _ vi: String) -> DocumentError {
    DocumentError(kind: .invalid, path: name, line: 0, message: en, vi: vi)
  }
}
