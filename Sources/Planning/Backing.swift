import Facts
import HealthNetwork
import Referral

/// Which facilities are able, or would be, only by statements without a page.
///
/// A page is what anybody can look up: an address, a document, a list. "General knowledge" is none.
struct Backing {
  /// The facilities, in ascending order.
  let facilities: [FacilityIndex]

  init(of query: ReferralQuery, _ abilities: [Ability], in network: Network) {
    let codes = network.vocabulary.codes(granting: query.need.capability)
    let day = query.at.day
    var (paged, unpaged) = (Set<FacilityIndex>(), Set<FacilityIndex>())
    for located in network.records.capabilities {
      let statement = located.record
      guard statement.value == .yes, codes.contains(statement.code),
        ![.ended, .notYet].contains(statement.period.standing(on: day)),
        let facility = network.facilityIndex(of: statement.facility)
      else { continue }
      if statement.provenance.hasPage {
        if statement.provenance.effectiveConfidence >= query.minimumConfidence {
          paged.insert(facility)
        }
      } else {
        unpaged.insert(facility)
      }
    }
    facilities = unpaged.subtracting(paged).filter {
      abilities[$0] == .able || abilities[$0] == .unknown
    }.sorted()
  }
}

extension Provenance {
  /// Whether the statement rests on something that can be looked up.
  package var hasPage: Bool {
    let sources = (source ?? "").split(separator: ";").map { part in
      part.drop { $0 == " " }
    }
    return sources.contains { !$0.isEmpty && !Provenance.isNoPage($0) }
  }

  /// Whether words name no page.
  private static func isNoPage(_ source: Substring) -> Bool {
    let words = source.lowercased()
    return ["general knowledge", "kiến thức chung", "unknown", "không rõ"].contains {
      words.hasPrefix($0)
    }
  }
}
