public import ArgumentParser
import Files
public import Formats

/// How tables that come with a question are meant, where they do not tell it themselves.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of the text of tables: "
        + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        + ". Default: recognised by its words.", valueName: "name"))
  var encoding: TextEncoding?

  @Option(
    help: ArgumentHelp(
      "The sheet of an Excel workbook, by its name or number. Default: the only one that looks like "
        + "a list.", valueName: "sheet"))
  var sheet: String?

  /// A table at a path; "-" is standard input.
  func table(_ path: String) -> TableSource {
    TableSource(DataSource(path: path), encoding: encoding, sheet: sheet)
  }
}

extension TextEncoding: ExpressibleByArgument {}
