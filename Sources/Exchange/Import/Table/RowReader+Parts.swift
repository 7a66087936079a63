import Facts
import Formats
import HealthNetwork

extension RowReader {
  mutating func addName(_ kind: OtherName.Kind, _ text: String) {
    guard text != facility.name else { return }
    var name = OtherName()
    name.kind = kind
    name.value = text
    facility.names.append(name)
  }

  mutating func addPlacement(_ reference: String, basis: String? = nil) {
    guard !facility.placements.contains(where: { $0.place == reference }) else { return }
    var placement = Placement()
    placement.place = reference
    placement.basis = basis
    facility.placements.append(placement)
  }

  mutating func addIdentifier(_ system: String, _ text: String) {
    var identifier = OtherIdentifier()
    identifier.system = system
    identifier.value = text
    facility.identifiers.append(identifier)
  }

  /// Further names as an export lists them: `former: Bệnh viện A {to=2017}; Bệnh viện B`.
  mutating func addNames(_ text: String, _ findings: inout TableFindings) {
    guard let names = OtherName.parts(of: text) else {
      return misread(.otherNames, text, &findings)
    }
    facility.names += names.filter { $0.value != facility.name || $0.kind != .alternative }
  }

  /// Places as an export lists them: `gso-2025:96 {basis=…}`.
  mutating func addPlacements(_ text: String, _ findings: inout TableFindings) {
    guard let placements = Placement.parts(of: text) else {
      return misread(.places, text, &findings)
    }
    for placement in placements { addPlacement(placement.place, basis: placement.basis) }
  }

  /// Telephone lines as an export lists them, `emergency: 0290 3831 015`, letter by letter where no
  /// spreadsheet spoilt them; else as people write them.
  mutating func addContacts(_ text: String, _ findings: inout TableFindings) {
    let items = CellItem.items(text, labels: Contact.cellLabels)
    guard items.contains(where: { $0.label != nil }) else { return addLines(nil, text, &findings) }
    for item in items {
      guard item.label != nil else {
        addLines(nil, item.value, &findings)
        continue
      }
      guard let contact = Contact(item) else { return misread(.phones, text, &findings) }
      let lines = TelephoneText(contact.value).lines
      let isSound = lines.count == 1 && (lines[0].flaw == nil || lines[0].flaw == .areaMissing)
      if isSound || item.isQuoted {
        if !facility.contacts.contains(contact) { facility.contacts.append(contact) }
      } else {
        addLines(contact.kind, contact.value, &findings)
      }
    }
  }

  mutating func addExtension(_ key: String, _ text: String) {
    var kept = Extension()
    kept.key = key
    kept.text = text
    facility.extensions.append(kept)
  }

  mutating func addBeds(_ kind: Beds.Kind, _ text: String) -> Bool {
    guard let count = TableWords.count(text) else { return false }
    var beds = Beds()
    beds.kind = kind
    beds.measure.value = Double(count)
    beds.measure.unit = "beds"
    facility.beds.append(beds)
    return true
  }

  /// A no is a statement; an empty field is none.
  mutating func addAnswer(_ code: String, _ text: String, _ findings: inout TableFindings) {
    guard let answer = TableWords.flag(text) else {
      return misread(.capability(code), text, &findings)
    }
    add(code, answer ? .yes : .no)
  }

  mutating func add(_ code: String, _ value: Capability.Answer) {
    var capability = Capability()
    capability.code = code
    capability.value = value
    capabilities.append(capability)
  }

  /// The telephone lines of a cell; a word before a number says what it is for.
  mutating func addLines(
    _ kind: Contact.Kind?, _ text: String, _ findings: inout TableFindings
  ) {
    for line in TelephoneText(text).lines {
      var value = line.value
      if let flaw = line.flaw {
        let fixed = flaw == .zeroLost && repairs
        note(flaw, line, isFixed: fixed, &findings)
        if flaw == .rounded || flaw == .unreadable { continue }
        if fixed, let repaired = line.repaired { value = repaired }
      }
      var contact = Contact()
      contact.kind = RowReader.kind(of: line.label) ?? kind ?? .switchboard
      contact.value = value
      guard
        !facility.contacts.contains(where: { $0.kind == contact.kind && $0.value == contact.value })
      else { continue }
      facility.contacts.append(contact)
    }
  }

  private static func kind(of label: String?) -> Contact.Kind? {
    guard let label else { return nil }
    if let kind = Contact.Kind(rawValue: label) { return kind }
    let words = FoldedName(label).text
    if words.contains("dot quy") || words.contains("stroke") { return .stroke }
    if words.contains("cap cuu") || words.contains("duong day nong") || words.contains("hotline")
      || words.contains("emergency")
    {
      return .emergency
    }
    return words.contains("fax") ? .other : nil
  }

  private func note(
    _ flaw: TelephoneText.Flaw, _ line: TelephoneText.Line, isFixed: Bool,
    _ findings: inout TableFindings
  ) {
    let value = line.value
    let words: (vi: String, en: String) =
      switch flaw {
      case .rounded:
        (
          "bảng tính đã làm tròn số điện thoại thành \(value): số thật đã mất, bỏ qua",
          "a spreadsheet rounded the telephone number to \(value): the number is lost and left out"
        )
      case .zeroLost where isFixed:
        (
          "số \(value) mất số 0 ở đầu: đã sửa thành \(line.repaired ?? value)",
          "\(value) had lost its leading zero: read as \(line.repaired ?? value)"
        )
      case .zeroLost:
        (
          "số \(value) mất số 0 ở đầu, có lẽ là \(line.repaired ?? value)",
          "\(value) has lost its leading zero: surely \(line.repaired ?? value)"
        )
      case .unreadable:
        (
          "\"\(value)\" không phải số điện thoại: bỏ qua",
          "\"\(value)\" is no telephone number and is left out"
        )
      case .areaMissing:
        (
          "số \(value) thiếu mã vùng: nơi khác không gọi được",
          "\(value) has no area code: it cannot be called from elsewhere"
        )
      }
    findings.add(
      flaw.rawValue, isFixed ? .note : .odd, value: flaw == .areaMissing ? "" : value,
      line: row.line, key: facility.id, vi: words.vi, en: words.en,
      remedy: flaw == .zeroLost && !isFixed ? .repairPhones : nil)
  }
}
