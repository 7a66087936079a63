import Facts
import Formats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Progress on standard error: nothing in the first second, then a line that replaces itself on a
/// terminal, and a line for each step elsewhere.
struct ProgressLine {
  private let language: Language
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var shown = ""

  init(language: Language) {
    self.language = language
  }

  /// Shows what is being done, and how much of it is done.
  mutating func show(_ text: String, share: Double) {
    guard ContinuousClock.now - start > .seconds(1) else { return }
    let line = isTerminal ? "tuyen: \(text) \(Int(clamping: share * 100)) %" : "tuyen: \(text)"
    guard line != shown else { return }
    shown = line
    write(isTerminal ? "\r\u{1B}[K" + line : line + "\n")
  }

  /// Takes the line away.
  mutating func clear() {
    if isTerminal, !shown.isEmpty { write("\r\u{1B}[K") }
    shown = ""
  }

  private func write(_ text: String) {
    // Where even standard error is gone, nobody is left to be told.
    try? StandardStream.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
