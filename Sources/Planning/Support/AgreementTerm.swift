public import Facts
public import HealthNetwork

/// How an agreement or a rotation stands on a day: in force, ended, or ending soon.
public struct AgreementTerm: Hashable, Sendable {
  /// How it stands.
  public enum State: String, CaseIterable, Sendable {
    /// It has ended.
    case ended
    /// It ends within the months asked about.
    case ending
    /// It is in force, and no end within those months is known.
    case inForce = "in_force"
    /// It begins later.
    case notYet = "not_yet"
    /// The day lies before the first evidence of it.
    case unknown
  }

  /// The record.
  public let basis: SupportLink.Basis
  /// How it stands.
  public let state: State
  /// When it is in force.
  public let period: Period
  /// The first day on which it is no longer in force, once a day is known.
  public let end: PartialDate?
  /// Days from the day asked about to the end; negative once it has ended.
  public let daysLeft: Int?
  /// The supporters and recipients that it names, as actors.
  public let supporters: [Int]
  /// Those who are supported.
  public let recipients: [Int]
  /// Recipients whom no other link in force supports: what its end leaves alone.
  public let leftAlone: [Int]
  /// Where the record comes from.
  public let provenance: Provenance

  /// Gathers the terms of all agreements, rotations and specialty networks.
  ///
  /// - Parameters:
  ///   - graph: Who supports whom.
  ///   - day: The day asked about.
  ///   - months: What ends in so many months is ending.
  ///   - minimumConfidence: Links less sure than this keep nobody from being left alone.
  /// - Returns: The ended and the ending first, by their end; then the others, by id.
  /// - Complexity: O(*n* · *l*), where *n* is the number of records and *l* of links to a recipient.
  public static func all(
    _ graph: SupportGraph, on day: Day, months: Int, minimumConfidence: Confidence = .medium
  ) -> [AgreementTerm] {
    let network = graph.network
    var terms: [AgreementTerm] = []
    let limit = day.later(byMonths: months)
    func add(_ basis: SupportLink.Basis, _ period: Period, _ provenance: Provenance) {
      let own = graph.links.filter { $0.basis == basis }
      let recipients = own.map(\.recipient).unique()
      let state: State
      switch period.standing(on: day) {
      case .ended: state = .ended
      case .notYet: state = .notYet
      case .unknown: state = .unknown
      case .inForce: state = period.to.map { $0.start <= limit } ?? false ? .ending : .inForce
      }
      // Of one that is in force, only what is left after it matters.
      let last = state == .ending ? period.to?.start ?? day : day
      let leftAlone = recipients.filter { recipient in
        !graph.links(to: recipient).contains {
          $0.basis != basis
            && graph.counts($0, on: max(last, day), minimumConfidence: minimumConfidence)
        }
      }
      terms.append(
        AgreementTerm(
          basis: basis, state: state, period: period, end: period.to,
          daysLeft: period.to.map { $0.start.number - day.number },
          supporters: own.map(\.supporter).unique(), recipients: recipients,
          leftAlone: state == .ended || state == .ending ? leftAlone : [],
          provenance: provenance))
    }
    for (index, located) in network.records.agreements.enumerated() {
      add(.agreement(index), located.record.period, located.record.provenance)
    }
    for (index, located) in network.records.rotations.enumerated() {
      add(.rotation(index), located.record.period, located.record.provenance)
    }
    for (index, located) in network.records.specialtyNetworks.enumerated() {
      add(.specialtyNetwork(index), located.record.period, located.record.provenance)
    }
    return terms.sorted { left, right in
      (left.state.order, left.daysLeft ?? .max, graph.id(of: left.basis))
        < (right.state.order, right.daysLeft ?? .max, graph.id(of: right.basis))
    }
  }
}

extension AgreementTerm.State {
  fileprivate var order: Int { AgreementTerm.State.allCases.firstIndex(of: self) ?? 0 }
}

extension Array where Element: Hashable {
  /// The elements, each once, in the order of their first place.
  func unique() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
