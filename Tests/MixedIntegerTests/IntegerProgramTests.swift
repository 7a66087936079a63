import MixedInteger
import TestSupport
import Testing

@Suite(.enabled(if: IntegerProgram.solverVersion != nil)) struct MixedProgramTests {
  @Test(arguments: seeds(20))
  func `knapsacks are filled as well as can be`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let weights = (0..<10).map { _ in Int.random(in: 1...20, using: &random) }
    let gains = (0..<10).map { _ in Double(Int.random(in: 0...100, using: &random)) }
    let room = Int.random(in: 1...80, using: &random)
    var program = IntegerProgram()
    for gain in gains { _ = program.addVariable(gain: gain, in: 0...1, isWhole: true) }
    program.addRow(
      weights.enumerated().map { ($0, Double($1)) }, in: -Double.infinity...Double(room))
    let best =
      (0..<1_024).compactMap { bits -> Double? in
        let taken = (0..<10).filter { bits >> $0 & 1 == 1 }
        guard taken.reduce(0, { $0 + weights[$1] }) <= room else { return nil }
        return taken.reduce(0) { $0 + gains[$1] }
      }.max() ?? 0
    let solution = try program.solve(seconds: 30)
    let values = try #require(solution.values)
    #expect(solution.isOptimal)
    #expect(abs(program.gain(of: values) - best) < 1e-6)
    #expect(abs(solution.bound - best) < 1e-3)
    let again = try program.solve(
      knowing: values.enumerated().map { ($0, $1) }, seconds: 30)
    #expect(again.isOptimal && abs(again.bound - best) < 1e-3)
  }

  @Test func `limits that exclude each other are infeasible`() {
    var program = IntegerProgram()
    let variable = program.addVariable(gain: 1, in: 0...1, isWhole: true)
    program.addRow([(variable, 1)], in: 2...3)
    #expect(throws: MixedProgramError.infeasible) { try program.solve(seconds: 10) }
  }

  @Test func `a program without variables, and one without rows, have answers`() throws {
    var program = IntegerProgram()
    _ = program.addVariable(gain: 2, in: 0...1, isWhole: true)
    _ = program.addVariable(gain: -2, in: 0...1, isWhole: true)
    let values = try #require(try program.solve(seconds: 10).values)
    #expect(abs(values[0] - 1) < 1e-6 && abs(values[1]) < 1e-6)
  }
}
