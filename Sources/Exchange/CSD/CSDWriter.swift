public import Facts
public import HealthNetwork

/// Writes networks as directories of IHE Care Services Discovery (CSD), `urn:ihe:iti:csd:2013`.
///
///     var bytes: [UInt8] = []
///     let losses = CSDWriter.write(network) { bytes += $0 }
///
/// Facilities, parties and capabilities are written so that any reader of CSD knows them; what CSD
/// has no place for stands in an `extension` of theirs, which `CSDReader` reads back. The same
/// network gives the same bytes.
public enum CSDWriter {
  /// Writes a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - asOf: The instant at which it is told what still works; nil means after all closings.
  ///   - output: Takes the next bytes of the document, some tens of kilobytes at a time.
  /// - Returns: What is lost: the kinds of records that are not written, and what only our own
  ///   reader will find.
  /// - Throws: What `output` throws.
  /// - Complexity: O(*n* log *n*), where *n* is the number of records; the memory is that of one
  ///   facility, and of who belongs to whom.
  @discardableResult
  public static func write<Failure: Error>(
    _ network: Network, asOf: Instant? = nil, to output: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [Finding] {
    var writing = CSDWriting(network, asOf: asOf)
    try writing.write(to: output)
    return writing.losses.all
  }
}

/// The state of writing a document of CSD.
struct CSDWriting {
  let network: Network
  let asOf: Instant?
  var losses = FindingTally(path: "", options: ImportOptions())
  /// Who belongs to whom.
  let relations: CSDRelations
  private var bytes: [UInt8] = []

  init(_ network: Network, asOf: Instant?) {
    self.network = network
    self.asOf = asOf
    relations = CSDRelations(network)
  }

  /// Writes the document.
  mutating func write<Failure: Error>(
    to output: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    add(#"<?xml version="1.0" encoding="UTF-8"?>"# + "\n<CSD xmlns=\"\(CSDCodes.namespace)\">")
    add("\n  <organizationDirectory>")
    add(networkOrganization, CSDGrammar.organization)
    for id in relations.parents {
      guard let index = network.facilityIndex(of: id) else { continue }
      add(organization(of: network.facility(index)), CSDGrammar.organization)
      try flush(to: output)
    }
    for index in network.records.parties.indices {
      let element = organization(ofParty: index)
      add(element, CSDGrammar.organization)
      try flush(to: output)
    }
    add("\n  </organizationDirectory>\n  <serviceDirectory>")
    for element in serviceDirectory() {
      add(element, CSDGrammar.service)
      try flush(to: output)
    }
    add("\n  </serviceDirectory>\n  <facilityDirectory>")
    for index in network.facilityIndices {
      let element = facility(index)
      add(element, CSDGrammar.facility)
      try flush(to: output)
    }
    add("\n  </facilityDirectory>\n  <providerDirectory/>\n</CSD>\n")
    try flush(to: output, atLeast: 1)
    countUnwritten()
  }

  private mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func add(_ element: DocumentElement, _ rule: CSDRule) {
    guard let element = rule.normalised(element) else {
      preconditionFailure("an entity lacks what CSD demands: \(ElementMarkup.text(of: element))")
    }
    ElementMarkup.append(element, to: &bytes, inherited: "", indent: 2)
  }

  private mutating func flush<Failure: Error>(
    to output: ([UInt8]) throws(Failure) -> Void, atLeast count: Int = 1 << 16
  ) throws(Failure) {
    guard bytes.count >= count else { return }
    try output(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Counts the records that CSD has no place for.
  private mutating func countUnwritten() {
    let held = ["facility", "party", "capability"]
    for (kind, count) in network.records.counts where count > 0 && !held.contains(kind) {
      let words = RecordNames.inSentence(kind) ?? (kind, kind)
      losses.add(
        Finding(
          "not_written", .note, kind: kind,
          vi: "CSD không có chỗ cho \(words.vi): \(count) bản ghi không được xuất",
          en: "CSD has no place for \(words.en): \(count) records are not written"))
    }
  }
}
