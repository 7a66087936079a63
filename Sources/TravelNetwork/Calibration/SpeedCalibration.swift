/// What observed trips say of the usual speeds of road classes, and what they cannot say.
///
///     let calibration = SpeedCalibration(trips, slowFactor: profile.slowFactor)
///     if calibration.isBetter { profile = calibration.applied(to: profile) }
///
/// A class is only changed when enough trips use it, agree on it, and are further from what the network
/// has than chance puts them: of networks that are right, at most one in twenty is changed
/// (`SpeedCalibrationTests` simulates them). All classes that trips use are fitted together, so that
/// one that cannot be told does not push the others. The error is told for trips that the factors have
/// not seen: every fifth trip is held out in turn.
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
    let told = fit.factors
    tripCount = trips.count
    classes = RoadClass.allCases.indices.map { place in
      ClassResult(
        roadClass: RoadClass.allCases[place], trips: SpeedCalibration.users(of: place, trips),
        factor: told[place], deviation: fit.deviations[place], isTold: fit.isTold[place])
    }
    outliers = trips.indices.filter { result.isOutlier[$0] }
    let kept = trips.indices.filter { !result.isOutlier[$0] }
    var before = 0.0
    var after = 0.0
    for fold in 0..<SpeedCalibration.folds {
      let others = trips.indices.filter { $0 % SpeedCalibration.folds != fold }.map { trips[$0] }
      let seen = FactorFit(others, free: fit.isUsed).factors
      let factors = zip(fit.isTold, seen).map { $0 ? $1 : 1 }
      for index in kept where index % SpeedCalibration.folds == fold {
        before += abs(trips[index].minutes - trips[index].expected)
        after += abs(trips[index].minutes - trips[index].minutes(at: factors))
      }
    }
    errorBefore = kept.isEmpty ? 0 : before / Double(kept.count)
    errorAfter = kept.isEmpty ? 0 : after / Double(kept.count)
    // A trip that went wrong altogether is no slow day: it would stretch every high end.
    let ratios = kept.compactMap { index -> Double? in
      let trip = trips[index]
      let roads = trip.minutes(at: told) - trip.fixedMinutes
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

  /// The factor that the trips show, and how sure it is.
  private struct Telling {
    /// The fit of all classes that trips use.
    var fit: FactorFit
    /// Whether trips use each class at all.
    var isUsed: [Bool]
    /// The deviation of each factor: the greater of that by curvature and that by leaving out groups
    /// of trips; that of the prior where no trip uses the class.
    var deviations: [Double]
    /// Whether each class is told.
    var isTold: [Bool]

    /// The factors of the classes that are told; 1 for the others.
    var factors: [Double] { zip(isTold, fit.factors).map { $0 ? $1 : 1 } }
  }

  /// Deviations from 1 that are less are not worth a change.
  private static let leastChange = 0.03
  /// How many deviations one of the factors must lie from 1 before anything is changed, were there
  /// trips without end: with all classes together chance alone does that less than once in twenty.
  private static let leastDeviations = 2.9
  /// Groups of trips that are left out in turn.
  private static let mostGroups = 40

  private static func fit(_ trips: [ObservedTrip]) -> Telling {
    let isUsed = RoadClass.allCases.indices.map { place in
      trips.count >= fewestTrips && trips.contains { $0.classMinutes[place] > 0 }
    }
    let fit = FactorFit(trips, free: isUsed)
    let groups = min(trips.count, mostGroups)
    var deviations = zip(isUsed, fit.deviations).map { $0 ? $1 : FactorFit.prior }
    guard isUsed.contains(true) else {
      return Telling(
        fit: fit, isUsed: isUsed, deviations: deviations, isTold: isUsed.map { _ in false })
    }
    // The jackknife knows of trips that scatter more than their middle shows.
    let without = (0..<groups).map { group in
      FactorFit(
        trips.indices.filter { $0 % groups != group }.map { trips[$0] }, free: isUsed
      ).factors
    }
    for place in isUsed.indices where isUsed[place] {
      let values = without.map { $0[place] }
      let mean = values.reduce(0, +) / Double(groups)
      let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let jackknife = (spread * Double(groups - 1) / Double(groups)).squareRoot()
      deviations[place] = max(deviations[place], jackknife)
    }
    let freedom = max(2, groups - isUsed.count { $0 } - 1)
    let least = studentised(leastDeviations, freedom: Double(freedom))
    /// Whether a class is told by its own trips, and lies so many deviations from 1.
    func lies(_ place: Int, _ least: Double) -> Bool {
      let change = abs(fit.factors[place] - 1)
      return isUsed[place] && users(of: place, trips) >= fewestTrips
        && deviations[place] <= leastSure && change >= leastChange
        && change > least * deviations[place]
    }
    // Once one class shows that the network is not right, the others are told as far as they can be.
    let isReal = isUsed.indices.contains { lies($0, least) }
    let isTold = isUsed.indices.map { isReal && lies($0, 1) }
    return Telling(fit: fit, isUsed: isUsed, deviations: deviations, isTold: isTold)
  }

  /// The quantile of Student's distribution where the normal one has *z*: the expansion of Cornish and
  /// Fisher (Abramowitz and Stegun, 26.7.5).
  private static func studentised(_ z: Double, freedom: Double) -> Double {
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z)
    return z + (z3 + z) / (4 * freedom)
      + (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom * freedom)
      + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom * freedom * freedom)
  }
}
