public import Formats
public import Referral

/// A plan for several patients.
public struct PatientsAnswer: Answer, SessionAnswer {
  /// Text for people, JSON, a map, and separated values with a line a patient.
  public static let formats: [AnswerFormat] = [.table, .json, .geojson, .csv, .xlsx]

  let session: NetworkSession
  /// The conditions of all patients.
  public let query: ReferralQuery
  /// The plan.
  public let plan: PatientPlan
  /// The places that it rests on.
  public let supply: PlaceSupply
  let explains: Bool
  /// Sentences about columns of the tables that were not read.
  public let remarks: [Bilingual]

  /// Whether anybody has a place, or nobody is left to be placed.
  public var isFound: Bool {
    plan.patients.isEmpty || plan.unplaced.count < plan.patients.count
  }

  /// The plan for programs; see docs/json.md.
  public func json(_ style: AnswerStyle) -> JSONValue? {
    PatientReport(answer: self, style: style).json
  }
  /// The plan for maps: patients, the facilities they go to, and lines between.
  public func geoJSON(_ style: AnswerStyle) -> JSONValue? {
    PatientReport(answer: self, style: style).geoJSON
  }
  /// The plan as separated values, a line a patient.
  public func csv(_ style: AnswerStyle) -> String? { PatientReport(answer: self, style: style).csv }
  /// The plan as a coordinator reads it.
  public func table(_ style: AnswerStyle) -> String? {
    PatientReport(answer: self, style: style).table
  }
}
