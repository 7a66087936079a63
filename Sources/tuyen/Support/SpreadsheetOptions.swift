import Answers
import ArgumentParser
import Formats

/// How separated values are written.
struct SpreadsheetOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "With --format csv: for a double click in Excel, with a byte order mark and the list "
        + "separator and decimal mark of the language's regional settings (vi: ; and ,)."))
  var excel = false

  /// The style of separated values for Excel.
  ///
  /// - Throws: `Failure` when the format is another.
  static func style(
    for format: AnswerFormat, _ language: Language
  ) throws(Failure) -> AnswerStyle {
    guard format == .csv else {
      throw .usage(
        language("--excel chỉ đi cùng --format csv", "--excel goes with --format csv only"))
    }
    return AnswerStyle(language, csv: CSVWriter(excel: language))
  }
}
