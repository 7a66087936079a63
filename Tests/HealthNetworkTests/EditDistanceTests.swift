import Testing

@testable import HealthNetwork

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("cho ray", "cho rayy", 1), ("kitten", "sitting", 3),
    ("ca mau", "ac mau", 2),
  ])
  func `counts the fewest changes`(left: String, right: String, distance: Int) {
    #expect(editDistance(Array(left.utf8), Array(right.utf8)) == distance)
    #expect(editDistance(Array(right.utf8), Array(left.utf8)) == distance)
  }
}
