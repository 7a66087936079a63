import Facts
import HealthNetwork

extension CSDWriting {
  /// Whether a statement may be written as a service that a facility offers.
  ///
  /// A reader of CSD takes that for a fact: what is denied, has an end, is only planned or is a
  /// guess stays in an extension.
  func isOffer(_ capability: Capability) -> Bool {
    capability.value == .yes && capability.period.to == nil
      && capability.provenance.confidence.map { $0 > .low } == true
      && (capability.stage.map { $0 == .supervised || $0 == .independent } ?? true)
      || offer(keptBy: capability) != nil
  }

  /// The service that a statement is.
  mutating func offer(of capability: Capability) -> DocumentElement {
    var rest = capability
    rest.facility = ""
    rest.extensions.removeAll { $0.key == CSDCodes.kept + "service" }
    if capability.windows.allSatisfy({ isPlain($0) }) { rest.windows = [] }
    var element =
      offer(keptBy: capability)
      ?? DocumentElement("service", ["entityID": entityID("capability", capability.code)])
    for window in capability.windows where CSDKeys.window(window) != nil {
      element.children.append(hours(window, of: capability))
    }
    if !isForeign(capability, rest) { element.children.append(own(rest, kind: "capability")) }
    return element
  }

  /// Whether a statement says nothing that its service of another directory does not say.
  private func isForeign(_ capability: Capability, _ rest: Capability) -> Bool {
    guard offer(keptBy: capability) != nil,
      let index = network.facilityIndex(of: capability.facility)
    else { return false }
    let facility = network.facility(index)
    var plain = Capability()
    plain.code = capability.code
    plain.provenance.source = facility.provenance.source
    plain.provenance.asserted = facility.provenance.asserted
    plain.period.from = capability.windows.isEmpty ? nil : capability.period.from
    // A statement that needed an id of its own gets the same again.
    if capability.statement?.hasPrefix("csd-") == true { plain.statement = capability.statement }
    return plain == rest
  }

  /// Whether CSD holds all of a window.
  private func isPlain(_ window: ServiceWindow) -> Bool {
    guard CSDKeys.window(window) != nil, window.closes != 0, window.days != "" else { return false }
    if let days = window.days, days != String(Set(days).sorted()) { return false }
    guard let note = window.note else { return true }
    return CSDWriting.period(ofNote: note) != nil
  }

  private func hours(_ window: ServiceWindow, of capability: Capability) -> DocumentElement {
    let period = capability.period
    var begin =
      (period.from ?? period.firstEvidence ?? capability.provenance.asserted)?
      .start.description ?? "1970-01-01"
    var end: String?
    if let note = window.note, let noted = CSDWriting.period(ofNote: note) {
      (begin, end) = (noted.begin, noted.end)
    }
    var element = DocumentElement("operatingHours")
    element.children = [DocumentElement("openFlag", [:], "true")]
    for day in window.days ?? "" {
      // CSD counts from Sunday, which is 7 in ISO 8601.
      element.children.append(DocumentElement("dayOfTheWeek", [:], day == "7" ? "0" : "\(day)"))
    }
    if let opens = window.opens {
      element.children.append(DocumentElement("beginningHour", [:], ClockText.text(opens)))
    }
    if let closes = window.closes {
      element.children.append(DocumentElement("endingHour", [:], ClockText.text(closes)))
    }
    element.children.append(DocumentElement("beginEffectiveDate", [:], begin))
    if let end { element.children.append(DocumentElement("endEffectiveDate", [:], end)) }
    return element
  }

  /// The two days of a note that the reader made of the dates of opening hours.
  private static func period(ofNote note: String) -> (begin: String, end: String)? {
    let parts = note.split(separator: " – ").map(String.init)
    guard parts.count == 2, SchemaTime.isDate(parts[0]), SchemaTime.isDate(parts[1]) else {
      return nil
    }
    return (parts[0], parts[1])
  }
}
