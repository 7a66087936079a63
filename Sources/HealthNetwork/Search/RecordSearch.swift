import Facts

/// A record that has the words searched for, and where it has them.
public struct RecordMatch: Hashable, Sendable {
  /// The kind of record, as exchange files name it.
  public let kind: String
  /// Its key.
  public let key: String
  /// The name.
  public let name: String
  /// The text that has the words, where that is not the name.
  public let text: String?
}

/// Finds agreements, programmes, techniques, trainings, figures, rules, observations and terms by
/// words of their names and texts: what is no place, no facility and no way.
public struct RecordSearch {
  private let words: String
  private let language: (String, String?) -> String
  private var matches: [RecordMatch] = []

  /// Searches all records.
  ///
  /// - Parameters:
  ///   - text: Words that stand one after the other in a text of the record, marks left out or not.
  ///   - network: The network.
  ///   - naming: Chooses between a name and its English form.
  /// - Returns: The records in the order of exchange files, those that have the words in their name
  ///   before the others.
  /// - Complexity: O(*n*), where *n* is the length of all texts.
  public static func matches(
    _ text: String, in network: Network,
    naming: @escaping (String, String?) -> String = { name, _ in name }
  ) -> [RecordMatch] {
    let folded = FoldedName(text).text
    guard !folded.isEmpty else { return [] }
    var search = RecordSearch(words: " " + folded + " ", language: naming)
    search.addTerms(network.records)
    search.addSupport(network.records)
    search.addWork(network.records)
    return search.matches.filter { $0.text == nil } + search.matches.filter { $0.text != nil }
  }

  private mutating func addTerms(_ records: NetworkRecords) {
    each(records.specialties) { specialty, _ in
      add(
        "specialty", specialty.code, specialty.name, specialty.nameEn, specialty.names.map(\.value))
    }
    each(records.capabilityTypes) { type, _ in
      add("capabilityType", type.code, type.name, type.nameEn, type.names.map(\.value))
    }
    each(records.clocks) { clock, _ in
      add("clock", clock.id, clock.name, clock.nameEn, [clock.provenance.note])
    }
    each(records.transferRules) { rule, _ in
      add(
        "transferRule", rule.id, rule.name, rule.nameEn,
        [rule.condition, rule.legalBasis, rule.provenance.note])
    }
  }

  private mutating func addSupport(_ records: NetworkRecords) {
    each(records.parties) { party, _ in
      add(
        "party", party.id, party.name, party.nameEn,
        party.names.map(\.value) + [party.provenance.note])
    }
    each(records.agreements) { agreement, _ in
      add(
        "agreement", agreement.id, agreement.name ?? agreement.id, nil,
        agreement.topics.map(\.name) + RecordSearch.texts(agreement.people)
          + [agreement.legalBasis, agreement.provenance.note])
    }
    each(records.programmes) { programme, _ in
      add(
        "programme", programme.id, programme.name, programme.nameEn,
        RecordSearch.texts(programme.people)
          + [programme.aim, programme.legalBasis, programme.provenance.note])
    }
    each(records.specialtyNetworks) { network, _ in
      add("specialtyNetwork", network.id, network.name, network.nameEn, [])
    }
  }

  private mutating func addWork(_ records: NetworkRecords) {
    each(records.rotations) { rotation, _ in
      add("rotation", rotation.id, rotation.id, nil, [rotation.provenance.note])
    }
    each(records.techniques) { technique, _ in
      add("technique", technique.id, technique.name, technique.nameEn, [technique.provenance.note])
    }
    each(records.trainings) { training, _ in
      add(
        "training", training.id, training.name, training.nameEn,
        training.topics.map(\.name) + training.members.map(\.note)
          + RecordSearch.texts(training.people) + [training.provenance.note])
    }
    each(records.figures) { figure, _ in
      add(
        "figure", figure.id, figure.name ?? figure.indicator, figure.nameEn,
        [figure.quote, figure.provenance.note])
    }
    each(records.observations) { observation, _ in
      add(
        "observation", observation.id, observation.about + ": " + observation.name,
        observation.nameEn.map { observation.about + ": " + $0 },
        [observation.text, observation.quote, observation.provenance.note])
    }
  }

  private static func texts(_ people: [Person]) -> [String?] {
    people.map { $0.name + ", " + $0.role }
  }

  private mutating func add(
    _ kind: String, _ key: String, _ name: String, _ nameEn: String?, _ texts: [String?]
  ) {
    if has(key) || has(name) || nameEn.map(has) == true {
      matches.append(RecordMatch(kind: kind, key: key, name: language(name, nameEn), text: nil))
    } else if let text = texts.compactMap({ $0 }).first(where: has) {
      matches.append(RecordMatch(kind: kind, key: key, name: language(name, nameEn), text: text))
    }
  }

  private func has(_ text: String) -> Bool {
    (" " + FoldedName(text).text + " ").contains(words)
  }
}
