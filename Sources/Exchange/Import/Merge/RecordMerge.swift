import Facts
import HealthNetwork

/// How a record of another format is joined to ours.
enum RecordMerge {
  /// A record of ours with what a record of another format says.
  ///
  /// Only what is said changes: what the format cannot hold, or the document leaves out, stays. Who
  /// says nothing that is new changes nothing, not even the source.
  static func merged<Record: ExchangeRecord>(_ new: Record, into old: Record) -> Record {
    // A status is one report, and an older one is no part of it.
    if let status = new as? LiveStatus { return status as? Record ?? new }
    let new = (new as? Facility).map(RecordMerge.attributed) as? Record ?? new
    let merged = FieldOverlay.merged(new, over: old)
    if let facility = merged as? Facility, let before = old as? Facility,
      let said = new as? Facility
    {
      let placed = RecordMerge.placed(facility, before, said)
      return isNews(placed, before) ? placed as? Record ?? merged : old
    }
    return isNews(merged, old) ? merged : old
  }

  /// A record of ours with what a candidate says of it that we do not know yet.
  ///
  /// A candidate changes nothing that is known, and nothing of how sure it is.
  static func filled<Record: ExchangeRecord>(_ old: Record, from candidate: Record) -> Record {
    guard let known = old as? Facility, let said = candidate as? Facility else { return old }
    var base = attributed(said)
    // That nobody has confirmed the candidate says nothing of the facility that we know.
    base.activity = nil
    var result = FieldOverlay.merged(known, over: base)
    if known.position.point != nil { result.position = known.position }
    result.provenance.confidence = known.provenance.confidence
    result.provenance.basis = known.provenance.basis
    result.provenance.note = known.provenance.note
    return isNews(result, known) ? result as? Record ?? old : old
  }

  /// A facility whose names, lines and beds carry the source that the whole of it has, because they
  /// are about to stand beside those of other sources.
  private static func attributed(_ facility: Facility) -> Facility {
    var result = facility
    let given = facility.provenance
    func complete(_ provenance: inout Provenance) {
      guard provenance.source == nil else { return }
      provenance.source = given.source
      provenance.asserted = provenance.asserted ?? given.asserted
      provenance.confidence = provenance.confidence ?? given.confidence
    }
    for index in result.names.indices { complete(&result.names[index].provenance) }
    for index in result.beds.indices { complete(&result.beds[index].provenance) }
    for index in result.services.indices { complete(&result.services[index].provenance) }
    for index in result.departments.indices { complete(&result.departments[index].provenance) }
    for index in result.equipment.indices { complete(&result.equipment[index].provenance) }
    for index in result.contacts.indices where result.contacts[index].source == nil {
      result.contacts[index].source = given.source
      result.contacts[index].confidence = result.contacts[index].confidence ?? given.confidence
    }
    return result
  }

  /// A point that is new has its own precision and source, known or not.
  private static func placed(_ merged: Facility, _ old: Facility, _ new: Facility) -> Facility {
    guard merged.position.point != old.position.point else {
      var kept = merged
      kept.position = old.position
      return kept
    }
    var moved = merged
    moved.position = new.position
    return moved
  }

  /// Whether anything but the provenance differs.
  private static func isNews<Record: ExchangeRecord>(_ new: Record, _ old: Record) -> Bool {
    guard new != old else { return false }
    return RecordOutline(of: new).withoutProvenance != RecordOutline(of: old).withoutProvenance
  }
}

extension RecordOutline {
  /// What is known, without who says so and when.
  var withoutProvenance: RecordOutline {
    var outline = self
    outline.fields.removeAll { RecordOutline.provenanceFields.contains($0.name) }
    outline.children = children.map(\.withoutProvenance)
    return outline
  }

  /// The names of the fields that tell who says something and when.
  static let provenanceFields: Set<String> = ["source", "asserted", "confidence", "basis", "note"]
}
