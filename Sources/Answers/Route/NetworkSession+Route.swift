import Facts
import HealthNetwork

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension NetworkSession {
  /// The nearest facilities able to treat a patient on arrival, and why not the nearer ones.
  ///
  ///     let session = try NetworkSession("network-data/hcmc-mekong")
  ///     let answer = try await session.route(from: "Cái Nước", need: "stroke")
  ///
  /// - Parameters:
  ///   - place: Where the patient is: a facility's id, a place's code, "lat,lon", or a name with or
  ///     without Vietnamese marks.
  ///   - need: What the patient needs: the code or name of a capability or a specialty.
  ///   - date: When the patient leaves.
  /// - Returns: The answer, with every other rule at its default.
  /// - Throws: `QuestionError` with the field that is wrong.
  public func route(
    from place: String, need: String, at date: Date = Date()
  ) async throws(QuestionError) -> RouteAnswer {
    let now = Instant(
      seconds: Int(clamping: date.timeIntervalSince1970.rounded(.down)), zone: network.header.zone)
    return try answer(RouteQuestion(["from": place, "need": need], in: self, now: now))
  }
}
