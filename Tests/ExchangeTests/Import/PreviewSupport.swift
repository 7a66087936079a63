import Exchange
import Facts
import HealthNetwork
import TestSupport

/// A network of two provinces with a few facilities, as one document.
let previewNetwork = document(
  #"""
  <network id="t" name="T" zone="+07:00" south="8" west="102" north="24" east="110"/>
  <scheme id="s" name="S"/>
  <place scheme="s" code="1" level="province" name="Tỉnh Một"/>
  <place scheme="s" code="11" level="commune" name="Xã A" parent="1" lat="10" lon="106"/>
  <place scheme="s" code="12" level="commune" name="Xã B" parent="1" lat="10.2" lon="106.2"/>
  <place scheme="s" code="13" level="commune" name="Xã C" parent="1" lat="10.4" lon="106.4"/>
  <specialty code="stroke" name="Đột quỵ"/>
  <capabilityType code="stroke.lysis" specialty="stroke" name="Tiêu sợi huyết"/>
  <facility id="bv-a" name="Bệnh viện Đa khoa Cái Nước" kind="district-hospital" tier="3" rank="I" address="1 Lê Lợi" lat="10.1" lon="106.1" precision="exact" source="list 1" asserted="2026-10-01" confidence="high">
    <identifier system="moh" value="79001"/>
    <placement place="s:11"/>
    <contact kind="switchboard" value="0290 1"/>
    <beds kind="total" value="100" unit="beds"/>
    <extension key="vn.example.file">  kept  </extension>
  </facility>
  <facility id="bv-b" name="Bệnh viện Hai" kind="provincial-general" tier="2" level="initial" lat="10.3" lon="106.3"/>
  <capability facility="bv-b" code="stroke.lysis" value="no" source="page"/>
  """#)

/// A preview of documents against a network, both made of texts or records.
struct Previewed {
  let preview: ImportPreview
  var codes: [String] { preview.findings.map(\.code) }

  /// Previews native documents.
  init(_ texts: String..., into network: String = previewNetwork, options: PreviewOptions = .init())
    throws
  {
    let folder = try load(["network.xml": network])
    let files = try TemporaryFolder()
    var reading = ImportOptions()
    reading.network = folder.network
    var documents: [ImportedDocument] = []
    for (index, text) in texts.enumerated() {
      try files.write(Array(text.utf8), to: "\(index).xml")
      documents.append(
        try DocumentFormats.exchange.read("\(files.path)/\(index).xml", options: reading))
    }
    preview = ImportPreview(of: documents, into: folder, options: options)
  }

  /// Previews facilities and capabilities that a foreign format said.
  init(
    foreign facilities: [Facility] = [], _ capabilities: [Capability] = [],
    isComplete: Bool = false, options: PreviewOptions = .init()
  ) throws {
    let folder = try load(["network.xml": previewNetwork])
    var document = ImportedDocument(.csd, path: "export.xml")
    document.isComplete = isComplete
    document.records.facilities = facilities.map {
      Located($0, at: Origin(document: 0, line: 7))
    }
    document.records.capabilities = capabilities.map {
      Located($0, at: Origin(document: 0, line: 8))
    }
    preview = ImportPreview(of: [document], into: folder, options: options)
  }
}

/// A facility with little said of it.
func facility(_ id: String, _ name: String, at point: (Double, Double)? = nil) -> Facility {
  with(Facility()) {
    $0.id = id
    $0.name = name
    $0.position.point = point.map { Coordinate(latitude: $0.0, longitude: $0.1) }
  }
}
