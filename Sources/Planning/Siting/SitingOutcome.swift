import Facts
import Referral

/// How well the people are off: before anything is done, or with some sites.
public struct SitingOutcome: Hashable, Sendable {
  /// People within the threshold, those of rotations by their chance; nil without a threshold.
  public var covered: Double?
  /// People within the threshold of two facilities; nil without a threshold.
  public var coveredTwice: Double?
  /// Mean minutes to the nearest; people who take longer than the limit count with the limit.
  public var meanMinutes: Double
  /// The same for the worst-off part of the people.
  public var worstMinutes: Double
  /// People who reach nothing at all, or only after the limit.
  public var unreached: Double
}

extension Siting {
  /// How well the people are off with some sites.
  ///
  /// - Complexity: O(*n* *k*), where *n* is the number of communes and *k* of sites.
  func outcome(of chosen: [Int]) -> SitingOutcome {
    var (covered, twice, unreached) = (0.0, 0.0, 0.0)
    var minutes: [Double] = []
    let most = question.unreachedMinutes
    for (commune, one) in demand.communes.enumerated() {
      var least = TravelTime(deciseconds: baseTime(of: commune)).minutes
      var sure = baseCount(of: commune)
      var chance = times.chances[commune]
      for candidate in chosen {
        let time = times.time(from: commune, to: candidate)
        guard time != SitingTimes.never else { continue }
        let presence = presence(of: candidate, arriving: time)
        if presence == 1 { least = min(least, TravelTime(deciseconds: time).minutes) }
        guard let limit = question.limit, time <= limit else { continue }
        if presence == 1 { sure += 1 } else { chance = max(chance, presence) }
      }
      covered += one.people * (sure > 0 ? 1 : chance)
      if sure > 1 { twice += one.people }
      if least >= most { unreached += one.people }
      minutes.append(min(least, most))
    }
    let people = demand.people
    let sum = zip(demand.communes, minutes).reduce(0) { $0 + $1.0.people * $1.1 }
    let tail = TailMean(people: demand.communes.map(\.people), share: question.worstShare)
    return SitingOutcome(
      covered: question.limit.map { _ in covered },
      coveredTwice: question.limit.map { _ in twice },
      meanMinutes: people > 0 ? sum / people : 0, worstMinutes: tail.mean(of: minutes),
      unreached: unreached)
  }

  /// Deciseconds to the nearest facility that is able now; the limit where there is none.
  func baseTime(of commune: Int) -> UInt32 {
    min(times.now.nearest(of: commune)?.deciseconds ?? .max, unreachedTime)
  }

  /// How many facilities within the threshold are able now, at most 2.
  func baseCount(of commune: Int) -> Int {
    guard let limit = question.limit else { return 0 }
    return (0..<2).count { rank in
      times.now.nearest(of: commune, rank: rank).map { $0.deciseconds <= limit } ?? false
    }
  }

  /// The time counted for people who reach nothing, in deciseconds.
  var unreachedTime: UInt32 { UInt32(min(question.unreachedMinutes * 600, 4e9)) }

  /// With which chance a candidate would be there: 1 for what stays.
  func presence(of candidate: Int, arriving time: UInt32) -> Double {
    guard candidates[candidate].action == .rotate else { return 1 }
    return question.chance(of: [question.rotationWindow], arriving: time)
  }
}
