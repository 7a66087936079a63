import Exchange
import Facts
import Formats
import HealthNetwork

/// The preview of an import, or a difference, for people and for programs.
struct ImportReport {
  let preview: ImportPreview
  let style: AnswerStyle
  /// Whether every record is listed in a table.
  let isWhole: Bool
  /// How many records of a status, and findings of a code, a table lists otherwise.
  private static let shown = 20

  private var language: Language { style.language }

  /// The counts, the records and the findings, as people read them.
  var lines: [String] { countLines + entryLines + findingLines }

  private var countLines: [String] {
    var table = TextTable([
      (language("Loại", "Kind"), .left), (language("mới", "new"), .right),
      (language("đổi", "changed"), .right), (language("như cũ", "same"), .right),
      (language("mất", "gone"), .right),
    ])
    let kinds = preview.counts.keys.sorted()
    guard !kinds.isEmpty else { return [language("Không có bản ghi nào.", "There is no record.")] }
    for kind in kinds {
      guard let counts = preview.counts[kind] else { continue }
      table.add([
        RecordWords.text(kind, in: RecordWords.records, language), String(counts.new),
        String(counts.changed), String(counts.same), String(counts.gone),
      ])
    }
    return table.lines(width: style.width)
  }

  private var entryLines: [String] {
    var lines: [String] = []
    for status in ImportPreview.Status.allCases {
      let entries = preview.entries.filter { $0.status == status }
      guard !entries.isEmpty else { continue }
      lines += ["", "\(title(of: status)): \(entries.count)"]
      let shown = isWhole ? entries[...] : entries.prefix(ImportReport.shown)
      for entry in shown { lines += self.lines(of: entry) }
      if shown.count < entries.count { lines.append(more(entries.count - shown.count)) }
    }
    return lines
  }

  private func lines(of entry: ImportPreview.Entry) -> [String] {
    let sign =
      switch entry.status {
      case .new: "+"
      case .gone: "-"
      case .changed, .same: "~"
      }
    let name = entry.name.map { " (\($0))" } ?? ""
    let place = (entry.newOrigin ?? entry.oldOrigin).map { " " + preview.place($0) } ?? ""
    var lines = ["  \(sign) \(word(entry.kind)) \(entry.key)\(name)\(place)"]
    for change in entry.changes {
      let field = RecordWords.text(change.field, in: RecordWords.fields, language)
      lines.append("      \(field): \(change.old ?? "—") → \(change.new ?? "—")")
    }
    if entry.status == .changed {
      let old = said(entry.oldProvenance)
      let new = said(entry.newProvenance)
      lines.append("      [\(old)] → [\(new)]")
    }
    return lines
  }

  /// A kind of records within a line.
  private func word(_ kind: String) -> String {
    RecordWords.text(kind, in: RecordWords.records, language).lowercased()
  }

  /// Who said it, and when.
  private func said(_ provenance: Provenance?) -> String {
    let source = provenance?.source ?? language("không rõ nguồn", "no source")
    return provenance?.asserted.map { "\(source), \($0)" } ?? source
  }

  private var findingLines: [String] {
    var lines: [String] = []
    for importance in Finding.Importance.allCases.reversed() {
      let findings = preview.findings.filter { $0.importance == importance }
      guard !findings.isEmpty else { continue }
      lines += ["", "\(title(of: importance)): \(findings.count)"]
      var counts: [String: Int] = [:]
      for finding in findings {
        counts[finding.code, default: 0] += 1
        guard isWhole || counts[finding.code, default: 0] <= ImportReport.shown else { continue }
        lines.append("  " + line(of: finding))
      }
      let hidden =
        isWhole ? 0 : counts.values.reduce(0) { $0 + max(0, $1 - ImportReport.shown) }
      if hidden > 0 { lines.append(more(hidden)) }
    }
    return lines
  }

  private func line(of finding: Finding) -> String {
    let place = finding.origin.map { preview.place($0) + ": " } ?? ""
    let record = finding.key.map { "\(word(finding.kind ?? "")) \($0): " } ?? ""
    return "\(place)\(record)\(text(of: finding)) [\(finding.code)]"
  }

  /// The findings, each with what settles it.
  private func text(of finding: Finding) -> String {
    let text = language(finding.vi, finding.en)
    return switch finding.remedy {
    case nil: text
    case .correctPoints: text + style.parenthesis(.settle(.correctPoints))
    case .some(let remedy): text + style.clause(.settle(remedy))
    }
  }

  private func title(of status: ImportPreview.Status) -> String {
    switch status {
    case .new: language("Mới", "New")
    case .changed: language("Đổi", "Changed")
    case .same: language("Như cũ", "Same")
    case .gone: language("Mất", "Gone")
    }
  }

  private func title(of importance: Finding.Importance) -> String {
    switch importance {
    case .error: language("Lỗi", "Errors")
    case .odd: language("Lạ, cần xem", "Odd")
    case .note: language("Ghi chú", "Notes")
    }
  }

  private func more(_ count: Int) -> String {
    language("  … và \(count) nữa", "  … and \(count) more") + style.parenthesis(.wholeList)
  }

  /// Everything, for programs.
  var json: [String: JSONValue?] {
    [
      "counts": .object(
        preview.counts.mapValues { counts in
          .object([
            "new": .integer(counts.new), "changed": .integer(counts.changed),
            "same": .integer(counts.same), "gone": .integer(counts.gone),
          ])
        }),
      "records": .array(preview.entries.map(json)),
      "findings": .array(preview.findings.map(json)),
    ]
  }

  private func json(_ entry: ImportPreview.Entry) -> JSONValue {
    .object([
      "status": .string(entry.status.rawValue),
      "kind": .string(entry.kind),
      "key": .string(entry.key),
      "name": entry.name.map { .string($0) },
      "old": side(entry.oldOrigin, entry.oldProvenance),
      "new": side(entry.newOrigin, entry.newProvenance),
      "changes": entry.status == .changed
        ? .array(
          entry.changes.map { change in
            .object([
              "field": .string(change.field), "old": change.old.map { .string($0) },
              "new": change.new.map { .string($0) },
            ])
          }) : nil,
    ])
  }

  private func side(_ origin: Origin?, _ provenance: Provenance?) -> JSONValue? {
    guard let origin else { return nil }
    return .object([
      "at": .string(preview.place(origin)),
      "source": provenance?.source.map { .string($0) },
      "asserted": provenance?.asserted.map { .string($0.description) },
    ])
  }

  private func json(_ finding: Finding) -> JSONValue {
    .object([
      "code": .string(finding.code),
      "severity": .string(finding.importance.rawValue),
      "kind": finding.kind.map { .string($0) },
      "key": finding.key.map { .string($0) },
      "at": finding.origin.map { .string(preview.place($0)) },
      "text": .string(text(of: finding)),
    ])
  }
}
