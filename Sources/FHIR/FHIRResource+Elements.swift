import Exchange

extension FHIRResource {
  /// Takes what a directory can use of a resource; nil where it is of a kind that no directory holds.
  ///
  /// - Parameters:
  ///   - element: The resource.
  ///   - document: Which of the documents that are read together it stands in.
  init?(_ element: FHIRElement, in document: Int) {
    guard let kind = Kind(rawValue: element.name) else { return nil }
    self.init(kind)
    line = element.line
    self.document = document
    for child in element.children { take(child) }
  }

  private mutating func take(_ element: FHIRElement) {
    switch element.name {
    case "id": id = element.text ?? ""
    case "meta":
      lastUpdated = element.text("lastUpdated") ?? lastUpdated
      source = element.text("source") ?? source
    case "text", "language", "implicitRules": break
    case "contained":
      for inner in element.children {
        if let resource = FHIRResource(inner, in: document) {
          contained.append(resource)
        } else {
          leaveOut(inner)
        }
      }
    case "extension":
      let field = element.field
      if field.name.hasPrefix(FHIRSystem.own) {
        own.append(field.withoutPrefix)
      } else {
        rest.append(FHIRField(name: "extension " + field.name, value: field.value))
      }
    case "identifier": identifiers.append(element.identifier)
    case "active", "status": status = element.text
    case "mode": mode = element.text
    case "name": name = element.text
    case "alias": names.append(FHIRName(value: element.text ?? "", own: element.own))
    case "type": types += element.codings
    case "physicalType": physicalType = element.codings.first
    case "specialty", "code": codes += element.codings
    case "connectionType": codes.append(element.coding)
    case "telecom": telecoms.append(element.telecom)
    case "address": take(address: element)
    case "position": take(position: element)
    case "managingOrganization", "providedBy", "organization": organization = element.reference
    case "participatingOrganization": participant = element.reference
    case "partOf": partOf = element.reference
    case "location": locations.append(element.reference)
    case "endpoint": endpoints.append(element.reference)
    case "hoursOfOperation", "availableTime": hours.append(element.hours)
    case "period": period = element.period
    default: leaveOut(element)
    }
  }

  /// Keeps what the model cannot hold as a text, to be counted.
  private mutating func leaveOut(_ element: FHIRElement) {
    rest.append(FHIRField(name: element.name, value: element.words))
  }

  /// Takes a postal address as one line; that of an Endpoint is a plain value.
  private mutating func take(address element: FHIRElement) {
    if let text = element.text {
      address = text
      return
    }
    let parts = element.children.filter {
      ["line", "city", "district", "state", "postalCode", "country"].contains($0.name)
    }
    let whole = element.text("text") ?? parts.compactMap(\.text).joined(separator: ", ")
    if address == nil {
      address = whole.isEmpty ? nil : whole
    } else {
      rest.append(FHIRField(name: "address", value: whole))
    }
  }

  private mutating func take(position element: FHIRElement) {
    for child in element.children {
      switch child.name {
      case "longitude": longitude = degrees(child)
      case "latitude": latitude = degrees(child)
      default: leaveOut(child)
      }
    }
    if writtenPosition != nil {
      writtenPosition = ["longitude", "latitude"].map { element.text($0) ?? "?" }
        .joined(separator: " ")
    }
  }

  /// A number of a position; FHIR writes a decimal point, and others a comma.
  private mutating func degrees(_ element: FHIRElement) -> Double? {
    if let number = element.number { return number }
    writtenPosition = ""
    let parts = (element.text ?? "").split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return Double(parts.joined(separator: "."))
  }
}

extension FHIRElement {
  /// Bytes of a text that is kept because the model cannot hold it; more is cut off.
  private static let mostWords = 4_000

  /// The element as one line: its value, and `child: value` for each child with one.
  fileprivate var words: String {
    var words = text.map { [$0] } ?? []
    var length = 0
    func add(_ element: FHIRElement, _ path: String) {
      for child in element.children {
        let place = path.isEmpty ? child.name : path + "." + child.name
        if let value = child.text, length < FHIRElement.mostWords {
          let part = place + ": " + value
          length += part.utf8.count
          words.append(part)
        }
        add(child, place)
      }
    }
    add(self, "")
    return words.joined(separator: "; ")
  }

  /// The number that is its value; nil where it is none.
  fileprivate var number: Double? {
    guard let text, text.utf8.allSatisfy({ (0x2B...0x39).contains($0) || $0 | 0x20 == 0x65 }) else {
      return nil
    }
    return Double(text)
  }

  /// An extension as its URL and its value.
  ///
  /// Texts keep their line breaks: an extension of ours is to come back as it was.
  fileprivate var field: FHIRField {
    var field = FHIRField(name: url ?? "", value: "")
    for child in children {
      if let value = child.value {
        field.value = value
      } else {
        let words = child.words
        field.value = field.value.isEmpty ? words : field.value + "; " + words
      }
    }
    return field
  }

  /// The extensions of it that are ours.
  fileprivate var own: [FHIRField] {
    children.compactMap { child in
      guard child.name == "extension", child.url?.hasPrefix(FHIRSystem.own) == true else {
        return nil
      }
      return child.field.withoutPrefix
    }
  }

  fileprivate var identifier: FHIRIdentifier {
    // The system as it was before it had to be made a URI.
    let system = own.first { $0.name == "system" }?.value ?? text("system")
    return FHIRIdentifier(system: system, value: text("value") ?? "")
  }

  /// A concept: its codings, or one without a code for its text.
  fileprivate var codings: [FHIRCoding] {
    var codings = children.filter { $0.name == "coding" }.map(\.coding)
    guard let text = text("text") else { return codings }
    if codings.isEmpty { return [FHIRCoding(display: text)] }
    if codings[0].display == nil { codings[0].display = text }
    return codings
  }

  fileprivate var coding: FHIRCoding {
    FHIRCoding(system: text("system"), code: text("code"), display: text("display"), own: own)
  }

  fileprivate var telecom: FHIRTelecom {
    let period = self["period"]?.period
    return FHIRTelecom(
      system: text("system"), value: text("value") ?? "", use: text("use"), from: period?.from,
      to: period?.to, own: own)
  }

  fileprivate var reference: FHIRReference {
    FHIRReference(
      reference: text("reference"), identifier: self["identifier"]?.identifier,
      display: text("display"))
  }

  fileprivate var period: FHIRPeriod { FHIRPeriod(from: text("start"), to: text("end")) }

  fileprivate var hours: FHIRHours {
    FHIRHours(
      days: children.filter { $0.name == "daysOfWeek" }.compactMap(\.text),
      isAllDay: text("allDay") == "true",
      opens: text("openingTime") ?? text("availableStartTime"),
      closes: text("closingTime") ?? text("availableEndTime"), own: own)
  }
}

extension FHIRField {
  /// One of our fields under its own name.
  fileprivate var withoutPrefix: FHIRField {
    FHIRField(name: String(name.dropFirst(FHIRSystem.own.count)), value: value)
  }
}
