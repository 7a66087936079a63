import Exchange
import Facts
import HealthNetwork
import XMLStream

/// Writes the entries of a Bundle, and counts what is lost.
struct FHIRBundleWriter {
  var xml = XMLWriter(indent: 1)
  var losses = ExportLosses()
  let fields = OwnFields()
  let facilityIDs: Set<String>
  let partyIDs: Set<String>
  /// The codes of other systems for each of our terms.
  let crosswalks: [String: [Crosswalk]]
  private let header: NetworkHeader
  let vocabulary: Vocabulary

  init(_ network: Network) {
    header = network.header
    vocabulary = network.vocabulary
    facilityIDs = Set(network.records.facilities.lazy.map(\.record.id))
    partyIDs = Set(network.records.parties.lazy.map(\.record.id))
    crosswalks = Dictionary(
      grouping: network.records.crosswalks.map(\.record)
        .filter { !$0.system.hasPrefix("urn:oasis:") && FHIRBundleWriter.isURI($0.system) },
      by: \.term)
  }

  mutating func begin() {
    xml.declaration()
    xml.start("Bundle")
    xml.attribute("xmlns", FHIRSystem.namespace)
    xml.start("identifier")
    primitive("system", FHIRSystem.own + "network")
    primitive("value", header.id)
    xml.end()
    primitive("type", "collection")
  }

  mutating func end() { xml.end() }

  mutating func takeBytes() -> [UInt8] { xml.takeBytes() }

  // What every resource is made of.

  /// Begins an entry with a resource of ours.
  mutating func beginEntry(
    _ type: StaticString, id: String, profile: String? = nil
  ) {
    xml.start("entry")
    primitive("fullUrl", FHIRNames.uuid("\(type)", id))
    xml.start("resource")
    xml.start(type)
    primitive("id", FHIRNames.id(id))
    guard let profile else { return }
    xml.start("meta")
    primitive("profile", FHIRBundleWriter.profiles + profile)
    xml.end()
  }

  mutating func endEntry() {
    xml.end()
    xml.end()
    xml.end()
  }

  /// Writes a primitive; nothing where there is no value.
  mutating func primitive(_ name: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    xml.start(name)
    xml.attribute("value", value)
    xml.end()
  }

  /// Writes an extension of ours; nothing where there is no value.
  mutating func own(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    xml.start("extension")
    xml.attribute("url", FHIRSystem.own + name)
    primitive("valueString", value)
    xml.end()
  }

  mutating func own<Record>(_ fields: [OwnField<Record>], of record: Record) {
    for field in fields { own(field.name, field.get(record)) }
  }

  mutating func own(_ extensions: [Extension]) {
    for kept in extensions {
      if kept.text.isEmpty { losses.add("extension without a text") }
      own("extension:" + FHIRNames.escaped(kept.key), kept.text)
    }
  }

  mutating func identifier(_ system: String, _ value: String) {
    xml.start("identifier")
    if FHIRBundleWriter.isURI(system) {
      primitive("system", system)
    } else {
      own("system", system)
      primitive("system", FHIRSystem.own + "system:" + FHIRNames.escaped(system))
    }
    primitive("value", value)
    xml.end()
  }

  mutating func concept(
    _ name: StaticString, _ codings: [(system: String?, code: String, display: String?)],
    text: String? = nil
  ) {
    xml.start(name)
    for coding in codings {
      xml.start("coding")
      primitive("system", coding.system)
      primitive("code", coding.code)
      primitive("display", coding.display)
      xml.end()
    }
    primitive("text", text)
    xml.end()
  }

  mutating func reference(_ name: StaticString, _ type: StaticString, id: String) {
    xml.start(name)
    primitive("reference", FHIRNames.uuid("\(type)", id))
    xml.end()
  }

  mutating func alias(_ name: OtherName) {
    xml.start("alias")
    xml.attribute("value", name.value)
    own("kind", name.kind.rawValue)
    own(fields.name, of: name)
    xml.end()
  }

  /// What mCSD calls a facility, a jurisdiction.
  mutating func mcsdType(_ code: String, _ display: String) {
    concept("type", [(FHIRSystem.mcsdType, code, display)])
  }

  /// Whether a text can stand where FHIR wants a URI: it has a scheme and no white space.
  static func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: 0x3A), colon != text.utf8.startIndex else {
      return false
    }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && text.utf8[..<colon].allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B
          || byte == 0x2D || byte == 0x2E
      }
  }

  private static let profiles = "https://profiles.ihe.net/ITI/mCSD/StructureDefinition/"
}
