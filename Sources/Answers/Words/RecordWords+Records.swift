import Exchange

/// The words for records and the parts of records, in Vietnamese and English.
extension RecordWords {
  /// By the name of the element in exchange documents.
  static let records = RecordNames.words
}
