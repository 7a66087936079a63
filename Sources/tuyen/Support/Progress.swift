#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far a long work has come, on a terminal's standard error; silent everywhere else.
struct Progress {
  private let what: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = ContinuousClock.now
  private var count = 0
  private var written = 0

  /// - Parameter what: What is counted, in the plural.
  init(_ what: String) {
    self.what = what
  }

  /// Counts one more; says so once a second.
  mutating func step() {
    count += 1
    guard isShown, count % 16 == 0, ContinuousClock.now - last > .seconds(1) else { return }
    last = .now
    show("tuyen: \(count) \(what) so far")
  }

  /// Takes the line away.
  mutating func finish() {
    guard written > 0 else { return }
    show("")
    show("")
  }

  private mutating func show(_ text: String) {
    let padding = String(repeating: " ", count: max(0, written - text.count))
    try? StandardStream.write(Array(("\r" + text + padding).utf8), to: STDERR_FILENO)
    written = text.count
  }
}
