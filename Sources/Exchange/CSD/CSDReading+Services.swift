import Facts
import HealthNetwork

extension CSDReading {
  /// Notes what a service is, for the facilities that offer it.
  mutating func addService(_ element: ElementNode) {
    guard let entityID = element["entityID"].map(collapsingWhitespace), !entityID.isEmpty else {
      return
    }
    var service = CSDService()
    service.entry = DocumentElement(element)
    for type in element.children("codedType") {
      guard let code = type["code"].map(collapsingWhitespace),
        let scheme = type["codingScheme"].map(collapsingWhitespace)
      else { continue }
      if service.code == nil { (service.code, service.name) = (code, type.oneLineText) }
      let isOurs = scheme == CSDCodes.capability
      service.capability =
        service.capability
        ?? (isOurs ? code : known.capability(scheme, code))
      if isOurs { service.entry = nil }
    }
    services[UniformIdentifier.key(entityID)] = service
  }

  /// Takes what a facility offers in an organization as capabilities and services.
  mutating func takeOffers(_ organization: ElementNode, of facility: Int) {
    var left: [ElementNode] = []
    var isWhole = true
    for child in organization.children where child.namespace == nil {
      if child.name == "service", takeOffer(child, of: facility) {
        isWhole = false
      } else {
        left.append(child)
      }
    }
    if left.isEmpty { return }
    if isWhole {
      var kept: [Extension] = []
      keep(organization, in: &kept, kind: "facility")
      document.records.facilities[facility].record.extensions += kept
      return
    }
    var rest = DocumentElement(shell: organization)
    rest.children = left.map { DocumentElement($0) }
    keep(rest, in: facility)
  }

  /// Takes what could not be taken before all directories were read, and tells of what is left.
  mutating func finishOffers() {
    for (facility, organization) in offers { takeOffers(organization, of: facility) }
    for service in services.values where service.entry != nil {
      leaveOut(
        "service", line: service.entry?.line ?? 0,
        vi: "Dịch vụ không cơ sở nào có thì không được nhập",
        en: "Services that no facility offers are not imported")
    }
    // An organization that is not in the document would be lost with its reference.
    for (facility, organization, line) in unresolved {
      var reference = DocumentElement("organization")
      reference.line = line
      reference.attributes = [.init(name: "entityID", value: organization)]
      let isKept = document.records.facilities[facility].record.extensions.contains {
        $0.key == CSDCodes.kept + "organization" && $0.text.contains("\"\(organization)\"")
      }
      if !isKept { keep(reference, in: facility) }
    }
  }

  private mutating func keep(_ element: DocumentElement, in facility: Int) {
    document.records.facilities[facility].record.extensions.append(
      kept(element, kind: "facility"))
  }

  /// Takes a service that a facility offers; returns whether nothing of it need be kept elsewhere.
  private mutating func takeOffer(_ element: ElementNode, of index: Int) -> Bool {
    let facility = document.records.facilities[index].record.id
    let provenance = document.records.facilities[index].record.provenance
    let key = UniformIdentifier.key(element["entityID"].map(collapsingWhitespace) ?? "")
    let service = services[key]
    if let entry = service?.entry {
      // What the directory says of a service stays with the first facility that offers it.
      var kept = Extension()
      kept.key = CSDCodes.kept + "serviceDirectory"
      kept.text = ElementMarkup.text(of: entry)
      document.records.facilities[index].record.extensions.append(kept)
      services[key]?.entry = nil
    }
    let own = element.children("extension").first {
      $0["urn"] == CSDCodes.ours && $0["type"] == "capability"
    }
    guard let code = service?.capability ?? own?.firstChild?["code"] else {
      takeUnknownOffer(element, service, of: index)
      return false
    }
    var capability = Capability()
    if let record = own?.firstChild {
      capability = ElementFieldReader.record(record)
    }
    capability.facility = facility
    if capability.code.isEmpty { capability.code = code }
    if own == nil {
      capability.provenance.source = provenance.source
      capability.provenance.asserted = provenance.asserted
    }
    var rest = DocumentElement(shell: element)
    var windows: [ServiceWindow] = []
    var begins: Set<PartialDate> = []
    for child in element.children where child != own {
      if child.name == "operatingHours",
        let window = window(child, of: facility, kind: "facility")
      {
        windows.append(window)
        if let begin = date(child.text(of: "beginEffectiveDate")) { begins.insert(begin) }
      } else {
        rest.children.append(DocumentElement(child))
      }
    }
    capability.windows = merged(windows, with: capability.windows, key: CSDKeys.window)
    if own == nil, begins.count == 1 { capability.period.from = begins.first }
    if own == nil || !rest.children.isEmpty {
      capability.extensions.append(kept(rest, kind: "capability"))
    }
    add(capability, of: index, at: origin(element))
    return true
  }

  private mutating func takeUnknownOffer(
    _ element: ElementNode, _ service: CSDService?, of index: Int
  ) {
    var item = CatalogueEntry()
    item.code = service?.code.map { held($0, line: element.line) }
    let name =
      element.child("name")?.child("commonName")?.oneLineText ?? service?.name
      ?? service?.code ?? element["entityID"] ?? "service"
    item.name = held(name, line: element.line)
    let isThere = document.records.facilities[index].record.services.contains {
      $0.code == item.code && $0.name == item.name
    }
    if !isThere { document.records.facilities[index].record.services.append(item) }
    for hours in element.children("operatingHours") {
      let id = document.records.facilities[index].record.id
      _ = window(hours, of: id, kind: "facility")
    }
    tally.count(
      "service_unknown", .odd, service?.code ?? "service", kind: "facility", line: element.line,
      vi:
        "Không crosswalk nào cho biết dịch vụ \"\(name.prefix(80))\" là kỹ thuật gì; giữ làm dịch vụ",
      en:
        "No crosswalk says which capability the service \"\(name.prefix(80))\" is; kept as service")
  }

  /// Adds a statement about a facility, under a key of its own.
  mutating func add(_ capability: Capability, of facility: Int, at origin: Origin) {
    var capability = capability
    var number = 1
    while !statementKeys.insert(capability, of: facility) {
      number += 1
      capability.statement = "csd-\(number)"
    }
    document.records.capabilities.append(Located(capability, at: origin))
  }

  /// The window that opening hours are; nil where they are none, or closed.
  mutating func window(
    _ hours: ElementNode, of key: String, kind: String
  ) -> ServiceWindow? {
    guard ["true", "1"].contains(hours.text(of: "openFlag") ?? "true") else { return nil }
    var window = ServiceWindow()
    window.opens = hours.text(of: "beginningHour").flatMap { ClockText.minutes($0) }
    window.closes = hours.text(of: "endingHour").flatMap { ClockText.minutes($0) }
    if window.closes == 0, window.opens != nil { window.closes = 1_440 }
    if let opens = window.opens, let closes = window.closes, closes <= opens {
      let shown = "\(ClockText.text(opens).prefix(5))–\(ClockText.text(closes).prefix(5))"
      tally.add(
        Finding(
          "hours_end_before_they_begin", .odd, kind: kind, key: key, at: origin(hours),
          vi: "Giờ \(shown) kết thúc trước khi bắt đầu: qua đêm hay nhầm? Hiểu là qua đêm",
          en: "The hours \(shown) end before they begin: overnight, or an error? Read as overnight"
        ))
    }
    // One bit a weekday.
    var days: UInt8 = 0
    for day in hours.children where day.name == "dayOfTheWeek" {
      guard let number = Int(collapsingWhitespace(day.text)), (0...7).contains(number) else {
        weekdayFinding(day, "bỏ qua", "passed over")
        continue
      }
      if number == 7 { weekdayFinding(day, "hiểu là Chủ nhật", "read as Sunday") }
      // CSD counts from Sunday, which is 7 in ISO 8601.
      days |= 1 << UInt8(number == 0 ? 7 : number)
    }
    if days != 0 {
      var digits = ""
      for day in 1...7 where days & 1 << UInt8(day) != 0 { digits += String(day) }
      window.days = digits
    }
    if let end = date(hours.text(of: "endEffectiveDate")),
      let begin = date(hours.text(of: "beginEffectiveDate"))
    {
      guard begin <= end else {
        tally.add(
          Finding(
            "ends_before_begins", .odd, kind: kind, key: key, at: origin(hours),
            vi: "Giờ có hiệu lực từ \(begin) đến \(end): kết thúc trước khi bắt đầu; bỏ qua",
            en: "The hours hold from \(begin) to \(end), which is before; passed over"))
        return nil
      }
      window.note = "\(begin) – \(end)"
    }
    return window
  }

  private mutating func weekdayFinding(_ day: ElementNode, _ vi: String, _ en: String) {
    let shown = String(collapsingWhitespace(day.text).prefix(20))
    tally.count(
      "weekday_unknown", .odd, shown, kind: "facility", line: day.line,
      vi: "dayOfTheWeek là \"\(shown)\"; CSD chỉ có 0 (Chủ nhật) đến 6; \(vi)",
      en: "dayOfTheWeek is \"\(shown)\"; CSD has only 0 (Sunday) to 6; \(en)")
  }

  private func date(_ text: String?) -> PartialDate? {
    text.flatMap { PartialDate(String($0.prefix(10))) }
  }
}
