import Exchange
import Facts
import Formats
import HealthNetwork

/// The check of one network, for people and for programs.
struct CheckReport {
  let entry: CheckAnswer.Entry
  let style: AnswerStyle
  /// How many warnings of a topic a table shows unless all are asked for.
  private static let shownFindings = 5

  private var language: Language { style.language }
  private var path: String { entry.path }

  /// The check as people read it.
  var table: String {
    guard let content = entry.content else {
      return "\(path): " + language("KHÔNG hợp lệ", "NOT valid") + "\n"
    }
    let folder = content.session.loaded
    var lines = [
      "\(path): " + language("hợp lệ", "valid") + " – \(folder.network.header.name), "
        + language.counted(folder.documents.count, "tài liệu", "document")
        + ", \(folder.digest)"
    ]
    let counts = folder.network.records.counts.filter { $0.count > 0 }
    lines.append(
      "  "
        + counts.map { counted in
          RecordWords.text(counted.kind, in: RecordWords.records, language)
            + " \(language.grouped(counted.count))"
        }.joined(separator: ", "))
    lines.append("")
    var table = TextTable([
      ("  ", .left), (language("Hạng", "Grade"), .left), (language("Đạt", "Share"), .right),
      (language("Số", "Records"), .right), (language("Chủ đề", "Topic"), .left), ("", .left),
    ])
    for grade in content.review.grades {
      table.add([
        "", grade.letter ?? "—", grade.share.map { language.decimal($0 * 100, 1) + " %" } ?? "—",
        "\(grade.good)/\(grade.total)", grade.topic.rawValue, grade.topic.text(language),
      ])
    }
    lines += table.lines(width: style.width)
    if let quality = content.quality {
      lines += GradeReport(quality: quality, style: style, isWhole: entry.isWhole).lines
    }
    lines += warningLines(content)
    return lines.joined(separator: "\n") + "\n"
  }

  private func warningLines(_ content: CheckAnswer.Content) -> [String] {
    let findings = content.findings
    guard !findings.isEmpty else { return [] }
    var lines = ["", language("Cảnh báo: \(findings.count)", "Warnings: \(findings.count)")]
    var shown: [NetworkReview.Topic: Int] = [:]
    for finding in findings {
      let count = shown[finding.topic, default: 0]
      shown[finding.topic] = count + 1
      guard entry.isWhole || count < CheckReport.shownFindings else { continue }
      let text = language(finding.vi, finding.en)
      lines.append("\(place(of: finding, content)): \(text) [\(finding.topic.rawValue)]")
    }
    let hidden =
      entry.isWhole
      ? 0 : shown.values.reduce(0) { $0 + max(0, $1 - CheckReport.shownFindings) }
    if hidden > 0 {
      lines.append(
        language("… và \(hidden) nữa", "… and \(hidden) more") + style.parenthesis(.wholeList))
    }
    return lines
  }

  /// The file and line of a finding, as the errors of a network have them.
  private func place(
    of finding: NetworkReview.Finding, _ content: CheckAnswer.Content
  ) -> String {
    let documents = content.session.loaded.documents
    guard documents.indices.contains(finding.origin.document) else {
      return "scenario:\(finding.origin.line)"
    }
    return file(documents[finding.origin.document].path) + ":\(finding.origin.line)"
  }

  private func file(_ document: String) -> String {
    if document == path || path.isEmpty { return document }
    return path.hasSuffix("/") ? path + document : path + "/" + document
  }

  /// The check for programs: all warnings.
  var json: JSONValue {
    guard let content = entry.content else {
      return .object(["path": .string(path), "valid": .bool(false)])
    }
    let folder = content.session.loaded
    let counts = folder.network.records.counts.filter { $0.count > 0 }
    let records = counts.map { ($0.kind, JSONValue.integer($0.count)) }
    return .object([
      "path": .string(path),
      "valid": .bool(true),
      "quality": content.quality?.json,
      "id": .string(folder.network.header.id),
      "name": .string(folder.network.header.name),
      "digest": .string(folder.digest),
      "documents": .integer(folder.documents.count),
      "records": .object(Dictionary(uniqueKeysWithValues: records)),
      "grades": .array(content.review.grades.map(json)),
      "warnings": .array(content.findings.map { json($0, content) }),
    ])
  }

  private func json(_ grade: NetworkReview.Grade) -> JSONValue {
    .object([
      "topic": .string(grade.topic.rawValue),
      "text": .string(grade.topic.text(language)),
      "total": .integer(grade.total),
      "good": .integer(grade.good),
      "share": grade.share.map { .number($0, decimals: 4) },
      "grade": grade.letter.map { .string($0) },
    ])
  }

  private func json(
    _ finding: NetworkReview.Finding, _ content: CheckAnswer.Content
  ) -> JSONValue {
    .object([
      "topic": .string(finding.topic.rawValue),
      "at": .string(place(of: finding, content)),
      "text": .string(language(finding.vi, finding.en)),
    ])
  }
}
