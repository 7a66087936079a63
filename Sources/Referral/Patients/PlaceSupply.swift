/// The places for a plan, and who is on the way to them.
public struct PlaceSupply: Sendable {
  /// What was told for this plan.
  public var told: [FreePlaces] = []
  /// The places of a facility of which nothing is known; nil when none are assumed.
  public var assumed: Int?
  /// Patients who left already.
  public var sent: [SentPatient] = []

  /// Creates a supply of which nothing is known.
  public init() {}
}
