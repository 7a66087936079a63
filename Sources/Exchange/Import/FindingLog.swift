import Facts

/// Findings as they are made: of each code only so many are kept, and the others counted.
package struct FindingLog {
  /// Most findings of one code that are kept: a hundred thousand equal ones help nobody.
  static let mostOfOneCode = 1_000

  private var kept: [Finding] = []
  private var counts: [String: Int] = [:]

  /// Begins with no findings.
  package init() {}

  /// Adds a finding.
  package mutating func add(_ finding: Finding) {
    counts[finding.code, default: 0] += 1
    if counts[finding.code, default: 0] <= FindingLog.mostOfOneCode { kept.append(finding) }
  }

  /// The findings, and for each code of which some were not kept, one more that says how many.
  package var findings: [Finding] {
    let more = counts.filter { $0.value > FindingLog.mostOfOneCode }.sorted { $0.key < $1.key }
    return kept
      + more.map { code, count in
        let rest = count - FindingLog.mostOfOneCode
        return Finding(
          code, .odd, vi: "và \(rest) phát hiện nữa cùng mã \(code)",
          en: "and \(rest) more findings of the code \(code)")
      }
  }
}
