import Facts
import HealthNetwork
import Planning
import Referral
import TravelNetwork

/// The nearest facility of every commune, from a network that is built from records and nothing else.
struct PlainAccess: Equatable {
  struct Answer: Equatable {
    var facility: String
    var deciseconds: UInt32
  }

  var answers: [Answer?]

  init(_ records: NetworkRecords, _ query: (Network) throws -> ReferralQuery) throws {
    let network = try Network(records)
    let query = try query(network)
    let prepared = PlanningNetwork(network, TravelHierarchy(network.travel), query.conditions)
    let demand = try Demand(network, scheme: network.records.schemes[0].record.id)
    let reach = NearestTable(prepared.accesses(of: demand), query, on: prepared)
    answers = demand.communes.indices.map { commune in
      reach.nearest(of: commune).map { PlainAccess.answer($0, network) }
    }
  }

  /// What a loss leaves, by the study.
  init(after loss: Loss, of study: LossStudy) {
    answers = study.demand.communes.indices.map { commune in
      study.nearest(ofCommune: commune).map { PlainAccess.answer($0, study.prepared.network) }
    }
    for change in loss.changes {
      answers[change.commune] = change.after.map { PlainAccess.answer($0, study.prepared.network) }
    }
  }

  private static func answer(_ found: CapableFacilitySearch.Found, _ network: Network) -> Answer {
    Answer(facility: network.facility(found.facility).id, deciseconds: found.deciseconds)
  }
}
