import Facts
import HealthNetwork

extension FHIRAssembly {
  /// The resource that a reference means; nil where no document holds it.
  ///
  /// - Parameters:
  ///   - reference: The reference.
  ///   - kind: What kind of resource it is to, where it says only an identifier.
  ///   - resource: The resource that refers: what its own document holds comes first, for two
  ///     servers may use one id for two things.
  /// - Returns: The resource that is referred to; nil where none is known.
  func resolve(
    _ reference: FHIRReference?, from kind: FHIRResource.Kind, in resource: FHIRResource
  ) -> Int? {
    guard let reference else { return nil }
    return namesByDocument[resource.document].resolve(reference, from: kind)
      ?? allNames.resolve(reference, from: kind)
  }

  /// The id of the facility of our network that a resource is known as by its identifiers.
  func knownID(of resource: FHIRResource) -> String? {
    if known.isEmpty { return nil }
    for identifier in resource.identifiers {
      if let id = known[(identifier.system ?? "") + "\n" + identifier.value] { return id }
    }
    return resource.fullURL.flatMap { known[FHIRSystem.uri + "\n" + $0] }
  }

  /// The id of the facility of our network that a reference leads to, which no document holds: by an
  /// identifier, by an address, or as the resource that an earlier import read.
  func knownID(of reference: FHIRReference?) -> String? {
    guard let reference, !knownFacilities.isEmpty else { return nil }
    if let identifier = reference.identifier {
      let isOwn = identifier.system == FHIRSystem.own + "facility"
      if isOwn, knownFacilities.contains(identifier.value) { return identifier.value }
      if let id = known[(identifier.system ?? "") + "\n" + identifier.value] { return id }
    }
    guard let url = reference.reference else { return nil }
    if let id = knownID(ofURL: url) { return id }
    let parts = ResourceNames.withoutVersion(url).split(separator: "/")
    guard parts.count == 2, ["Location", "Organization"].contains(parts[0]) else { return nil }
    let id = FHIRAssembly.foreignID(String(parts[1]))
    return knownFacilities.contains(id) ? id : nil
  }

  /// The id of the facility of our network that has an address of a FHIR server.
  func knownID(ofURL url: String) -> String? { known[FHIRSystem.uri + "\n" + url] }

  /// Indexes resources by what they may be referred to as; the first of several counts.
  ///
  /// - Returns: The lines on which resources were deleted, by document, type and id.
  mutating func index(_ deletions: [FHIRDeletion]) -> [String: Int] {
    for (index, resource) in resources.enumerated() {
      allNames.add(resource, index)
      if documents.count > 1 { namesByDocument[resource.document].add(resource, index) }
    }
    var gone: [String: Int] = [:]
    for deletion in deletions {
      let parts = ResourceNames.withoutVersion(deletion.url).split(separator: "/").suffix(2)
      let key = "\(deletion.document)/" + parts.joined(separator: "/")
      if gone[key] == nil { gone[key] = deletion.line }
    }
    return gone
  }

  /// The resources with those contained in them behind them, which references then name in full.
  static func flattened(_ resources: [FHIRResource]) -> [FHIRResource] {
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
        part.container = index
        part.nameContained(prefix)
        all.append(part)
      }
    }
    return all
  }

  /// The ids of facilities by their identifiers; those that two facilities have are no help.
  static func identifiers(of network: Network?) -> [String: String] {
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
