import Exchange
import Facts
import HealthNetwork

extension FHIRAssembly {
  /// Makes the parties: Organizations that are no facility, and no part of one.
  mutating func addParties(_ alive: [Int]) {
    for index in alive {
      let resource = resources[index]
      switch roles[index] {
      case .party(let id): addParty(id, resource)
      case .jurisdiction:
        count(resource.kind.rawValue + " that is a jurisdiction", of: resource)
      case .leftOut: count(resource.kind.rawValue + " that is no site", of: resource)
      default: break
      }
    }
  }

  private mutating func addParty(_ id: String, _ resource: FHIRResource) {
    guard let name = resource.name else {
      report(
        "name_missing", .error, kind: "party", key: id, at: resource.origin,
        vi: "tổ chức không có tên nên bị bỏ", en: "the organization has no name and is left out")
      count("Organization without a name", of: resource)
      return
    }
    var party = Party()
    party.id = id
    party.name = name
    for type in resource.types {
      if type.system == FHIRSystem.own + "party-kind" {
        party.kind = type.code.flatMap(Party.Kind.init) ?? .other
      } else {
        count("Organization.type of a party", of: resource)
      }
    }
    for name in resource.names where !name.value.isEmpty {
      var other = OtherName()
      other.value = name.value
      if let kind = name.own.first(where: { $0.name == "kind" }) {
        other.kind = OtherName.Kind(rawValue: kind.value) ?? .alternative
      }
      name.own.apply(ownFields.name, to: &other)
      party.names.append(other)
    }
    if resource.ownIdentifier("party") == nil {
      party.provenance = provenance(of: resource)
    }
    resource.own.apply(ownFields.party, to: &party)
    party.extensions = resource.own.extensions
    for identifier in resource.identifiers
    where identifier.system?.hasPrefix(FHIRSystem.own) != true {
      let text = [identifier.system ?? "", identifier.value].joined(separator: "|")
      keep("identifier", text, of: resource, in: &party)
    }
    if let address = resource.address { keep("address", address, of: resource, in: &party) }
    for telecom in resource.telecoms {
      keep("telecom", telecom.value, of: resource, in: &party)
    }
    if let whole = resource.partOf { keep("partOf", whole.words, of: resource, in: &party) }
    for field in resource.rest { keep(field.name, field.value, of: resource, in: &party) }
    partyIDs.insert(id)
    records.parties.append(Located(party, at: resource.origin))
  }

  private mutating func keep(
    _ name: String, _ text: String, of resource: FHIRResource, in party: inout Party
  ) {
    countKept("Organization." + name, of: resource)
    party.extensions.append(FHIRAssembly.extensionOf(name, text, resource))
  }

  /// Makes an agreement of an affiliation: who takes part gives, the organization receives.
  mutating func addAffiliation(_ index: Int) {
    let resource = resources[index]
    guard resource.status != "false" else {
      count("OrganizationAffiliation not in use", of: resource)
      return
    }
    guard let recipient = memberID(of: resource.organization, in: resource),
      let supporter = memberID(of: resource.participant, in: resource)
    else {
      report(
        "dangling_reference", .odd, kind: "agreement", key: nil, at: resource.origin,
        vi: "OrganizationAffiliation/\(resource.id): một bên không có trong tài liệu; bỏ qua",
        en: "OrganizationAffiliation/\(resource.id): a party is not in the document; it is left "
          + "out")
      count("OrganizationAffiliation without both parties", of: resource)
      return
    }
    var agreement = Agreement()
    let own = resource.ownIdentifier("agreement").flatMap(FHIRAssembly.validID)
    agreement.id =
      own ?? FHIRAssembly.foreignID(resource.id.isEmpty ? resource.place : resource.id)
    agreement.level = .bilateral
    agreement.period = period(of: resource)
    if own == nil { agreement.provenance = provenance(of: resource) }
    for coding in resource.codes {
      if coding.system == FHIRSystem.own + "agreement-kind" {
        agreement.kind = coding.code.flatMap(Agreement.Kind.init) ?? .cooperation
      } else {
        addTopic(coding, to: &agreement, resource)
      }
    }
    if own != nil { agreement.level = nil }
    resource.own.apply(ownFields.agreement, to: &agreement)
    agreement.members = [
      member(supporter, .supporter), member(recipient, .recipient),
    ]
    agreement.extensions = resource.own.extensions
    for field in resource.rest {
      countKept("OrganizationAffiliation." + field.name, of: resource)
      agreement.extensions.append(FHIRAssembly.extensionOf(field.name, field.value, resource))
    }
    records.agreements.append(Located(agreement, at: resource.origin))
  }

  private func member(_ id: String, _ role: Member.Role) -> Member {
    var member = Member()
    member.ref = id
    member.role = role
    return member
  }

  private func memberID(of reference: FHIRReference?, in resource: FHIRResource) -> String? {
    if let target = resolve(reference, from: .organization, in: resource),
      case .party(let id) = roles[target]
    {
      return partyIDs.contains(id) ? id : nil
    }
    return facility(of: reference, .organization, in: resource)
  }

  private mutating func addTopic(
    _ coding: FHIRCoding, to agreement: inout Agreement, _ resource: FHIRResource
  ) {
    var topic = Topic()
    let isOwn = resource.ownIdentifier("agreement") != nil
    if isOwn {
      topic.name = coding.display
      topic.specialty = coding.own.first { $0.name == "specialty" }?.value
      coding.own.apply(ownFields.topic, to: &topic)
    }
    if coding.system == FHIRSystem.own + "specialty" {
      topic.specialty = coding.code
    } else if coding.system == FHIRSystem.own + "capability" {
      topic.capability = coding.code
    } else if !isOwn {
      let terms = crosswalks[(coding.system ?? "") + "\n" + (coding.code ?? "")] ?? []
      let term = terms.first { $0.relation == .equivalent }?.term
      if let term, FHIRAssembly.isCapabilityCode(term) {
        topic.capability = term
      } else if let term {
        topic.specialty = term
      } else {
        topic.name = coding.words
      }
    }
    if topic.name?.isEmpty == true { return }
    agreement.topics.append(topic)
  }

  private func period(of resource: FHIRResource) -> Period {
    func date(_ text: String?) -> PartialDate? {
      text.flatMap { PartialDate(String($0.prefix(10))) }
    }
    var period = Period(from: date(resource.period?.from))
    // FHIR's last day belongs to the period, ours is the first one after it.
    if let end = date(resource.period?.to) {
      let next = end.description.utf8.count == 10 ? Day(number: end.start.number + 1) : end.start
      period.to = PartialDate(next.description)
    }
    return period
  }

  /// Makes a retraction of a deletion, where it can be told which record it means.
  mutating func addRetraction(of deletion: FHIRDeletion) {
    let parts = ResourceNames.withoutVersion(deletion.url).split(separator: "/").suffix(2)
    let type = parts.first.map { String($0) } ?? ""
    let id = parts.last.map { String($0) } ?? ""
    guard parts.count == 2, let target = target(of: type, id, url: deletion.url) else {
      report(
        "unknown_delete", .odd, kind: nil, key: nil, at: deletion.origin,
        vi: "xóa \"\(deletion.url)\": không rõ là bản ghi nào; bỏ qua",
        en: "the deletion of \"\(deletion.url)\" means no record that is known; it is left out")
      return
    }
    var retraction = Retraction()
    retraction.kind = target.kind
    retraction.key = target.key
    retraction.reason = "deleted by the FHIR server: " + deletion.url
    retractions.append(Located(retraction, at: deletion.origin))
  }

  private func target(
    of type: String, _ id: String, url: String
  ) -> (kind: String, key: String)? {
    let foreign = FHIRAssembly.foreignID(id)
    guard let network = options.network else {
      return type == "Location" ? ("facility", foreign) : nil
    }
    let known = network.records
    switch type {
    case "Location", "Organization":
      for key in [knownID(ofURL: url), foreign] {
        if let key, network.facilityIndex(of: key) != nil { return ("facility", key) }
      }
      if type == "Location" { return ownKey("facility", id, known.facilities, \.id) }
      if known.parties.contains(where: { $0.record.id == foreign }) { return ("party", foreign) }
      return ownKey("party", id, known.parties, \.id)
    case "HealthcareService":
      let found = known.capabilities.first {
        $0.record.statement == foreign
          || FHIRNames.id(FHIRNames.serviceID(of: $0.record)) == id
      }
      return found.map { ("capability", $0.record.key) }
    case "OrganizationAffiliation":
      if known.agreements.contains(where: { $0.record.id == foreign }) {
        return ("agreement", foreign)
      }
      return ownKey("agreement", id, known.agreements, \.id)
    default: return nil
    }
  }

  /// The record that we wrote under an id.
  private func ownKey<Record>(
    _ kind: String, _ id: String, _ records: [Located<Record>], _ path: KeyPath<Record, String>
  ) -> (kind: String, key: String)? {
    records.first { FHIRNames.id($0.record[keyPath: path]) == id }
      .map { (kind, $0.record[keyPath: path]) }
  }
}
