import Exchange
import FHIR
import Facts
import Foundation
import HealthNetwork
import TestSupport
import XMLStream

/// The folder of the public standards, when it is there.
let fhirFolder = ProcessInfo.processInfo.environment["TUYEN_STANDARDS_DIR"].map { $0 + "/fhir" }

/// A bundle of resources, each on a line of its own from line 2 on.
func bundle(_ type: String, _ entries: String...) -> [UInt8] {
  let text = """
    <Bundle xmlns="http://hl7.org/fhir"><type value="\(type)"/>
    \(entries.joined(separator: "\n"))
    </Bundle>
    """
  return Array(text.utf8)
}

/// An entry with a resource.
func entry(_ resource: String, url: String? = nil, method: String? = nil) -> String {
  let full = url.map { #"<fullUrl value="\#($0)"/>"# } ?? ""
  let request = method.map { #"<request><method value="\#($0)"/><url value="x"/></request>"# } ?? ""
  return "<entry>\(full)<resource>\(resource)</resource>\(request)</entry>"
}

func readFHIR(_ bytes: [UInt8], for network: Network? = nil) throws -> ImportedDocument {
  var options = ImportOptions()
  options.network = network
  return try FHIRReader.read(bytes: bytes, path: "test.xml", options: options)
}

extension ImportedDocument {
  /// The codes of what was found, each once, without what was only left out.
  var odd: [String] {
    Set(findings.filter { $0.importance != .note }.map(\.code)).sorted()
  }

  /// What was left out, without counts.
  var leftOut: [String] {
    findings.filter { ["left_out", "kept_as_extension"].contains($0.code) }.map { finding in
      let words = finding.en.drop { $0.isNumber }.dropFirst()
      return words.firstRange(of: ": no field").map { String(words[..<$0.lowerBound]) } ?? ""
    }
  }

  var facilities: [Facility] { records.facilities.map(\.record) }
}

/// A header with nothing that records could take over.
func header() -> ExchangeHeader {
  with(ExchangeHeader()) {
    $0.network = "test"
    $0.asOf = Instant("2026-11-22T00:00:00+07:00")
  }
}
