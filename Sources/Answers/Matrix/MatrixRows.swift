import Facts
import Files
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// The rows of a matrix: one an origin, or one a pair.
public struct MatrixRows: AnswerRows {
  /// The destinations of every row; none where the rows are pairs.
  public let destinations: [MatrixPoint]
  private let session: NetworkSession
  private let day: Day
  private let engine: TravelEngine
  private let streets: StreetIndex?
  private var origins: ArraySlice<MatrixPoint>
  private var originTable: MatrixTable?
  private var pairTable: MatrixTable?
  private var matrix: TravelMatrix?

  init(_ question: MatrixQuestion, _ session: NetworkSession) throws(AnswerError) {
    self.session = session
    day = question.conditions.at.day
    let hierarchy = session.hierarchy
    streets = hierarchy.streets
    engine = TravelEngine(TravelGraph(session.network.travel, question.conditions), hierarchy)
    origins = question.origins[...]
    if let pairs = question.tables.pairs {
      pairTable = try MatrixTable(pairs: pairs)
      destinations = []
      return
    }
    originTable = try question.tables.origins.map { source throws(AnswerError) in
      try MatrixTable(points: source)
    }
    var destinations = question.destinations
    if let source = question.tables.destinations {
      destinations += try MatrixTable.points(of: source, in: session, on: day)
    }
    if let need = question.need {
      destinations += MatrixRows.facilities(need, question, session.network)
    }
    self.destinations = destinations
    matrix = TravelMatrix(engine, destinations: destinations.map(access))
  }

  /// The facilities that are able to serve a need, at their points.
  private static func facilities(
    _ need: Need, _ question: MatrixQuestion, _ network: Network
  ) -> [MatrixPoint] {
    var query = ReferralQuery(
      need: need, at: question.conditions.at, vehicle: question.conditions.vehicle)
    query.minimumConfidence = question.minimumConfidence
    let finder = LocationFinder(network, on: question.conditions.at.day)
    return network.facilities(ableToServe: query).compactMap { index in
      finder.location(of: .facility(index)).map {
        MatrixPoint($0, label: nil, text: network.facility(index).id)
      }
    }
  }

  /// The row of the next origin or pair; nil at the end.
  public mutating func next() throws(AnswerError) -> MatrixRow? {
    try AnswerError.checkCancellation()
    if pairTable != nil { return try nextPair() }
    if let origin = origins.popFirst() { return row(from: origin) }
    guard let found = try originTable?.next(in: session, on: day) else { return nil }
    switch found {
    case .point(let origin): return row(from: origin)
    case .wrong(let error, let from, _):
      return MatrixRow(from: from, to: nil, destinations: [], cells: [], error: error)
    case .pair: return nil
    }
  }

  private mutating func nextPair() throws(AnswerError) -> MatrixRow? {
    guard let found = try pairTable?.next(in: session, on: day) else { return nil }
    switch found {
    case .pair(let origin, let destination):
      var matrix = TravelMatrix(engine, destinations: [access(destination)])
      return MatrixRow(
        origin, [destination], matrix.row(from: access(origin)))
    case .wrong(let error, let from, let to):
      return MatrixRow(from: from, to: to, destinations: [], cells: [], error: error)
    case .point: return nil
    }
  }

  private mutating func row(from origin: MatrixPoint) -> MatrixRow {
    let access = access(origin)
    return MatrixRow(origin, destinations, matrix?.row(from: access) ?? [])
  }

  private func access(_ place: MatrixPoint) -> PointAccess? {
    engine.graph.join(place.point, block: place.block, streets: streets)
  }
}
