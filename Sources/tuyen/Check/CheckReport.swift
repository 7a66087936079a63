import Exchange
import Facts
import Formats
import HealthNetwork

/// What a check of one network found.
struct CheckReport {
  private let path: String
  private let folder: LoadedNetwork?
  private let command: CheckCommand
  /// The grades and warnings; nil when the network is not valid.
  let review: NetworkReview?

  /// How many warnings of a topic a table shows unless all are asked for.
  private static let shownFindings = 5

  /// The grades of facilities and provinces, where they are asked for.
  private let grades: GradeReport?

  init(
    path: String, folder: LoadedNetwork?, review: NetworkReview?, command: CheckCommand,
    grades: GradeReport? = nil
  ) {
    self.grades = grades
    self.path = path
    self.folder = folder
    self.review = review
    self.command = command
  }

  private var language: Language { command.networkOptions.lang }

  /// The findings that are asked for.
  private var findings: [NetworkReview.Finding] {
    let findings = review?.findings ?? []
    guard !command.topic.isEmpty else { return findings }
    let wanted = Set(command.topic)
    return findings.filter { wanted.contains($0.topic) }
  }

  /// The check as people read it.
  var table: String {
    guard let folder, let review else {
      return "\(path): " + language("KHÔNG hợp lệ", "NOT valid") + "\n"
    }
    var lines = [
      "\(path): " + language("hợp lệ", "valid") + " – \(folder.network.header.name), "
        + language("\(folder.documents.count) tài liệu", "\(folder.documents.count) documents")
        + ", \(folder.digest)"
    ]
    let counts = folder.network.records.counts.filter { $0.count > 0 }
    lines.append(
      "  " + counts.map { "\($0.count) \($0.kind)" }.joined(separator: ", "))
    lines.append("")
    var table = TextTable([
      ("  ", .left), (language("Hạng", "Grade"), .left), (language("Đạt", "Share"), .right),
      (language("Số", "Records"), .right), (language("Chủ đề", "Topic"), .left), ("", .left),
    ])
    for grade in review.grades {
      table.add([
        "", grade.letter ?? "—", grade.share.map { decimal($0 * 100, 1) + " %" } ?? "—",
        "\(grade.good)/\(grade.total)", grade.topic.rawValue, grade.topic.text(language),
      ])
    }
    lines += table.lines
    lines += grades?.lines ?? []
    lines += warningLines
    return lines.joined(separator: "\n") + "\n"
  }

  private var warningLines: [String] {
    let findings = findings
    guard !findings.isEmpty else { return [] }
    var lines = ["", language("Cảnh báo: \(findings.count)", "Warnings: \(findings.count)")]
    var shown: [NetworkReview.Topic: Int] = [:]
    for finding in findings {
      let count = shown[finding.topic, default: 0]
      shown[finding.topic] = count + 1
      guard command.all || count < CheckReport.shownFindings else { continue }
      lines.append(
        "\(place(of: finding)): \(language(finding.vi, finding.en)) [\(finding.topic.rawValue)]")
    }
    let hidden =
      command.all
      ? 0 : shown.values.reduce(0) { $0 + max(0, $1 - CheckReport.shownFindings) }
    if hidden > 0 {
      lines.append(
        language("… và \(hidden) nữa (--all để xem hết)", "… and \(hidden) more (--all lists them)")
      )
    }
    return lines
  }

  /// The file and line of a finding, as the errors of a network have them.
  private func place(of finding: NetworkReview.Finding) -> String {
    guard let folder, folder.documents.indices.contains(finding.origin.document) else {
      return "scenario:\(finding.origin.line)"
    }
    return file(folder.documents[finding.origin.document].path) + ":\(finding.origin.line)"
  }

  private func file(_ document: String) -> String {
    if document == path { return path }
    return path.hasSuffix("/") ? path + document : path + "/" + document
  }

  /// The check for programs: all warnings.
  var json: JSONValue {
    guard let folder, let review else {
      return .object(["path": .string(path), "valid": .bool(false)])
    }
    let counts = folder.network.records.counts.filter { $0.count > 0 }
    return .object([
      "path": .string(path),
      "valid": .bool(true),
      "quality": grades?.json,
      "id": .string(folder.network.header.id),
      "name": .string(folder.network.header.name),
      "digest": .string(folder.digest),
      "documents": .integer(folder.documents.count),
      "records": .object(
        Dictionary(uniqueKeysWithValues: counts.map { ($0.kind, .integer($0.count)) })),
      "grades": .array(
        review.grades.map { grade in
          .object([
            "topic": .string(grade.topic.rawValue),
            "text": .string(grade.topic.text(language)),
            "total": .integer(grade.total), "good": .integer(grade.good),
            "share": grade.share.map { .number($0, decimals: 4) },
            "grade": grade.letter.map { .string($0) },
          ])
        }),
      "warnings": .array(
        findings.map { finding in
          .object([
            "topic": .string(finding.topic.rawValue),
            "at": .string(place(of: finding)),
            "text": .string(language(finding.vi, finding.en)),
          ])
        }),
    ])
  }
}
