/// The care within reach of people in a time: a facility that can treat them, or why there is none.
///
/// Every commune is of exactly one class, the first that fits in the order below, so the people of
/// all classes add up to all people.
public enum AccessClass: String, CaseIterable, Sendable {
  /// A facility able on arrival is reached in time.
  case served
  /// None able is, but a hospital of unknown ability is reached in time: ask it.
  case unknown
  /// Hospitals are reached in time, and all of them cannot, or not at the hour of arrival.
  case noCapacity = "no_capacity"
  /// No hospital at all is reached in time.
  case outOfReach = "out_of_reach"
}

/// People by class of access.
public struct ClassedPeople: Hashable, Sendable {
  private var counts = [Double](repeating: 0, count: AccessClass.allCases.count)

  /// No people in any class.
  public init() {}

  /// The people of a class.
  public internal(set) subscript(one: AccessClass) -> Double {
    get { counts[ClassedPeople.place(one)] }
    set { counts[ClassedPeople.place(one)] = newValue }
  }

  /// The people of all classes.
  public var all: Double { counts.reduce(0, +) }

  /// The share of a class, from 0 to 1; nil of nobody.
  public func share(of one: AccessClass) -> Double? { all > 0 ? self[one] / all : nil }

  /// The share of those who are served, from what is sure to what it would be if all that is unknown
  /// were able; nil of nobody.
  public var servedShares: ClosedRange<Double>? {
    guard all > 0 else { return nil }
    let sure = self[.served] / all
    return sure...max(sure, min(1, (self[.served] + self[.unknown]) / all))
  }

  private static func place(_ one: AccessClass) -> Int {
    switch one {
    case .served: 0
    case .unknown: 1
    case .noCapacity: 2
    case .outOfReach: 3
    }
  }
}
