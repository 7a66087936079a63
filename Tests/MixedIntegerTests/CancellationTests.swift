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

  @Test func `a cancelled search returns at once, and its process is gone`() async throws {
    let program = Self.hardProgram
    let task = Task { try await offload { try program.solve(seconds: 60) } }
    try await Task.sleep(for: .milliseconds(500))
    let start = ContinuousClock.now
    task.cancel()
    let result = await task.result
    #expect(throws: CancellationError.self) { try result.get() }
    // Other suites solve their small programs meanwhile: whatever runs now ends long before the minute
    // that this solver had.
    var left = Set(Self.solvers)
    while !left.isEmpty, ContinuousClock.now - start < .seconds(40) {
      try await Task.sleep(for: .milliseconds(50))
      left.formIntersection(Self.solvers)
    }
    #expect(left.isEmpty && ContinuousClock.now - start < .seconds(40))
  }

  /// The numbers of the solvers that this process has started and that still run.
  private static var solvers: [Substring] {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
    return tasks.flatMap { task in
      let path = "/proc/self/task/\(task)/children"
      return ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: " ")
    }.filter { child in
      let name = (try? String(contentsOfFile: "/proc/\(child)/comm", encoding: .utf8)) ?? ""
      return name.hasPrefix("cbc")
    }
  }
}
