/// Why a facility is not a target, with what decided it and what would change it.
public struct Reason: Hashable, Sendable {
  /// Stable codes of reasons.
  public enum Code: String, CaseIterable, Sendable {
    case capabilityMissing = "capability_missing"
    case capabilityUnknown = "capability_unknown"
    case levelBelowRequired = "level_below_required"
    case confidenceTooLow = "confidence_too_low"
    case ageOrSexNotServed = "age_or_sex_not_served"
    case closedOnArrival = "closed_on_arrival"
    case rotationAbsentOnArrival = "rotation_absent_on_arrival"
    case notYetActivated = "not_yet_activated"
    case supporterUnavailable = "supporter_unavailable"
    case facilityClosed = "facility_closed"
    case diverting = "diverting"
    case noBedOfType = "no_bed_of_type"
    case statusTooOld = "status_too_old"
    case outOfTimeWindow = "out_of_time_window"
    case outOfRadius = "out_of_radius"
    case noPath = "no_path"
    case pathCutByScenario = "path_cut_by_scenario"
    case ferryNotRunning = "ferry_not_running"
    case ferryQueue = "ferry_queue"
    case vehicleCannotUsePath = "vehicle_cannot_use_path"
    case positionMissing = "position_missing"
    case tierRule = "tier_rule"
    case dominatedBy = "dominated_by"
    case notSelectedK = "not_selected_k"
    case noPlaceLeft = "no_place_left"
    case placesUnknown = "places_unknown"
    case noneAble = "none_able"
  }

  /// The code.
  public var code: Code
  /// What decided it, in Vietnamese.
  public var vi: String
  /// What decided it, in English.
  public var en: String
  /// What would change it, in Vietnamese.
  public var flipVi: String
  /// What would change it, in English.
  public var flipEn: String
  /// The page or document that says so, where it is a statement that decided.
  public var source: String?

  /// Creates a reason.
  public init(_ code: Code, vi: String, en: String, flipVi: String, flipEn: String) {
    self.code = code
    self.vi = vi
    self.en = en
    self.flipVi = flipVi
    self.flipEn = flipEn
  }
}
