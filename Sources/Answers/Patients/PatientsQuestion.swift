public import Facts
import Files
public import Formats
public import HealthNetwork
public import Referral
import TravelNetwork

/// Places for several patients at the same time, within the places that facilities have.
///
///     let question = try PatientsQuestion(
///       ["from": "Cái Bè", "capacity": "5"], tables: .init(patients: .file("patients.csv")),
///       in: session, now: now)
///     let plan = try question.answer(in: session).plan
public struct PatientsQuestion: Sendable {
  /// Tables that come with a question.
  public struct Tables: Hashable, Sendable {
    /// The patients: id, from (or lat and lon), need, severity, age, sex, onset, bed, count.
    public var patients: TableSource
    /// Free places: facility, need or bed, free.
    public var places: TableSource?
    /// Patients who left already, as the answer's own separated values have them.
    public var sent: TableSource?

    /// Names tables.
    public init(patients: TableSource, places: TableSource? = nil, sent: TableSource? = nil) {
      self.patients = patients
      self.places = places
      self.sent = sent
    }
  }

  /// The name of the question.
  public static let name = "patients"

  /// The conditions of all patients: the instant, the vehicle, and limits; its need is that of the
  /// first patient when it is answered.
  public var query: ReferralQuery
  /// The tables.
  public var tables: Tables
  /// The place of patients whose rows name none.
  public var origin: Location?
  /// The need of patients whose rows name none.
  public var need: Need?
  /// The places assumed at a facility that reports none, and that the table of places does not name.
  public var assumedPlaces: Int?
  /// Whether every nearer facility that cannot treat a patient is listed.
  public var explains = false

  /// Creates a question.
  public init(_ query: ReferralQuery, tables: Tables) {
    self.query = query
    self.tables = tables
  }

  /// Understands the fields `from` and `need` (of rows that name none), `capacity`, `explain`, and
  /// those of a route's query, but for `age`, `sex` and `onset`, which are columns.
  ///
  /// - Parameters:
  ///   - fields: The fields.
  ///   - tables: The tables that come with them, in the fields `patients`, `capacityFile` and `sent`.
  ///   - session: The network.
  ///   - now: The present.
  /// - Throws: `QuestionError` with the first field that is wrong.
  public init(
    _ fields: QuestionFields, tables: Tables, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var reader = FieldReader(fields, in: session, now: now)
    try reader.refuse(["age", "sex", "onset"], with: "patients")
    let at = try reader.instant()
    let need = try reader.text("need")
    self.init(try reader.referralQuery(need: .unstated, at: at), tables: tables)
    assumedPlaces = try reader.integer("capacity", in: 0...100_000)
    explains = try reader.flag("explain")
    let from = try reader.text("from")
    try reader.finish()
    if let need { self.need = try FieldReader.need(need, in: session.network) }
    if let from { origin = try FieldReader.location(from, in: session, on: at.day) }
  }

  /// Reads the tables and makes the plan.
  ///
  /// - Throws: `AnswerError` with every wrong row; then nothing is planned.
  public func answer(in session: NetworkSession) throws(AnswerError) -> PatientsAnswer {
    var tables = PatientTables(self, session)
    var supply = PlaceSupply()
    supply.assumed = assumedPlaces
    if let places = self.tables.places { supply.told = try tables.places(places) }
    if let sent = self.tables.sent { supply.sent = try tables.sent(sent) }
    let all = try tables.patients()
    let gone = Set(supply.sent.map(\.id))
    let patients = all.filter { !gone.contains($0.id) }
    guard let need = all.first?.need ?? need else {
      throw .document([
        DocumentError(
          kind: .invalid, path: self.tables.patients.name, line: 0,
          message: "there are no patients in it", vi: "không có người bệnh nào")
      ])
    }
    var query = query
    query.need = need
    query.explainsUnreached = explains
    try AnswerError.checkCancellation()
    var planner = PatientPlanner(
      session.prepared, query, supply: supply,
      usage: Set(patients.map(\.origin.point)).count > 8 ? .batch : .single)
    return PatientsAnswer(
      session: session, query: query, plan: planner.plan(for: patients), supply: supply,
      explains: explains, remarks: tables.remarks)
  }
}
