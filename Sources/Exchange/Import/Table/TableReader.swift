import Facts
import Files
import Formats
import HealthNetwork
import XMLStream

/// Reads tables of facilities: a header somewhere near the top, one facility a row below it.
///
/// Headers are recognised by themselves, in Vietnamese with or without marks or in English; a
/// mapping says what the others mean. A row that is wrong is an error of its own, and the others are
/// read all the same. Titles, notes, totals and rows of column numbers are told and left out.
public enum TableReader {
  /// Reads a table of separated values.
  ///
  /// - Parameters:
  ///   - path: The table; fields are parted by comma, semicolon, tab or bar.
  ///   - options: How to read it; `mapping` says what its columns mean.
  /// - Returns: A facility, and what it can do, for each row.
  /// - Throws: `ExchangeFailure` when the table cannot be read at all.
  public static func read(
    path: String, options: ImportOptions = ImportOptions()
  ) throws(ExchangeFailure) -> ImportedDocument {
    let own = options.sheet == nil ? OwnSheets(path) : OwnSheets()
    guard let first = own.names.first else { return try readOne(path: path, options: options) }
    var sheetOptions = options
    sheetOptions.sheet = first
    var document = try readOne(path: path, options: sheetOptions)
    for name in own.names.dropFirst() {
      sheetOptions.sheet = name
      document.append(try readOne(path: path, options: sheetOptions))
    }
    if !own.others.isEmpty {
      document.findings.append(
        SheetFindings.leftOut(own.others.map { "\"\($0)\"" }.joined(separator: ", ")))
    }
    return document
  }

  private static func readOne(
    path: String, options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    var rows = try TableRows(
      path: path, limits: options.limits, encoding: options.encoding, sheet: options.sheet)
    let format: DocumentFormat = rows.isSheet ? .xlsx : rows.areFeatures ? .map : .csv
    var document = try read(format, path: path, options: options) { () throws(ExchangeFailure) in
      try rows.next()
    }
    if rows.areFeatures {
      document.isCandidate = true
      for index in document.records.facilities.indices {
        document.records.facilities[index].record.becomeCandidate()
      }
    }
    if let recognised = rows.recognised { document.findings += findings(recognised) }
    document.findings += rows.sheetFindings
    return document
  }

  /// The findings on a text that does not say its encoding.
  private static func findings(_ recognised: TextRecognition) -> [Finding] {
    var findings = [
      Finding(
        "encoding_recognised", .note, at: Origin(document: 0, line: 1), vi: recognised.text.vi,
        en: recognised.text.en, remedy: .nameEncoding)
    ]
    if recognised.hasLostLetters {
      findings.append(
        Finding(
          "letters_lost", .odd, at: Origin(document: 0, line: 1),
          vi: "có dấu hỏi đứng thay chữ cái: chữ đã mất khi lưu trước đây",
          en: "question marks stand in for letters that were lost when the text was saved before"))
    }
    return findings
  }

  /// Reads the rows of a table of any form.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - path: The path of the table, for messages.
  ///   - options: How to read it; `mapping` says what its columns mean.
  ///   - nextRow: Gives the rows in order, and nil at the end; empty ones are passed over.
  /// - Returns: A facility, and what it can do, for each row.
  /// - Throws: `ExchangeFailure` when the table cannot be read at all.
  package static func read(
    _ format: DocumentFormat, path: String, options: ImportOptions,
    nextRow: () throws(ExchangeFailure) -> TableRow?
  ) throws(ExchangeFailure) -> ImportedDocument {
    var mapping = TableMapping()
    if let file = options.mapping {
      mapping = try TableMapping(path: file, limits: options.limits)
    }
    var document = ImportedDocument(format, path: path)
    var top: [TableRow] = []
    while top.count < TableHeader.mostRowsAbove, let row = try nextRow() {
      if !row.isEmpty { top.append(row) }
    }
    if options.mapping == nil, let first = top.first {
      var rest = top.dropFirst()
      let isTaken = try document.take(first) { () throws(ExchangeFailure) in
        if let row = rest.popFirst() { return row }
        return try nextRow()
      }
      if isTaken { return document }
    }
    let header = try TableHeader(
      top, path: path, mapping: mapping, vocabulary: options.network?.vocabulary,
      isStrict: options.isStrict)
    document.findings += header.findings
    var assembly = TableAssembly(header, mapping: mapping, options: options, document: document)
    for row in top[header.firstRow...] { assembly.add(row) }
    while let row = try nextRow() {
      if !row.isEmpty { assembly.add(row) }
    }
    var finished = assembly.finished()
    if finished.records.facilities.isEmpty,
      !finished.findings.contains(where: { $0.importance == .error })
    {
      finished.findings.append(
        Finding(
          "no_rows", .odd, at: Origin(document: 0, line: header.line),
          vi: "dưới tiêu đề không có dòng nào là cơ sở: không có gì để nhập",
          en: "no row below the header is a facility: there is nothing to import"))
    }
    return finished
  }
}

extension Facility {
  /// Makes a feature of a map what it is: nobody has confirmed it.
  fileprivate mutating func becomeCandidate() {
    if provenance.confidence == nil { provenance.confidence = .low }
    if activity == nil { activity = .unconfirmed }
  }
}
