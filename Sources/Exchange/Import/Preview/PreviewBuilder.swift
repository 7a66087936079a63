import Facts
import HealthNetwork

/// Compares documents with the records of a network, kind by kind.
struct PreviewBuilder: ExchangeKindVisitor {
  let base: NetworkRecords
  let documents: [ImportedDocument]
  /// The ids that readers made up, of facilities to which their lists give none.
  let madeIDs: Set<String>
  /// Facilities that are said to lie in places that the network does not know.
  let elsewhere: Set<String>
  /// Facilities that have the id of one of ours and quite another name, by the ids that they are given
  /// instead.
  var strangers: Set<String> = []
  let options: PreviewOptions
  var preview: ImportPreview
  /// The records of all documents, corrected and linked.
  var incoming = NetworkRecords()
  /// The records as the network would have them: replaced and new ones.
  var delta = NetworkDelta()
  /// How many records of a kind there are in the documents of the network that the import covers.
  var coveredCounts: [String: Int] = [:]

  init(
    base: NetworkRecords, paths: [String], documents: [ImportedDocument], options: PreviewOptions
  ) {
    let (documents, made) =
      options.replacesWhole
      ? (documents, []) : PreviewBuilder.separatingMadeIDs(documents, from: base)
    self.base = base
    self.documents = documents
    self.options = options
    madeIDs = made
    elsewhere = documents.reduce(into: []) { $0.formUnion($1.elsewhereIDs) }
    preview = ImportPreview(paths: paths + documents.map(\.path), baseCount: paths.count)
    for (index, document) in documents.enumerated() {
      incoming.append(contentsOf: document.records, asDocument: paths.count + index)
      for finding in document.findings {
        var finding = finding
        finding.origin = Origin(document: paths.count + index, line: finding.origin?.line ?? 0)
        preview.findings.append(finding)
      }
    }
  }

  /// The document that a record came from.
  func document(of origin: Origin) -> ImportedDocument {
    documents[origin.document - preview.baseCount]
  }

  /// Finds what is new, changed, same and gone.
  mutating func compare() {
    linkFacilities()
    keepNarrower()
    if !options.replacesWhole { correctPoints() }
    NetworkRecords.visitExchangeKinds(&self)
    addRetractions()
    preview.delta = delta
  }

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: ExchangeRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    let said = incoming[keyPath: kind]
    let complete = documents.indices.filter {
      options.isComplete ?? documents[$0].isComplete
        && !documents[$0].records[keyPath: kind].isEmpty
    }
    guard !said.isEmpty || (options.replacesWhole && !base[keyPath: kind].isEmpty) else { return }
    let old = base[keyPath: kind]
    var places = [String: Int](minimumCapacity: old.count)
    for index in old.indices { places[old[index].record.key] = index }
    var counts = ImportPreview.Counts()
    var met: [String: Int] = [:]
    var isMet = [Bool](repeating: false, count: old.count)
    var changed: [Located<Record>] = []
    for (index, located) in said.enumerated() {
      let key = located.record.key
      if let first = met.updateValue(index, forKey: key) {
        addDuplicate(said[first], located)
        continue
      }
      guard let place = places[key] else {
        counts.new += 1
        changed.append(located)
        preview.entries.append(entry(.new, nil, located))
        continue
      }
      isMet[place] = true
      let replaced = replacement(of: old[place].record, by: located)
      guard replaced != old[place].record else {
        counts.same += 1
        continue
      }
      let changes = self.changes(old[place].record, replaced)
      guard !changes.isEmpty else {
        counts.same += 1
        continue
      }
      counts.changed += 1
      changed.append(Located(replaced, at: located.origin))
      var entry = entry(.changed, old[place], located)
      entry.changes = changes
      preview.entries.append(entry)
    }
    delta.records[keyPath: kind] = changed
    let covered = self.covered(old, isMet, by: complete)
    if !covered.isEmpty, Record.kindName != NetworkHeader.kindName {
      for index in old.indices where covered.contains(old[index].origin.document) {
        coveredCounts[Record.kindName, default: 0] += 1
        guard !isMet[index] else { continue }
        counts.gone += 1
        retract(old[index], "not in the document any more")
      }
    }
    if counts != ImportPreview.Counts() { preview.counts[Record.kindName] = counts }
  }

  /// The documents of the network of which nothing stays that the complete ones lack.
  ///
  /// A complete list of another system is complete for what it lists, not for the whole network: it
  /// covers the documents of which it has at least half of the records.
  @_semantics("optimize.sil.specialize.generic.never")
  private func covered<Record>(
    _ old: [Located<Record>], _ isMet: [Bool], by complete: [Int]
  ) -> Set<Int> {
    guard !complete.isEmpty || options.replacesWhole else { return [] }
    var all: [Int: (count: Int, met: Int)] = [:]
    for index in old.indices {
      all[old[index].origin.document, default: (0, 0)].count += 1
      if isMet[index] { all[old[index].origin.document, default: (0, 0)].met += 1 }
    }
    if let scope = options.scope { return all[scope] == nil ? [] : [scope] }
    if options.isComplete == true || complete.contains(where: { documents[$0].format == .native }) {
      return Set(all.keys)
    }
    return Set(all.filter { $0.value.met * 2 >= $0.value.count }.keys)
  }

  /// Takes a record of the network away.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func retract<Record: ExchangeRecord>(_ old: Located<Record>, _ reason: String) {
    preview.entries.append(entry(.gone, old, nil))
    var retraction = Retraction()
    retraction.kind = Record.kindName
    retraction.key = old.record.key
    retraction.reason = reason
    delta.retractions.append(Located(retraction, at: old.origin))
  }

  @_semantics("optimize.sil.specialize.generic.never")
  private func changes<Record: ExchangeRecord>(_ old: Record, _ new: Record) -> [FieldChange] {
    let sides = [RecordOutline(of: old), RecordOutline(of: new)]
      .map { options.ignoresProvenance ? $0.withoutProvenance : $0 }
    return FieldChange.between(sides[0], sides[1])
  }

  private func replacement<Record: ExchangeRecord>(
    of old: Record, by new: Located<Record>
  ) -> Record {
    let document = document(of: new.origin)
    if old == new.record || options.replacesWhole || document.format == .native {
      return new.record
    }
    return document.isCandidate
      ? RecordMerge.filled(old, from: new.record) : RecordMerge.merged(new.record, into: old)
  }

  @_semantics("optimize.sil.specialize.generic.never")
  private func entry<Record: ExchangeRecord>(
    _ status: ImportPreview.Status, _ old: Located<Record>?, _ new: Located<Record>?
  ) -> ImportPreview.Entry {
    let names = [new, old].compactMap { $0.flatMap { PreviewBuilder.name(of: $0.record) } }
    let name = names.first { !$0.isEmpty }
    return ImportPreview.Entry(
      status: status, kind: Record.kindName, key: (new ?? old)?.record.key ?? "", name: name,
      oldOrigin: old?.origin, newOrigin: new?.origin, oldProvenance: old?.record.provenance,
      newProvenance: new?.record.provenance)
  }

  private static func name(of record: some ExchangeRecord) -> String? {
    switch record {
    case let facility as Facility: facility.name
    case let place as Place: place.name
    case let party as Party: party.name
    default: nil
    }
  }

  @_semantics("optimize.sil.specialize.generic.never")
  private mutating func addDuplicate<Record: ExchangeRecord>(
    _ first: Located<Record>, _ second: Located<Record>
  ) {
    let isSame = first.record == second.record
    add(
      isSame ? "repeated_record" : "duplicate_id", isSame ? .note : .error, Record.self,
      second,
      vi: isSame
        ? "đã có y như vậy ở \(preview.place(first.origin))"
        : "trùng khóa với \(preview.place(first.origin)) mà nội dung khác",
      en: isSame
        ? "stands just so at \(preview.place(first.origin)) already"
        : "has the same key as \(preview.place(first.origin)) and says something else")
  }

  /// Notes something about a record.
  mutating func add<Record: NetworkRecord>(
    _ code: String, _ importance: Finding.Importance, _ kind: Record.Type,
    _ located: Located<Record>,
    vi: String, en: String, remedy: Finding.Remedy? = nil
  ) {
    preview.findings.append(
      Finding(
        code, importance, kind: Record.kindName, key: located.record.key, at: located.origin,
        vi: vi, en: en, remedy: remedy))
  }

  /// The preview, its findings in order.
  func finished() -> ImportPreview {
    var result = preview
    result.findings.sort { left, right in
      if left.importance != right.importance { return right.importance < left.importance }
      let (first, second) = (left.origin, right.origin)
      return (left.code, first?.document ?? -1, first?.line ?? 0, left.key ?? "", left.en)
        < (right.code, second?.document ?? -1, second?.line ?? 0, right.key ?? "", right.en)
    }
    return result
  }
}
