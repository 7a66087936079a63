public import Facts
public import HealthNetwork

/// Writes the live status of networks as OASIS EDXL-HAVE 1.0 in an EDXL-DE 1.0 envelope.
///
///     var bytes: [UInt8] = []
///     let losses = HAVEWriter.write(network, asOf: now) { bytes += $0 }
///
/// HAVE has no ids and no expiry: ids stand in `OrganisationID`, and beside the reports stands our
/// own record of each, which `HAVEReader` reads back.
public enum HAVEWriter {
  /// Writes the status of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - asOf: When the document is sent: reports expired by then are not written. nil means when
  ///     the last report was made, and writes all.
  ///   - output: Takes the next bytes of the document.
  /// - Returns: What is lost, or only our own reader will find.
  /// - Throws: What `output` throws.
  /// - Complexity: O(*n*), where *n* is the number of reports and crosswalks.
  @discardableResult
  public static func write<Failure: Error>(
    _ network: Network, asOf: Instant? = nil, to output: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    var writing = HAVEWriting(network, asOf: asOf)
    try writing.write(to: output)
    return writing.losses.all
  }
}

/// The state of writing a document of HAVE.
struct HAVEWriting {
  let network: Network
  let asOf: Instant?
  var losses = FindingTally(path: "", options: ImportOptions())
  private var bytes: [UInt8] = []

  init(_ network: Network, asOf: Instant?) {
    self.network = network
    self.asOf = asOf
  }

  /// Writes the document.
  mutating func write<Failure: Error>(
    to output: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let statuses = network.records.statuses.map(\.record).filter { isCurrent($0) }
    let zone = network.header.zone
    let sent = asOf ?? statuses.compactMap(\.reported).max() ?? Instant(seconds: 0, zone: zone)
    add(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n<EDXLDistribution")
    add(" xmlns=\"\(HAVECodes.envelope)\" xmlns:have=\"\(HAVECodes.namespace)\"")
    add(" xmlns:xnl=\"\(HAVECodes.names)\" xmlns:gml=\"\(HAVECodes.points)\">")
    let id = network.header.id
    for (name, text) in [
      ("distributionID", "\(id)-\(sent)"), ("senderID", id), ("dateTimeSent", "\(sent)"),
      ("distributionStatus", "Actual"), ("distributionType", "Report"),
      ("combinedConfidentiality", "Unclassified"), ("language", "vi"),
    ] {
      append(DocumentElement(name, [:], text), 1)
    }
    if !statuses.isEmpty {
      add("\n  <contentObject>\n    <xmlContent>\n      <embeddedXMLContent>")
      add("\n        <have:HospitalStatus>")
      for status in statuses {
        guard let index = network.facilityIndex(of: status.facility) else { continue }
        append(hospital(status, network.facility(index)), 5)
        try flush(to: output, atLeast: 1 << 16)
      }
      add("\n        </have:HospitalStatus>\n      </embeddedXMLContent>\n    </xmlContent>")
      for status in statuses {
        append(DocumentElement(status), 2)
        try flush(to: output, atLeast: 1 << 16)
      }
      add("\n  </contentObject>")
    }
    add("\n</EDXLDistribution>\n")
    try flush(to: output, atLeast: 1)
  }

  private mutating func isCurrent(_ status: LiveStatus) -> Bool {
    guard status.reported != nil else {
      lose(
        "not_written", "reported", "Báo cáo không có giờ thì không xuất",
        "Reports without a time are not written")
      return false
    }
    guard let asOf, let expires = status.expires, expires <= asOf else { return true }
    lose(
      "not_written", "expired", "Báo cáo hết hạn thì không xuất",
      "Reports that have expired are not written")
    return false
  }

  private mutating func lose(_ code: String, _ subject: String, _ vi: String, _ en: String) {
    losses.count(code, .note, subject, kind: "status", line: 0, vi: vi, en: en)
  }

  /// A report.
  private mutating func hospital(_ status: LiveStatus, _ facility: Facility) -> DocumentElement {
    var hospital = DocumentElement("have:Hospital")
    hospital.children = [organization(facility)]
    if let traffic = status.traffic {
      let word = traffic.rawValue.prefix(1).uppercased() + traffic.rawValue.dropFirst()
      var element = DocumentElement("have:EMSTraffic")
      element.children = [DocumentElement("have:EMSTrafficStatus", [:], word)]
      if let note = status.provenance.note {
        element.children.append(DocumentElement("have:EMSTrafficReason", [:], note))
      }
      hospital.children.append(nested("have:EmergencyDepartmentStatus", [element]))
    }
    let beds = status.beds.compactMap { capacity($0) }
    if !beds.isEmpty { hospital.children.append(nested("have:HospitalBedCapacityStatus", beds)) }
    if let coverage = coverage(status.off) { hospital.children.append(coverage) }
    if let reported = status.reported {
      hospital.children.append(DocumentElement("have:LastUpdateTime", [:], "\(reported)"))
    }
    return hospital
  }

  private func organization(_ facility: Facility) -> DocumentElement {
    let own = (system: ExchangeSchema.ownID, value: facility.id)
    let names = ([own] + facility.identifiers.map { ($0.system, $0.value) }).map { id in
      var name = DocumentElement(
        "xnl:OrganisationName", ["xnl:OrganisationID": id.1, "xnl:OrganisationIDType": id.0])
      name.children = [DocumentElement("xnl:NameElement", [:], facility.name)]
      return name
    }
    var parts = [nested("have:OrganizationInformation", names)]
    if let point = facility.position.point {
      let text =
        DocumentElement.decimal(point.latitude) + " "
        + DocumentElement.decimal(point.longitude)
      let pos = DocumentElement("gml:pos", [:], text)
      parts.append(nested("have:OrganizationGeoLocation", [nested("gml:Point", [pos])]))
    }
    return nested("have:Organization", parts)
  }

  private mutating func capacity(_ bed: LiveStatus.FreeBeds) -> DocumentElement? {
    guard let type = HAVECodes.beds.first(where: { $0.ours == bed.type })?.have else {
      let type = BedType.named(bed.type)
      lose(
        "only_in_extension", "bed/" + bed.type,
        "HAVE không có loại giường \(type.name); chỉ Tuyến đọc lại được",
        "HAVE has no type of bed \(type.nameEn); only Tuyến reads it back")
      return nil
    }
    let words = bed.available > 0 ? "Vacant/Available" : "NotAvailable"
    let capacity = nested(
      "have:Capacity",
      [
        DocumentElement("have:CapacityStatus", [:], words),
        DocumentElement("have:AvailableCount", [:], String(bed.available)),
      ])
    return nested("have:BedCapacity", [DocumentElement("have:BedType", [:], type), capacity])
  }

  /// The services that are off; what HAVE would tell too widely is not told.
  private mutating func coverage(_ off: [LiveStatus.Off]) -> DocumentElement? {
    var codes: Set<String> = []
    for item in off {
      let known = HAVEServices.codes(for: item.capability, in: network)
      codes.formUnion(known)
      if known.isEmpty {
        let code = item.capability
        let type = network.vocabulary.capabilityTypes[code]
        lose(
          "only_in_extension", "off/" + code,
          "HAVE không có từ cho việc ngừng \(type?.name ?? code); chỉ Tuyến đọc lại được",
          "HAVE has no word for \(type?.nameEn ?? code) being off; only Tuyến reads it back")
      }
    }
    var coverage = DocumentElement("have:ServiceCoverageStatus")
    for service in HAVECodes.services where codes.contains(service.code) {
      insert(DocumentElement("have:" + service.name, [:], "false"), service.path, into: &coverage)
    }
    return coverage.children.isEmpty ? nil : coverage
  }

  private func insert(
    _ leaf: DocumentElement, _ path: [String], into element: inout DocumentElement
  ) {
    guard let first = path.first else {
      // A group says either that all of it is off, or which parts are.
      if element.name.hasSuffix("Indicator") && !element.children.isEmpty { return }
      element.children.append(leaf)
      return
    }
    let name = "have:" + first
    if let index = element.children.firstIndex(where: { $0.name == name }) {
      insert(leaf, Array(path.dropFirst()), into: &element.children[index])
    } else if !(element.name.hasSuffix("Indicator") && !element.children.isEmpty) {
      var child = DocumentElement(name)
      insert(leaf, Array(path.dropFirst()), into: &child)
      element.children.append(child)
    }
  }

  private func nested(_ name: String, _ children: [DocumentElement]) -> DocumentElement {
    var element = DocumentElement(name)
    element.children = children
    return element
  }

  private mutating func append(_ element: DocumentElement, _ indent: Int) {
    ElementMarkup.append(element, to: &bytes, inherited: "", indent: indent)
  }

  private mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func flush<Failure: Error>(
    to output: ([UInt8]) throws(Failure) -> Void, atLeast count: Int
  ) throws(Failure) {
    guard bytes.count >= count else { return }
    try output(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
