import Foundation

/// The seeds of a random comparison: few in every run, more where somebody asks for them.
///
/// `TUYEN_TEST_SEEDS=1000 tools/test --filter RoutingTests` tries a thousand of each. A test runs once
/// for each seed and tells it when it fails.
///
/// - Parameter usual: The number of seeds in every run.
/// - Returns: The seeds, from 0 on.
public func seeds(_ usual: Int) -> Range<Int> {
  let asked = ProcessInfo.processInfo.environment["TUYEN_TEST_SEEDS"].flatMap { Int($0) }
  return 0..<max(usual, asked ?? 0)
}
