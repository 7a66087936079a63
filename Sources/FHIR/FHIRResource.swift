import Facts

/// One resource as it was read: only what a directory can use, and what was left out.
struct FHIRResource: Equatable {
  /// Kinds of resources that are read.
  enum Kind: String {
    case location = "Location"
    case organization = "Organization"
    case healthcareService = "HealthcareService"
    case organizationAffiliation = "OrganizationAffiliation"
    case endpoint = "Endpoint"
  }

  var kind: Kind
  /// Which of the documents that are read together it stands in, from 0.
  var document = 0
  var line = 0
  /// Which resource it is contained in.
  var container: Int?
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
  /// The two numbers as they were written, longitude first, where they are no numbers of FHIR.
  var writtenPosition: String?
  var hours: [FHIRHours] = []
  /// The Organization that manages, provides or gives.
  var organization: FHIRReference?
  /// The Organization that takes part in an affiliation.
  var participant: FHIRReference?
  var partOf: FHIRReference?
  var locations: [FHIRReference] = []
  var endpoints: [FHIRReference] = []
  var period: FHIRPeriod?
  var contained: [FHIRResource] = []
  /// Fields of ours, by name, in the order of the document.
  var own: [FHIRField] = []
  /// What the model cannot hold: where it stood, and what it said.
  var rest: [FHIRField] = []

  init(_ kind: Kind) {
    self.kind = kind
  }

  /// Where it was written.
  var origin: Origin { Origin(document: document, line: line) }

  /// The key that tells a resource without an id from others.
  var place: String { document == 0 ? "\(line)" : "\(document)-\(line)" }

  /// Whether another resource says the same, wherever it stands.
  func saysTheSame(as other: FHIRResource) -> Bool { withoutPlace == other.withoutPlace }

  private var withoutPlace: FHIRResource {
    var resource = self
    resource.document = 0
    resource.line = 0
    resource.fullURL = nil
    resource.contained = contained.map(\.withoutPlace)
    return resource
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
struct FHIRField: Hashable {
  var name: String
  var value: String
}

/// An identifier.
struct FHIRIdentifier: Hashable {
  var system: String?
  var value = ""
}

/// A further name, with our fields of it.
struct FHIRName: Hashable {
  var value = ""
  var own: [FHIRField] = []
}

/// One coding of a concept; a concept with only a text has no code.
struct FHIRCoding: Hashable {
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
struct FHIRTelecom: Hashable {
  var system: String?
  var value = ""
  var use: String?
  var from: String?
  var to: String?
  var own: [FHIRField] = []
}

/// A reference to another resource.
struct FHIRReference: Hashable {
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
struct FHIRHours: Hashable {
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

/// A period, as it was written.
struct FHIRPeriod: Hashable {
  var from: String?
  var to: String?
}

/// A deletion of a history or a transaction.
struct FHIRDeletion {
  var url: String
  var document: Int
  var line: Int

  /// Where it was written.
  var origin: Origin { Origin(document: document, line: line) }
}
