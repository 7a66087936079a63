import Facts
import Files
import HealthNetwork
import XMLStream

/// Reads documents one after another and gathers what is wrong with them.
struct DocumentSetReader {
  var records = NetworkRecords()
  var errors: [DocumentError] = []
  /// Errors of documents that were only counted.
  private var uncounted = 0
  var paths: [String] = []
  /// The deltas read so far.
  var deltas: [LoadedNetwork.Document] = []
  /// Documents in JSON, by their numbers, for the places of their errors.
  private var translations: [Int: JSONDelta] = [:]
  private var pool = TextPool()
  private let limits: XMLLimits

  init(limits: XMLLimits) {
    self.limits = limits
  }

  /// Goes on after documents and deltas that were read before.
  init(
    limits: XMLLimits, records: NetworkRecords, paths: [String],
    deltas: [LoadedNetwork.Document]
  ) {
    self.limits = limits
    self.records = records
    self.paths = paths
    self.deltas = deltas
  }

  /// What was wrong, up to the limit.
  var failure: ExchangeFailure {
    ExchangeFailure(
      errors: Array(errors.prefix(limits.errors)),
      omitted: uncounted + max(0, errors.count - limits.errors))
  }

  /// What a document says besides its records.
  struct Outcome {
    var header = ExchangeHeader()
    var rootLine = 0
    var retractions: [Located<Retraction>] = []
  }

  /// Reads one document of a file, and notes its errors.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - kind: What it must be for; nil where either kind will do.
  /// - Returns: What it says besides its records.
  mutating func read(_ path: String, kind: ExchangeHeader.Kind?) -> Outcome {
    read(.file(path), kind: kind)
  }

  /// Reads one document, and notes its errors.
  ///
  /// - Parameters:
  ///   - source: The document.
  ///   - kind: What it must be for; nil where either kind will do.
  /// - Returns: What it says besides its records.
  mutating func read(_ source: DataSource, kind: ExchangeHeader.Kind?) -> Outcome {
    let path = source.name
    let index = paths.count
    paths.append(path)
    if let outcome = readInPassing(source, kind, index) { return outcome }
    do throws(DocumentError) {
      let schema = try ExchangeSchema.compiled.get()
      let translation = kind == .delta ? try translated(source, index) : nil
      let xml = try DocumentSetReader.reader(of: translation ?? source, schema, limits)
      var document = DocumentReader(
        xml, path: path, index: index, errorLimit: limits.errors, pool: takePool())
      // What was found before a document broke off is worth telling too.
      var end: [DocumentError] = []
      do throws(DocumentError) {
        pool = try document.read(into: &records)
      } catch {
        end = [error]
      }
      let problems = document.problems
      if let kind, problems.isEmpty, end.isEmpty, document.header.kind != kind {
        let found = document.header.kind.rawValue
        end = [
          DocumentError(
            kind: .invalid, path: path, line: document.rootLine,
            message: "kind is \"\(found)\"; expected \"\(kind.rawValue)\"")
        ]
      }
      errors += (problems + end).map { placed($0, index) }
      uncounted += document.problemCount - problems.count
      return Outcome(
        header: document.header, rootLine: document.rootLine, retractions: document.retractions)
    } catch {
      errors.append(error)
      return Outcome()
    }
  }

  /// The XML that says the same as a document in JSON; nil for one that is not in JSON.
  private mutating func translated(
    _ source: DataSource, _ index: Int
  ) throws(DocumentError) -> DataSource? {
    guard JSONDelta.isJSON(source) else { return nil }
    let delta = try JSONDelta(source, limits: limits)
    translations[index] = delta
    return .bytes(delta.bytes, name: source.name)
  }

  /// An error at its place in the document as it was given.
  func placed(_ error: DocumentError, _ document: Int) -> DocumentError {
    translations[document]?.placed(error) ?? error
  }

  /// Reads a document of which nothing need be said; nil, as if it had not been read, for every other.
  private mutating func readInPassing(
    _ source: DataSource, _ kind: ExchangeHeader.Kind?, _ index: Int
  ) -> Outcome? {
    // A stream cannot be read a second time.
    guard let rules = ExchangeSchema.rules, source != .standardInput else { return nil }
    let mark = RecordMark(records)
    do throws(DocumentError) {
      let xml = try XMLReader(
        source, names: Term.names, namespace: ExchangeSchema.namespace, rules: rules,
        limits: limits)
      var document = DocumentReader(
        xml, path: source.name, index: index, errorLimit: limits.errors, pool: takePool())
      pool = try document.read(into: &records)
      if !document.isDoubtful, document.problemCount == 0,
        kind == nil || document.header.kind == kind
      {
        return Outcome(
          header: document.header, rootLine: document.rootLine, retractions: document.retractions)
      }
    } catch {
      // The error is met again when the document is read with the schema.
    }
    records = mark.cut(takeRecords())
    return nil
  }

  /// The texts met so far, given away: a second copy of them would be made at the first new one.
  private mutating func takePool() -> TextPool {
    var taken = TextPool()
    swap(&taken, &pool)
    return taken
  }

  private static func reader(
    of source: DataSource, _ schema: XMLSchema, _ limits: XMLLimits
  ) throws(DocumentError) -> XMLReader {
    switch source {
    case .file(let path):
      return try XMLReader(
        path: path, names: Term.names, namespace: ExchangeSchema.namespace, schema: schema,
        limits: limits)
    case .standardInput:
      return try XMLReader(
        path: "/dev/stdin", names: Term.names, namespace: ExchangeSchema.namespace,
        schema: schema, limits: limits)
    case .bytes(let bytes, let name):
      return try XMLReader(
        bytes: bytes, path: name, names: Term.names, namespace: ExchangeSchema.namespace,
        schema: schema, limits: limits)
    }
  }

  /// What keeps a document in memory from being read.
  static func problems(in bytes: [UInt8], path: String) -> [DocumentError] {
    do throws(ExchangeFailure) {
      _ = try records(in: bytes, path: path)
      return []
    } catch {
      return error.errors
    }
  }

  /// The records of a document in memory.
  static func records(in bytes: [UInt8], path: String) throws(ExchangeFailure) -> NetworkRecords {
    var reading = DocumentSetReader(limits: XMLLimits())
    _ = reading.read(.bytes(bytes, name: path), kind: nil)
    guard reading.errors.isEmpty else { throw ExchangeFailure(errors: reading.errors) }
    return reading.takeRecords()
  }

  /// Makes room for what is yet to be read.
  mutating func makeRoom(bytesRead: Int, of bytes: Int) {
    records = RecordCapacityReserver(takeRecords(), bytesRead: bytesRead, of: bytes).records
  }

  /// Notes what records have against each other.
  mutating func add(_ problems: NetworkProblems) {
    for problem in problems.problems where problem.severity == .error {
      let path = problem.origin.flatMap { paths.indices.contains($0.document) ? $0.document : nil }
      let error = DocumentError(
        kind: .invalid, path: path.map { paths[$0] } ?? "network",
        line: problem.origin?.line ?? 0, message: problem.message,
        vi: ProblemPhrases.vietnamese(of: problem))
      errors.append(path.map { placed(error, $0) } ?? error)
    }
  }

  /// The records, given away: nobody then keeps a second copy of them.
  mutating func takeRecords() -> NetworkRecords {
    var taken = NetworkRecords()
    swap(&taken, &records)
    return taken
  }

  /// Throws what was wrong, if anything was.
  func finish() throws(ExchangeFailure) {
    if !errors.isEmpty { throw failure }
  }
}
