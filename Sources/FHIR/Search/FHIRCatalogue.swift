import Facts
public import Formats
import HealthNetwork

/// Every resource of a directory, to be searched by the rules of FHIR R4 and IHE mCSD.
///
///     var catalogue = FHIRCatalogue(directory)
///     catalogue.stamp(versions)
///     let found = catalogue.bundle(of: search, at: "https://example.org/fhir")
///
/// A search looks at every resource of its type: O(*n*) for *n* resources. The resources are kept as
/// they are sent, some two kilobytes each.
public struct FHIRCatalogue: Sendable {
  /// The resources of each type, by their ids.
  private var lists: [String: [FHIRElement]] = [:]
  private var versions: [String: FHIRVersion] = [:]

  /// Gathers the resources of a directory.
  ///
  /// - Parameter directory: The directory; its references should lead to the interface.
  /// - Complexity: O(*n* log *n*), where *n* is the number of resources.
  public init(_ directory: FHIRDirectory) {
    let network = directory.network
    var lists: [String: [FHIRElement]] = [:]
    var known: Set<String> = []
    func add(_ resource: FHIRElement) {
      guard known.insert(resource.name + "/" + (resource.resourceID ?? "")).inserted else { return }
      lists[resource.name, default: []].append(resource)
    }
    for index in network.facilityIndices {
      for resource in directory.resources(ofFacility: index) { add(resource) }
    }
    for party in network.records.parties { add(directory.organization(of: party.record)) }
    for agreement in network.records.agreements {
      if let affiliation = directory.affiliation(agreement.record) { add(affiliation) }
    }
    self.lists = lists.mapValues { list in
      list.sorted { ($0.resourceID ?? "") < ($1.resourceID ?? "") }
    }
  }

  /// The resources of a type, by their ids, without their versions.
  public func resources(of type: String) -> [FHIRElement] { lists[type] ?? [] }

  /// Says of each resource which version it is.
  ///
  /// - Parameter current: The newest version of each resource.
  public mutating func stamp(_ current: [FHIRVersion]) {
    versions = Dictionary(current.map { ($0.type + "/" + $0.id, $0) }) { first, second in
      first.number > second.number ? first : second
    }
  }

  /// A resource by its type and id, with its version.
  ///
  /// - Complexity: O(log *n*).
  public func resource(_ type: String, id: String) -> FHIRElement? {
    guard let list = lists[type] else { return nil }
    let place = place(of: id, in: list, isAfter: false)
    guard place < list.count, list[place].resourceID == id else { return nil }
    return stamped(list[place])
  }

  /// The newest version of a resource; nil where it was never served.
  public func version(of type: String, id: String) -> FHIRVersion? { versions[type + "/" + id] }

  private func stamped(_ resource: FHIRElement) -> FHIRElement {
    versions[resource.name + "/" + (resource.resourceID ?? "")]?.stamped(resource) ?? resource
  }

  /// The place of the first resource whose id is not before, or is after, another one.
  private func place(of id: String, in list: [FHIRElement], isAfter: Bool) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      let other = list[middle].resourceID ?? ""
      if other < id || (isAfter && other == id) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The answer to a search: the resources found, those they refer to where that was asked for, and
  /// the address of the next page.
  ///
  /// - Parameters:
  ///   - search: The search.
  ///   - base: The address of the interface, without a slash at its end.
  ///   - language: The language of remarks.
  /// - Returns: A Bundle of the type `searchset`.
  public func bundle(
    of search: FHIRSearch, at base: String, in language: Language = .en
  ) -> FHIRBundle {
    let list = lists[search.type] ?? []
    let found = list.filter { matches($0, search) }
    var bundle = FHIRBundle(.searchset)
    bundle.total = found.count
    bundle.links["self"] = address(of: search, at: base, after: search.after)
    guard !search.isCount else { return bundle }
    let start = search.after.map { place(of: $0, in: found, isAfter: true) } ?? 0
    let page = found[start...].prefix(search.count)
    if let last = page.last?.resourceID, page.endIndex < found.endIndex {
      bundle.links["next"] = address(of: search, at: base, after: last)
    }
    func entry(_ resource: FHIRElement, _ mode: FHIRBundle.SearchMode) -> FHIRBundle.Entry {
      FHIRBundle.Entry(
        stamped(resource), fullURL: base + "/" + resource.name + "/" + (resource.resourceID ?? ""),
        mode: mode)
    }
    bundle.entries = page.map { entry($0, .match) }
    bundle.entries += included(beside: Array(page), search).map { entry($0, .include) }
    for note in search.notes {
      bundle.entries.append(
        FHIRBundle.Entry(
          FHIRElement.outcome(
            severity: "information", code: "informational", text: note[language]),
          mode: .outcome))
    }
    return bundle
  }

  private func matches(_ resource: FHIRElement, _ search: FHIRSearch) -> Bool {
    let id = resource.resourceID ?? ""
    guard search.ids.allSatisfy({ $0.contains(id) }) else { return false }
    if !search.changes.isEmpty {
      guard let seconds = versions[resource.name + "/" + id]?.since.seconds else { return false }
      let isMet = search.changes.allSatisfy { dates in
        dates.contains { $0.0.holds(start: seconds, end: seconds + 1, against: $0.1) }
      }
      guard isMet else { return false }
    }
    return search.conditions.allSatisfy { $0.holds(for: resource) }
  }

  /// The resources to which those of a page refer, and those that refer to them.
  private func included(beside page: [FHIRElement], _ search: FHIRSearch) -> [FHIRElement] {
    var known = Set(page.map { $0.name + "/" + ($0.resourceID ?? "") })
    var result: [FHIRElement] = []
    var sources = page
    var isFirst = true
    while !sources.isEmpty {
      var fresh: [FHIRElement] = []
      func add(_ resource: FHIRElement) {
        guard known.insert(resource.name + "/" + (resource.resourceID ?? "")).inserted else {
          return
        }
        fresh.append(resource)
      }
      for include in search.includes where isFirst || include.isIterated {
        for source in sources where source.name == include.source {
          for target in references(of: source, include.parameter) {
            guard let type = target.type, include.target == nil || type == include.target,
              let list = lists[type]
            else { continue }
            let place = place(of: target.id, in: list, isAfter: false)
            if place < list.count, list[place].resourceID == target.id { add(list[place]) }
          }
        }
      }
      for include in search.reverseIncludes where isFirst || include.isIterated {
        let wanted = Set(sources.map { $0.name + "/" + ($0.resourceID ?? "") })
        for resource in lists[include.source] ?? [] {
          let leads = references(of: resource, include.parameter).contains {
            wanted.contains(($0.type ?? "") + "/" + $0.id)
          }
          if leads { add(resource) }
        }
      }
      result += fresh
      sources = fresh
      isFirst = false
    }
    return result
  }

  private func references(
    of resource: FHIRElement, _ parameter: FHIRSearchParameter
  ) -> [FHIRReferenceText] {
    resource.children.filter { parameter.elements.contains($0.name) }
      .compactMap { $0["reference"]?.value.flatMap(FHIRReferenceText.init) }
  }

  /// The address of a search, with every parameter that counts.
  private func address(of search: FHIRSearch, at base: String, after: String?) -> String {
    var pairs = search.parameters.map { $0 }
    if let after { pairs.append(("_after", after)) }
    let query = pairs.map {
      FHIRNames.queryEscaped($0.name) + "=" + FHIRNames.queryEscaped($0.value)
    }
    return base + "/" + search.type
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }
}

extension FHIRNames {
  /// A name or value within the query of an address.
  static func queryEscaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x3A, 0x5F, 0x7E].contains(byte)
      if isPlain {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
