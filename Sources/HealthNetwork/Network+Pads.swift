public import Facts
public import TravelNetwork

extension Network {
  /// The travel node of a facility's listed helipad, for vehicles that fly; nil where none is listed,
  /// or nothing in the network flies between pads.
  public func pad(ofFacility index: FacilityIndex) -> NodeIndex? { padNodes[index] }

  /// Joins a facility at its helipad too, where the vehicle of the graph can land.
  ///
  /// - Parameters:
  ///   - access: How the facility is joined by road.
  ///   - facility: The index of the facility.
  ///   - graph: The travel network as the vehicle finds it.
  /// - Returns: The ways by road and at the pad; nil when there is none.
  public func joined(
    _ access: PointAccess?, atPadOf facility: FacilityIndex, _ graph: TravelGraph
  ) -> PointAccess? {
    graph.joined(access, atPad: padNodes[facility])
  }

  /// Every facility as a point to be joined to travel networks, by index.
  ///
  /// - Complexity: O(*n*) the first time, where *n* is the number of facilities; O(1) after it.
  public var facilityPoints: [TravelPoint] { storage.facilityPoints(of: self) }

  /// The flights between the listed pads of records.
  ///
  /// A pad of which only words are known, as one whose use nobody confirms, is none.
  static func flights(of records: NetworkRecords, places: [String: Int]) -> PadFlights {
    let pads = records.facilities.compactMap { located -> Pad? in
      let facility = located.record
      guard facility.helipads ?? 0 > 0, let point = facility.position.point else { return nil }
      let block = facility.placements.lazy.compactMap { placement in
        places[placement.place].flatMap { records.places[$0].record.block }
      }.first
      return Pad(
        id: facility.id, name: "Bãi đáp \(facility.name)", point: point, block: block,
        provenance: Provenance(source: facility.helipadNote, confidence: .low))
    }
    return PadFlights(
      nodes: Records(records.nodes), links: Records(records.links),
      vehicles: records.vehicles.map(\.record), pads: pads,
      profile: records.travelProfiles.first?.record ?? TravelProfile())
  }
}
