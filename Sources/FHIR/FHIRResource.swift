/// One resource as it was read: only what a directory can use, and what was left out.
struct FHIRResource {
  /// Kinds of resources that are read.
  enum Kind: String {
    case location = "Location"
    case organization = "Organization"
    case healthcareService = "HealthcareService"
    case organizationAffiliation = "OrganizationAffiliation"
    case endpoint = "Endpoint"
  }

  var kind: Kind
  var line = 0
  var id = ""
  var fullURL: String?
  var lastUpdated: String?
  var source: String?
  var identifiers: [FHIRIdentifier] = []
  /// `active`, or the status of a Location or an Endpoint.
  var status: String?
  var mode: String?
  var name: String?
  var names: [FHIRName] = []
  var types: [FHIRCoding] = []
  var physicalType: FHIRCoding?
  /// Specialties of a service or an affiliation, and the connection of an Endpoint.
  var codes: [FHIRCoding] = []
  var telecoms: [FHIRTelecom] = []
  /// The address in one line; of an Endpoint, its URL.
  var address: String?
  var longitude: Double?
  var latitude: Double?
  var hours: [FHIRHours] = []
  /// The Organization that manages, provides or gives.
  var organization: FHIRReference?
  /// The Organization that takes part in an affiliation.
  var participant: FHIRReference?
  var partOf: FHIRReference?
  var locations: [FHIRReference] = []
  var endpoints: [FHIRReference] = []
  var period: (from: String?, to: String?)?
  var contained: [FHIRResource] = []
  /// Fields of ours, by name, in the order of the document.
  var own: [FHIRField] = []
  /// What the model cannot hold: where it stood, and what it said.
  var rest: [FHIRField] = []

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// The first of our fields of a name.
  func own(_ name: String) -> String? {
    own.first { $0.name == name }?.value
  }

  /// The identifier of ours, when we wrote the resource.
  func ownIdentifier(_ kind: String) -> String? {
    identifiers.first { $0.system == FHIRSystem.own + kind }?.value
  }

  /// Writes references to what is contained in the same resource in full.
  mutating func nameContained(_ prefix: String) {
    func named(_ reference: FHIRReference) -> FHIRReference {
      guard let text = reference.reference, text.hasPrefix("#") else { return reference }
      var reference = reference
      reference.reference = prefix + text
      return reference
    }
    organization = organization.map(named)
    participant = participant.map(named)
    partOf = partOf.map(named)
    locations = locations.map(named)
    endpoints = endpoints.map(named)
  }

  /// Whether it has a type of mCSD, in the new system or the old one.
  func isOfType(_ code: String) -> Bool {
    types.contains { type in
      (type.system == FHIRSystem.mcsdType && type.code == code)
        || type.code == FHIRSystem.oldType + code
    }
  }
}

/// A name and a value.
struct FHIRField {
  var name: String
  var value: String
}

/// An identifier.
struct FHIRIdentifier {
  var system: String?
  var value = ""
}

/// A further name, with our fields of it.
struct FHIRName {
  var value = ""
  var own: [FHIRField] = []
}

/// One coding of a concept; a concept with only a text has no code.
struct FHIRCoding {
  var system: String?
  var code: String?
  var display: String?
  var own: [FHIRField] = []

  /// The coding in words.
  var words: String {
    let code = [system, code].compactMap { $0 }.joined(separator: "|")
    return [code, display ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// A telephone line, an address of e-mail, a page.
struct FHIRTelecom {
  var system: String?
  var value = ""
  var use: String?
  var from: String?
  var to: String?
  var own: [FHIRField] = []
}

/// A reference to another resource.
struct FHIRReference {
  var reference: String?
  var identifier: FHIRIdentifier?
  var display: String?

  /// The reference in words.
  var words: String {
    reference ?? identifier.map { [$0.system ?? "", $0.value].joined(separator: "|") } ?? display
      ?? ""
  }
}

/// Opening hours on some days.
struct FHIRHours {
  var days: [String] = []
  var isAllDay = false
  var opens: String?
  var closes: String?
  var own: [FHIRField] = []

  /// The hours in words.
  var words: String {
    let time = isAllDay ? "all day" : (opens ?? "?") + "–" + (closes ?? "?")
    return (days + [time]).joined(separator: " ")
  }
}

/// A deletion of a history or a transaction.
struct FHIRDeletion {
  var url: String
  var line: Int
}
