import Testing

@testable import XMLStream

@Suite struct XMLLimitsTests {
  @Test func `a document may be large but not endless`() {
    #expect(XMLLimits().documentBytes == 1 << 30)
  }
}
