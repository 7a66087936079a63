import Answers
import Formats

/// Prints answers that come row by row.
enum RowPrinter {
  /// Prints rows as they come; the reasons of rows without answer go to standard error, too.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - format: CSV, or JSON with a line a row.
  ///   - style: How they are worded and laid out.
  ///   - file: The file to write; nil for standard output.
  ///   - noun: The name of the rows, in the plural, for the progress.
  /// - Returns: Whether anything was found.
  /// - Throws: `Failure` where the table cannot be read on, or at the end when rows had no answer.
  static func print<Rows: AnswerRows>(
    _ rows: inout Rows, as format: AnswerFormat, _ style: AnswerStyle,
    to file: OutputFile? = nil, counting noun: String
  ) throws(Failure) -> Bool {
    var output = RowOutput(Rows.Row.self, as: format, style, to: file)
    try output.begin()
    var progress = Progress(noun)
    var (found, failures, source) = (false, 0, "")
    while let row = try next(&rows, &output, style.language) {
      progress.step()
      found = found || row.isFound
      if let error = row.error {
        if !error.isNothingFound { failures += 1 }
        source = error.source
        complain(error.message(in: style.language))
      }
      try output.write(row)
    }
    try output.finish()
    progress.finish()
    for recognised in rows.recognised {
      complain(
        style.language(recognised.text)
          + style.language(" (nếu sai: --encoding)", " (if that is wrong: --encoding)"))
    }
    guard failures == 0 else {
      throw .data(
        style.language(
          "\(source): \(failures) dòng không có câu trả lời; lý do ghi ở từng dòng",
          "\(source): \(failures) rows have no answer; their lines say why"))
    }
    return found
  }

  /// The next row; where the table is broken, the answers before it are printed.
  private static func next<Rows: AnswerRows>(
    _ rows: inout Rows, _ output: inout RowOutput<Rows.Row>, _ language: Language
  ) throws(Failure) -> Rows.Row? {
    do throws(AnswerError) {
      return try rows.next()
    } catch {
      try output.finish()
      throw Failure(error, language)
    }
  }
}

/// Asks something that reads documents; where it has no answer, the command ends.
func answering<Result>(
  _ language: Language, _ names: [String: String] = [:],
  _ work: () throws(AnswerError) -> Result
) throws(Failure) -> Result {
  do throws(AnswerError) {
    return try work()
  } catch {
    throw Failure(error, language, names)
  }
}
