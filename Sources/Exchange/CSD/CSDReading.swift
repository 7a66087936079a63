import Facts
import Files
import HealthNetwork
import XMLStream

/// The state of reading a document of CSD.
struct CSDReading {
  let path: String
  let options: ImportOptions
  var document: ImportedDocument
  var tally: FindingTally
  var points: PointCheck
  var room: ElementBudget
  /// Who is meant by the identifiers of the network that the document is for.
  let known: KnownRecords

  /// The entities of the facilities whose ids are others.
  var facilities: Set<String> = []
  var facilityIDs: Set<String> = []
  /// What the organizations of the document are, by entity.
  var organizations: [String: CSDOrganization] = [:]
  /// What the services of the document are, by entity.
  var services: [String: CSDService] = [:]
  /// What can only be joined at the end, because directories may stand in any order.
  var parents: [(child: Int, parent: String, line: Int)] = []
  var memberships: [(facility: Int, organization: String, line: Int)] = []
  /// The memberships in organizations that the document does not hold.
  var unresolved: [(facility: Int, organization: String, line: Int)] = []
  var offers: [(facility: Int, organization: ElementNode)] = []
  var statementKeys = StatementKeys()
  /// The parties whose members our own record lists.
  var hasOwnMembers: Set<Int> = []

  /// What extensions are called that keep elements, by name.
  var keptKeys: [String: String] = [:]
  /// Where elements become text.
  var markup: [UInt8] = []
  private(set) var directories: [String] = []
  private var isFound = false

  init(path: String, options: ImportOptions) {
    self.path = path
    self.options = options
    document = ImportedDocument(.csd, path: path)
    tally = FindingTally(path: path, options: options)
    points = PointCheck(box: options.knownBox)
    room = ElementBudget(
      path: path, watched: ["urn", "oid", "otherID"].compactMap { CSDCodes.names.code(of: $0) })
    known = KnownRecords(options.network)
    // Sets and lists that grow bit by bit move all they hold again and again.
    let expected = min(1 << 18, (FileStamp(path: path)?.length ?? 0) / 1_500)
    facilities.reserveCapacity(expected)
    facilityIDs.reserveCapacity(expected)
    document.records.facilities.reserveCapacity(expected)
  }

  /// Reads a document to its end.
  mutating func read(_ xml: inout XMLReader) throws(DocumentError) {
    while try xml.next() != .endOfDocument {
      guard xml.event == .start else { continue }
      if isCSD(xml) {
        try readDirectories(&xml)
      } else if xml.depth == 1 && xml.nameString != "getModificationsResponse" {
        let name = xml.nameString
        tally.breach(
          "unknown_root", name, line: xml.line,
          vi: "Gốc của tài liệu là \(name); tìm CSD ở trong đó",
          en: "The root of the document is \(name); CSD is looked for in it")
      }
    }
    guard isFound else {
      throw DocumentError(
        kind: .invalid, path: path, line: 1,
        message: "no element CSD of \(CSDCodes.namespace) was found; expected it as the root or in "
          + "getModificationsResponse")
    }
  }

  private func isCSD(_ xml: borrowing XMLReader) -> Bool {
    xml.name >= 0 && CSDCodes.names[xml.name] == "CSD"
  }

  private mutating func readDirectories(_ xml: inout XMLReader) throws(DocumentError) {
    // A response holds only what was modified; a document of its own holds a whole directory.
    document.isComplete = xml.depth == 1 && !isFound
    isFound = true
    let outer = xml.depth
    let line = xml.line
    directories = []
    while try xml.next() != .endOfDocument {
      if xml.event == .end && xml.depth == outer { break }
      guard xml.event == .start else { continue }
      let name = xml.name >= 0 ? CSDCodes.names[xml.name] : ""
      if let index = CSDReading.order.firstIndex(where: { $0.directory == name }) {
        directories.append(name)
        try readDirectory(&xml, of: CSDReading.order[index].entity)
      } else {
        let found = xml.nameString
        tally.breach(
          "unknown_element", "CSD/\(found)", line: xml.line,
          vi: "\(found) không có chỗ trong CSD; bỏ qua",
          en: "\(found) has no place in CSD; passed over")
        try xml.skipElement()
      }
    }
    if directories != CSDReading.order.map(\.directory) {
      let expected = CSDReading.order.map(\.directory).joined(separator: ", ")
      tally.breach(
        "directories", "CSD", line: line,
        vi: "CSD phải gồm \(expected), theo thứ tự đó",
        en: "CSD must hold \(expected), in this order")
    }
  }

  private static let order: [(directory: String, entity: String)] = [
    ("organizationDirectory", "organization"), ("serviceDirectory", "service"),
    ("facilityDirectory", "facility"), ("providerDirectory", "provider"),
  ]

  private mutating func readDirectory(
    _ xml: inout XMLReader, of entity: String
  ) throws(DocumentError) {
    let outer = xml.depth
    while try xml.next() != .endOfDocument {
      if xml.event == .end && xml.depth == outer { return }
      guard xml.event == .start else { continue }
      guard xml.name >= 0, CSDCodes.names[xml.name] == entity else {
        let found = xml.nameString
        tally.breach(
          "unknown_element", "\(entity)Directory/\(found)", line: xml.line,
          vi: "\(found) không có chỗ trong \(entity)Directory; bỏ qua",
          en: "\(found) has no place in \(entity)Directory; passed over")
        try xml.skipElement()
        continue
      }
      try readEntity(&xml, entity)
    }
  }

  private mutating func readEntity(
    _ xml: inout XMLReader, _ entity: String
  ) throws(DocumentError) {
    if entity == "provider" {
      leaveOut(
        "provider", line: xml.line, vi: "Người hành nghề (dữ liệu cá nhân) không được nhập",
        en: "Providers, who are persons, are not imported")
      // Nothing is taken from them, so only a strict reader need look into them.
      guard options.isStrict else { return try xml.skipElement() }
    }
    room.empty()
    var tree = try xml.readTree(CSDCodes.names, terms: CSDCodes.terms, &room)
    if room.sawWatched { repairIDs(&tree) }
    let element = ElementNode(tree)
    switch entity {
    case "organization":
      CSDGrammar.organization.check(element, kind: "party", &tally)
      addOrganization(element)
    case "service":
      CSDGrammar.service.check(element, kind: "service", &tally)
      addService(element)
    case "facility":
      CSDGrammar.facility.check(element, kind: "facility", &tally)
      addFacility(element)
    default: CSDGrammar.provider.check(element, kind: "provider", &tally)
    }
  }

  /// Brings ids to where CSD has them.
  private mutating func repairIDs(_ tree: inout ElementTree) {
    var index = 0
    while index < tree.nodes.count {
      let name = tree.name(index)
      // What an extension holds is its owner's.
      if name == "extension" {
        index = Int(tree.nodes[index].end)
        continue
      }
      if name == "otherID" {
        repairOtherID(&tree, index)
      } else {
        repairEntityID(&tree, index, name)
      }
      index += 1
    }
  }

  private mutating func repairOtherID(_ tree: inout ElementTree, _ index: Int) {
    let code = collapsingWhitespace(tree.nodes[index].text)
    let range = tree.attributeRange(index)
    guard !code.isEmpty, !tree.attributes[range].contains(where: { $0.name == "code" }) else {
      return
    }
    tally.breach(
      "other_id_text", "otherID", line: Int(tree.nodes[index].line),
      vi: "otherID có mã là chữ ở trong; CSD muốn thuộc tính code",
      en: "otherID has its code as text; CSD wants the attribute code")
    // Attributes of an element lie together: they move to the end.
    let moved = Array(tree.attributes[range])
    tree.nodes[index].firstAttribute = Int32(tree.attributes.count)
    for attribute in moved + [DocumentElement.Attribute(name: "code", value: code)] {
      tree.append(attribute, code: CSDCodes.names.code(of: attribute.name) ?? -1)
    }
    tree.nodes[index].attributeCount = Int32(moved.count + 1)
    tree.nodes[index].text = ""
  }

  private mutating func repairEntityID(_ tree: inout ElementTree, _ index: Int, _ name: String) {
    let range = tree.attributeRange(index)
    guard !tree.attributes[range].contains(where: { $0.name == "entityID" }),
      let place = range.first(where: { ["urn", "oid"].contains(tree.attributes[$0].name) })
    else { return }
    var attribute = tree.attributes[place]
    tally.breach(
      "entity_id_attribute", "\(name)/@\(attribute.name)", line: Int(tree.nodes[index].line),
      vi: "\(name) có mã ở thuộc tính \(attribute.name); CSD muốn entityID",
      en: "\(name) has its id in the attribute \(attribute.name); CSD wants entityID")
    let isBare = attribute.name == "oid" && !attribute.value.hasPrefix("urn:")
    attribute.name = "entityID"
    if isBare { attribute.value = "urn:oid:" + attribute.value }
    tree.replaceAttribute(place, by: attribute)
  }

  /// Counts something that is in the document and not in the records.
  mutating func leaveOut(
    _ kind: String, line: Int, vi: @autoclosure () -> String, en: @autoclosure () -> String
  ) {
    tally.count("left_out", .note, kind, kind: kind, line: line, vi: vi(), en: en())
  }
}

/// What an organization of a document stands for.
enum CSDOrganization {
  /// A party, by its place in the records.
  case party(Int)
  /// A facility that has others under it, by its id.
  case facility(String)
  /// The network itself.
  case network
}

/// What a service of a document is.
struct CSDService {
  /// The capability that it means.
  var capability: String?
  var code: String?
  var name: String?
  /// Its entry in the directory, until a facility keeps that; nil where we made it.
  var entry: DocumentElement?
}
