import Facts
import HealthNetwork
import TestSupport
import Testing
import XMLStream

@testable import Exchange

@Suite struct NumberBoundsTests {
  /// The numeric simple types of the schema, with their facets, and the type of each attribute.
  private struct Types {
    var facets: [String: [String: String]] = [:]
    var used: Set<String> = []

    init() throws {
      let codes = XMLNames([
        "simpleType", "restriction", "minInclusive", "minExclusive", "maxInclusive", "attribute",
        "name", "value", "base", "type",
      ])
      var reader = try XMLReader(
        bytes: ExchangeSchema.bytes, path: "exchange.xsd", names: codes, schema: nil)
      var type = ""
      while try reader.next() != .endOfDocument {
        guard reader.event == .start else { continue }
        switch reader.name {
        case 0: type = reader.attribute(6) ?? ""
        case 1:
          let base = reader.attribute(8) ?? ""
          if base == "xs:decimal" || base == "xs:int" { facets[type, default: [:]]["base"] = base }
        case 2, 3, 4:
          let facet = ["minInclusive", "minExclusive", "maxInclusive"][reader.name - 2]
          facets[type, default: [:]][facet] = reader.attribute(7)
        case 5: if let type = reader.attribute(9) { used.insert(type) }
        default: break
        }
      }
    }
  }

  @Test func `The bounds in code are those of the schema, and no number is without`() throws {
    let types = try Types()
    for bounds in NumberBounds.all {
      let facets = try #require(types.facets[bounds.typeName], "\(bounds.typeName)")
      let least = facets[bounds.excludesLeast ? "minExclusive" : "minInclusive"]
      #expect(least.flatMap { Double($0) } == bounds.least, "\(bounds.typeName)")
      #expect(facets["maxInclusive"].flatMap { Double($0) } == bounds.most, "\(bounds.typeName)")
    }
    let known = Set(NumberBounds.all.map(\.typeName)).union(["latitude", "longitude"])
    #expect(Set(types.facets.keys) == known)
    #expect(types.used.isDisjoint(with: ["xs:decimal", "xs:int", "xs:integer", "xs:double"]))
  }

  @Test(arguments: [
    ("2000000000", nil), ("0", nil),
    ("2000000001", "a whole number, 0 to 2000000000"), ("-1", "a whole number, 0 to 2000000000"),
    ("1e20", "a whole number, 0 to 2000000000"), ("nan", "a whole number, 0 to 2000000000"),
  ])
  func `A number beyond its bounds is told with its line and what is allowed`(
    _ text: String, _ allowed: String?
  ) throws {
    let figure = """
      <scheme id="s" name="S"/>
      <place scheme="s" code="1" level="commune" name="A">
      <population count="\(text)" basis="registered" date="2026"/>
      </place>
      """
    let lines = try failure(["a.xml": networkDocument, "b.xml": document(figure)])
    if let allowed {
      #expect(lines.contains(#"b.xml:5: count is "\#(text)"; expected \#(allowed)"#), "\(lines)")
    } else {
      #expect(lines == [])
    }
  }

  @Test func `Records of other formats are held to the same bounds`() {
    #expect(BoundsCheck.flaws(of: FullRecords.all.facilities[0].record).isEmpty)
    var facility = FullRecords.all.facilities[0].record
    facility.catalogueShare = 1e12
    facility.beds[0].measure.value = -5
    let flaws = BoundsCheck.flaws(of: facility)
    #expect(flaws.map(\.field) == ["catalogueShare", "value"])
    #expect(flaws.map(\.bounds) == [.share, .beds])
  }
}
