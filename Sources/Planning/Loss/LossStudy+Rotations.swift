import Facts
import HealthNetwork
import Referral

extension LossStudy {
  /// The loss of each rotation: of what a facility does only because people come to it in turns.
  ///
  /// A rotation is all statements of a facility that name the same supporter as performing what is
  /// needed by rotation. What the facility's own people do stays, and may be enough.
  ///
  /// - Returns: The losses, by facility and supporter; none when no statement says that it rests on a
  ///   rotation, whatever agreements on rotations there are.
  /// - Complexity: O(*n*) for each rotation, where *n* is the number of records.
  public func rotationLosses() -> [Loss] {
    let network = prepared.network
    let granting = network.vocabulary.codes(granting: query.need.capability)
    return able.flatMap { facility -> [Loss] in
      let supporters = Set(
        network.capabilities(of: facility).filter {
          $0.performer == .rotation && granting.contains($0.code)
        }.map(\.supportedBy))
      return supporters.sorted { ($0 ?? "") < ($1 ?? "") }.map { supporter in
        Loss(
          .rotation(facility: facility, supporter: supporter),
          changes(withoutRotationOf: supporter, to: facility), self)
      }
    }
  }

  private func changes(
    withoutRotationOf supporter: String?, to facility: FacilityIndex
  ) -> [AccessChange] {
    var records = prepared.network.records
    let id = prepared.network.facility(facility).id
    records.capabilities.removeAll {
      $0.record.facility == id && $0.record.performer == .rotation
        && $0.record.supportedBy == supporter
    }
    let network: Network
    do throws(NetworkProblems) {
      network = try Network(checked: records)
    } catch {
      preconditionFailure("fewer statements of a network are no network: \(error)")
    }
    var search = CapableFacilitySearch(network, query, prepared.engine, prepared.access)
    return demand.communes.indices.compactMap { commune in
      // Who went elsewhere goes there still: a facility that can do less is no nearer.
      guard nearest(ofCommune: commune)?.facility == facility, let access = accesses[commune]
      else { return nil }
      return change(ofCommune: commune, to: search.nearest(1, from: access).first)
    }
  }
}
