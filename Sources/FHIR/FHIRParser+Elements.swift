import Files
import XMLStream

extension FHIRParser {
  /// Reads one child of a resource.
  mutating func readElement() throws(DocumentError) {
    switch term {
    case .id: resource.id = value ?? ""
    case .meta: try readMeta()
    // Narrative repeats what the elements say.
    case .text, .language, .implicitRules: break
    case .contained: try readContained()
    case .extension: try readExtension()
    case .identifier: resource.identifiers.append(try readIdentifier())
    case .active, .status: resource.status = value
    case .mode: resource.mode = value
    case .name: resource.name = value
    case .alias: resource.names.append(try readName())
    case .type: resource.types += try readConcept()
    case .physicalType: resource.physicalType = try readConcept().first
    case .specialty, .code: resource.codes += try readConcept()
    case .connectionType: resource.codes.append(try readCoding())
    case .telecom: resource.telecoms.append(try readTelecom())
    case .address: try readAddress()
    case .position: try readPosition()
    case .managingOrganization, .providedBy, .organizationReference:
      resource.organization = try readReference()
    case .participatingOrganization: resource.participant = try readReference()
    case .partOf: resource.partOf = try readReference()
    case .locationReference: resource.locations.append(try readReference())
    case .endpointReference: resource.endpoints.append(try readReference())
    case .hoursOfOperation, .availableTime: resource.hours.append(try readHours())
    case .period: resource.period = try readPeriod()
    default: try leaveOut()
    }
  }

  private mutating func readMeta() throws(DocumentError) {
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .lastUpdated: resource.lastUpdated = value
      case .source: resource.source = value
      default: break
      }
    }
  }

  /// Reads an extension: one of ours becomes a field, another one is kept in words.
  private mutating func readExtension() throws(DocumentError) {
    let field = try readField()
    if field.name.hasPrefix(FHIRSystem.own) {
      resource.own.append(field.withoutPrefix)
    } else {
      resource.rest.append(FHIRField(name: "extension " + field.name, value: field.value))
    }
  }

  /// Reads an extension as its URL and its value.
  ///
  /// Texts keep their line breaks: an extension of ours is to come back as it was.
  mutating func readField() throws(DocumentError) -> FHIRField {
    let url = xml.attribute(FHIRTerm.url.rawValue) ?? ""
    let depth = xml.depth
    var field = FHIRField(name: url, value: "")
    while try enterChild(of: depth) {
      if let text = xml.attribute(FHIRTerm.value.rawValue) {
        field.value = text
      } else {
        let words = try readWords()
        field.value = field.value.isEmpty ? words : field.value + "; " + words
      }
    }
    return field
  }

  /// Reads what of an element's extensions is ours.
  mutating func readOwn(into fields: inout [FHIRField]) throws(DocumentError) {
    let field = try readField()
    if field.name.hasPrefix(FHIRSystem.own) { fields.append(field.withoutPrefix) }
  }

  mutating func readIdentifier() throws(DocumentError) -> FHIRIdentifier {
    var identifier = FHIRIdentifier()
    var own: [FHIRField] = []
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .system: identifier.system = value
      case .value: identifier.value = value ?? ""
      case .extension: try readOwn(into: &own)
      default: break
      }
    }
    // The system as it was before it had to be made a URI.
    if let system = own.first(where: { $0.name == "system" }) { identifier.system = system.value }
    return identifier
  }

  private mutating func readName() throws(DocumentError) -> FHIRName {
    var name = FHIRName(value: value ?? "")
    let depth = xml.depth
    while try enterChild(of: depth) {
      if term == .extension { try readOwn(into: &name.own) }
    }
    return name
  }

  /// Reads a concept: its codings, or one without a code for its text.
  private mutating func readConcept() throws(DocumentError) -> [FHIRCoding] {
    var codings: [FHIRCoding] = []
    var text: String?
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .coding: codings.append(try readCoding())
      case .text: text = value
      default: break
      }
    }
    guard let text else { return codings }
    if codings.isEmpty { return [FHIRCoding(display: text)] }
    if codings[0].display == nil { codings[0].display = text }
    return codings
  }

  private mutating func readCoding() throws(DocumentError) -> FHIRCoding {
    var coding = FHIRCoding()
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .system: coding.system = value
      case .code: coding.code = value
      case .display: coding.display = value
      case .extension: try readOwn(into: &coding.own)
      default: break
      }
    }
    return coding
  }

  private mutating func readTelecom() throws(DocumentError) -> FHIRTelecom {
    var telecom = FHIRTelecom()
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .system: telecom.system = value
      case .value: telecom.value = value ?? ""
      case .use: telecom.use = value
      case .period: (telecom.from, telecom.to) = try readPeriod()
      case .extension: try readOwn(into: &telecom.own)
      default: break
      }
    }
    return telecom
  }

  /// Reads a postal address as one line; that of an Endpoint is a plain value.
  private mutating func readAddress() throws(DocumentError) {
    if let value {
      resource.address = value
      return
    }
    var whole: String?
    var parts: [String] = []
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .text: whole = value
      case .line, .city, .district, .state, .postalCode, .country:
        if let value { parts.append(value) }
      default: break
      }
    }
    let address = whole ?? parts.joined(separator: ", ")
    if resource.address == nil {
      resource.address = address.isEmpty ? nil : address
    } else {
      resource.rest.append(FHIRField(name: "address", value: address))
    }
  }

  private mutating func readPosition() throws(DocumentError) {
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .longitude: resource.longitude = xml.doubleAttribute(FHIRTerm.value.rawValue)
      case .latitude: resource.latitude = xml.doubleAttribute(FHIRTerm.value.rawValue)
      default: try leaveOut()
      }
    }
  }

  private mutating func readReference() throws(DocumentError) -> FHIRReference {
    var reference = FHIRReference()
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .reference: reference.reference = value
      case .identifier: reference.identifier = try readIdentifier()
      case .display: reference.display = value
      default: break
      }
    }
    return reference
  }

  private mutating func readPeriod() throws(DocumentError) -> (from: String?, to: String?) {
    var period: (from: String?, to: String?) = (nil, nil)
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .start: period.from = value
      case .end: period.to = value
      default: break
      }
    }
    return period
  }

  private mutating func readHours() throws(DocumentError) -> FHIRHours {
    var hours = FHIRHours()
    let depth = xml.depth
    while try enterChild(of: depth) {
      switch term {
      case .daysOfWeek: if let value { hours.days.append(value) }
      case .allDay: hours.isAllDay = value == "true"
      case .openingTime, .availableStartTime: hours.opens = value
      case .closingTime, .availableEndTime: hours.closes = value
      case .extension: try readOwn(into: &hours.own)
      default: break
      }
    }
    return hours
  }
}

extension FHIRField {
  /// One of our fields under its own name.
  fileprivate var withoutPrefix: FHIRField {
    FHIRField(name: String(name.dropFirst(FHIRSystem.own.count)), value: value)
  }
}
