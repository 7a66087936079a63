import TestSupport
import Testing

@testable import HealthNetwork

@Suite struct VocabularyTests {
  @Test(arguments: seeds(20))
  func `the closure of random implications is that of Floyd and Warshall`(seed: Int) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 1...30, using: &random)
    let chance = Double.random(in: 0...0.2, using: &random)
    var reaches = (0..<count).map { row in (0..<count).map { $0 == row } }
    var types: [CapabilityType] = []
    for row in 0..<count {
      var type = CapabilityType()
      type.code = "s.c\(row)"
      let implied = (0..<count).filter { _ in Double.random(in: 0..<1, using: &random) < chance }
      type.implies = implied.isEmpty ? nil : implied.map { "s.c\($0)" }.joined(separator: " ")
      for column in implied { reaches[row][column] = true }
      types.append(type)
    }
    for middle in 0..<count {
      for row in 0..<count where reaches[row][middle] {
        for column in 0..<count where reaches[middle][column] { reaches[row][column] = true }
      }
    }
    let vocabulary = Vocabulary(specialties: [], capabilityTypes: types)
    for code in 0..<count {
      let required = Set((0..<count).filter { reaches[code][$0] }.map { "s.c\($0)" })
      let granting = Set((0..<count).filter { reaches[$0][code] }.map { "s.c\($0)" })
      #expect(vocabulary.codes(requiredBy: "s.c\(code)") == required, "seed \(seed)")
      #expect(vocabulary.codes(granting: "s.c\(code)") == granting, "seed \(seed)")
    }
  }

  @Test func `a code that nobody knows grants and needs itself`() {
    let vocabulary = Vocabulary(specialties: [], capabilityTypes: [])
    #expect(vocabulary.codes(granting: "a.b") == ["a.b"])
    #expect(vocabulary.codes(requiredBy: "a.b") == ["a.b"])
  }
}
