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
}

extension AnswerStyle {
  /// The style of what the command line prints.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - format: How it is printed.
  ///   - excel: Whether separated values are for Excel.
  /// - Returns: The style.
  /// - Throws: `Failure` when something else than separated values is to be for Excel.
  static func command(
    _ language: Language, _ format: AnswerFormat, excel: Bool = false
  ) throws(Failure) -> AnswerStyle {
    guard !excel || format == .csv else {
      throw .usage(
        language("--excel chỉ đi cùng --format csv", "--excel goes with --format csv only"))
    }
    return .commandLine(language, csv: excel ? CSVWriter(excel: language) : CSVWriter())
  }
}
