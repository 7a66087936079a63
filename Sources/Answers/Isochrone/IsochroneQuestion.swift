public import Facts
import Formats
public import HealthNetwork
import Planning
import Referral
public import TravelNetwork

/// Asks how far one gets from a place within some minutes.
public struct IsochroneQuestion: Question {
  /// The name of the question.
  public static let name = "isochrone"

  /// Where one starts.
  public var origin: Location
  /// When, by which vehicle, in which weather and without which links.
  public var conditions: TravelConditions
  /// The limits of the areas, in minutes.
  public var limits: [Double]
  /// The side of a cell of an area, in metres.
  public var resolution: Double

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - origin: Where one starts.
  ///   - conditions: When, by which vehicle, in which weather and without which links.
  ///   - limits: The limits of the areas, in minutes.
  ///   - resolution: The side of a cell of an area, in metres.
  public init(
    from origin: Location, _ conditions: TravelConditions, limits: [Double],
    resolution: Double = 1_000
  ) {
    self.origin = origin
    self.conditions = conditions
    self.limits = limits
    self.resolution = resolution
  }

  /// Understands the fields `from`, `isochrone` (minutes parted by commas: 30,60), `resolution`
  /// (metres), `at`, `vehicle`, `weather` and `avoid`.
  public init(
    _ fields: QuestionFields, in session: NetworkSession, now: Instant
  ) throws(QuestionError) {
    var fields = FieldReader(fields, in: session, now: now)
    limits = try IsochroneQuestion.limits(try fields.required("isochrone"))
    resolution = try fields.number("resolution", in: 50...50_000) ?? 1_000
    conditions = try fields.conditions(at: try fields.instant())
    origin = try fields.origin(on: conditions.at.day)
    try fields.finish()
  }

  private static func limits(_ text: String) throws(QuestionError) -> [Double] {
    let limits = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(part.filter { !$0.isWhitespace })
    }
    let known = limits.compactMap { $0 }.filter { $0 > 0 && $0 <= 10_000 }
    guard known.count == limits.count, !known.isEmpty else {
      throw QuestionError(
        field: "isochrone", value: text,
        .malformed(
          expected: Bilingual(
            "hãy ghi số phút lớn hơn 0, nhiều nhất 10000, như 30,60,120",
            "it takes minutes, more than 0 and at most 10000, as 30,60,120")))
    }
    return known
  }

  /// Looks for what is reached.
  ///
  /// - Throws: `QuestionError` of the field `from` where no way begins there, of `resolution` where
  ///   the cells would be too many.
  public func answer(in session: NetworkSession) throws(QuestionError) -> IsochroneAnswer {
    let network = session.network
    let graph = session.prepared.networks.graph(conditions).departing(at: conditions.at)
    let streets = session.hierarchy.streets
    guard let access = graph.join(origin.point, block: origin.block, streets: streets) else {
      throw QuestionError(unreachable: origin, by: conditions.vehicle, in: network)
    }
    let reach: Isochrone
    do throws(IsochroneError) {
      reach = try Isochrone(
        graph, streets: streets, from: access, at: origin.point, limits: limits,
        resolution: resolution)
    } catch {
      switch error {
      case .tooManyCells(let count):
        throw QuestionError(
          field: "resolution", value: decimal(resolution, 0),
          .outOfBounds(
            Bilingual(
              "lớn hơn: có \(count) ô, nhiều nhất \(Isochrone.mostCells)",
              "more: it makes \(count) cells, \(Isochrone.mostCells) is the most")))
      }
    }
    return IsochroneAnswer(
      question: self, reach: reach,
      places: ReachedPlaces(network, reach, on: conditions.at.day), session: session)
  }
}
