public import Facts
public import HealthNetwork

/// Something that a supporter performs, beside what is known of whom it supports.
public struct TechniqueGap: Hashable, Sendable {
  /// What it is: a capability of the vocabulary, or a technique by name.
  public enum Subject: Hashable, Sendable {
    /// A code of the vocabulary.
    case capability(String)
    /// A technique that no code names.
    case technique(name: String, nameEn: String?)
  }

  /// What is known of the supported facility.
  public enum State: String, CaseIterable, Sendable {
    /// A statement says that it does not perform it.
    case no
    /// It is being handed over, or planned.
    case inTransfer = "in_transfer"
    /// Nobody said.
    case unknown
  }

  /// Who performs it.
  public let supporter: FacilityIndex
  /// Who is supported.
  public let recipient: FacilityIndex
  /// What it is.
  public let subject: Subject
  /// What is known of the supported facility.
  public let state: State
  /// Whether the supporter is only known to perform it because it handed it over to somebody.
  public let isDerived: Bool
  /// Links that support the recipient with the supporter.
  public let links: [SupportLink]
  /// Where the statement about the supporter comes from.
  public let provenance: Provenance
}

/// What supporters perform and those they support do not, as far as anybody said.
public struct TechniqueGaps: Sendable {
  /// The gaps: stated ones first, then those being closed, then what is unknown.
  public let gaps: [TechniqueGap]
  /// Pairs of supporter and recipient of which both are known to perform something, how often.
  public let shared: Int
  /// Pairs in force of which nothing can be said: nobody stated what the supporter performs in the
  /// specialties of the support.
  public let silent: [(supporter: FacilityIndex, recipient: FacilityIndex)]

  /// Compares both ends of every link in force.
  ///
  /// - Parameters:
  ///   - graph: Who supports whom.
  ///   - register: Who performs what.
  /// - Complexity: O(*p* · *c*), where *p* is the number of pairs and *c* of capabilities.
  public init(_ graph: SupportGraph, _ register: PracticeRegister) {
    let network = graph.network
    var gaps: [TechniqueGap] = []
    var shared = 0
    var silent: [(supporter: FacilityIndex, recipient: FacilityIndex)] = []
    let given = Dictionary(
      grouping: network.records.techniques.map(\.record).filter { $0.transferredBy != nil }
    ) { $0.transferredBy ?? "" }
    for (pair, links) in TechniqueGaps.pairs(graph, register) {
      let specialties =
        links.contains { $0.specialties.isEmpty } ? nil : links.flatMap(\.specialties)
      var performed = TechniqueGaps.capabilities(
        of: pair.supporter, in: specialties, register
      ).map { (TechniqueGap.Subject.capability($0.code), $0.provenance, false) }
      var names: Set<String> = []
      let own = register.techniques(at: pair.supporter).filter { $0.isPerformed(on: register.day) }
      let handed = given[network.facility(pair.supporter).id] ?? []
      for (technique, isDerived) in own.map({ ($0, false) }) + handed.map({ ($0, true) })
      where technique.capability == nil && technique.isOf(specialties)
        && names.insert(FoldedName(technique.name).text).inserted
      {
        performed.append(
          (
            .technique(name: technique.name, nameEn: technique.nameEn), technique.provenance,
            isDerived
          ))
      }
      if performed.isEmpty { silent.append((pair.supporter, pair.recipient)) }
      for (subject, provenance, isDerived) in performed {
        guard let state = TechniqueGaps.state(of: subject, at: pair.recipient, register) else {
          shared += 1
          continue
        }
        gaps.append(
          TechniqueGap(
            supporter: pair.supporter, recipient: pair.recipient, subject: subject, state: state,
            isDerived: isDerived, links: links, provenance: provenance))
      }
    }
    self.gaps = TechniqueGap.State.allCases.flatMap { state in gaps.filter { $0.state == state } }
    self.shared = shared
    self.silent = silent
  }

  /// Two facilities, one of which supports the other.
  private struct Pair: Hashable, Comparable {
    let supporter: FacilityIndex
    let recipient: FacilityIndex

    static func < (left: Pair, right: Pair) -> Bool {
      (left.recipient, left.supporter) < (right.recipient, right.supporter)
    }
  }

  private static func pairs(
    _ graph: SupportGraph, _ register: PracticeRegister
  ) -> [(key: Pair, value: [SupportLink])] {
    var pairs: [Pair: [SupportLink]] = [:]
    for link in graph.links
    where graph.counts(link, on: register.day, minimumConfidence: register.minimumConfidence) {
      guard let supporter = graph.facility(of: link.supporter),
        let recipient = graph.facility(of: link.recipient)
      else { continue }
      pairs[Pair(supporter: supporter, recipient: recipient), default: []].append(link)
    }
    return pairs.sorted { $0.key < $1.key }
  }

  /// The capabilities that a facility performs, those that another one of them implies left out.
  private static func capabilities(
    of facility: FacilityIndex, in specialties: [String]?, _ register: PracticeRegister
  ) -> [(code: String, provenance: Provenance)] {
    let vocabulary = register.network.vocabulary
    let performed = vocabulary.capabilityTypes.values.filter { type in
      specialties?.contains(type.specialty) ?? true
    }.map(\.code).sorted().compactMap { code -> (code: String, provenance: Provenance)? in
      let found = register.performance(of: code, at: facility)
      guard found.answer == .yes, let provenance = found.provenance else { return nil }
      return (code, provenance)
    }
    return performed.filter { candidate in
      !performed.contains { other in
        other.code != candidate.code
          && vocabulary.codes(requiredBy: other.code).contains(candidate.code)
          && !vocabulary.codes(requiredBy: candidate.code).contains(other.code)
      }
    }
  }

  /// What is known of a facility; nil when it performs the thing.
  private static func state(
    of subject: TechniqueGap.Subject, at facility: FacilityIndex, _ register: PracticeRegister
  ) -> TechniqueGap.State? {
    switch subject {
    case .capability(let code):
      let found = register.performance(of: code, at: facility)
      switch found.answer {
      case .yes: return nil
      case .no: return .no
      case .unknown:
        switch found.doubt {
        case .inTransfer, .notYet: return .inTransfer
        default: return .unknown
        }
      }
    case .technique(let name, _):
      let wanted = FoldedName(name)
      let here = register.techniques(at: facility).filter { FoldedName($0.name) == wanted }
      if here.contains(where: { $0.isPerformed(on: register.day) }) { return nil }
      return here.isEmpty ? .unknown : .inTransfer
    }
  }
}

extension Technique {
  fileprivate func isOf(_ specialties: [String]?) -> Bool {
    guard let specialties else { return true }
    // One of no specialty may be of any.
    return specialty.map(specialties.contains) ?? true
  }
}
