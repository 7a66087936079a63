public import Facts
import Formats
import HealthNetwork
public import Referral
import TravelNetwork

/// The line from the commune to the last line for a need, and what stands behind each step.
///
///     let question = try EscalationQuestion(
///       ["from": "Cái Nước, Cà Mau", "need": "stroke"], in: session, now: now)
///     let chain = try session.answer(question).chain
public struct EscalationQuestion: Question {
  /// The place where the patient is.
  public enum Start: Hashable, Sendable {
    /// A point.
    case point(ReferralOrigin)
    /// A facility, by its id; its position need not be known.
    case facility(String)
  }

  /// The name of the question.
  public static let name = "escalate"

  /// The place where the patient is.
  public var start: Start
  /// The need, the instant, the vehicle, the patient, and how the line is followed.
  public var query: EscalationQuery

  /// Creates a question.
  public init(from start: Start, _ query: EscalationQuery) {
    self.start = start
    self.query = query
  }

  /// Understands the fields `from`, `need`, `at`, `vehicle`, `weather`, `avoid`, `minConfidence`, `age`,
  /// `sex`, `prefer` (nearest, agreement), `transferRules` (show, enforce, ignore) and `planned`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    let network = session.network
    var reader = FieldReader(fields, in: session, now: now)
    let from = try reader.required("from")
    let need = try FieldReader.need(try reader.required("need"), in: network)
    let at = try reader.instant()
    // A network of agreements alone has no vehicles, and needs none.
    let vehicle = try network.travel.vehicles.isEmpty ? reader.noVehicle() : reader.vehicle()
    var referral = ReferralQuery(need: need, at: at, vehicle: vehicle)
    referral.avoided = try reader.avoided()
    referral.weather = try reader.weather()
    if let confidence = try reader.choice("minConfidence", Confidence.self) {
      referral.minimumConfidence = confidence
    }
    referral.age = try reader.integer("age", in: 0...130)
    referral.sex = try reader.choice("sex", Sex.self)
    query = EscalationQuery(referral)
    if let preference = try reader.choice("prefer", EscalationQuery.Preference.self) {
      query.preference = preference
    }
    if let rules = try reader.choice("transferRules", EscalationQuery.Rules.self) {
      query.rules = rules
    }
    query.isEmergency = try !reader.flag("planned")
    try reader.finish()
    if let index = network.facilityIndex(of: from), network.facility(index).position.point == nil {
      start = .facility(from)
    } else {
      let location = try FieldReader.location(from, in: session, on: at.day)
      start = .point(ReferralOrigin(location))
    }
  }

  /// Follows the line.
  ///
  /// - Throws: `QuestionError` when the facility is not in the network.
  public func answer(in session: NetworkSession) throws(QuestionError) -> EscalationAnswer {
    let network = session.network
    let hasTravel = !network.travel.vehicles.isEmpty && !network.travel.nodes.isEmpty
    let escalation = Escalation(network, query, prepared: hasTravel ? session.prepared : nil)
    switch start {
    case .point(let origin):
      let facility = origin.id.flatMap { network.facilityIndex(of: $0) }
      return EscalationAnswer(
        session: session, query: query, name: origin.name, id: origin.id, hasTravel: hasTravel,
        chain: escalation.chain(from: origin, facility: facility))
    case .facility(let id):
      guard let facility = network.facilityIndex(of: id) else {
        throw QuestionError(field: "from", value: id, .unknown)
      }
      return EscalationAnswer(
        session: session, query: query, name: network.facility(facility).name, id: id,
        hasTravel: hasTravel, chain: escalation.chain(from: nil, facility: facility))
    }
  }
}

extension FieldReader {
  /// No vehicle, whichever is named: for networks that have none.
  fileprivate mutating func noVehicle() throws(QuestionError) -> Vehicle {
    try refuseTravel(["vehicle", "weather", "avoid"])
    return Vehicle()
  }
}
