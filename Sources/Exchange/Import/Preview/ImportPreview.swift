public import Facts
public import HealthNetwork

/// What documents would change in a network, and what is odd about them; nothing is changed yet.
///
///     let preview = ImportPreview(of: documents, into: folder, options: PreviewOptions())
///     preview.counts["facility"]?.changed       // 53
///     preview.findings.first?.code              // "coordinates_swapped"
public struct ImportPreview: Sendable {
  /// What becomes of a record.
  public enum Status: String, CaseIterable, Sendable {
    /// The network does not have it yet.
    case new
    /// The network has it otherwise.
    case changed
    /// The network has it just so.
    case same
    /// The network has it, and it would go.
    case gone
  }

  /// A record that is new, changed or gone.
  public struct Entry: Sendable {
    /// What becomes of it.
    public var status: Status
    /// Its kind, as exchange files name it.
    public var kind: String
    /// Its key.
    public var key: String
    /// Its name, where it has one.
    public var name: String?
    /// Where the network has it; nil for a new one.
    public var oldOrigin: Origin?
    /// Where the import has it; nil for one that a document lacks.
    public var newOrigin: Origin?
    /// Who said what the network has, and when.
    public var oldProvenance: Provenance?
    /// Who says what the import has, and when.
    public var newProvenance: Provenance?
    /// Where it differs; empty unless it is changed.
    public var changes: [FieldChange] = []
  }

  /// How many records of a kind there are of each status.
  public struct Counts: Hashable, Sendable {
    /// New ones.
    public var new = 0
    /// Changed ones.
    public var changed = 0
    /// Those that are the same.
    public var same = 0
    /// Those that would go.
    public var gone = 0

    /// Creates counts of nothing.
    public init() {}
  }

  /// The paths that origins mean: the documents of the network, and behind them those imported.
  public internal(set) var paths: [String]
  /// How many of the paths are documents of the network.
  public internal(set) var baseCount: Int
  /// The counts, by kind.
  public internal(set) var counts: [String: Counts] = [:]
  /// What is new, changed or gone, by kind and then in order of reading.
  public internal(set) var entries: [Entry] = []
  /// What is worth knowing, the worst first.
  public internal(set) var findings: [Finding] = []
  /// What would be done to the network.
  public internal(set) var delta = NetworkDelta()
  /// How many points are not used as they are written but corrected.
  public internal(set) var fixes = 0

  /// Whether anything would change.
  public var isEmpty: Bool { entries.isEmpty }
  /// Whether somebody should look at something before it is applied.
  public var isOdd: Bool { findings.contains { $0.importance == .odd } }
  /// Whether something keeps it from being applied.
  public var hasErrors: Bool { findings.contains { $0.importance == .error } }

  /// The file and line that an origin means.
  public func place(_ origin: Origin) -> String {
    guard paths.indices.contains(origin.document) else { return "network" }
    return origin.line > 0
      ? "\(paths[origin.document]):\(origin.line)" : paths[origin.document]
  }

  init(paths: [String], baseCount: Int) {
    self.paths = paths
    self.baseCount = baseCount
  }

  /// Compares documents with a network that they are to be applied to.
  ///
  /// - Parameters:
  ///   - documents: The documents, in order.
  ///   - folder: The network.
  ///   - options: What is allowed.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records of both sides, and a little
  ///   for each pair of facilities near each other.
  public init(
    of documents: [ImportedDocument], into folder: LoadedNetwork, options: PreviewOptions
  ) {
    var builder = PreviewBuilder(
      base: folder.network.records, paths: folder.documents.map(\.path), documents: documents,
      options: options)
    builder.compare()
    builder.examine()
    builder.check()
    self = builder.finished()
  }

  /// Compares two sets of records, neither of which need be a network.
  ///
  /// - Parameters:
  ///   - old: The documents of the older side.
  ///   - new: Those of the newer side.
  public init(from old: [ImportedDocument], to new: [ImportedDocument]) {
    var base = NetworkRecords()
    for (index, document) in old.enumerated() {
      base.append(contentsOf: document.records, asDocument: index)
    }
    var options = PreviewOptions()
    options.isComplete = true
    options.allowsMassDelete = true
    options.replacesWhole = true
    // Of other formats the provenance is that of the file, which always differs.
    options.ignoresProvenance = (old + new).contains { $0.format != .native }
    var builder = PreviewBuilder(
      base: base, paths: old.map(\.path), documents: new, options: options)
    builder.compare()
    self = builder.finished()
  }
}

/// What a preview allows and assumes.
public struct PreviewOptions: Sendable {
  /// Whether the documents list everything of their kinds; nil to believe each document.
  public var isComplete: Bool?
  /// Whether records may go in great numbers.
  public var allowsMassDelete = false
  /// For ids of imported facilities, those of the facilities of the network that are meant.
  public var links: [String: String] = [:]
  /// The index of the document of the network outside which nothing can be gone.
  public var scope: Int?
  /// Whether records of other formats replace ours instead of being laid over them.
  var replacesWhole = false
  /// Whether records that differ only in who says it and when are the same.
  var ignoresProvenance = false

  /// Believes each document, and allows no mass delete.
  public init() {}
}
