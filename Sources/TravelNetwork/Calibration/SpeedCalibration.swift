/// What observed trips say of the usual speeds of road classes, and what they cannot say.
///
///     let calibration = SpeedCalibration(trips, slowFactor: profile.slowFactor)
///     if calibration.isBetter { profile = calibration.applied(to: profile) }
///
/// A class is only changed when enough trips use it and agree on it; the others stay as they are. The
/// error is told for trips that the factors have not seen: every fifth trip is held out in turn.
public struct SpeedCalibration: Sendable {
  /// What is told of a class.
  public struct ClassResult: Hashable, Sendable {
    /// The class.
    public let roadClass: RoadClass
    /// How many trips spend a tenth of their minutes on it.
    public let trips: Int
    /// What its minutes are multiplied with; 1 when it is not changed.
    public let factor: Double
    /// The deviation of the factor; that of the prior when nothing is known.
    public let deviation: Double
    /// Whether the trips tell it.
    public let isTold: Bool
  }

  /// With fewer trips, nothing is changed; nor is a class that fewer use.
  public static let fewestTrips = 10
  /// A factor less sure than this is not told: half the deviation that was expected before.
  private static let leastSure = FactorFit.prior / 2
  /// So many trips weigh as much as the old slow factor.
  private static let slowPrior = 20.0
  private static let folds = 5

  /// The classes, in the order of `RoadClass.allCases`.
  public let classes: [ClassResult]
  /// The indices of trips too far off to count.
  public let outliers: [Int]
  /// The new slow factor: minutes that nine of ten trips keep, over the usual ones.
  public let slowFactor: Double
  /// Mean absolute minutes of error on trips held out, as the network is; outliers left out.
  public let errorBefore: Double
  /// Mean absolute minutes of error on trips held out, with factors from the others.
  public let errorAfter: Double
  /// How many trips were given.
  public let tripCount: Int

  /// Whether a class is told and trips held out are told better: else nothing should be changed.
  public var isBetter: Bool { classes.contains(where: \.isTold) && errorAfter < errorBefore }

  /// Fits.
  ///
  /// - Parameters:
  ///   - trips: The trips.
  ///   - slowFactor: The slow factor of the network's profile.
  /// - Complexity: O(*n*), where *n* is the number of trips.
  public init(_ trips: [ObservedTrip], slowFactor: Double) {
    let fit = SpeedCalibration.fit(trips)
    let result = fit.fit
    tripCount = trips.count
    classes = RoadClass.allCases.indices.map { place in
      ClassResult(
        roadClass: RoadClass.allCases[place], trips: SpeedCalibration.users(of: place, trips),
        factor: fit.told[place] ? result.factors[place] : 1,
        deviation: fit.told[place] ? result.deviations[place] : fit.deviations[place],
        isTold: fit.told[place])
    }
    outliers = trips.indices.filter { result.isOutlier[$0] }
    let kept = trips.indices.filter { !result.isOutlier[$0] }
    var before = 0.0
    var after = 0.0
    for fold in 0..<SpeedCalibration.folds {
      let others = trips.indices.filter { $0 % SpeedCalibration.folds != fold }.map { trips[$0] }
      let factors = SpeedCalibration.fit(others).fit.factors
      for index in kept where index % SpeedCalibration.folds == fold {
        before += abs(trips[index].minutes - trips[index].expected)
        after += abs(trips[index].minutes - trips[index].minutes(at: factors))
      }
    }
    errorBefore = kept.isEmpty ? 0 : before / Double(kept.count)
    errorAfter = kept.isEmpty ? 0 : after / Double(kept.count)
    // Late trips are no outliers here: they are what the slow factor is about.
    let ratios = trips.compactMap { trip -> Double? in
      let roads = trip.minutes(at: result.factors) - trip.fixedMinutes
      guard roads > trip.fixedMinutes, roads > 1 else { return nil }
      return (trip.minutes - trip.fixedMinutes) / roads
    }
    let count = Double(ratios.count)
    self.slowFactor =
      ratios.count < SpeedCalibration.fewestTrips
      ? slowFactor
      : max(
        1,
        (count * FactorFit.quantile(ratios, 0.9) + SpeedCalibration.slowPrior * slowFactor)
          / (count + SpeedCalibration.slowPrior))
  }

  /// A profile with what the trips tell: factors upon those that it has.
  public func applied(to profile: TravelProfile) -> TravelProfile {
    var profile = profile
    profile.slowFactor = slowFactor
    for result in classes where result.isTold {
      var own = ClassFactor()
      own.roadClass = result.roadClass
      own.factor = result.factor * profile.factor(of: result.roadClass)
      own.trips = result.trips
      profile.classFactors.removeAll { $0.roadClass == result.roadClass }
      profile.classFactors.append(own)
    }
    return profile
  }

  /// How many trips spend a tenth of their minutes on a class.
  private static func users(of place: Int, _ trips: [ObservedTrip]) -> Int {
    trips.count { $0.classMinutes[place] >= 0.1 * max($0.expected, 1) }
  }

  /// Fits twice: all classes that enough trips use, then those alone that the first fit tells.
  private static func fit(
    _ trips: [ObservedTrip]
  ) -> (fit: FactorFit, told: [Bool], deviations: [Double]) {
    let isUsed = RoadClass.allCases.indices.map {
      trips.count >= fewestTrips && users(of: $0, trips) >= fewestTrips
    }
    let first = FactorFit(trips, free: isUsed)
    let deviations = zip(isUsed, first.deviations).map { $0 ? $1 : FactorFit.prior }
    let told = zip(isUsed, deviations).map { $0 && $1 <= leastSure }
    return (told == isUsed ? first : FactorFit(trips, free: told), told, deviations)
  }
}
