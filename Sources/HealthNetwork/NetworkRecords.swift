public import Facts
public import TravelNetwork

/// Every record of a network, as read: not yet checked against each other.
///
/// The arrays keep the order of reading. `Network` is what they become once they agree.
public struct NetworkRecords: Sendable {
  /// The network's own record.
  public var networks: [Located<NetworkHeader>] = []
  /// Administrative geographies.
  public var schemes: [Located<Scheme>] = []
  /// Administrative units.
  public var places: [Located<Place>] = []
  /// Where administrative units lie.
  public var outlines: [Located<PlaceOutline>] = []
  /// Specialties.
  public var specialties: [Located<Specialty>] = []
  /// Capabilities that a facility may have.
  public var capabilityTypes: [Located<CapabilityType>] = []
  /// Clinical clocks.
  public var clocks: [Located<ClinicalClock>] = []
  /// Access standards.
  public var accessStandards: [Located<AccessStandard>] = []
  /// How badly off patients are.
  public var severities: [Located<Severity>] = []
  /// For how long reports decide.
  public var freshness: [Located<Freshness>] = []
  /// Classes of urgency.
  public var triageClasses: [Located<TriageClass>] = []
  /// Rules on sending patients from tier to tier.
  public var transferRules: [Located<TransferRule>] = []
  /// Ways to definitive care.
  public var pathways: [Located<Pathway>] = []
  /// Codes of other systems.
  public var crosswalks: [Located<Crosswalk>] = []
  /// Free text of records in both languages.
  public var wordings: [Located<Wording>] = []
  /// Levels of care.
  public var ladders: [Located<Ladder>] = []
  /// Parties that are no facilities.
  public var parties: [Located<Party>] = []
  /// Facilities.
  public var facilities: [Located<Facility>] = []
  /// What facilities can and cannot do.
  public var capabilities: [Located<Capability>] = []
  /// Agreements.
  public var agreements: [Located<Agreement>] = []
  /// Programmes.
  public var programmes: [Located<Programme>] = []
  /// Specialty networks.
  public var specialtyNetworks: [Located<SpecialtyNetwork>] = []
  /// Rotations of staff.
  public var rotations: [Located<Rotation>] = []
  /// Techniques.
  public var techniques: [Located<Technique>] = []
  /// Training events.
  public var trainings: [Located<Training>] = []
  /// Published figures.
  public var figures: [Located<Figure>] = []
  /// Things seen or published that no rule counts.
  public var observations: [Located<Observation>] = []
  /// Vehicles.
  public var vehicles: [Located<Vehicle>] = []
  /// How times are made.
  public var travelProfiles: [Located<TravelProfile>] = []
  /// Kinds of weather.
  public var weathers: [Located<Weather>] = []
  /// Links that are out of use for a time.
  public var closures: [Located<TravelClosure>] = []
  /// Usual speeds.
  public var speedDefaults: [Located<SpeedDefault>] = []
  /// Blocks of land.
  public var blocks: [Located<LandBlock>] = []
  /// Where blocks touch.
  public var blockJoins: [Located<BlockJoin>] = []
  /// Travel nodes.
  public var nodes: [Located<TravelNode>] = []
  /// Travel links.
  public var links: [Located<TravelLink>] = []
  /// Public holidays.
  public var holidays: [Located<Holiday>] = []
  /// What is otherwise on some days.
  public var exceptions: [Located<DatedException>] = []
  /// Live status.
  public var statuses: [Located<LiveStatus>] = []

  /// Creates an empty set of records.
  public init() {}
}

/// Something to do for each kind of record of a network.
public protocol KindVisitor {
  /// What may go wrong.
  associatedtype Failure: Error

  /// Sees one kind of record, as the list that holds it.
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) throws(Failure)
}

extension NetworkRecords {
  /// Shows every kind of record to a visitor, in the order of exchange files.
  ///
  /// This is the one list of all kinds: what must be done for each kind is a visitor.
  public static func visitKinds<Visitor: KindVisitor>(
    _ visitor: inout Visitor
  ) throws(Visitor.Failure) {
    try visitor.visit(\.networks)
    try visitor.visit(\.schemes)
    try visitor.visit(\.places)
    try visitor.visit(\.outlines)
    try visitor.visit(\.specialties)
    try visitor.visit(\.capabilityTypes)
    try visitor.visit(\.clocks)
    try visitor.visit(\.accessStandards)
    try visitor.visit(\.severities)
    try visitor.visit(\.freshness)
    try visitor.visit(\.triageClasses)
    try visitor.visit(\.transferRules)
    try visitor.visit(\.pathways)
    try visitor.visit(\.crosswalks)
    try visitor.visit(\.wordings)
    try visitor.visit(\.ladders)
    try visitor.visit(\.parties)
    try visitor.visit(\.facilities)
    try visitor.visit(\.capabilities)
    try visitor.visit(\.agreements)
    try visitor.visit(\.programmes)
    try visitor.visit(\.specialtyNetworks)
    try visitor.visit(\.rotations)
    try visitor.visit(\.techniques)
    try visitor.visit(\.trainings)
    try visitor.visit(\.figures)
    try visitor.visit(\.observations)
    try visitor.visit(\.vehicles)
    try visitor.visit(\.travelProfiles)
    try visitor.visit(\.weathers)
    try visitor.visit(\.closures)
    try visitor.visit(\.speedDefaults)
    try visitor.visit(\.blocks)
    try visitor.visit(\.blockJoins)
    try visitor.visit(\.nodes)
    try visitor.visit(\.links)
    try visitor.visit(\.holidays)
    try visitor.visit(\.exceptions)
    try visitor.visit(\.statuses)
  }
}
