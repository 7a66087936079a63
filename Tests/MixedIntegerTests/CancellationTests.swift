import Columns
import Foundation
import MixedInteger
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: IntegerProgram.solverVersion != nil))
struct SolverCancellationTests {
  /// Splits of markets among two divisions: tiny, and more than a solver gets done in a minute.
  private static var hardProgram: IntegerProgram {
    var random = SeededRandom(seed: 7)
    var program = IntegerProgram()
    let variables = (0..<50).map { _ in program.addVariable(gain: 0, in: 0...1, isWhole: true) }
    for _ in 0..<6 {
      let weights = variables.map { ($0, Double(Int.random(in: 0..<100, using: &random))) }
      let half = (weights.reduce(0) { $0 + $1.1 } / 2).rounded(.down)
      let over = program.addVariable(gain: -1, in: 0...1_000, isWhole: false)
      let under = program.addVariable(gain: -1, in: 0...1_000, isWhole: false)
      program.addRow(weights + [(over, -1), (under, 1)], in: half...half)
    }
    return program
  }

  @Test func `a cancelled search ends long before its time, and its process is gone`() async throws
  {
    let program = Self.hardProgram
    // One thread from beginning to end: its children are the solvers of this search alone.
    let (threads, thread) = AsyncStream<String>.makeStream()
    let task = Task {
      try await offload {
        let files = FileManager.default
        thread.yield((try? files.destinationOfSymbolicLink(atPath: Self.ownThread)) ?? "")
        return try program.solve(seconds: 3600)
      }
    }
    let ownThread = await threads.first { _ in true } ?? ""
    var solvers: [Substring] = []
    while FileManager.default.fileExists(atPath: Self.ownThread), solvers.isEmpty {
      try await Task.sleep(for: .milliseconds(20))
      solvers = Self.children(ofThread: ownThread)
    }
    task.cancel()
    let result = await task.result
    #expect(throws: CancellationError.self) { try result.get() }
    #expect(Set(Self.children(ofThread: ownThread)).isDisjoint(with: solvers))
  }

  /// A link to the thread that reads it, where the system has one.
  private static let ownThread = "/proc/thread-self"

  /// The numbers of the processes that a thread has started and that still run.
  private static func children(ofThread thread: String) -> [Substring] {
    let path = "/proc/\(thread)/children"
    return ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: " ")
  }
}
