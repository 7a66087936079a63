import Facts
import Files
import XMLStream

/// Gathers what is found in a document: single findings as they are, frequent ones counted.
struct FindingTally {
  /// Most errors that are kept of a document read strictly.
  private let errorLimit: Int
  private let isStrict: Bool
  private let path: String
  private(set) var findings: [Finding] = []
  private var counted: [Key: Int] = [:]
  private var counts: [Count] = []
  private var errors: [DocumentError] = []
  private var errorCount = 0

  private struct Key: Hashable {
    var code: String
    var kind: String?
    var subject: String
  }

  private struct Count {
    var key: Key
    var finding: Finding
    var count = 0
  }

  init(path: String, options: ImportOptions) {
    self.path = path
    isStrict = options.isStrict
    errorLimit = options.limits.errors
  }

  /// Notes something about one record.
  mutating func add(_ finding: Finding) {
    findings.append(finding)
  }

  /// Counts something that may be so of many records: the finding tells how often, and its first
  /// line.
  ///
  /// - Parameters:
  ///   - code: What it is.
  ///   - importance: How much it matters.
  ///   - subject: What it is about; each is counted apart.
  ///   - kind: The kind of record.
  ///   - line: Where it was found; 0 where nothing is read.
  ///   - vi: What was found, without how often.
  ///   - en: The same in English.
  mutating func count(
    _ code: String, _ importance: Finding.Importance = .note, _ subject: String,
    kind: String? = nil,
    line: Int, vi: @autoclosure () -> String, en: @autoclosure () -> String
  ) {
    // Few things are frequent, and those come early: looking at them beats hashing three texts.
    for index in counts.indices.prefix(24)
    where counts[index].key.subject == subject && counts[index].key.code == code
      && counts[index].key.kind == kind
    {
      counts[index].count += 1
      return
    }
    let key = Key(code: code, kind: kind, subject: subject)
    if let index = counted[key] {
      counts[index].count += 1
      return
    }
    counted[key] = counts.count
    let finding = Finding(
      code, importance, kind: kind, at: Origin(document: 0, line: line), vi: vi(), en: en())
    counts.append(Count(key: key, finding: finding, count: 1))
  }

  /// Notes that the document breaks the rules of its format: an error if it is read strictly, else
  /// something that was repaired and is counted.
  mutating func breach(
    _ code: String, _ subject: String, kind: String? = nil, line: Int,
    vi: @autoclosure () -> String, en: @autoclosure () -> String
  ) {
    guard isStrict else {
      count(code, .note, subject, kind: kind, line: line, vi: vi(), en: en())
      return
    }
    errorCount += 1
    guard errors.count < errorLimit else { return }
    errors.append(
      DocumentError(kind: .invalid, path: path, line: line, message: en(), vi: vi()))
  }

  /// Everything found, the counted at the end.
  var all: [Finding] {
    findings
      + counts.map { count in
        var finding = count.finding
        // What is written has no lines: only how often is told.
        switch (count.count, finding.origin?.line ?? 0) {
        case (1, 0): break
        case (let times, 0):
          finding.vi += " (\(times) lần)"
          finding.en += " (\(times) times)"
        case (1, let line):
          finding.vi += " (dòng \(line))"
          finding.en += " (line \(line))"
        case (let times, let line):
          finding.vi += " (\(times) lần, lần đầu ở dòng \(line))"
          finding.en += " (\(times) times, first on line \(line))"
        }
        return finding
      }
  }

  /// Throws what keeps a document that is read strictly from being taken.
  func finish() throws(ExchangeFailure) {
    guard !errors.isEmpty else { return }
    throw ExchangeFailure(errors: errors, omitted: errorCount - errors.count)
  }
}
