import Facts
import Files
import HealthNetwork
import XMLStream

/// The state of reading a document of HAVE.
struct HAVEReading {
  /// The names that are told with the namespace of HAVE; all others keep their own.
  static let names = XMLNames(["HospitalStatus", "Hospital"])

  let path: String
  let options: ImportOptions
  var document: ImportedDocument
  var tally: FindingTally
  let known: KnownRecords
  /// The reports, by facility, as places in the records.
  var reports: [String: Int] = [:]
  /// Our own records beside the reports, by facility.
  private var own: [String: LiveStatus] = [:]
  /// When the envelope was sent.
  private(set) var sent: Instant?
  /// The id by which a feed calls the hospital of the current entry.
  private(set) var subject: String?
  /// Why nothing of the document may be taken for real; nil where it is.
  private var notReal: String?
  /// The names of the network's facilities, once a hospital had to be looked for.
  var search: NameSearch?
  private var room: ElementBudget
  private var hospitals = 0
  /// Whether the root is none that HAVE can stand in.
  private var isForeign = false

  init(path: String, options: ImportOptions) {
    self.path = path
    self.options = options
    document = ImportedDocument(.have, path: path)
    tally = FindingTally(path: path, options: options)
    known = KnownRecords(options.network)
    room = ElementBudget(path: path)
  }

  /// The zone of moments that name none.
  var zone: ZoneOffset? { options.network?.header.zone }

  /// Reads a document to its end.
  mutating func read(_ xml: inout XMLReader) throws(DocumentError) {
    while try xml.next() != .endOfDocument {
      guard xml.event == .start else { continue }
      let name = xml.nameString
      if xml.depth == 1 {
        try refuseOtherEDXL(name, xml.namespace ?? "", line: xml.line)
        checkRoot(name, xml.namespace, line: xml.line)
      }
      switch name {
      case "Hospital" where xml.name >= 0:
        room.empty()
        hospitals += 1
        let element = try xml.readElement(HAVEReading.names, &room)
        if notReal == nil { add(element) }
      case "HospitalStatus" where xml.name < 0, "Hospital":
        throw DocumentError(
          kind: .invalid, path: path, line: xml.line,
          message: "\(name) is of namespace \"\(xml.namespace ?? "")\"; only HAVE 1.0 is read, "
            + "\"\(HAVECodes.namespace)\"")
      case "entry": subject = nil
      case "subject": subject = collapsingWhitespace(try xml.readText())
      case "dateTimeSent": sent = HAVECodes.instant(try xml.readText(), zone: zone)
      case "distributionStatus", "distributionType":
        let value = collapsingWhitespace(try xml.readText())
        if ["Exercise", "Test", "System", "Cancel", "Error"].contains(value) { notReal = value }
      case "status" where xml.namespace == ExchangeSchema.namespace:
        room.empty()
        let status: LiveStatus = ElementFieldReader.record(
          ElementNode(try xml.readTree(HAVEReading.names, &room)))
        own[status.facility] = status
      default: continue
      }
    }
  }

  /// Refuses what is of the family of HAVE and is not HAVE 1.0, by its name.
  private func refuseOtherEDXL(
    _ name: String, _ namespace: String, line: Int
  ) throws(DocumentError) {
    let family = "urn:oasis:names:tc:emergency:edxl:"
    let folded = namespace.lowercased()
    guard folded.hasPrefix(family), namespace != HAVECodes.namespace,
      namespace != HAVECodes.envelope
    else { return }
    let parts = folded.dropFirst(family.count).split(separator: ":")
    let standard = (parts.first ?? "").uppercased() + " " + (parts.dropFirst().first ?? "")
    throw DocumentError(
      kind: .invalid, path: path, line: line,
      message: "is EDXL-\(standard) (\(name)); of EDXL only HAVE 1.0 is read, bare or in EDXL-DE: "
        + "ask for that",
      vi:
        "là EDXL-\(standard) (\(name)); trong họ EDXL chỉ đọc HAVE 1.0, riêng hoặc trong EDXL-DE: "
        + "hãy xin bản đó")
  }

  private mutating func checkRoot(_ name: String, _ namespace: String?, line: Int) {
    if name == "HospitalStatus" && namespace == HAVECodes.namespace { return }
    if name == "EDXLDistribution" && namespace == HAVECodes.envelope { return }
    // Single hospitals in a feed.
    if name != "feed" { isForeign = true }
    tally.breach(
      "unknown_root", name, line: line,
      vi: "Gốc của tài liệu là \(name); tìm Hospital ở trong đó",
      en: "The root of the document is \(name); Hospital is looked for in it")
  }

  /// Completes the reports and tells what was found.
  mutating func finish() throws(ExchangeFailure) -> ImportedDocument {
    if let notReal {
      tally.add(
        Finding(
          "not_actual", .error, kind: "status",
          vi: "Tài liệu là \(notReal), không phải tình trạng thật; không nhập gì",
          en: "The document is \(notReal), no actual status; nothing is taken"))
    } else if hospitals == 0 {
      tally.add(
        Finding(
          "nothing_found", isForeign ? .error : .odd, kind: "status",
          vi: "Tài liệu không có Hospital nào của HAVE 1.0",
          en: "The document holds no Hospital of HAVE 1.0"))
    }
    for (facility, status) in own {
      if let index = reports[facility] { complete(index, with: status) }
    }
    try tally.finish()
    document.findings = tally.all
    return document
  }

  /// Adds what our own record says besides, where the report is still the one we wrote.
  private mutating func complete(_ index: Int, with own: LiveStatus) {
    var status = document.records.statuses[index].record
    guard status.reported?.seconds == own.reported?.seconds else { return }
    status.reported = own.reported
    if let expires = own.expires { status.expires = expires }
    status.provenance = own.provenance
    status.extensions = own.extensions + status.extensions.filter { !own.extensions.contains($0) }
    let said = status.beds
    status.beds = own.beds.compactMap { bed in
      let isKnown = HAVECodes.beds.contains { $0.ours == bed.type }
      return said.first { $0.type == bed.type } ?? (isKnown ? nil : bed)
    }
    status.beds += said.filter { bed in !status.beds.contains { $0.type == bed.type } }
    let off = status.off
    status.off = own.off.filter { kept in
      let isHeld =
        options.network.map {
          !HAVEServices.codes(for: kept.capability, in: $0).isEmpty
        } ?? false
      return !isHeld || off.contains { $0.capability == kept.capability }
    }
    status.off += off.filter { item in
      !status.off.contains { $0.capability == item.capability }
    }
    document.records.statuses[index].record = status
  }
}
