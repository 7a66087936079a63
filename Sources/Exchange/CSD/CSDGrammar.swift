/// The rules of each kind of entity that a directory of CSD holds.
enum CSDGrammar {
  static let facility = CSDRule(
    attributes: entity.attributes,
    parts: [
      any("otherID", otherID), some("codedType", coded), one("primaryName", text),
      any("otherName", named), any("address", address), any("contact", contact),
      maybe("geocode", geocode), any("language", coded), any("contactPoint", contactPoint),
      maybe("organizations", CSDRule(parts: [some("organization", organizationOfFacility)])),
      any("operatingHours", hours), any("extension", anything), one("record", record),
    ])

  static let organization = CSDRule(
    attributes: entity.attributes,
    parts: [
      any("otherID", otherID), some("codedType", coded), one("primaryName", text),
      any("otherName", named), any("address", address), any("contact", contact),
      any("credential", credential), any("language", coded), any("specialization", coded),
      any("contactPoint", contactPoint), maybe("parent", entity), any("extension", anything),
      one("record", record),
    ])

  static let service = CSDRule(
    attributes: entity.attributes,
    parts: [
      any("otherID", otherID), some("codedType", coded), any("extension", anything),
      one("record", record),
    ])

  static let provider = CSDRule(
    attributes: entity.attributes,
    parts: [
      any("otherID", otherID), some("codedType", coded), one("demographic", person),
      any("language", coded),
      maybe(
        "organizations",
        CSDRule(parts: [
          some(
            "organization",
            CSDRule(
              attributes: entity.attributes,
              parts: [
                any("extension", anything), any("address", address),
                any("contactPoint", contactPoint),
              ]))
        ])),
      maybe("facilities", CSDRule(parts: [some("facility", facilityOfProvider)])),
      any("credential", credential), any("specialty", coded), any("extension", anything),
      one("record", record),
    ])

  /// A service as a facility offers it.
  static let offered = CSDRule(
    attributes: entity.attributes,
    parts: [
      any("name", name), any("language", coded), any("operatingHours", hours),
      maybe("freeBusyURI", text), any("extension", anything),
    ])

  static let record = CSDRule(attributes: [
    must("created", .dateTime), must("updated", .dateTime), must("status"),
    CSDRule.Attribute(name: "sourceDirectory"),
  ])

  static let organizationOfFacility = CSDRule(
    attributes: entity.attributes, parts: [any("service", offered), any("extension", anything)])

  /// A part of an entity, of the record of some kind, as CSD wants it; nil where it cannot be
  /// brought into that form.
  static func normalised(_ element: DocumentElement, of kind: String) -> DocumentElement? {
    switch (kind, element.name) {
    case (_, "service"): return offered.normalised(element)
    case ("facility", "organization"): return organizationOfFacility.normalised(element)
    case (_, "record"): return record.normalised(SchemaTime.repaired(element))
    default:
      let rule = kind == "party" ? organization : facility
      return rule.part(element.name).flatMap { rule.parts[$0].rule.normalised(element) }
    }
  }

  private static let facilityOfProvider = CSDRule(
    attributes: entity.attributes,
    parts: [
      any(
        "service",
        CSDRule(
          attributes: entity.attributes,
          parts: [
            any("name", name), maybe("organization", entity), any("language", coded),
            any("operatingHours", hours), maybe("freeBusyURI", text), any("extension", anything),
          ])),
      any("operatingHours", hours), any("extension", anything),
    ])

  private static let entity = CSDRule(attributes: [must("entityID")])
  private static let text = CSDRule(value: .text)
  private static let anything = CSDRule(attributes: [must("type"), must("urn")], isOpen: true)
  private static let otherID = CSDRule(attributes: [
    must("code"), must("assigningAuthorityName"),
  ])
  private static let coded = CSDRule(
    attributes: [must("code"), must("codingScheme")], value: .text, isOpen: true)
  private static let named = CSDRule(
    attributes: [CSDRule.Attribute(name: "xml:lang")], value: .text)

  private static let address = CSDRule(
    attributes: [CSDRule.Attribute(name: "type")],
    parts: [
      some("addressLine", CSDRule(attributes: [.init(name: "component")], value: .text))
    ])

  private static let contact = CSDRule(
    parts: [maybe("provider", entity), maybe("person", person)], isChoice: true)

  private static let contactPoint = CSDRule(parts: [
    one("codedType", coded), maybe("equipment", text), maybe("purpose", text),
    maybe("certificate", text),
  ])

  private static let name = CSDRule(parts: nameParts)
  private static let nameParts = [
    some("commonName", text), maybe("honorific", text), maybe("forename", text),
    any("otherName", coded), maybe("surname", text), maybe("suffix", text),
  ]

  private static let person = CSDRule(parts: [
    some("name", CSDRule(attributes: [.init(name: "xml:lang")], parts: nameParts)),
    any("contactPoint", contactPoint), any("address", address), maybe("gender", text),
    maybe("dateOfBirth", CSDRule(value: .date)),
  ])

  private static let credential = CSDRule(parts: [
    one("codedType", coded), one("number", text), maybe("issuingAuthority", text),
    maybe("credentialIssueDate", CSDRule(value: .date)),
    maybe("credentialRenewalDate", CSDRule(value: .date)), any("extension", anything),
  ])

  private static let geocode = CSDRule(parts: [
    one("latitude", CSDRule(value: .decimal)), one("longitude", CSDRule(value: .decimal)),
    maybe("altitude", CSDRule(value: .decimal)), maybe("coordinateSystem", text),
  ])

  private static let hours = CSDRule(parts: [
    one("openFlag", CSDRule(value: .flag)), any("dayOfTheWeek", CSDRule(value: .integer)),
    maybe("beginningHour", CSDRule(value: .time)), maybe("endingHour", CSDRule(value: .time)),
    one("beginEffectiveDate", CSDRule(value: .date)),
    maybe("endEffectiveDate", CSDRule(value: .date)),
  ])

  private static func must(_ name: String, _ value: CSDValue = .text) -> CSDRule.Attribute {
    CSDRule.Attribute(name: name, isRequired: true, value: value)
  }

  private static func one(_ name: String, _ rule: CSDRule) -> CSDRule.Part {
    CSDRule.Part(name: name, rule: rule, isRequired: true)
  }

  private static func some(_ name: String, _ rule: CSDRule) -> CSDRule.Part {
    CSDRule.Part(name: name, rule: rule, isRequired: true, isRepeated: true)
  }

  private static func maybe(_ name: String, _ rule: CSDRule) -> CSDRule.Part {
    CSDRule.Part(name: name, rule: rule)
  }

  private static func any(_ name: String, _ rule: CSDRule) -> CSDRule.Part {
    CSDRule.Part(name: name, rule: rule, isRepeated: true)
  }
}
