import Facts

extension NetworkCheck {
  mutating func checkSupport() {
    // Members, and subjects of figures, are named by an id alone: it must mean one thing.
    var others = [(kind: "facility", ids: facilities)]
    check(records.parties, apartFrom: others)
    others.append(("party", parties))
    check(records.agreements, apartFrom: others)
    others.append(("agreement", agreements))
    check(records.programmes, apartFrom: others)
    others.append(("programme", programmes))
    check(records.rotations, apartFrom: others)
    for located in records.parties {
      if let place = located.record.place { require(places, "place", place, located.origin) }
      check(located.record.members, [], located.origin)
      check(located.record.period, located.origin)
    }
    for located in records.agreements {
      let agreement = located.record
      check(agreement.members, agreement.topics, located.origin)
      check(agreement.period, located.origin)
      if let id = agreement.programme { require(programmes, "programme", id, located.origin) }
    }
    for located in records.programmes {
      check(located.record.members, located.record.topics, located.origin)
      check(located.record.period, located.origin)
    }
    for located in records.specialtyNetworks {
      require(specialties, "specialty", located.record.specialty, located.origin)
      check(located.record.members, [], located.origin)
      check(located.record.period, located.origin)
      if let id = located.record.programme { require(programmes, "programme", id, located.origin) }
    }
    for located in records.rotations {
      require(facilities, "facility", located.record.supporter, located.origin)
      require(facilities, "facility", located.record.recipient, located.origin)
      if let id = located.record.agreement { require(agreements, "agreement", id, located.origin) }
      check([], located.record.topics, located.origin)
      check(located.record.period, located.origin)
      check(located.record.windows, located.origin)
    }
    for located in records.techniques {
      let technique = located.record
      require(facilities, "facility", technique.facility, located.origin)
      if let by = technique.transferredBy { requireMember(by, located.origin) }
      if let id = technique.agreement { require(agreements, "agreement", id, located.origin) }
      if let code = technique.specialty { require(specialties, "specialty", code, located.origin) }
      if let code = technique.capability {
        require(capabilityTypes, "capabilityType", code, located.origin)
      }
      check(technique.period, located.origin)
    }
    for located in records.trainings {
      check(located.record.members, located.record.topics, located.origin)
      if let id = located.record.programme { require(programmes, "programme", id, located.origin) }
      check(located.record.period, located.origin)
    }
    for located in records.figures {
      let subject = located.record.subject
      let isKnown =
        facilities.contains(subject) || parties.contains(subject) || agreements.contains(subject)
        || programmes.contains(subject) || rotations.contains(subject) || places.contains(subject)
      if !isKnown {
        missing(
          "facility, party, agreement, programme, rotation or place", subject, located.origin)
      }
      if let code = located.record.specialty {
        require(specialties, "specialty", code, located.origin)
      }
      check(located.record.period, located.origin)
    }
  }

  private mutating func check<Record: NetworkRecord>(
    _ list: [Located<Record>], apartFrom others: [(kind: String, ids: Set<String>)]
  ) {
    for located in list {
      let id = located.record.key
      for other in others where other.ids.contains(id) {
        problems.append(
          Problem(
            .error, .duplicateID, at: located.origin,
            "\(Record.kindName) \"\(id)\" shares its id with a record of kind \(other.kind); give it another one"
          ))
      }
    }
  }
}
