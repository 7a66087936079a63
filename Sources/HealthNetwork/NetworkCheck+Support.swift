import Facts
import TravelNetwork

extension NetworkCheck {
  mutating func checkSupport() {
    // Members, and subjects of figures, are named by an id alone: it must mean one thing.
    var others: [(kind: String, has: (String) -> Bool)] = [
      ("facility", { [index] in index.facilities[$0] != nil })
    ]
    check(records.parties, apartFrom: others)
    others.append(("party", parties.contains))
    check(records.agreements, apartFrom: others)
    others.append(("agreement", agreements.contains))
    check(records.programmes, apartFrom: others)
    others.append(("programme", programmes.contains))
    check(records.rotations, apartFrom: others)
    each(records.parties) { party, origin in
      if let place = party.place { requirePlace(place, origin) }
      check(party.members, [], origin)
      check(party.period, origin)
    }
    each(records.agreements) { agreement, origin in
      check(agreement.members, agreement.topics, origin)
      check(agreement.people, origin)
      check(agreement.period, origin)
      if let id = agreement.programme { require(programmes, "programme", id, origin) }
    }
    each(records.programmes) { programme, origin in
      check(programme.members, programme.topics, origin)
      check(programme.people, origin)
      check(programme.period, origin)
    }
    each(records.specialtyNetworks) { network, origin in
      require(specialties, "specialty", network.specialty, origin)
      check(network.members, [], origin)
      check(network.period, origin)
      if let id = network.programme { require(programmes, "programme", id, origin) }
    }
    each(records.rotations) { rotation, origin in
      requireFacility(rotation.supporter, origin)
      requireFacility(rotation.recipient, origin)
      if let id = rotation.agreement { require(agreements, "agreement", id, origin) }
      check([], rotation.topics, origin)
      check(rotation.period, origin)
      check(rotation.windows, origin)
    }
    each(records.techniques) { technique, origin in
      requireFacility(technique.facility, origin)
      if let by = technique.transferredBy { requireMember(by, origin) }
      if let id = technique.agreement { require(agreements, "agreement", id, origin) }
      if let code = technique.specialty { require(specialties, "specialty", code, origin) }
      if let code = technique.capability {
        require(capabilityTypes, "capabilityType", code, origin)
      }
      check(technique.period, origin)
    }
    each(records.trainings) { training, origin in
      check(training.members, training.topics, origin)
      check(training.people, origin)
      if let id = training.programme { require(programmes, "programme", id, origin) }
      check(training.period, origin)
    }
    each(records.figures) { figure, origin in
      let subject = figure.subject
      let isKnown =
        index.facilities[subject] != nil || parties.contains(subject)
        || agreements.contains(subject) || programmes.contains(subject)
        || rotations.contains(subject) || index.places[subject] != nil
      if !isKnown {
        missing("facility, party, agreement, programme, rotation or place", subject, origin)
      }
      if let code = figure.specialty { require(specialties, "specialty", code, origin) }
      check(figure.period, origin)
    }
  }

  private mutating func check(_ people: [Person], _ origin: Origin) {
    for id in people.compactMap(\.ref) { requireMember(id, origin) }
  }

  /// The subject of an observation is a thing of the network, its place a unit.
  mutating func checkObservations() {
    let named = Set(records.observations.compactMap(\.record.subject))
    let links = Set(records.links.lazy.map(\.record.id).filter { named.contains($0) })
    each(records.observations) { observation, origin in
      if let subject = observation.subject, index.facilities[subject] == nil,
        !parties.contains(subject), !nodes.contains(subject), !links.contains(subject)
      {
        missing("link, node, facility or party", subject, origin)
      }
      if let place = observation.place { requirePlace(place, origin) }
      check(observation.period, origin)
    }
  }

  private mutating func check<Record: NetworkRecord>(
    _ list: [Located<Record>], apartFrom others: [(kind: String, has: (String) -> Bool)]
  ) {
    each(list) { record, origin in
      let id = record.key
      for other in others where other.has(id) {
        problems.append(
          Problem(
            .error, .duplicateID, at: origin,
            "\(Record.kindName) \"\(id)\" shares its id with a record of kind \(other.kind); give it another one"
          ))
      }
    }
  }
}
