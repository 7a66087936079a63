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

  /// Refuses the options where no table is named.
  ///
  /// - Parameter hasTable: Whether one is.
  /// - Throws: `ValidationError` where they were given all the same.
  func validate(hasTable: Bool) throws {
    guard hasTable || (encoding == nil && sheet == nil) else {
      throw ValidationError("--sheet and --encoding need a table")
    }
  }

  /// A table at a path; "-" is standard input.
  func table(_ path: String) -> TableSource {
    TableSource(DataSource(path: path), encoding: encoding, sheet: sheet)
  }
}

extension TextEncoding: ExpressibleByArgument {}
