import Formats
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The screen on which answers are read.
enum Screen {
  /// The most letters of a line: those of the terminal, or of COLUMNS, within what can be read; a page
  /// where the answer goes to a file or another program.
  static var width: Int {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text) {
      return readable(columns)
    }
    guard isatty(STDOUT_FILENO) == 1 else { return Paragraph.width }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return Paragraph.width
    }
    return readable(Int(size.ws_col))
  }

  /// Narrower, no sentence fits; wider, the eye loses the line.
  private static func readable(_ columns: Int) -> Int { min(max(columns, 60), 140) }
}
