import Facts
import HealthNetwork

extension CSDReading {
  /// Adds the party that an organization is, or notes which facility it stands for.
  mutating func addOrganization(_ element: ElementNode) {
    guard var entity = entity(element, kind: "party") else { return }
    let key = UniformIdentifier.key(entity.entityID)
    for identifier in element.children("otherID") {
      switch identifier["assigningAuthorityName"] {
      case CSDCodes.facilityID: organizations[key] = .facility(identifier["code"] ?? "")
      case CSDCodes.networkID: organizations[key] = .network
      default: continue
      }
      return
    }
    guard organizations[key] == nil else {
      tally.add(
        Finding(
          "duplicate_id", .error, kind: "party", key: entity.entityID, at: origin(element),
          vi: "Tổ chức \(entity.entityID) có hai lần trong tài liệu; chỉ lần đầu được đọc",
          en: "The organization \(entity.entityID) stands twice; only the first is read"))
      return
    }
    var kind: Party.Kind?
    var parent: String?
    var record: ElementNode?
    for child in element.children where child.namespace == nil {
      if child.name == "otherID", child["assigningAuthorityName"] != ExchangeSchema.ownID {
        // Parties have no identifiers of other systems.
        keep(child, in: &entity.kept, kind: "party")
        continue
      }
      if read(child, into: &entity, kind: "party") { continue }
      switch child.name {
      case "codedType" where child["codingScheme"] == CSDCodes.partyKind:
        kind = kind ?? child["code"].flatMap { Party.Kind(rawValue: $0) }
      case "parent": parent = parent ?? child["entityID"]
      case "record": record = record ?? child
      case "codedType", "address", "contact", "credential", "language", "specialization",
        "contactPoint", "extension":
        keep(child, in: &entity.kept, kind: "party")
      default:
        leaveOut(
          "party/" + child.name, line: child.line,
          vi: "\(child.name) của tổ chức không có trong CSD; bỏ qua",
          en: "\(child.name) of an organization is nothing that CSD knows; left out")
      }
    }
    settleName(&entity, element, kind: "party")
    var party: Party = entity.own.map { ElementFieldReader.record($0) } ?? Party()
    party.id =
      entity.ownID ?? known.party(UniformIdentifier.system, entity.entityID)
      ?? CSDCodes.id(ofEntity: entity.entityID)
    party.kind = kind ?? .other
    party.name = entity.name
    party.nameEn = entity.nameEn
    party.names = merged(entity.names, with: party.names, key: CSDKeys.name)
    if entity.own == nil, let record {
      party.provenance.asserted = record["updated"].flatMap { PartialDate(String($0.prefix(10))) }
      party.provenance.source = record["sourceDirectory"].map { held($0, line: record.line) }
      keep(record, in: &entity.kept, kind: "party")
    }
    if entity.ownID == nil || !CSDCodes.isMade(entity.entityID) {
      var identifier = Extension()
      identifier.key = UniformIdentifier.system
      identifier.text = entity.entityID
      if !party.extensions.contains(identifier) { party.extensions.append(identifier) }
    }
    party.extensions += entity.kept
    let index = document.records.parties.count
    organizations[key] = .party(index)
    document.records.parties.append(Located(party, at: origin(element)))
    if let parent { parents.append((index, UniformIdentifier.key(parent), element.line)) }
  }

  /// Notes that a facility belongs to an organization, and what it offers there.
  mutating func join(_ organization: ElementNode, to facility: Int) {
    guard let entityID = organization["entityID"].map(collapsingWhitespace), !entityID.isEmpty
    else { return }
    memberships.append((facility, UniformIdentifier.key(entityID), organization.line))
    if organization.isEmpty { return }
    if directories.contains("serviceDirectory") {
      takeOffers(organization, of: facility)
    } else {
      offers.append((facility, organization))
    }
  }

  /// Joins what the directories say of each other, once all are read.
  mutating func finish() throws(ExchangeFailure) -> ImportedDocument {
    renameParties()
    for (child, parent, line) in parents {
      let id = document.records.parties[child].record.id
      guard let organization = organizations[parent] else {
        isDangling("parent", parent, line: line)
        continue
      }
      add(member: id, to: organization)
    }
    for (facility, entity, line) in memberships {
      let id = document.records.facilities[facility].record.id
      switch organizations[entity] {
      case .facility(let parent):
        if document.records.facilities[facility].record.parent == nil, parent != id {
          document.records.facilities[facility].record.parent = parent
        }
      case .some(let organization): add(member: id, to: organization)
      case nil:
        isDangling("organization", entity, line: line)
        unresolved.append((facility, entity, line))
      }
    }
    finishOffers()
    points.finish(kind: "facility", &tally)
    try tally.finish()
    document.findings = tally.all
    return document
  }

  private mutating func add(member: String, to organization: CSDOrganization) {
    guard case .party(let index) = organization,
      document.records.parties[index].record.id != member
    else { return }
    // Only our own documents list members already, with their parts.
    if hasOwnMembers.contains(index),
      document.records.parties[index].record.members.contains(where: { $0.ref == member })
    {
      return
    }
    var new = Member()
    new.ref = member
    document.records.parties[index].record.members.append(new)
  }

  private mutating func isDangling(_ what: String, _ organization: String, line: Int) {
    tally.count(
      "dangling_reference", .odd, what, kind: "party", line: line,
      vi: "\(what) trỏ đến tổ chức không có trong tài liệu, như \(organization)",
      en: "\(what) refers to an organization that the document does not hold, as \(organization)")
  }

  /// Gives another id to parties that have the same as a facility: in an exchange folder one id is
  /// one thing.
  private mutating func renameParties() {
    for index in document.records.parties.indices {
      let id = document.records.parties[index].record.id
      if !document.records.parties[index].record.members.isEmpty { hasOwnMembers.insert(index) }
      guard facilityIDs.contains(id) else { continue }
      document.records.parties[index].record.id = CSDCodes.id(ofEntity: id + ":organization")
      tally.count(
        "same_id_for_two", .note, "party", kind: "party",
        line: document.records.parties[index].origin.line,
        vi: "Tổ chức và cơ sở cùng mã; mã của tổ chức thêm \":organization\"",
        en: "An organization has the id of a facility; its id now ends in \":organization\"")
    }
  }
}
