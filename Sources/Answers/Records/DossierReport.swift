import Exchange
import Facts
import Formats
import HealthNetwork

/// A record and everything the network says of it, for people and for programs.
struct DossierReport {
  private let subject: [Entry]
  private let statements: [Entry]
  private let related: [Entry]
  private let network: Network

  /// A record, and what its period says of the day.
  fileprivate struct Entry {
    var outline: RecordOutline
    var standing: Period.Standing?
  }

  init(_ dossier: Dossier, _ network: Network, _ day: Day) {
    self.network = network
    func entries(_ records: NetworkRecords) -> [Entry] {
      var collector = Collector(records: records, day: day)
      NetworkRecords.visitKinds(&collector)
      return collector.entries
    }
    subject = entries(dossier.subject)
    statements = entries(dossier.statements)
    related = entries(dossier.related)
  }

  /// The lines of the report; "!" marks what is not in force on the day.
  func lines(_ style: AnswerStyle) -> [String] {
    let language = style.language
    var lines: [String] = []
    for entry in subject { lines += self.lines(entry, level: 0) }
    lines += section(language("Thông tin về năng lực:", "Statements about it:"), statements, style)
    lines += section(language("Có liên quan:", "Related:"), related, limit: 60, style)
    return lines
  }

  private func section(
    _ title: String, _ entries: [Entry], limit: Int = .max, _ style: AnswerStyle
  ) -> [String] {
    guard !entries.isEmpty else { return [] }
    var lines = ["", title]
    for entry in entries.prefix(limit) { lines += self.lines(entry, level: 1) }
    if entries.count > limit {
      let rest = entries.count - limit
      lines.append(
        style.language("  … và \(rest) nữa", "  … and \(rest) more")
          + style.parenthesis(.wholeAnswer))
    }
    return lines
  }

  private func lines(_ entry: Entry, level: Int) -> [String] {
    let mark =
      switch entry.standing {
      case .ended: " ! ended"
      case .notYet: " ! not yet"
      case .unknown: " ! unknown on this day"
      case .inForce, nil: ""
      }
    return lines(entry.outline, level: level, mark: mark)
  }

  private func lines(_ outline: RecordOutline, level: Int, mark: String = "") -> [String] {
    let indent = String(repeating: "  ", count: level)
    let fields = outline.fields.map { field in "\(field.name)=\(text(field))" }
    guard level == 0 else {
      return [indent + outline.name + mark + "  " + fields.joined(separator: "  ")]
        + outline.children.flatMap { lines($0, level: level + 1) }
    }
    let width = outline.fields.map(\.name.count).max() ?? 0
    return [outline.name + mark]
      + outline.fields.map { field in
        "  " + field.name + String(repeating: " ", count: width - field.name.count) + "  "
          + text(field)
      } + outline.children.flatMap { lines($0, level: 1) }
  }

  /// A value; references are followed by what they name.
  private func text(_ field: RecordOutline.Field) -> String {
    let value = field.value.text
    let name: String? =
      switch field.name {
      case "place", "otherPlace":
        network.placeIndex(of: value).map { network.fullName(of: network.place($0)) }
      case "facility", "ref", "supporter", "recipient", "parent", "successor", "supportedBy",
        "transferredBy":
        network.facilityIndex(of: value).map { network.facility($0).name }
      default: nil
      }
    return name.map { "\(value) (\($0))" } ?? value
  }

  /// The report for programs.
  var json: JSONValue {
    .object([
      "records": .array(subject.map(json)), "statements": .array(statements.map(json)),
      "related": .array(related.map(json)),
    ])
  }

  private func json(_ entry: Entry) -> JSONValue {
    guard case .object(var fields) = json(entry.outline) else { return .null }
    fields["record"] = .string(entry.outline.name)
    fields["standing"] = entry.standing.map { .string($0.code) }
    return .object(fields)
  }

  private func json(_ outline: RecordOutline) -> JSONValue {
    var fields: [String: JSONValue?] = [:]
    for field in outline.fields { fields[field.name] = field.value.json }
    fields["text"] = outline.text.map { .string($0) }
    for (name, children) in Dictionary(grouping: outline.children, by: \.name) {
      // An element of the same name as an attribute, as other names are, gets the plural.
      fields[fields[name] == nil ? name : name + "s"] = .array(children.map(json))
    }
    return .object(fields)
  }
}

extension RecordOutline.Value {
  fileprivate var text: String {
    switch self {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): decimal(number, 7)
    case .flag(let flag): "\(flag)"
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number, decimals: 7)
    case .flag(let flag): .bool(flag)
    }
  }
}

/// Outlines records of all kinds.
private struct Collector: KindVisitor {
  let records: NetworkRecords
  let day: Day
  var entries: [DossierReport.Entry] = []

  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    for located in records[keyPath: kind] {
      let period: Period? =
        switch located.record {
        case let record as Capability: record.period
        case let record as Agreement: record.period
        case let record as Rotation: record.period
        case let record as Technique: record.period
        case let record as Programme: record.period
        default: nil
        }
      entries.append(
        DossierReport.Entry(
          outline: RecordOutline(of: located.record), standing: period?.standing(on: day)))
    }
  }
}
