import Exchange
import Facts
import HealthNetwork

/// Makes records of the resources of documents that are imported together: tells what they are,
/// resolves their references, and reports what is lost or odd.
struct FHIRAssembly {
  /// The meaning of a resource in our model.
  enum Role: Equatable {
    case facility(String)
    case party(String)
    /// A ward, a wing or a department of the resource it belongs to.
    case part
    /// The Organization of a facility whose Location is another resource.
    case paired(Int)
    case jurisdiction
    case service
    case affiliation
    case endpoint
    case leftOut
  }

  let resources: [FHIRResource]
  let options: ImportOptions
  let documents: [FHIRDocument]
  var roles: [Role] = []
  /// The records of all documents, each with its document in its origin.
  var records = NetworkRecords()
  var retractions: [Located<Retraction>] = []
  /// The findings of each document.
  var logs: [FindingLog]
  /// How often something was left out of each document, by where it stood, and where first.
  private var leftOut: [FHIRTally]
  /// How often something was kept as an extension, by where it stood, and where first.
  private var kept: [FHIRTally]
  /// Which record of the document a facility is, by its id.
  var facilityIndices: [String: Int] = [:]
  var partyIDs: Set<String> = []
  /// The Location of each paired Organization's facility.
  var pairs: [Int: Int] = [:]
  /// Codes of services that no crosswalk has: how often, and where first.
  var unknownCodes: [String: (count: Int, origin: Origin)] = [:]
  let ownFields = OwnFields.shared
  /// The crosswalks of the network to the codes of other systems.
  let crosswalks: [String: [Crosswalk]]

  /// The names by which resources are referred to: in any document, and in each, which comes first.
  var allNames = ResourceNames()
  var namesByDocument: [ResourceNames]
  /// Facilities of the network by their identifiers in other systems.
  let known: [String: String]
  /// The ids of the facilities of the network.
  let knownFacilities: Set<String>

  init(_ documents: [FHIRDocument], options: ImportOptions) {
    var documents = documents
    var found: [FHIRResource] = []
    for index in documents.indices {
      let resources = documents[index].takeResources()
      // The same memory, where there is nothing to put it behind.
      if found.isEmpty { found = resources } else { found += resources }
    }
    let all = FHIRAssembly.flattened(found)
    resources = all
    self.documents = documents
    self.options = options
    logs = documents.map { _ in FindingLog() }
    leftOut = documents.map(\.otherResources)
    kept = documents.map { _ in FHIRTally() }
    namesByDocument = documents.map { _ in ResourceNames() }
    knownFacilities = Set(options.network?.records.facilities.map(\.record.id) ?? [])
    known = FHIRAssembly.identifiers(of: options.network)
    crosswalks = Dictionary(
      grouping: options.network?.records.crosswalks.map(\.record) ?? [],
      by: { $0.system + "\n" + $0.value })
    roles = Array(repeating: .leftOut, count: all.count)
  }

  /// The documents with their records and findings.
  var finished: [ImportedDocument] {
    var logs = logs
    for (words, seen) in unknownCodes.sorted(by: { $0.key < $1.key }) {
      logs[seen.origin.document].add(
        Finding(
          "unknown_code", .odd, at: seen.origin,
          vi: "\(seen.count) dịch vụ có mã \(words) chưa có trong bảng đối chiếu: ghi theo tên",
          en: "\(seen.count) services have the code \(words), which is in no crosswalk of the "
            + "network: they become services by their names"))
    }
    for index in documents.indices {
      for (what, seen) in kept[index].sorted {
        logs[index].add(
          Finding(
            "kept_as_extension", .note, at: Origin(document: index, line: seen.line),
            vi: "\(seen.count) \(what): không có trường riêng, giữ trong phần mở rộng",
            en: "\(seen.count) \(what): no field of ours holds it; kept as an extension"))
      }
      for (what, seen) in leftOut[index].sorted {
        logs[index].add(
          Finding(
            "left_out", .note, at: Origin(document: index, line: seen.line),
            vi: "\(seen.count) \(what): mô hình không có chỗ cho mục này",
            en: "\(seen.count) \(what): no field of ours holds it"))
      }
    }
    var splitter = DocumentSplitter(records: records, count: documents.count)
    NetworkRecords.visitKinds(&splitter)
    return documents.indices.map { index in
      var document = ImportedDocument(.fhir, path: documents[index].path)
      document.records = splitter.parts[index]
      document.retractions = retractions.filter { $0.origin.document == index }
        .map { Located($0.record, at: Origin(document: 0, line: $0.origin.line)) }
      document.findings = logs[index].findings.map { finding in
        var finding = finding
        finding.origin = finding.origin.map { Origin(document: 0, line: $0.line) }
        return finding
      }
      return document
    }
  }

  /// Makes the records.
  mutating func assemble() {
    let deletions = documents.flatMap(\.deletions)
    let gone = index(deletions)
    var isCurrent: [Bool] = []
    // Contained resources stand behind the one that contains them.
    for (index, resource) in resources.enumerated() {
      let isInOld = resource.container.map { !isCurrent[$0] } ?? false
      isCurrent.append(!isInOld && self.isCurrent(index, gone))
    }
    let alive = resources.indices.filter { isCurrent[$0] }
    tellRoles(alive)
    addFacilities(alive)
    addParties(alive)
    for index in alive where roles[index] == .part { addPart(index) }
    for index in alive where roles[index] == .service { addService(index) }
    for index in alive where roles[index] == .affiliation { addAffiliation(index) }
    for deletion in deletions { addRetraction(of: deletion) }
    for index in alive where roles[index] == .endpoint {
      count("Endpoint", of: resources[index])
    }
    reportPages()
  }

  /// Reports documents that hold nothing, and pages of which the next one was not given.
  private mutating func reportPages() {
    let pages = Set(documents.compactMap { $0.links["self"] })
    for (index, document) in documents.enumerated() {
      if !document.hasResources && document.otherResources.isEmpty
        && document.deletions.isEmpty
      {
        logs[index].add(
          Finding(
            "empty_document", .odd, vi: "tài liệu không chứa tài nguyên nào",
            en: "the document holds no resource"))
      }
      guard let next = document.links["next"], !pages.contains(next) else { continue }
      logs[index].add(
        Finding(
          "more_pages", .odd,
          vi: "tài liệu chỉ là một trang; hãy nhập cả các trang sau",
          en: "the document is one page of several; import the following pages too"))
    }
  }

  /// Counts what is left out of a resource.
  mutating func count(_ what: String, of resource: FHIRResource) {
    leftOut[resource.document].add(what, at: resource.line)
  }

  /// Counts what is kept of a resource though no field holds it.
  mutating func countKept(_ what: String, of resource: FHIRResource) {
    kept[resource.document].add(what, at: resource.line)
  }

  /// Notes something about a record.
  mutating func report(
    _ code: String, _ importance: Finding.Importance, kind: String?, key: String?,
    at origin: Origin,
    vi: String, en: String
  ) {
    logs[origin.document].add(
      Finding(code, importance, kind: kind, key: key, at: origin, vi: vi, en: en))
  }

  /// Whether a resource is the newest version of itself: histories begin with that.
  private mutating func isCurrent(_ index: Int, _ gone: [String: Int]) -> Bool {
    let resource = resources[index]
    guard !resource.id.isEmpty else { return true }
    let key = resource.kind.rawValue + "/" + resource.id
    if let line = gone["\(resource.document)/" + key], line < resource.line { return false }
    guard let first = allNames.byTypeAndID[key], first != index else { return true }
    let other = resources[first]
    // Two servers may use one id for two things.
    if resource.fullURL != nil, resource.fullURL != other.fullURL { return true }
    let isOfOneDocument = other.document == resource.document
    if isOfOneDocument, documents[resource.document].bundleType == "history" { return false }
    // Pages repeat what they include.
    let importance: Finding.Importance =
      isOfOneDocument ? .odd : resource.saysTheSame(as: other) ? .note : .error
    let place =
      isOfOneDocument ? "\(other.line)" : "\(documents[other.document].path):\(other.line)"
    report(
      "duplicate_resource", importance, kind: nil, key: nil, at: resource.origin,
      vi: "\(key) có hai lần; chỉ lấy lần đầu (dòng \(place))",
      en: "\(key) occurs twice; only the first one (line \(place)) is taken")
    return false
  }
}

/// Divides records by the document that they were read from.
private struct DocumentSplitter: KindVisitor {
  let records: NetworkRecords
  var parts: [NetworkRecords]

  init(records: NetworkRecords, count: Int) {
    self.records = records
    parts = Array(repeating: NetworkRecords(), count: count)
  }

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    for located in records[keyPath: kind] {
      parts[located.origin.document][keyPath: kind].append(
        Located(located.record, at: Origin(document: 0, line: located.origin.line)))
    }
  }
}
