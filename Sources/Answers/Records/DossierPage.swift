import Exchange
import Facts
import Formats
import HealthNetwork

/// Records as people read them: names and codes in words, dates and numbers as they are written.
struct DossierPage {
  let network: Network
  let style: AnswerStyle
  /// The ids of the records that the page is about: what stands on it need not name them again.
  var subjects: Set<String> = []

  private var language: Language { style.language }

  /// The fields that hold the id of a place.
  private static let places: Set = ["place", "otherPlace"]
  /// The fields that hold the id of a facility or party.
  private static let facilities: Set = [
    "facility", "ref", "supporter", "recipient", "parent", "successor", "supportedBy",
    "transferredBy", "by", "performer", "trainees",
  ]
  /// The fields that hold a code of the vocabulary.
  private static let needs: Set = [
    "code", "capability", "specialty", "term", "requires", "implies",
  ]
  /// The fields that say what they are without their name.
  private static let plain: Set = ["code", "kind", "place", "ref", "value"]
  /// The fields whose values stand in the table of codes.
  private static let coded: Set = [
    "kind", "ownership", "precision", "confidence", "mode", "carries", "roadClass", "stage",
    "level", "bound", "role", "state", "use", "value", "sex", "activity", "extent", "topic",
    "relation", "oneway", "townLevel", "traffic", "change", "helipad",
  ]

  /// The fields whose words are those of the thing itself or of its source.
  private static let own: Set = ["address", "name", "nameEn", "quote"]

  /// A record with a line for each field.
  func sheet(_ outline: RecordOutline, _ standing: Period.Standing?) -> [String] {
    let rows = fields(of: outline)
    let width = rows.map(\.label.count).max() ?? 0
    let title = RecordWords.text(outline.name, in: RecordWords.records, language)
    return [title + mark(standing)]
      + rows.flatMap { row in
        let gap = String(repeating: " ", count: width - row.label.count)
        return Paragraph.lines("  \(row.label)\(gap)  ", row.text, width: style.width)
      } + outline.children.flatMap { paragraph($0, nil, level: 1) }
  }

  /// A record, or a part of one, in one paragraph.
  func paragraph(_ outline: RecordOutline, _ standing: Period.Standing?, level: Int) -> [String] {
    let indent = String(repeating: " ", count: 2 * level)
    let title = RecordWords.text(outline.name, in: RecordWords.records, language)
    var parts = fields(of: outline).map { field in
      Self.plain.contains(field.name) ? field.text : "\(field.label) \(field.text)"
    }
    if let text = outline.text { parts.append(network.words(text, in: language)) }
    let sentence = title + mark(standing) + ": " + parts.joined(separator: "; ")
    let lines = Paragraph.lines(sentence, width: style.width - indent.count - 2)
    return lines.enumerated().map { indent + ($0 == 0 ? "" : "  ") + $1 }
      + outline.children.flatMap { paragraph($0, nil, level: level + 1) }
  }

  /// The text of a field, as documents have it.
  func value(of name: String, in outline: RecordOutline) -> String? {
    guard case .text(let text)? = outline.fields.first(where: { $0.name == name })?.value
    else { return nil }
    return text
  }

  private func fields(
    of outline: RecordOutline
  ) -> [(name: String, label: String, text: String)] {
    outline.fields.compactMap { field in
      if case .text(let text) = field.value, field.name == "facility", subjects.contains(text) {
        return nil
      }
      let label = RecordWords.text(field.name, in: RecordWords.fields, language)
      if case .text(let code) = field.value, let name = unit(code, in: field.name, of: outline) {
        return (field.name, label, "\(name) (\(code))")
      }
      return (field.name, label, text(field))
    }
  }

  /// The name of a geography, or of the unit that holds a unit of it.
  private func unit(_ code: String, in field: String, of outline: RecordOutline) -> String? {
    switch (outline.name, field) {
    case ("place", "scheme"):
      network.records.schemes.first { $0.record.id == code }?.record.name(in: language)
    case ("place", "parent"):
      value(of: "scheme", in: outline).flatMap { network.placeIndex(of: $0 + ":" + code) }
        .map { network.place($0).name }
    default: nil
    }
  }

  private func mark(_ standing: Period.Standing?) -> String {
    switch standing {
    case .ended: language(" (đã hết hạn)", " (ended)")
    case .notYet: language(" (chưa có hiệu lực)", " (not yet in force)")
    case .unknown: language(" (không rõ vào ngày này)", " (unknown on this day)")
    case .inForce, nil: ""
    }
  }

  private func text(_ field: RecordOutline.Field) -> String {
    switch field.value {
    case .integer(let number): return language.grouped(number)
    case .flag(let flag): return RecordWords.text("\(flag)", in: RecordWords.codes, language)
    case .number(let number):
      let isPoint = ["lat", "lon", "north", "south", "east", "west"].contains(field.name)
      return isPoint ? decimal(number, 7) : language.decimal(number, 7)
    case .text(let text):
      if let name = name(of: text, in: field.name) { return "\(name) (\(text))" }
      if field.name == "basis", let basis = Population.Basis(rawValue: text) {
        return PlanningText.name(basis, "", language)
      }
      guard Self.coded.contains(field.name) else {
        let isOwn = Self.own.contains(field.name)
        return language.date(isOwn ? text : network.words(text, in: language))
      }
      if RecordWords.codes[text] == nil, let name = need(text) { return name }
      return RecordWords.text(text, in: RecordWords.codes, language)
    }
  }

  /// The name of what a reference or a code of the vocabulary means.
  private func name(of text: String, in field: String) -> String? {
    if Self.places.contains(field) {
      return network.placeIndex(of: text).map { network.fullName(of: network.place($0)) }
    }
    if Self.facilities.contains(field) {
      return network.facilityIndex(of: text).map { network.facility($0).name }
        ?? network.records.parties.first { $0.record.id == text }?.record.name
    }
    return Self.needs.contains(field) ? need(text) : nil
  }

  /// The name of a specialty or capability.
  private func need(_ code: String) -> String? {
    let vocabulary = network.vocabulary
    return vocabulary.capabilityTypes[code].map { $0.name(in: language) }
      ?? vocabulary.specialties[code].map { $0.name(in: language) }
  }
}
