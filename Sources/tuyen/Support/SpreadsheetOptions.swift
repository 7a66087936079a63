import Answers
import ArgumentParser
import Formats

/// How tables are written for spreadsheets, and where to.
struct SpreadsheetOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "With --format csv: for a double click in Excel, with a byte order mark and the list "
        + "separator and decimal mark of the language's regional settings (vi: ; and ,)."))
  var excel = false

  @Option(
    help: ArgumentHelp(
      "The file to write. Default: standard output; an Excel workbook (--format xlsx) is never "
        + "written to a terminal.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace the file of --output where it is there.")
  var force = false

  func validate() throws {
    guard !OptionChecks.areLeftOut else { return }
    guard !force || output != nil else { throw ValidationError("--force needs --output FILE") }
  }

  /// The file that was named.
  var file: OutputFile? { output.map { OutputFile(path: $0, replaces: force) } }
}

/// A file that an answer is written to.
struct OutputFile {
  /// Its path.
  var path: String
  /// Whether a file that is there is replaced.
  var replaces: Bool
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
        language(
          format == .xlsx
            ? "--format xlsx đã là bảng tính Excel; bỏ --excel"
            : "--excel chỉ đi cùng --format csv",
          format == .xlsx
            ? "--format xlsx is a workbook of Excel already; leave --excel out"
            : "--excel goes with --format csv only"))
    }
    return .commandLine(language, csv: excel ? CSVWriter(excel: language) : CSVWriter())
  }
}
