public import Facts
public import Formats
import HealthNetwork
public import TravelNetwork

/// Corrections of the usual speeds of road classes by trips that were driven.
///
///     let question = CalibrationQuestion(trips: .file("trips.csv"), vehicle: ambulance)
///     let answer = try question.answer(in: session)
///     if answer.isFound { answer.document }
public struct CalibrationQuestion: Sendable {
  /// The name of the question.
  public static let name = "calibrate"

  /// The trips, a row each: from, to, departed, arrived, and vehicle.
  public var trips: TableSource
  /// The vehicle of rows that name none.
  public var vehicle: Vehicle

  /// Creates a question.
  public init(trips: TableSource, vehicle: Vehicle) {
    self.trips = trips
    self.vehicle = vehicle
  }

  /// Understands the field `vehicle`.
  ///
  /// - Parameters:
  ///   - fields: The fields.
  ///   - trips: The table of trips.
  ///   - session: The network.
  ///   - now: The present.
  /// - Throws: `QuestionError` with the first field that is wrong.
  public init(
    _ fields: QuestionFields, trips: TableSource, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    self.init(trips: trips, vehicle: try reader.vehicle())
    try reader.finish()
  }

  /// Reads the trips and fits the speeds.
  ///
  /// - Parameters:
  ///   - session: The network.
  ///   - progress: Receives the number of rows read so far.
  /// - Returns: The answer.
  /// - Throws: `AnswerError` with every wrong row; then nothing is calibrated.
  public func answer(
    in session: NetworkSession, progress: (Int) -> Void = { _ in }
  ) throws(AnswerError) -> CalibrationAnswer {
    let table = try TripTable(trips, session, vehicle: vehicle, progress: progress)
    let profile = session.network.travel.profile
    return CalibrationAnswer(
      network: session.network, source: trips.name, rows: table.rows,
      calibration: SpeedCalibration(table.rows.map(\.trip), slowFactor: profile.slowFactor))
  }
}
