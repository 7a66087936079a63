import Facts
import Files
public import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// The rows of a matrix: one an origin, or one a pair.
public struct MatrixRows: AnswerRows {
  /// The destinations of every row; none where the rows are pairs.
  public let destinations: [MatrixPoint]
  /// How the texts of the tables were understood that do not say their encoding.
  public var recognised: [TextRecognition] {
    [originTable?.recognised, pairTable?.recognised, destinationText].compactMap { $0 }
  }
  private var destinationText: TextRecognition?
  private let session: NetworkSession
  private let day: Day
  private let engine: TravelEngine
  private let streets: StreetIndex?
  private var origins: ArraySlice<MatrixPoint>
  private var originTable: MatrixTable?
  private var pairTable: MatrixTable?
  private var matrix: TravelMatrix?
  /// How the destinations are joined to the network, in their order.
  private var destinationAccesses: [PointAccess?] = []
  /// Rows of destinations that are wrong: each is told once, before the answers.
  private var wrongRows: ArraySlice<MatrixRow> = []

  init(_ question: MatrixQuestion, _ session: NetworkSession) throws(AnswerError) {
    self.session = session
    day = question.conditions.at.day
    let hierarchy = session.hierarchy
    streets = hierarchy.streets
    engine = session.prepared(question.conditions).engine.departing(at: question.conditions.at)
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
      let table = try MatrixTable.points(of: source, in: session, on: day)
      destinations += table.points
      wrongRows = table.wrong[...]
      destinationText = table.recognised
    }
    if let need = question.need {
      destinations += MatrixRows.facilities(need, question, session.network)
    }
    self.destinations = destinations
    destinationAccesses = destinations.map(access)
    matrix = TravelMatrix(engine, destinations: destinationAccesses)
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
    if let wrong = wrongRows.popFirst() { return wrong }
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
      let (start, end) = (access(origin), access(destination))
      var matrix = TravelMatrix(engine, destinations: [end])
      let cells = matrix.row(from: start)
      return MatrixRow(
        origin, [destination], cells, gaps: gaps(cells, from: start, to: [end]))
    case .wrong(let error, let from, let to):
      return MatrixRow(from: from, to: to, destinations: [], cells: [], error: error)
    case .point: return nil
    }
  }

  private mutating func row(from origin: MatrixPoint) -> MatrixRow {
    let access = access(origin)
    let cells = matrix?.row(from: access) ?? []
    return MatrixRow(
      origin, destinations, cells, gaps: gaps(cells, from: access, to: destinationAccesses))
  }

  /// Why cells are empty: an end that is too far from the network, or no way between them.
  private func gaps(
    _ cells: [TravelMatrix.Cell?], from start: PointAccess?, to ends: [PointAccess?]
  ) -> [Bilingual?] {
    let limit = decimal(engine.graph.map.profile.accessLimitKm, 1)
    let vehicle = engine.graph.conditions.vehicle
    return zip(cells, ends).map { cell, end in
      guard cell == nil else { return nil }
      if start == nil {
        return Bilingual(
          "nơi đi: trong \(limit) km không có nút giao thông nào mà \(vehicle.name) đi được",
          "origin: no node that \(vehicle.id) can use lies within \(limit) km")
      }
      if end == nil {
        return Bilingual(
          "nơi đến: trong \(limit) km không có nút giao thông nào mà \(vehicle.name) đi được",
          "destination: no node that \(vehicle.id) can use lies within \(limit) km")
      }
      return Bilingual(
        "không có đường nào cho \(vehicle.name)", "no way leads there for \(vehicle.id)")
    }
  }

  private func access(_ place: MatrixPoint) -> PointAccess? {
    engine.graph.join(place.point, block: place.block, streets: streets)
  }
}
