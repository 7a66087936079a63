import Facts
public import HealthNetwork
import Referral

extension Siting {
  /// The source that hypothetical records name.
  public static let source = "tuyen site (hypothetical)"

  /// A choice as a change to the network, for a what-if: every record says that it is hypothetical.
  ///
  /// A statement that a facility cannot is taken back where the choice says that it can; nothing else
  /// is touched.
  ///
  /// - Parameters:
  ///   - chosen: The numbers of the chosen candidates.
  ///   - network: The network that was asked.
  /// - Returns: New or replaced records, and those taken back.
  public func delta(
    of chosen: [Int], in network: Network
  ) -> (records: NetworkRecords, retractions: [Retraction]) {
    var records = NetworkRecords()
    var retractions: [Retraction] = []
    let origin = Origin(document: 0, line: 0)
    // Something lasting is stronger than a rotation at the same place.
    var done: Set<String> = []
    for number in chosen.sorted(by: { order(of: $0) < order(of: $1) }) {
      let candidate = candidates[number]
      guard done.insert(candidate.id).inserted else { continue }
      var statement = Capability()
      statement.code = question.query.need.capability
      statement.value = .yes
      statement.provenance = Provenance(source: Siting.source, confidence: .high)
      statement.provenance.note = note(of: candidate)
      if candidate.action == .rotate {
        statement.performer = .rotation
        statement.windows = [question.rotationWindow]
      }
      if let index = candidate.facility {
        statement.facility = candidate.id
        let evidence = network.evidence(
          of: statement.code, at: index, on: question.query.at.day)
        for no in evidence.no where no.key != candidate.id + "/" + statement.code {
          var retraction = Retraction()
          retraction.kind = Capability.kindName
          retraction.key = no.key
          retraction.reason = "hypothetical: the choice of tuyen site says that it can"
          retractions.append(retraction)
        }
      } else {
        let facility = newFacility(candidate, in: network)
        statement.facility = facility.id
        records.facilities.append(Located(facility, at: origin))
      }
      records.capabilities.append(Located(statement, at: origin))
    }
    return (records, retractions)
  }

  private func order(of number: Int) -> (Int, Int) {
    (candidates[number].action == .rotate ? 1 : 0, number)
  }

  private func note(of candidate: SiteCandidate) -> String {
    switch candidate.action {
    case .build: "giả định / hypothetical: a new facility"
    case .upgrade: "giả định / hypothetical: the capability given to the facility"
    case .rotate:
      "giả định / hypothetical: a rotation of \(question.sessionsPerWeek) half-day sessions a week"
    }
  }

  private func newFacility(_ candidate: SiteCandidate, in network: Network) -> Facility {
    var facility = Facility()
    // An id of exchange files has no other letters.
    facility.id =
      "site-"
      + candidate.id.map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber || "._-".contains(letter))
          ? letter : "-"
      }
    facility.name = "(giả định) Cơ sở mới tại \(candidate.name)"
    facility.nameEn = "(hypothetical) New facility at \(candidate.name)"
    facility.kind = .other
    facility.provenance = Provenance(source: Siting.source, confidence: .high)
    facility.provenance.note = note(of: candidate)
    facility.position.point = candidate.point
    facility.position.precision = .rule
    facility.position.source = Siting.source
    if let place = candidate.place {
      var placement = Placement()
      placement.place = network.place(place).reference
      placement.basis = Siting.source
      facility.placements = [placement]
    }
    return facility
  }
}
