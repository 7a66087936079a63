import Exchange
import Facts
import Foundation
import HealthNetwork
import TestSupport

/// The folder of public schemas and samples, where the environment names one.
enum Standards {
  static let folder = ProcessInfo.processInfo.environment["TUYEN_STANDARDS_DIR"]
  static var isThere: Bool { folder != nil }

  static func path(_ name: String) -> String { (folder ?? "") + "/" + name }
}

/// A document of CSD with some facilities, and what stands in the other directories.
func csd(
  _ facilities: String, organizations: String = "", services: String = "", providers: String = ""
) -> String {
  """
  <CSD xmlns="urn:ihe:iti:csd:2013">
  <organizationDirectory>\(organizations)</organizationDirectory>
  <serviceDirectory>\(services)</serviceDirectory>
  <facilityDirectory>\(facilities)</facilityDirectory>
  <providerDirectory>\(providers)</providerDirectory>
  </CSD>
  """
}

/// A facility of CSD with all that it must have.
func csdFacility(
  _ id: String = "urn:uuid:11111111-2222-4333-9444-555555555555", name: String = "Trạm",
  first: String = "", middle: String = "", last: String = ""
) -> String {
  """
  <facility entityID="\(id)">\(first)<codedType code="4" codingScheme="1.2.3"/>\
  <primaryName>\(name)</primaryName>\(middle)\
  <record created="2024-01-02T03:04:05+07:00" updated="2025-02-03T04:05:06+07:00" \
  status="Active" sourceDirectory="http://example.org"/>\(last)</facility>
  """
}

func readCSD(
  _ text: String, strict: Bool = false, box: Box? = nil, network: Network? = nil
) throws -> ImportedDocument {
  let folder = try TemporaryFolder(["csd.xml": text])
  var options = ImportOptions()
  options.isStrict = strict
  options.box = box
  options.network = network
  return try CSDReader.read(path: folder.path + "/csd.xml", options: options)
}

extension ImportedDocument {
  /// The findings of a code.
  func findings(_ code: String) -> [Finding] { findings.filter { $0.code == code } }
}
