package import Formats

extension Language {
  /// The words for a code of records, as a kind of facility; the code itself where there are none.
  package func word(_ code: String) -> String {
    RecordWords.text(code, in: RecordWords.codes, self)
  }
}
