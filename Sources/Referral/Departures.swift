public import Facts
public import HealthNetwork
public import TravelNetwork

/// How late one can leave: for each minute of departure where to go, and for each facility the last
/// departure that is still in time.
///
///     let departures = Departures(network, query, hierarchy, from: origin, until: morning)
///     departures?.changes.first?.facility   // where to go when leaving now
///
/// How long a way takes depends on the departure only through links that are not always open, and
/// what a facility does through hours, dates and reports. Neither rises or falls steadily: waiting
/// gets shorter minute by minute and jumps when a ferry has gone. So no minute can be told from
/// its neighbours, and every one is asked. What is known of facilities stays what is known when one
/// asks (`query.at`); nobody knows the reports of later.
public struct Departures: Sendable {
  /// Departures, one a minute, that lead to the same facility first.
  public struct Change: Hashable, Sendable {
    /// The first departure.
    public var from: Instant
    /// The last departure.
    public var to: Instant
    /// The index of the facility that is reached first; nil where there is none.
    public var facility: FacilityIndex?
    /// Minutes of the first departure.
    public var minutesFirst: Double?
    /// Minutes of the last departure.
    public var minutesLast: Double?
    /// Arrival of the first departure.
    public var arrivalFirst: Instant?
    /// Arrival of the last departure.
    public var arrivalLast: Instant?
    /// Whether only the limit of the clinical window for selected patients is kept.
    public var isForSelected = false
  }

  /// The last departure for a facility.
  public struct Latest: Hashable, Sendable {
    /// The index of the facility.
    public var facility: FacilityIndex
    /// The last departure that is in time.
    public var leave: Instant
    /// Its arrival.
    public var arrival: Instant
    /// Whether it is the last one asked about, so that a later one may do as well.
    public var isOpen: Bool
    /// Departures before it that are not in time, as many as there are.
    public var missed: Int
    /// Why the next departure will not do; nil where none was asked about.
    public var reason: Reason?
    /// The last departure that is in time even when everything goes slowly; nil where there is none,
    /// or where it was not looked for.
    public var leaveIfSlow: Instant?
    /// The end of the clinical window that is kept; nil without an onset.
    public var closes: Instant?
  }

  /// The departures asked about: every minute from the first to the last.
  public let first: Instant
  /// The last departure asked about.
  public let last: Instant
  /// Where to go, by departure.
  public private(set) var changes: [Change] = []
  /// The last departure for each facility that is ever in time; the one that allows most first.
  ///
  /// In time is within the limit of the clinical window for all patients, where there is one.
  public private(set) var latest: [Latest] = []
  /// The last departure that keeps the limit for selected patients alone, where one does.
  ///
  /// Whether a patient is one of them is for a physician to say: it is no last departure.
  public private(set) var latestForSelected: [Latest] = []

  /// The longest time of departures: a week.
  public static let limitMinutes = 10_080

  /// Asks for every minute; nil when the origin is too far from the travel network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - query: What is asked; its departure is the first one.
  ///   - hierarchy: That of the network's travel map.
  ///   - origin: Where the patient is.
  ///   - last: The last departure.
  /// - Complexity: that of a search for each minute.
  public init?(
    _ network: Network, _ query: ReferralQuery, _ hierarchy: TravelHierarchy,
    from origin: ReferralOrigin, until last: Instant
  ) {
    self.init(PreparedReferrals(network, hierarchy), query, from: origin, until: last)
  }

  /// Asks a prepared network for every minute; nil when the origin is too far from the travel network.
  ///
  /// - Parameters:
  ///   - prepared: The network, prepared for referrals.
  ///   - query: The question; its departure is the first one.
  ///   - origin: Where the patient is.
  ///   - last: The last departure.
  /// - Complexity: that of a search for each minute.
  public init?(
    _ prepared: PreparedReferrals, _ query: ReferralQuery, from origin: ReferralOrigin,
    until last: Instant
  ) {
    first = query.at
    self.last = last
    var open: [FacilityIndex: Latest] = [:]
    var selected: [FacilityIndex: Latest] = [:]
    var referral: ReferralSearch?
    var day: Day?
    var minute = 0
    while minute <= min(Departures.limitMinutes, (last.seconds - first.seconds) / 60) {
      let leave = first.advanced(bySeconds: minute * 60)
      minute += 1
      if day != leave.day {
        // Which links there are is decided by the day.
        day = leave.day
        var asked = query
        asked.explainsUnreached = false
        referral = ReferralSearch(prepared, asked, leaving: leave, usage: .batch)
      }
      guard let outcomes = referral?.outcomes(from: origin, leaving: leave) else { return nil }
      let best = outcomes.first { $0.reason == nil }
      extend(with: best, leaving: leave)
      note(outcomes, leaving: leave, &open) { $0.reason == nil && !$0.isForSelected }
      note(outcomes.filter { $0.isForSelected || $0.reason != nil }, leaving: leave, &selected) {
        $0.reason == nil
      }
    }
    latest = Departures.sorted(open)
    latestForSelected = Departures.sorted(selected)
    if let window = referral?.eligibility.window, let onset = query.onset {
      close(window, since: onset)
    }
    pace(prepared, query, from: origin)
  }

  private static func sorted(_ latest: [FacilityIndex: Latest]) -> [Latest] {
    latest.values.sorted {
      ($1.leave, $0.arrival, $0.facility) < ($0.leave, $1.arrival, $1.facility)
    }
  }

  /// Tells when the window closes at the door.
  private mutating func close(_ window: TreatmentWindow, since onset: Instant) {
    func end(_ limit: Double?) -> Instant? {
      limit.map {
        onset.advanced(
          bySeconds: Int(clamping: (($0 - window.minutesAfterDoor) * 60).rounded(.down)))
      }
    }
    for index in latest.indices { latest[index].closes = end(window.limit ?? window.last) }
    for index in latestForSelected.indices {
      latestForSelected[index].closes = end(window.extended)
    }
  }

  /// How far back the slow pace is followed, in minutes.
  private static let mostPaceMinutes = 360

  /// Finds for the facilities that are shown the last departure that is in time at the slow pace.
  private mutating func pace(
    _ prepared: PreparedReferrals, _ query: ReferralQuery, from origin: ReferralOrigin
  ) {
    let count = min(query.count, latest.count)
    guard var leave = latest.first?.leave else { return }
    let earliest = Swift.max(
      first, leave.advanced(bySeconds: -Departures.mostPaceMinutes * 60))
    var left = Dictionary(uniqueKeysWithValues: (0..<count).map { (latest[$0].facility, $0) })
    var referral: ReferralSearch?
    var day: Day?
    while !left.isEmpty && leave >= earliest {
      if day != leave.day {
        day = leave.day
        var asked = query
        asked.explainsUnreached = false
        referral = ReferralSearch(prepared, asked, leaving: leave, usage: .batch)
      }
      let paced = Set(left.filter { latest[$0.value].leave >= leave }.map(\.key))
      let outcomes = referral?.outcomes(from: origin, leaving: leave, pacing: paced) ?? []
      for outcome in outcomes where outcome.isInTimeIfSlow == true {
        guard let index = left.removeValue(forKey: outcome.facility) else { continue }
        latest[index].leaveIfSlow = leave
      }
      leave = leave.advanced(bySeconds: -60)
    }
  }

  private mutating func extend(with best: ReferralSearch.Outcome?, leaving leave: Instant) {
    if let last = changes.last, last.facility == best?.facility,
      last.isForSelected == best?.isForSelected ?? false
    {
      changes[changes.count - 1].to = leave
      changes[changes.count - 1].minutesLast = best?.minutes
      changes[changes.count - 1].arrivalLast = best?.arrival
    } else {
      changes.append(
        Change(
          from: leave, to: leave, facility: best?.facility, minutesFirst: best?.minutes,
          minutesLast: best?.minutes, arrivalFirst: best?.arrival, arrivalLast: best?.arrival,
          isForSelected: best?.isForSelected ?? false))
    }
  }

  private func note(
    _ outcomes: [ReferralSearch.Outcome], leaving leave: Instant,
    _ open: inout [FacilityIndex: Latest], where isInTime: (ReferralSearch.Outcome) -> Bool
  ) {
    let isEnd = leave.advanced(bySeconds: 60) > last
    for outcome in outcomes {
      if isInTime(outcome) {
        let between = open[outcome.facility].map { known in
          known.missed + (leave.seconds - known.leave.seconds) / 60 - 1
        }
        open[outcome.facility] = Latest(
          facility: outcome.facility, leave: leave, arrival: outcome.arrival, isOpen: isEnd,
          missed: between ?? (leave.seconds - first.seconds) / 60, reason: nil)
      } else if let known = open[outcome.facility],
        leave.seconds - known.leave.seconds == 60
      {
        open[outcome.facility]?.reason = outcome.reason ?? outcome.closing
      }
    }
  }
}
