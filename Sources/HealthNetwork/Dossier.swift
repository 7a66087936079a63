import Facts
import TravelNetwork

/// The records that an id names, and what else the network says of them.
///
///     let dossier = Dossier(of: "ttyt-bao-yen", in: network)
///     dossier.related.agreements.count   // those that it is party to
///
/// The key of a place is scheme:code; every other record has its own key.
public struct Dossier: Sendable {
  /// The records of the key: mostly one.
  public let subject: NetworkRecords
  /// Records that state something of the subject and have no meaning without it: capabilities,
  /// techniques, figures, observations, exceptions, live status.
  public let statements: NetworkRecords
  /// Records that name the subject: agreements, rotations, programmes, places of a place, links of
  /// a node.
  public let related: NetworkRecords

  /// Gathers what the network says of a record.
  ///
  /// - Parameters:
  ///   - key: The key of a record of any kind.
  ///   - network: The network.
  /// - Complexity: O(*n*), where *n* is the number of records.
  public init(of key: String, in network: Network) {
    var finder = KeyFinder(records: network.records, key: key)
    NetworkRecords.visitKinds(&finder)
    subject = finder.found
    let records = network.records
    var statements = NetworkRecords()
    statements.capabilities = records.capabilities.filter { $0.record.facility == key }
    statements.techniques = records.techniques.filter { $0.record.facility == key }
    statements.figures = records.figures.filter { $0.record.subject == key }
    statements.exceptions = records.exceptions.filter {
      [$0.record.facility, $0.record.link, $0.record.holiday].contains(key)
    }
    statements.statuses = records.statuses.filter { $0.record.facility == key }
    statements.observations = records.observations.filter {
      $0.record.subject == key || $0.record.place == key
    }
    self.statements = statements
    related = Dossier.related(to: key, in: records)
  }

  /// Whether the network has no record of the key.
  public var isEmpty: Bool { subject.count == 0 }

  /// The subject and the statements about it, to be written as one document.
  public var records: NetworkRecords {
    var records = subject
    records.capabilities += statements.capabilities
    records.techniques += statements.techniques
    records.figures += statements.figures
    records.observations += statements.observations
    records.exceptions += statements.exceptions
    records.statuses += statements.statuses
    return records
  }

  private static func related(to key: String, in records: NetworkRecords) -> NetworkRecords {
    var related = NetworkRecords()
    related.parties = records.parties.filter { located in
      located.record.place == key || located.record.members.contains { $0.ref == key }
    }
    related.agreements = records.agreements.filter { located in
      located.record.programme == key || located.record.members.contains { $0.ref == key }
    }
    related.programmes = records.programmes.filter { located in
      located.record.members.contains { $0.ref == key }
    }
    related.specialtyNetworks = records.specialtyNetworks.filter { located in
      located.record.programme == key || located.record.members.contains { $0.ref == key }
    }
    related.rotations = records.rotations.filter { located in
      [located.record.supporter, located.record.recipient, located.record.agreement].contains(key)
    }
    related.techniques = records.techniques.filter { located in
      [located.record.transferredBy, located.record.agreement].contains(key)
    }
    related.capabilities = records.capabilities.filter { located in
      [located.record.supportedBy, located.record.transferredBy].contains(key)
    }
    related.trainings = records.trainings.filter { located in
      located.record.programme == key || located.record.members.contains { $0.ref == key }
    }
    related.facilities = records.facilities.filter { located in
      [located.record.parent, located.record.successor].contains(key)
    }
    related.places = records.places.filter { located in
      let place = located.record
      return place.parent.map { place.scheme + ":" + $0 } == key
    }
    related.nodes = records.nodes.filter { $0.record.place == key || $0.record.block == key }
    related.links = records.links.filter { located in
      [located.record.start, located.record.end].contains(key)
    }
    return related
  }
}

extension NetworkRecords {
  /// The number of records of all kinds.
  public var count: Int { counts.reduce(0) { $0 + $1.count } }

  /// The number of records of each kind, in the order of exchange files.
  public var counts: [(kind: String, count: Int)] {
    var counter = KindCounter(records: self)
    NetworkRecords.visitKinds(&counter)
    return counter.counts
  }
}

private struct KeyFinder: KindVisitor {
  let records: NetworkRecords
  let key: String
  var found = NetworkRecords()

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    // A live status has its facility's key: it is a statement about it. An outline has that of its
    // place, and is hundreds of numbers that nobody reads.
    guard Record.self != LiveStatus.self, Record.self != PlaceOutline.self else { return }
    found[keyPath: kind] = records[keyPath: kind].filter { $0.record.key == key }
  }
}

private struct KindCounter: KindVisitor {
  let records: NetworkRecords
  var counts: [(kind: String, count: Int)] = []

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    counts.append((Record.kindName, records[keyPath: kind].count))
  }
}
