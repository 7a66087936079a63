import FHIR
import Foundation
import TestSupport
import Testing

/// The table of definitions against the published schema, where it is at hand.
@Suite(.enabled(if: fhirFolder != nil, "TUYEN_STANDARDS_DIR is not set"))
struct FHIRDefinitionsTests {
  @Test func `order, arrays, numbers and truth values are those of the published schema`() throws {
    let folder = try #require(fhirFolder)
    let schema = String(
      decoding: try contents(of: folder + "/xsd/fhir-single.xsd"), as: UTF8.self)
    for name in [
      "Location", "Organization", "HealthcareService", "OrganizationAffiliation", "Endpoint",
      "Bundle", "Bundle.Entry", "Address", "ContactPoint", "Coding", "Identifier",
      "Location.Position", "Location.HoursOfOperation", "HealthcareService.AvailableTime",
    ] {
      let start = try #require(schema.firstRange(of: "<xs:complexType name=\"\(name)\">"))
      let rest = schema[start.upperBound...]
      let end = try #require(rest.firstRange(of: "</xs:complexType>"))
      let fields = try #require(FHIRDefinitions.shared.types[name]?.fields)
      var last = -1
      for tag in rest[..<end.lowerBound].split(separator: "<xs:element ").dropFirst() {
        func attribute(_ name: String) -> String? {
          guard let start = tag.firstRange(of: name + "=\"") else { return nil }
          return String(tag[start.upperBound...].prefix { $0 != "\"" })
        }
        guard let element = attribute("name"), element != "div" else { continue }
        let field = try #require(fields[element], "\(name).\(element)")
        #expect(field.isRepeated == (attribute("maxOccurs") == "unbounded"), "\(name).\(element)")
        #expect(field.place > last, "\(name).\(element)")
        last = field.place
        let literal: FHIRDefinitions.Literal? =
          switch attribute("type") {
          case "boolean": .boolean
          case "integer", "decimal", "positiveInt", "unsignedInt": .number
          default: nil
          }
        #expect(field.literal == literal, "\(name).\(element)")
      }
    }
  }
}
