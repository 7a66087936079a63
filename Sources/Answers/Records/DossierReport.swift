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

  /// The lines of the report: fields and codes in words, and what is not in force on the day said so.
  func lines(_ style: AnswerStyle) -> [String] {
    var page = DossierPage(network: network, style: style)
    page.subjects = Set(subject.compactMap { page.value(of: "id", in: $0.outline) })
    var lines: [String] = []
    for entry in subject { lines += page.sheet(entry.outline, entry.standing) }
    let language = style.language
    lines += section(
      language("Thông tin về năng lực:", "Statements about it:"), statements, page: page)
    lines += section(language("Có liên quan:", "Related:"), related, limit: 60, page: page)
    return lines
  }

  private func section(
    _ title: String, _ entries: [Entry], limit: Int = .max, page: DossierPage
  ) -> [String] {
    guard !entries.isEmpty else { return [] }
    var lines = ["", title]
    for entry in entries.prefix(limit) {
      lines += page.paragraph(entry.outline, entry.standing, level: 1)
    }
    if entries.count > limit {
      let rest = entries.count - limit
      lines.append(
        page.style.language("  … và \(rest) nữa", "  … and \(rest) more")
          + page.style.parenthesis(.wholeAnswer))
    }
    return lines
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
