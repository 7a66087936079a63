public import Facts
public import HealthNetwork
public import TravelNetwork

/// Where a patient is.
public struct ReferralOrigin: Hashable, Sendable {
  /// The id of the place, facility or node; nil for a bare point.
  public var id: String?
  /// What people call it.
  public var name: String
  /// The point.
  public var point: Coordinate
  /// The block of land it lies on, if known.
  public var block: String?

  /// Creates an origin.
  public init(id: String?, name: String, point: Coordinate, block: String?) {
    self.id = id
    self.name = name
    self.point = point
    self.block = block
  }
}

/// What is asked of a referral: everything but where the patient is.
public struct ReferralQuery: Sendable {
  /// What the patient needs.
  public var need: Need
  /// When the patient leaves.
  public var at: Instant
  /// How the patient travels.
  public var vehicle: Vehicle
  /// How many targets are wanted.
  public var count = 3
  /// Statements less sure than this are not relied on.
  public var minimumConfidence = Confidence.medium
  /// A service of unknown weekday is relied on when it is there with at least this chance.
  public var minimumProbability = 0.9
  /// Links that may not be used, by index.
  public var avoided: Set<LinkIndex> = []
  /// The weather; nil when it is like any other day.
  public var weather: Weather?
  /// The patient's age in full years.
  public var age: Int?
  /// The patient's sex.
  public var sex: Sex?
  /// When the illness began, or the patient was last known well.
  public var onset: Instant?
  /// Minutes from the door to treatment, as the facility says; nil takes what the network knows.
  public var doorToTreatment: Double?
  /// Targets further than this many minutes are of no use.
  public var maximumMinutes: Double?
  /// Targets further than this many kilometres by the way taken are of no use.
  public var maximumKilometres: Double?
  /// The professional level that a target must have at least.
  public var minimumLevel: Facility.Level?
  /// The highest tier to which patients may be sent: 2 keeps them out of central and city
  /// hospitals (tier 1).
  public var highestTier: Int?
  /// How badly off the patient is: which soft restrictions of facilities are overridden.
  public var severity: Severity?
  /// A type of bed that must be reported free.
  public var bedType: String?
  /// Whether facilities beyond the targets are explained too: what cuts them off, what is next.
  public var explainsUnreached = true

  /// Creates a query with the default rules.
  public init(need: Need, at: Instant, vehicle: Vehicle) {
    self.need = need
    self.at = at
    self.vehicle = vehicle
  }

  /// For which vehicle, when, in which weather and without which links a way is sought.
  public var conditions: TravelConditions {
    TravelConditions(vehicle: vehicle, at: at, closed: avoided, weather: weather)
  }
}
