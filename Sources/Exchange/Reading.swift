import Facts
import HealthNetwork
import XMLStream

/// Reads documents one after another and gathers what is wrong with them.
struct Reading {
  var records = NetworkRecords()
  var errors: [XMLError] = []
  private(set) var paths: [String] = []
  private var pool = StringPool()
  private let limits: XMLLimits

  init(limits: XMLLimits) {
    self.limits = limits
  }

  /// What was wrong, up to the limit.
  var failure: ExchangeFailure {
    ExchangeFailure(
      errors: Array(errors.prefix(limits.errors)), omitted: max(0, errors.count - limits.errors))
  }

  /// Reads one document, and notes its errors.
  mutating func read(
    _ path: String, kind: ExchangeHeader.Kind
  ) -> (ExchangeHeader, [Located<Retraction>]) {
    let index = paths.count
    paths.append(path)
    do throws(XMLError) {
      let schema = try ExchangeSchema.compiled.get()
      let xml = try XMLReader(
        path: path, names: Term.names, namespace: ExchangeSchema.namespace, schema: schema,
        limits: limits)
      let document = DocumentReader(xml, path: path, index: index, pool: pool)
      do throws(XMLError) {
        pool = try document.read(into: &records)
        errors += document.problems
      } catch {
        // What was found before the document broke off is worth telling too.
        errors += document.xml.problems + [error]
      }
      if errors.isEmpty && document.header.kind != kind {
        errors.append(
          XMLError(
            kind: .invalid, path: path, line: 1,
            message: "kind is \"\(document.header.kind.rawValue)\"; expected \"\(kind.rawValue)\""))
      }
      return (document.header, document.retractions)
    } catch {
      errors.append(error)
      return (ExchangeHeader(), [])
    }
  }

  /// Notes what records have against each other.
  mutating func add(_ problems: NetworkProblems) {
    for problem in problems.problems where problem.severity == .error {
      let path = problem.origin.flatMap { paths.indices.contains($0.document) ? $0.document : nil }
      errors.append(
        XMLError(
          kind: .invalid, path: path.map { paths[$0] } ?? "network",
          line: problem.origin?.line ?? 0, message: problem.message))
    }
  }

  /// Throws what was wrong, if anything was.
  func finish() throws(ExchangeFailure) {
    if !errors.isEmpty { throw failure }
  }
}
