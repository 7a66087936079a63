import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A command's end, with the exit code of sysexits.h and a message that says what to do.
struct Failure: Error {
  var code: Int32
  var message: String

  /// A failure whose message has been written already.
  static func reported(_ code: Int32) -> Failure { Failure(code: code, message: "") }
  /// The command was used wrongly.
  static func usage(_ message: String) -> Failure { Failure(code: 64, message: message) }
  /// The data is wrong.
  static func data(_ message: String) -> Failure { Failure(code: 65, message: message) }
  /// There is no such input.
  static func noInput(_ message: String) -> Failure { Failure(code: 66, message: message) }
  /// Writing failed.
  static func output(_ message: String) -> Failure { Failure(code: 74, message: message) }
}

/// Runs a command's work, and turns its failure into a message on standard error and an exit code.
///
/// - Parameter work: Returns whether anything was found.
/// - Throws: `ExitCode`, after the message has been written.
func run(_ work: () throws(Failure) -> Bool) throws {
  let found: Bool
  do throws(Failure) {
    found = try work()
  } catch {
    if !error.message.isEmpty { complain(error.message) }
    throw ExitCode(error.code)
  }
  if !found { throw ExitCode(1) }
}

/// Ends a command whose answer is written.
///
/// The program ends here, so that a network is not taken apart record by record before it does.
///
/// - Parameter found: Whether anything was found.
func leave(found: Bool) -> Never {
  exit(found ? 0 : 1)
}

/// Writes a message to standard error, each line after the tool's name.
///
/// - Parameters:
///   - message: The message.
///   - withName: Without the name, lines that begin with file:line: can be followed by editors.
func complain(_ message: String, withName: Bool = true) {
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  let text = lines.map { withName ? "tuyen: \($0)\n" : "\($0)\n" }.joined()
  // Where even standard error is gone, nobody is left to be told.
  try? StandardStream.write(Array(text.utf8), to: STDERR_FILENO)
}
