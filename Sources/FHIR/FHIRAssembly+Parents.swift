import Exchange
import Facts
import HealthNetwork

extension FHIRAssembly {
  /// Says which facility a facility belongs to.
  mutating func addParent(_ index: Int) {
    guard case .facility(let id) = roles[index], let number = facilityIndices[id] else { return }
    let pair = pairedOrganization(of: index)
    if let parent = resources[index].own("parent") ?? pair.flatMap({ resources[$0].own("parent") })
    {
      records.facilities[number].record.parent = parent
      return
    }
    var references: [(name: String, FHIRReference, FHIRResource.Kind)] = []
    if let partOf = resources[index].partOf {
      references.append(("partOf", partOf, resources[index].kind))
    }
    if let partOf = pair.flatMap({ resources[$0].partOf }) {
      references.append(("partOf", partOf, .organization))
    }
    if pair == nil, let manager = resources[index].organization {
      references.append(("managingOrganization", manager, .organization))
    }
    var wanted: (name: String, FHIRReference)?
    for (name, reference, kind) in references {
      switch resolve(reference, from: kind, in: resources[index]).map({ roles[$0] }) {
      case .facility(let parent) where parent != id:
        records.facilities[number].record.parent = parent
        return
      case .paired(let location):
        if case .facility(let parent) = roles[location], parent != id {
          records.facilities[number].record.parent = parent
          return
        }
      case .party(let party):
        keepReference(name, party, number, resources[index])
      case .jurisdiction:
        count(
          resources[index].kind.rawValue + ".partOf a jurisdiction", of: resources[index])
      case nil: wanted = wanted ?? (name, reference)
      default: break
      }
    }
    if let wanted { reportDangling(wanted.1, of: wanted.name, number, resources[index]) }
  }

  private mutating func keepReference(
    _ name: String, _ text: String, _ number: Int, _ resource: FHIRResource
  ) {
    countKept(resource.kind.rawValue + "." + name, of: resource)
    records.facilities[number].record.extensions.append(
      FHIRAssembly.extensionOf(name, text, resource))
  }

  private mutating func reportDangling(
    _ reference: FHIRReference, of name: String, _ number: Int, _ resource: FHIRResource
  ) {
    if let id = knownID(of: reference) {
      records.facilities[number].record.parent = id
      return
    }
    let words = reference.words
    keepReference(name, words, number, resource)
    report(
      "dangling_reference", .odd, kind: "facility",
      key: records.facilities[number].record.id, at: resource.origin,
      vi: "tham chiếu \"\(words)\" không có trong tài liệu; giữ lại trong phần mở rộng",
      en: "the reference \"\(words)\" is not in the document; it is kept as an extension")
  }
}
