import Formats
import HealthNetwork

extension Network {
  /// Free text of records, as sources and notes are, in the words of a reader; what nobody put into
  /// words stays as written.
  func words(_ text: String, in language: Language) -> String {
    let words = words(text)
    return language(words.vi, words.en)
  }

  /// Free text of records where there is one.
  func words(_ text: String?, in language: Language) -> String? {
    text.map { words($0, in: language) }
  }
}
