import Facts
import Files
import HealthNetwork
import XMLStream

/// Which documents of a network a preview changes, and what their bytes will be.
struct ImportPlan {
  /// A document that changes.
  struct File {
    var path: String
    var isNew: Bool
    var bytes: [UInt8]
  }

  /// The documents that change, in path order.
  private(set) var files: [File] = []
  /// The change, as a delta of our own.
  let change: [UInt8]
  /// What takes the change back, as a delta of our own.
  let undo: [UInt8]

  /// Takes a plan that was made elsewhere.
  init(files: [File], change: [UInt8], undo: [UInt8]) {
    self.files = files.sorted { $0.path < $1.path }
    self.change = change
    self.undo = undo
  }

  /// Plans a change.
  ///
  /// - Throws: `ExchangeFailure` when what the documents say does not agree.
  init(
    _ preview: ImportPreview, _ documents: [ImportedDocument], _ folder: LoadedNetwork,
    target: String?, root: String
  ) throws(ExchangeFailure) {
    let names = try documents.map { document throws(ExchangeFailure) in
      let name = target ?? ImportPlan.usualName(of: document.path)
      guard FolderJournal.isDocument(name, in: root) else {
        throw ImportPlan.failure(name, "is no path of an .xml file within the folder")
      }
      return name
    }
    var paths = folder.documents.map(\.path)
    for name in names where !paths.contains(name) { paths.append(name) }
    var placer = Placer(base: folder.network.records, delta: preview.delta)
    placer.targets = names.map { paths.firstIndex(of: $0) ?? 0 }
    placer.baseCount = preview.baseCount
    NetworkRecords.visitKinds(&placer)
    var records = folder.network.records
    do throws(NetworkProblems) {
      try records.apply(placer.delta)
    } catch {
      throw ExchangeFailure(
        errors: error.problems.map {
          DocumentError(
            kind: .invalid, path: root, line: 0, message: $0.message,
            vi: ProblemPhrases.vietnamese(of: $0))
        })
    }
    var splitter = PartSplitter(records: records, wanted: placer.touched)
    NetworkRecords.visitKinds(&splitter)
    for index in placer.touched.sorted() {
      let isNew = index >= folder.documents.count
      guard FolderJournal.isDocument(paths[index], in: root) else {
        throw ImportPlan.failure(
          paths[index], "lies outside the folder, through a link, and cannot be changed with it")
      }
      var header = isNew ? ExchangeHeader() : folder.documents[index].header
      if isNew, let document = zip(names, documents).first(where: { $0.0 == paths[index] })?.1 {
        header = ImportPlan.header(of: document, folder)
      }
      let bytes = DocumentWriter.bytes(
        of: splitter.parts[index] ?? NetworkRecords(), header: header)
      // What other formats allow may be more than ours can hold: no document is written that could
      // not be read again.
      let problems = DocumentSetReader.problems(in: bytes, path: "new " + paths[index])
      guard problems.isEmpty else { throw ExchangeFailure(errors: problems) }
      files.append(File(path: paths[index], isNew: isNew, bytes: bytes))
    }
    files.sort { $0.path < $1.path }
    var header = folder.header
    header.kind = .delta
    header.title = "Import"
    change = DocumentWriter.bytes(
      of: preview.delta.records, retractions: preview.delta.retractions.map(\.record),
      header: header)
    header.title = "Undo"
    undo = DocumentWriter.bytes(of: placer.before, retractions: placer.added, header: header)
  }

  /// What a document for new records says of itself.
  private static func header(
    of document: ImportedDocument, _ folder: LoadedNetwork
  ) -> ExchangeHeader {
    var header = ExchangeHeader()
    header.network = folder.network.header.id
    header.asOf = document.header?.asOf ?? folder.header.asOf
    header.title = document.header?.title ?? fileName(of: document.path)
    header.licence = document.header?.licence
    return header
  }

  /// The name of the document for what is new in a file: its own, as an .xml file.
  private static func usualName(of path: String) -> String {
    let name = fileName(of: path)
    let stem = name.split(separator: ".").first.map(String.init) ?? ""
    let plain = FoldedName(stem).text.replacing(" ", with: "-")
    return (plain.isEmpty ? "imported" : plain) + ".xml"
  }

  private static func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func failure(_ path: String, _ message: String) -> ExchangeFailure {
    ExchangeFailure(errors: [DocumentError(kind: .invalid, path: path, line: 0, message: message)])
  }
}

/// Gives each record of a change the document it belongs to, and keeps what was there before.
private struct Placer: KindVisitor {
  let base: NetworkRecords
  var delta: NetworkDelta
  /// For each imported document, the index of the document for what is new in it.
  var targets: [Int] = []
  var baseCount = 0
  var touched: Set<Int> = []
  var before = NetworkRecords()
  var added: [Retraction] = []

  init(base: NetworkRecords, delta: NetworkDelta) {
    self.base = base
    self.delta = delta
  }

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    let retracted = Set(
      delta.retractions.filter { $0.record.kind == Record.kindName }.map(\.record.key))
    guard !delta.records[keyPath: kind].isEmpty || !retracted.isEmpty else { return }
    var old: [String: Located<Record>] = [:]
    for located in base[keyPath: kind] { old[located.record.key] = located }
    for index in delta.records[keyPath: kind].indices {
      let located = delta.records[keyPath: kind][index]
      let key = located.record.key
      if let place = old[key] {
        before[keyPath: kind].append(place)
        delta.records[keyPath: kind][index].origin = place.origin
        touched.insert(place.origin.document)
      } else {
        let target = targets[located.origin.document - baseCount]
        delta.records[keyPath: kind][index].origin = Origin(document: target, line: 0)
        touched.insert(target)
        var retraction = Retraction()
        retraction.kind = Record.kindName
        retraction.key = key
        retraction.reason = "undo of an import"
        added.append(retraction)
      }
    }
    for key in retracted.sorted() {
      guard let place = old[key] else { continue }
      before[keyPath: kind].append(place)
      touched.insert(place.origin.document)
    }
  }
}

/// Divides records by document, of those documents that are wanted.
private struct PartSplitter: KindVisitor {
  let records: NetworkRecords
  let wanted: Set<Int>
  var parts: [Int: NetworkRecords] = [:]

  init(records: NetworkRecords, wanted: Set<Int>) {
    self.records = records
    self.wanted = wanted
    for index in wanted { parts[index] = NetworkRecords() }
  }

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    for located in records[keyPath: kind] where wanted.contains(located.origin.document) {
      parts[located.origin.document]?[keyPath: kind].append(located)
    }
  }
}
