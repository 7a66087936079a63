import ArgumentParser

/// Whether commands look at how their options go together.
///
/// ArgumentParser lets a command validate itself before it looks for options that nobody knows: of
/// `route --frm X` it would be told that `--from` is missing. So a line that is refused is parsed once more
/// without those checks, and the option that is not known is named.
enum OptionChecks {
  /// Whether the checks are left out.
  @TaskLocal static var areLeftOut = false

  /// Parses the arguments of the process.
  ///
  /// - Parameter arguments: The arguments.
  /// - Returns: The command that they name.
  /// - Throws: What is wrong with the words themselves; else with how they go together.
  static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    do {
      return try Tuyen.parseAsRoot(arguments)
    } catch {
      _ = try $areLeftOut.withValue(true) { try Tuyen.parseAsRoot(arguments) }
      throw error
    }
  }
}
