import Facts
import HealthNetwork

/// The facilities, parties and terms of a network by the ids and codes that other systems know.
struct KnownRecords {
  private var facilities: [Key: String?] = [:]
  private var parties: [Key: String] = [:]
  private var terms: [Key: [Crosswalk]] = [:]
  private let network: Network?

  private struct Key: Hashable {
    var system: String
    var value: String
  }

  init(_ network: Network?) {
    self.network = network
    guard let network else { return }
    for located in network.records.facilities {
      for identifier in located.record.identifiers {
        let key = KnownRecords.key(identifier.system, identifier.value)
        // An id that two facilities share tells neither.
        if let known = facilities[key] {
          if known != located.record.id { facilities[key] = .some(nil) }
        } else {
          facilities[key] = located.record.id
        }
      }
    }
    for located in network.records.parties {
      for kept in located.record.extensions where kept.key == UniformIdentifier.system {
        parties[KnownRecords.key(kept.key, kept.text)] = located.record.id
      }
    }
    for located in network.records.crosswalks {
      terms[KnownRecords.key(located.record.system, located.record.value), default: []].append(
        located.record)
    }
  }

  /// The facility that has an identifier; nil where none has, or two have.
  func facility(_ system: String, _ value: String) -> String? {
    guard !facilities.isEmpty else { return nil }
    return facilities[KnownRecords.key(system, value)] ?? nil
  }

  /// The party that has an identifier.
  func party(_ system: String, _ value: String) -> String? {
    guard !parties.isEmpty else { return nil }
    return parties[KnownRecords.key(system, value)]
  }

  /// Whether the network has a facility of an id.
  func hasFacility(_ id: String) -> Bool { network?.facilityIndex(of: id) != nil }

  /// The capability that whoever has a code of another system surely has.
  ///
  /// A code that is wider than the capability, or only related to it, does not tell.
  func capability(_ system: String, _ code: String) -> String? {
    terms[KnownRecords.key(system, code)]?.first {
      $0.term.contains(".") && $0.grantsTerm
    }?.term
  }

  /// Every term that a code of another system has to do with.
  func terms(_ system: String, _ code: String) -> [Crosswalk] {
    terms[KnownRecords.key(system, code)] ?? []
  }

  private static func key(_ system: String, _ value: String) -> Key {
    Key(
      system: system,
      value: system == UniformIdentifier.system ? UniformIdentifier.key(value) : value)
  }
}
