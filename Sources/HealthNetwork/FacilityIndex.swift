public import Facts

/// The index of a facility in a network.
public typealias FacilityIndex = RecordIndex<Facility>

/// The index of a place in a network, whatever its scheme and level.
public typealias PlaceIndex = RecordIndex<Place>
