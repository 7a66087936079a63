/// Why a facility is not a target, with what decided it and what would change it.
public struct Reason: Hashable, Sendable {
  /// Stable codes of reasons.
  public enum Code: String, CaseIterable, Sendable {
    /// It cannot do what is needed, or has stopped doing it.
    case capabilityMissing = "capability_missing"
    /// Nothing says whether it can do what is needed.
    case capabilityUnknown = "capability_unknown"
    /// Its professional level is lower than required.
    case levelBelowRequired = "level_below_required"
    /// The statement that it can is less sure than required.
    case confidenceTooLow = "confidence_too_low"
    /// It does not take patients of this age or sex.
    case ageOrSexNotServed = "age_or_sex_not_served"
    /// The service is closed on arrival.
    case closedOnArrival = "closed_on_arrival"
    /// It never reported how many beds of a type are free.
    case bedsNotReported = "beds_not_reported"
    /// The visiting doctor is not there on arrival, or may not be.
    case rotationAbsentOnArrival = "rotation_absent_on_arrival"
    /// The facility or the service has not begun to work, or is not confirmed to work.
    case notYetActivated = "not_yet_activated"
    /// The facility whose support the service needs is not available.
    case supporterUnavailable = "supporter_unavailable"
    /// The facility has closed.
    case facilityClosed = "facility_closed"
    /// It reports that it takes no such patients now.
    case diverting = "diverting"
    /// It reports no free bed of the type.
    case noBedOfType = "no_bed_of_type"
    /// It has no report of beds, or one that expires before arrival.
    case statusTooOld = "status_too_old"
    /// Arrival is later than the clinical window allows.
    case outOfTimeWindow = "out_of_time_window"
    /// It is further than allowed.
    case outOfRadius = "out_of_radius"
    /// No way leads to it.
    case noPath = "no_path"
    /// The way to it uses a link that is out of use.
    case pathCutByScenario = "path_cut_by_scenario"
    /// A ferry on the way does not run then.
    case ferryNotRunning = "ferry_not_running"
    /// A ferry on the way has a long queue.
    case ferryQueue = "ferry_queue"
    /// The vehicle cannot use a link of the way.
    case vehicleCannotUsePath = "vehicle_cannot_use_path"
    /// Its position is not known.
    case positionMissing = "position_missing"
    /// Its tier is higher than allowed.
    case tierRule = "tier_rule"
    /// Another way is sooner at every door.
    case dominatedBy = "dominated_by"
    /// It is eligible, but enough nearer ones were found.
    case notSelectedK = "not_selected_k"
    /// Its places are taken.
    case noPlaceLeft = "no_place_left"
    /// Nothing says whether it has a place.
    case placesUnknown = "places_unknown"
    /// No facility that can treat the patient is reached.
    case noneAble = "none_able"
  }

  /// The code.
  public var code: Code
  /// What decided it, in Vietnamese.
  public var vi: String
  /// What decided it, in English.
  public var en: String
  /// The remedies; any one of these would change it.
  public var remedies: [Remedy]
  /// The page or document that says so, where it is a statement that decided.
  public var source: String?

  /// Creates a reason.
  public init(_ code: Code, vi: String, en: String, remedies: [Remedy]) {
    self.code = code
    self.vi = vi
    self.en = en
    self.remedies = remedies
  }
}
