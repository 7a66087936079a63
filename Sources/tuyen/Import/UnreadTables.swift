import Exchange
import Formats

/// Options that say how tables are read: where no document is a table, nothing reads them.
enum UnreadTables {
  /// Refuses options that none of the documents needed.
  ///
  /// - Parameters:
  ///   - mapping: The path of a mapping of columns.
  ///   - encoding: The encoding of text.
  ///   - sheet: The sheet of a workbook.
  ///   - documents: What was read.
  ///   - language: The language of the message.
  /// - Throws: `Failure` with the first option that says nothing about them.
  static func refuse(
    mapping: String?, encoding: TextEncoding? = nil, sheet: String?,
    for documents: [ImportedDocument], _ language: Language
  ) throws(Failure) {
    let formats = Set(documents.map(\.format))
    if mapping != nil, formats.isDisjoint(with: [.csv, .xlsx, .map]) {
      throw .usage(
        language("--mapping: không có bảng nào", "--mapping: none of the files is a table"))
    }
    if encoding != nil, formats.isDisjoint(with: [.csv, .map]) {
      throw .usage(
        language(
          "--encoding: không có bảng chữ nào", "--encoding: none of the files is a table of text"))
    }
    if sheet != nil, !formats.contains(.xlsx) {
      throw .usage(
        language(
          "--sheet: không có bảng tính Excel nào",
          "--sheet: none of the files is an Excel workbook"))
    }
  }
}
