import Formats

/// The words for what exchange documents call by names and codes of their own.
enum RecordWords {
  /// The words of a table, with a line each: the code, Vietnamese, English.
  static func table(_ text: String) -> [String: (vi: String, en: String)] {
    var words: [String: (vi: String, en: String)] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      if parts.count == 3 { words[parts[0]] = (parts[1], parts[2]) }
    }
    return words
  }

  /// A word of a table; what has none is shown as it is.
  static func text(
    _ code: String, in table: [String: (vi: String, en: String)], _ language: Language
  ) -> String {
    table[code].map { language($0.vi, $0.en) } ?? code
  }
}

extension Table.Cell {
  /// A code of records: in words for people, as it is for programs.
  static func word(_ code: String, _ language: Language) -> Table.Cell {
    .init(RecordWords.text(code, in: RecordWords.codes, language), code: code)
  }
}
