import Facts
import HealthNetwork

extension PreviewBuilder {
  /// Gives facilities whose ids a reader made up ids that nobody else has: a made-up id that is that
  /// of another facility means nothing.
  ///
  /// - Parameters:
  ///   - documents: The documents.
  ///   - base: What the network has.
  /// - Returns: The documents with other ids, and the made-up ids of all of them.
  static func separatingMadeIDs(
    _ documents: [ImportedDocument], from base: NetworkRecords
  ) -> (documents: [ImportedDocument], made: Set<String>) {
    guard documents.contains(where: { !$0.madeIDs.isEmpty }) else { return (documents, []) }
    var taken = Set(base.facilities.map(\.record.id))
    for document in documents {
      for located in document.records.facilities
      where !document.madeIDs.contains(located.record.id) {
        taken.insert(located.record.id)
      }
    }
    var made: Set<String> = []
    var result = documents
    for index in result.indices where !result[index].madeIDs.isEmpty {
      var names: [String: String] = [:]
      for located in result[index].records.facilities
      where result[index].madeIDs.contains(located.record.id) {
        let id = located.record.id
        let free = FacilityID.free(id) { taken.contains($0) }
        taken.insert(free)
        made.insert(free)
        if free != id { names[id] = free }
      }
      guard !names.isEmpty else { continue }
      result[index].records.renameFacilities(names)
      result[index].madeIDs = Set(result[index].madeIDs.map { names[$0] ?? $0 })
      result[index].elsewhereIDs = Set(result[index].elsewhereIDs.map { names[$0] ?? $0 })
      for place in result[index].findings.indices {
        guard let key = result[index].findings[place].key else { continue }
        result[index].findings[place].key = names[key] ?? key
      }
    }
    return (result, made)
  }

  /// The identity of a facility in a list without ids: its name, and what tells it from its namesakes; nil
  /// where the list says nothing that does.
  static func madeKey(of facility: Facility) -> String? {
    let mark =
      facility.placements.first?.place ?? facility.address.map { FacilityID.made(of: $0) }
      ?? facility.contacts.first.map { TelephoneText.digits(of: $0.value) }
    guard let mark, !mark.isEmpty else { return nil }
    return String((FacilityID.made(of: facility.name) + "@" + mark).prefix(200))
  }

  /// Joins facilities of the import that a person has linked with each other.
  mutating func joinLinked(_ ids: Set<String>) {
    guard !ids.isEmpty else { return }
    var first: [String: Int] = [:]
    var kept: [Located<Facility>] = []
    for located in incoming.facilities {
      guard ids.contains(located.record.id), let place = first[located.record.id] else {
        if ids.contains(located.record.id) { first[located.record.id] = kept.count }
        kept.append(located)
        continue
      }
      kept[place].record = RecordMerge.merged(located.record, into: kept[place].record)
    }
    incoming.facilities = kept
  }

  /// Leaves out of a list what says less than the network has: the province of a facility whose
  /// commune is known, a place told by the address alone, and another spelling of a known number.
  mutating func keepNarrower() {
    guard !options.replacesWhole else { return }
    var known: [String: Facility] = [:]
    for located in base.facilities { known[located.record.id] = located.record }
    let tree = PlaceTree(base.places.map(\.record))
    for index in incoming.facilities.indices {
      let located = incoming.facilities[index]
      guard let old = known[located.record.id], document(of: located.origin).format != .native
      else { continue }
      let placements = located.record.placements.filter { placement in
        let own = old.placements.filter { $0.identity == placement.identity }
        if placement.basis == RowReader.addressBasis, !own.isEmpty { return false }
        return !own.contains {
          $0.place != placement.place && tree.lies($0.place, in: placement.place)
        }
      }
      if placements.count != located.record.placements.count {
        incoming.facilities[index].record.placements = placements
      }
      // A list that does not tell kinds of names apart adds nothing to a name that is known.
      incoming.facilities[index].record.names.removeAll { name in
        name.kind == .alternative
          && (name.value == old.name || old.names.contains { $0.value == name.value })
      }
      for place in located.record.contacts.indices {
        let contact = located.record.contacts[place]
        let digits = TelephoneText.digits(of: contact.value)
        let same = old.contacts.first {
          $0.kind == contact.kind && TelephoneText.digits(of: $0.value) == digits
        }
        if let same, same.value != contact.value, !digits.isEmpty {
          incoming.facilities[index].record.contacts[place].value = same.value
        }
      }
    }
  }
}
