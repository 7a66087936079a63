import Columns
import Facts
import HealthNetwork
import Referral
import TravelNetwork

/// Who reaches what when: the facilities that are able now, and each candidate, from every commune.
///
/// All are arrivals of patients who leave at the instant of the question, ferry hours waited for; so
/// candidates are targets of searches from the communes, never the other way round.
struct SitingTimes: Sendable {
  /// No way, in deciseconds.
  static let never = UInt32.max

  /// The two nearest facilities that are able now.
  let now: NearestTable
  /// The best chance of a facility within the threshold that is there now and then; 0 for none.
  let chances: [Double]
  /// The number of candidates.
  let candidateCount: Int
  /// Deciseconds from each commune to each candidate, commune by commune.
  private let times: [UInt32]

  /// Searches from every commune, on all processors.
  ///
  /// - Complexity: O(*n* (*c* + *a*)), where *n* is the number of communes, *c* of candidates and *a* of
  ///   arcs that a search climbs.
  init(
    _ question: SitingQuestion, _ candidates: [SiteCandidate], from points: [PointAccess?],
    on prepared: PlanningNetwork
  ) {
    now = NearestTable(points, question.query, on: prepared, depth: 2)
    candidateCount = candidates.count
    chances = SitingTimes.chances(question, from: points, on: prepared)
    times = SitingTimes.times(
      ArrivalStream(prepared.engine, targets: candidates.map(\.access)), candidates.count,
      from: points)
  }

  /// Deciseconds from a commune to a candidate; `never` where no way leads.
  func time(from commune: Int, to candidate: Int) -> UInt32 {
    times[commune * candidateCount + candidate]
  }

  private static func times(
    _ stream: ArrivalStream, _ count: Int, from points: [PointAccess?]
  ) -> [UInt32] {
    var times = [UInt32](repeating: never, count: points.count * count)
    // The parts come in pairs of columns: this one needs no second.
    var nothing = [UInt8](repeating: 0, count: points.count)
    let parts = max(1, min(16, points.count / 64))
    let ends = (1...parts).map { points.count * $0 / parts }
    var timeSpan = times.mutableSpan
    var otherSpan = nothing.mutableSpan
    forEachPart(
      of: &timeSpan, &otherSpan, ends: ends.map { $0 * count }, otherEnds: ends
    ) { part, times, _ in
      var stream = stream
      let first = part == 0 ? 0 : ends[part - 1]
      for point in first..<ends[part] {
        if Cancellation.isRequested { return }
        guard let access = points[point] else { continue }
        stream.start(from: access)
        for (candidate, time) in stream.all().enumerated() {
          if let time { times[(point - first) * count + candidate] = time }
        }
      }
    }
    return times
  }

  /// The chances of facilities that have sessions on unknown weekdays: people within the threshold of
  /// them are covered now and then.
  private static func chances(
    _ question: SitingQuestion, from points: [PointAccess?], on prepared: PlanningNetwork
  ) -> [Double] {
    var chances = [Double](repeating: 0, count: points.count)
    let query = question.query
    guard let limit = question.limit else { return chances }
    var facilities: [(facility: FacilityIndex, statements: [Capability])] = []
    for facility in prepared.network.facilities(ableToServe: query) {
      let statements = prepared.network.evidence(
        of: query.need.capability, at: facility, on: query.at.day
      ).yes.filter {
        $0.provenance.effectiveConfidence >= query.minimumConfidence
          && $0.windows.contains { $0.sessionsPerWeek != nil }
      }
      if !statements.isEmpty { facilities.append((facility, statements)) }
    }
    guard !facilities.isEmpty else { return chances }
    var stream = ArrivalStream(
      prepared.engine, targets: facilities.map { prepared.access.accesses[$0.facility] })
    for (point, access) in points.enumerated() {
      guard let access else { continue }
      stream.start(from: access)
      for (number, time) in stream.all().enumerated() {
        guard let time, time <= limit else { continue }
        for statement in facilities[number].statements {
          chances[point] = max(
            chances[point], question.chance(of: statement.windows, arriving: time))
        }
      }
    }
    return chances
  }
}

extension SitingQuestion {
  /// The threshold in deciseconds.
  var limit: UInt32? {
    thresholdMinutes.map { TravelTime(minutes: $0).deciseconds(rounded: .down) }
  }

  /// With which chance a service of some windows is there after a way; 1 when it may be relied on, as
  /// a referral does.
  func chance(of windows: [ServiceWindow], arriving deciseconds: UInt32) -> Double {
    let arrival = query.at.advanced(byDeciseconds: deciseconds)
    switch Presence(windows, at: arrival) {
    case .always, .open, .hoursUnknown: return 1
    case .chance(let chance, _): return chance >= query.minimumProbability ? 1 : chance
    case .closed: return 0
    }
  }

  /// The window of a rotation.
  var rotationWindow: ServiceWindow {
    var window = ServiceWindow()
    window.sessionsPerWeek = sessionsPerWeek
    return window
  }
}
