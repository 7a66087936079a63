public import Facts
public import HealthNetwork
public import Referral
public import TravelNetwork

/// Something that could be done at a place.
public struct SiteCandidate: Sendable {
  /// What.
  public var action: SitingQuestion.Action
  /// The id of the facility or place, or the name that the user gave to a point.
  public var id: String
  /// Its name.
  public var name: String
  /// The index of the facility; nil for a new one.
  public var facility: FacilityIndex?
  /// The index of the commune in which a new one would be built; nil for others.
  public var place: PlaceIndex?
  /// Where it is.
  public var point: Coordinate
  /// The block of land it lies on, if known.
  public var block: String?
  /// What is known of the capability there; nil for a new one.
  public var standing: LackingFacility.Standing?
  /// The statement that says so.
  public var statement: Capability?
  /// The statement that it does a step below the capability in its ladder; nil when none is known.
  public var step: Capability?
  /// What it costs, in units of the budget.
  public var cost: Int
  /// How it is joined to the travel network; nil when it is too far away.
  public var access: PointAccess?

  /// A new facility.
  ///
  /// - Parameters:
  ///   - id: The id of the place, or the name of the point.
  ///   - name: What people call it.
  ///   - place: The index of the commune, if it is one.
  ///   - point: Where it is.
  ///   - block: The block of land it lies on, if known.
  ///   - cost: What it costs, in units of the budget.
  ///   - access: How it is joined to the travel network.
  public init(
    buildingAt id: String, name: String, place: PlaceIndex?, point: Coordinate, block: String?,
    cost: Int, access: PointAccess?
  ) {
    action = .build
    self.id = id
    self.name = name
    self.place = place
    self.point = point
    self.block = block
    self.cost = cost
    self.access = access
  }

  /// Something done at a facility that the capability alone keeps from being able.
  init(
    _ action: SitingQuestion.Action, at facility: Facility, _ lacking: LackingFacility,
    point: Coordinate, block: String?, cost: Int, access: PointAccess
  ) {
    self.action = action
    id = facility.id
    name = facility.name
    self.facility = lacking.facility
    self.point = point
    self.block = block
    standing = lacking.standing
    statement = lacking.statement
    step = lacking.step
    self.cost = cost
    self.access = access
  }
}

/// Which facilities may be upgraded or have rotations: by kind or by tier.
public struct CandidateRule: Hashable, Sendable {
  /// The kinds; nil for any.
  public var kinds: Set<Facility.Kind>?
  /// The tiers; nil for any, the unknown included.
  public var tiers: Set<Int>?

  /// Creates a rule.
  public init(kinds: Set<Facility.Kind>? = nil, tiers: Set<Int>? = nil) {
    self.kinds = kinds
    self.tiers = tiers
  }

  /// Hospitals and medical centres with beds: what may be upgraded unless told otherwise.
  public static let hospitals = CandidateRule(kinds: [
    .centralHospital, .universityHospital, .militaryHospital, .cityHospital, .provincialGeneral,
    .provincialSpecialised, .regionalGeneral, .districtHospital, .districtMedicalCentre,
    .regionalMedicalCentre, .privateHospital,
  ])

  /// Stations and centres near to people: where rotations go unless told otherwise.
  public static let stations = CandidateRule(kinds: [
    .communeHealthStation, .districtMedicalCentre, .regionalMedicalCentre, .polyclinic,
  ])

  /// Understands kinds and tiers parted by commas, as district-medical-centre,tier:3; nil for anything
  /// else.
  public init?(_ text: String) {
    var kinds: Set<Facility.Kind> = []
    var tiers: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      if part.hasPrefix("tier:"), let tier = Int(part.dropFirst(5)), (1...4).contains(tier) {
        tiers.insert(tier)
      } else if let kind = Facility.Kind(rawValue: String(part)) {
        kinds.insert(kind)
      } else {
        return nil
      }
    }
    self.init(kinds: kinds.isEmpty ? nil : kinds, tiers: tiers.isEmpty ? nil : tiers)
  }

  /// Whether a facility is meant.
  public func holds(_ facility: Facility) -> Bool {
    if let kinds, !kinds.contains(facility.kind) { return false }
    if let tiers { return facility.tier.map(tiers.contains) ?? false }
    return true
  }
}

extension SitingQuestion {
  /// What could be done, in order of actions, and within them of places and facilities.
  ///
  /// - Parameters:
  ///   - prepared: The network under the conditions of the question.
  ///   - demand: The communes; each is a place to build at.
  ///   - rule: Which facilities; nil for the default of each action.
  /// - Returns: The candidates; those that cannot be joined to the travel network are left out.
  /// - Complexity: O(*n*), where *n* is the number of facilities and communes.
  public func candidates(
    on prepared: PlanningNetwork, demand: Demand, rule: CandidateRule? = nil
  ) -> [SiteCandidate] {
    let network = prepared.network
    var result: [SiteCandidate] = []
    if actions.contains(.build) {
      for (commune, access) in zip(demand.communes, prepared.accesses(of: demand)) {
        guard let access, let point = commune.point else { continue }
        let place = network.place(commune.place)
        result.append(
          SiteCandidate(
            buildingAt: place.reference, name: network.fullName(of: place), place: commune.place,
            point: point, block: commune.block, cost: costs[.build] ?? 1,
            access: access))
      }
    }
    let lacking = network.facilities(lackingOnly: query)
    let plausibility = Plausibility(
      specialty: query.need.specialty, capability: query.need.capability, in: network,
      on: query.at.day)
    for action in [Action.upgrade, .rotate] where actions.contains(action) {
      let isDefault = rule == nil
      let rule = rule ?? (action == .upgrade ? .hospitals : .stations)
      for one in lacking
      where rule.holds(network.facility(one.facility)) && (!wantsReady || one.step != nil) {
        // Who names kinds or tiers means them all. Sessions bring what a station has not; only what
        // else is done there says whether they fit.
        if isDefault, action == .upgrade, plausibility.rank(of: one.facility) == nil { continue }
        if isDefault, action == .rotate,
          network.isOfOtherSpecialties(one.facility, than: query.need.specialty)
        {
          continue
        }
        guard let candidate = candidate(action, one, on: prepared) else { continue }
        result.append(candidate)
      }
    }
    return result
  }

  /// What could be done at a facility; nil when it has no place in the travel network.
  public func candidate(
    _ action: Action, _ lacking: LackingFacility, on prepared: PlanningNetwork
  ) -> SiteCandidate? {
    let facility = prepared.network.facility(lacking.facility)
    guard let point = facility.position.point,
      let access = prepared.access.accesses[lacking.facility]
    else { return nil }
    return SiteCandidate(
      action, at: facility, lacking, point: point,
      block: prepared.network.block(ofFacility: lacking.facility), cost: costs[action] ?? 1,
      access: access)
  }
}
