import Exchange
import Facts
import HealthNetwork

/// Makes records of the resources of one document: tells what they are, resolves their references,
/// and reports what is lost or odd.
struct FHIRAssembly {
  /// What a resource is in our model.
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
  let bundleType: String?
  var roles: [Role] = []
  var document: ImportedDocument
  var log = FindingLog()
  /// How often something was left out, by where it stood.
  var leftOut: [String: Int] = [:]
  /// Which record of the document a facility is, by its id.
  var facilityIndices: [String: Int] = [:]
  var partyIDs: Set<String> = []
  /// The Location of each paired Organization's facility.
  var pairs: [Int: Int] = [:]
  /// Codes of services that no crosswalk has: how often, and where first.
  var unknownCodes: [String: (count: Int, line: Int)] = [:]
  let ownFields = OwnFields()
  /// What the network says of the codes of other systems.
  let crosswalks: [String: [Crosswalk]]

  private var byURL: [String: Int] = [:]
  private var byTypeAndID: [String: Int] = [:]
  private var byIdentifier: [String: Int] = [:]
  /// Facilities of the network by their identifiers in other systems.
  private let known: [String: String]

  init(
    _ resources: [FHIRResource], of bundleType: String?, path: String, options: ImportOptions
  ) {
    let all = FHIRAssembly.flattened(resources)
    self.resources = all
    self.options = options
    self.bundleType = bundleType
    document = ImportedDocument(.fhir, path: path)
    known = FHIRAssembly.identifiers(of: options.network)
    crosswalks = Dictionary(
      grouping: options.network?.records.crosswalks.map(\.record) ?? [],
      by: { $0.system + "\n" + $0.value })
    roles = Array(repeating: .leftOut, count: all.count)
  }

  /// The document with its findings.
  var finished: ImportedDocument {
    var finished = document
    var log = log
    for (words, seen) in unknownCodes.sorted(by: { $0.key < $1.key }) {
      log.add(
        Finding(
          "unknown_code", .odd, at: origin(seen.line),
          vi: "\(seen.count) dịch vụ có mã \(words) chưa có trong bảng đối chiếu: ghi theo tên",
          en: "\(seen.count) services have the code \(words), which is in no crosswalk of the "
            + "network: they become services by their names"))
    }
    for (what, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      log.add(
        Finding(
          "left_out", .note,
          vi: "\(count) \(what): mô hình không có chỗ cho mục này",
          en: "\(count) \(what): no field of ours holds it"))
    }
    finished.findings = log.findings
    return finished
  }

  /// Makes the records.
  mutating func assemble(deletions: [FHIRDeletion]) {
    let gone = index(deletions)
    let alive = resources.indices.filter { isCurrent($0, gone) }
    tellRoles(alive)
    addFacilities(alive)
    addParties(alive)
    for index in alive where roles[index] == .part { addPart(index) }
    for index in alive where roles[index] == .service { addService(index) }
    for index in alive where roles[index] == .affiliation { addAffiliation(index) }
    for deletion in deletions { addRetraction(of: deletion) }
    for index in alive where roles[index] == .endpoint { count("Endpoint") }
  }

  /// Counts what the directory does not hold at all.
  mutating func reportOthers(_ others: [String: Int], hasNextPage: Bool) {
    for (name, count) in others { leftOut[name, default: 0] += count }
    if resources.isEmpty && others.isEmpty && document.retractions.isEmpty {
      log.add(
        Finding(
          "empty_document", .odd, vi: "tài liệu không chứa tài nguyên nào",
          en: "the document holds no resource"))
    }
    guard hasNextPage else { return }
    log.add(
      Finding(
        "more_pages", .odd,
        vi: "tài liệu chỉ là một trang; hãy nhập cả các trang sau",
        en: "the document is one page of several; import the following pages too"))
  }

  mutating func count(_ what: String) {
    leftOut[what, default: 0] += 1
  }

  /// Notes something about a record.
  mutating func report(
    _ code: String, _ severity: Finding.Severity, kind: String?, key: String?, line: Int,
    vi: String, en: String
  ) {
    log.add(
      Finding(code, severity, kind: kind, key: key, at: origin(line), vi: vi, en: en))
  }

  func origin(_ line: Int) -> Origin { Origin(document: 0, line: line) }

  /// The resource that a reference means; nil where the document does not hold it.
  func resolve(_ reference: FHIRReference?, from kind: FHIRResource.Kind) -> Int? {
    guard let reference else { return nil }
    if let text = reference.reference {
      if let index = byURL[text] { return index }
      let plain = FHIRAssembly.withoutVersion(text)
      if let index = byURL[plain] ?? byTypeAndID[plain] { return index }
      let parts = plain.split(separator: "/")
      if parts.count > 2, let index = byTypeAndID[parts.suffix(2).joined(separator: "/")] {
        return index
      }
    }
    guard let identifier = reference.identifier else { return nil }
    return byIdentifier[FHIRAssembly.key(identifier, kind)]
  }

  /// The id of the facility of our network that a resource is known as by its identifiers.
  func knownID(of resource: FHIRResource) -> String? {
    if known.isEmpty { return nil }
    for identifier in resource.identifiers {
      if let id = known[(identifier.system ?? "") + "\n" + identifier.value] { return id }
    }
    return resource.fullURL.flatMap { known[FHIRSystem.uri + "\n" + $0] }
  }

  /// The id of the facility of our network that has an address of a FHIR server.
  func knownID(ofURL url: String) -> String? { known[FHIRSystem.uri + "\n" + url] }

  /// Indexes resources by what they may be referred to as; the first of several counts.
  ///
  /// - Returns: The lines on which resources were deleted, by type and id.
  private mutating func index(_ deletions: [FHIRDeletion]) -> [String: Int] {
    byTypeAndID.reserveCapacity(resources.count)
    byURL.reserveCapacity(resources.count)
    for (index, resource) in resources.enumerated() {
      let kind = resource.kind.rawValue
      if !resource.id.isEmpty { add(kind + "/" + resource.id, index, to: \.byTypeAndID) }
      if let url = resource.fullURL {
        add(FHIRAssembly.withoutVersion(url), index, to: \.byURL)
      }
      for identifier in resource.identifiers {
        add(FHIRAssembly.key(identifier, resource.kind), index, to: \.byIdentifier)
      }
    }
    var gone: [String: Int] = [:]
    for deletion in deletions {
      let parts = FHIRAssembly.withoutVersion(deletion.url).split(separator: "/").suffix(2)
      let key = parts.joined(separator: "/")
      if gone[key] == nil { gone[key] = deletion.line }
    }
    return gone
  }

  private mutating func add(
    _ key: String, _ index: Int, to table: WritableKeyPath<FHIRAssembly, [String: Int]>
  ) {
    if self[keyPath: table][key] == nil { self[keyPath: table][key] = index }
  }

  /// Whether a resource is the newest version of itself: histories begin with that.
  private mutating func isCurrent(_ index: Int, _ gone: [String: Int]) -> Bool {
    let resource = resources[index]
    guard !resource.id.isEmpty else { return true }
    let key = resource.kind.rawValue + "/" + resource.id
    if let line = gone[key], line < resource.line { return false }
    guard let first = byTypeAndID[key], first != index else { return true }
    // Two servers may use one id for two things.
    if resource.fullURL != nil, resource.fullURL != resources[first].fullURL { return true }
    if bundleType != "history" {
      report(
        "duplicate_resource", .odd, kind: nil, key: nil, line: resource.line,
        vi: "\(key) có hai lần; chỉ lấy lần đầu (dòng \(resources[first].line))",
        en: "\(key) occurs twice; only the first one (line \(resources[first].line)) is taken")
    }
    return false
  }

  /// The resources with those contained in them behind them, which references then name in full.
  private static func flattened(_ resources: [FHIRResource]) -> [FHIRResource] {
    guard resources.contains(where: { !$0.contained.isEmpty }) else { return resources }
    var all = resources
    for index in resources.indices where !resources[index].contained.isEmpty {
      let whole = resources[index]
      let prefix = "#\(whole.kind.rawValue)/\(whole.id.isEmpty ? "\(whole.line)" : whole.id)"
      all[index].contained = []
      all[index].nameContained(prefix)
      for var part in whole.contained {
        part.fullURL = prefix + "#" + part.id
        part.id = ""
        part.nameContained(prefix)
        all.append(part)
      }
    }
    return all
  }

  static func withoutVersion(_ url: String) -> String {
    guard let range = url.firstRange(of: "/_history/") else { return url }
    return String(url[..<range.lowerBound])
  }

  private static func key(_ identifier: FHIRIdentifier, _ kind: FHIRResource.Kind) -> String {
    kind.rawValue + "\n" + (identifier.system ?? "") + "\n" + identifier.value
  }

  /// The ids of facilities by their identifiers; those that two facilities have are no help.
  private static func identifiers(of network: Network?) -> [String: String] {
    var known: [String: String] = [:]
    var shared: Set<String> = []
    for located in network?.records.facilities ?? [] {
      for identifier in located.record.identifiers {
        let key = identifier.system + "\n" + identifier.value
        if let other = known.updateValue(located.record.id, forKey: key),
          other != located.record.id
        {
          shared.insert(key)
        }
      }
    }
    for key in shared { known[key] = nil }
    return known
  }
}
