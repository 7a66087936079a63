import Facts
import HealthNetwork

extension PreviewBuilder {
  /// Takes away what deltas take away, what has no meaning without it, and refuses too much of it.
  mutating func addRetractions() {
    for (index, document) in documents.enumerated() where !document.retractions.isEmpty {
      var finder = RetractedFinder(
        base: base, wanted: document.retractions, document: preview.baseCount + index)
      finder.builder = self
      NetworkRecords.visitExchangeKinds(&finder)
      guard let builder = finder.builder else { continue }
      self = builder
      for retraction in document.retractions
      where !finder.found.contains(retraction.record.kind + "/" + retraction.record.key) {
        preview.findings.append(
          Finding(
            "retract_unknown", .error, kind: retraction.record.kind, key: retraction.record.key,
            at: Origin(document: preview.baseCount + index, line: retraction.origin.line),
            vi: "mạng lưới không có bản ghi này để rút",
            en: "the network has no such record to retract"))
      }
    }
    guard !options.replacesWhole else { return }
    retractStatements()
    refuseMassDelete()
  }

  /// What a facility can do, and how it stands, goes with it.
  private mutating func retractStatements() {
    let gone = Set(
      delta.retractions.filter { $0.record.kind == Facility.kindName }.map(\.record.key))
    guard !gone.isEmpty else { return }
    let retracted = Set(delta.retractions.map { $0.record.kind + "/" + $0.record.key })
    for located in base.capabilities where gone.contains(located.record.facility) {
      if retracted.contains(Capability.kindName + "/" + located.record.key) { continue }
      retract(located, "its facility goes")
      preview.counts[Capability.kindName, default: ImportPreview.Counts()].gone += 1
    }
    for located in base.statuses where gone.contains(located.record.facility) {
      if retracted.contains(LiveStatus.kindName + "/" + located.record.key) { continue }
      retract(located, "its facility goes")
      preview.counts[LiveStatus.kindName, default: ImportPreview.Counts()].gone += 1
    }
    for located in base.exceptions where located.record.facility.map(gone.contains) ?? false {
      if retracted.contains(DatedException.kindName + "/" + located.record.key) { continue }
      retract(located, "its facility goes")
      preview.counts[DatedException.kindName, default: ImportPreview.Counts()].gone += 1
    }
  }

  private mutating func refuseMassDelete() {
    for (kind, all) in base.counts {
      let had = coveredCounts[kind] ?? all
      let gone = preview.counts[kind]?.gone ?? 0
      guard gone > 5, gone * 10 > had else { continue }
      preview.findings.append(
        Finding(
          "mass_delete", options.allowsMassDelete ? .odd : .error, kind: kind,
          vi: "\(gone) trong \(had) bản ghi \(kind) sẽ mất",
          en: "\(gone) of \(had) records of the kind \(kind) would go",
          remedy: options.allowsMassDelete ? nil : .allowMassDelete))
    }
  }
}

/// Finds the records that a delta takes away.
private struct RetractedFinder: ExchangeKindVisitor {
  let base: NetworkRecords
  let wanted: [Located<Retraction>]
  let document: Int
  var found: Set<String> = []
  var builder: PreviewBuilder?

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: ExchangeRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    var reasons: [String: String] = [:]
    for retraction in wanted where retraction.record.kind == Record.kindName {
      reasons[retraction.record.key] = retraction.record.reason
    }
    guard !reasons.isEmpty else { return }
    for located in base[keyPath: kind] {
      guard let reason = reasons[located.record.key] else { continue }
      found.insert(Record.kindName + "/" + located.record.key)
      builder?.retract(located, reason)
      builder?.preview.counts[Record.kindName, default: ImportPreview.Counts()].gone += 1
    }
  }
}
