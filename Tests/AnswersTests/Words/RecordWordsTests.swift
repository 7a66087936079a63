import Exchange
import Testing

@testable import Answers

/// Words for all that exchange documents hold.
@Suite struct RecordWordsTests {
  private static let schema = String(decoding: ExchangeSchema.bytes, as: UTF8.self)

  /// The names that a pattern with one group finds in the schema.
  private static func names(_ pattern: String) throws -> Set<String> {
    let matches = Self.schema.matches(of: try Regex(pattern))
    return Set(matches.compactMap { $0[1].substring.map(String.init) })
  }

  @Test func `Every attribute and element of the schema has a word, and no word is left over`()
    throws
  {
    let attributes = try Self.names(#"<xs:attribute name="([A-Za-z0-9]+)""#)
    #expect(Set(RecordWords.fields.keys) == attributes)
    let elements = try Self.names(#"<xs:element name="([A-Za-z0-9]+)""#)
    #expect(Set(RecordWords.records.keys) == elements.subtracting(["exchange"]))
  }

  @Test(arguments: ["confidence", "precision", "bound", "facilityKind", "ownership", "mode"])
  func `Every code of the lists that people read has a word`(type: String) throws {
    let start = try #require(Self.schema.firstRange(of: "<xs:simpleType name=\"\(type)\">"))
    let rest = Self.schema[start.upperBound...]
    let list = rest[..<(try #require(rest.firstRange(of: "</xs:simpleType>"))).lowerBound]
    let codes = list.matches(of: try Regex(#"enumeration value="([^"]+)""#)).compactMap {
      $0[1].substring.map(String.init)
    }
    #expect(!codes.isEmpty)
    for code in codes where code != "exactly" {  // Said by saying nothing.
      #expect(RecordWords.codes[code] != nil, "\(code)")
    }
  }
}
