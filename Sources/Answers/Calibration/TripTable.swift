import Exchange
import Facts
import Files
import Formats
import HealthNetwork
import TravelNetwork

/// Trips that were driven, read whole: each row says from where to where, when, and in what.
struct TripTable {
  /// A trip as the table has it, beside the way that the network gives for it.
  struct Row: Sendable {
    var line: Int
    var from: String
    var to: String
    var departed: Instant
    var trip: ObservedTrip
  }

  /// The trips that the network can follow, in the order of the table.
  private(set) var rows: [Row] = []
  private let session: NetworkSession
  private let hierarchy: TravelHierarchy
  private let usual: Vehicle

  private static let columns = ["from", "to", "departed", "arrived", "vehicle"]

  /// Reads a table and finds the way of each trip.
  ///
  /// - Throws: `AnswerError` with every wrong row, each with its line.
  init(
    _ source: TableSource, _ session: NetworkSession, vehicle usual: Vehicle,
    progress: (Int) -> Void
  ) throws(AnswerError) {
    self.session = session
    self.usual = usual
    hierarchy = session.hierarchy
    var table = try AnswerError.reading { () throws(DocumentError) in
      let table = try HeadedTable(source, columns: TripTable.columns.map { [$0] })
      for column in TripTable.columns where column != "vehicle" && !table.has(column) {
        throw table.lackError(Bilingual("cột \"\(column)\"", "a column \"\(column)\""))
      }
      return table
    }
    var count = 0
    while try AnswerError.reading({ () throws(DocumentError) in try table.next() }) {
      try AnswerError.checkCancellation()
      count += 1
      progress(count)
      do throws(QuestionError) {
        rows.append(try row(of: table))
      } catch {
        table.report(error.text)
      }
    }
    try AnswerError.finish(table)
  }

  private func row(of table: HeadedTable) throws(QuestionError) -> Row {
    let departed = try instant("departed", of: table)
    let arrived = try instant("arrived", of: table)
    guard arrived > departed else {
      throw QuestionError(
        field: "arrived", value: arrived.description,
        .outOfBounds(Bilingual("sau \(departed)", "later than \(departed)")))
    }
    let vehicle = try vehicle(table.value("vehicle"))
    let start = try location("from", of: table, on: departed.day)
    let end = try location("to", of: table, on: departed.day)
    let trip = try way(from: start, to: end, vehicle, at: departed)
    let minutes = Double(arrived.seconds - departed.seconds) / 60
    return Row(
      line: table.line, from: start.name, to: end.name, departed: departed,
      trip: ObservedTrip(minutes: minutes, over: trip, session.network.travel))
  }

  private func instant(
    _ column: String, of table: HeadedTable
  ) throws(QuestionError) -> Instant {
    guard let text = table.value(column) else { throw QuestionError(field: column, .missing) }
    guard let instant = FieldReader.dated(text, zone: session.network.header.zone) else {
      throw QuestionError(
        field: column, value: text,
        .malformed(
          expected: Bilingual("hãy ghi 2026-11-25T02:00", "write 2026-11-25T02:00")))
    }
    return instant
  }

  private func vehicle(_ id: String?) throws(QuestionError) -> Vehicle {
    guard let id else { return usual }
    let vehicles = session.network.travel.vehicles
    if let known = Code.match(id, among: vehicles.map { ($0.id, [$0.name, $0.nameEn]) }),
      let vehicle = session.network.travel.vehicle(known)
    {
      return vehicle
    }
    throw QuestionError(
      field: "vehicle", value: id, .unknown,
      choices: session.network.travel.vehicles.map { .init($0.id, name: $0.name) })
  }

  private func location(
    _ column: String, of table: HeadedTable, on day: Day
  ) throws(QuestionError) -> Location {
    guard let text = table.value(column) else { throw QuestionError(field: column, .missing) }
    return try FieldReader.location(text, of: column, in: session, on: day)
  }

  /// The way that the network gives for a trip.
  private func way(
    from start: Location, to end: Location, _ vehicle: Vehicle, at departure: Instant
  ) throws(QuestionError) -> Trip {
    let graph = TravelGraph(
      session.network.travel, TravelConditions(vehicle: vehicle, at: departure))
    let accesses = [start, end].map {
      graph.join($0.point, block: $0.block, streets: hierarchy.streets)
    }
    guard let access = accesses[0] else {
      throw QuestionError(
        field: "from",
        .notFound(
          Bilingual(
            "\"\(start.name)\" ở quá xa mạng lưới của \(vehicle.id)",
            "\"\(start.name)\" is too far from the network of \(vehicle.id)")))
    }
    var stream = ArrivalStream(
      TravelEngine(graph, hierarchy), targets: [accesses[1]], usage: .single)
    stream.start(from: access)
    _ = stream.all()
    guard let trip = stream.trip(to: 0) else {
      throw QuestionError(
        field: "to",
        .notFound(
          Bilingual(
            "không có đường từ \"\(start.name)\" đến \"\(end.name)\" cho \(vehicle.id)",
            "no way leads from \"\(start.name)\" to \"\(end.name)\" for \(vehicle.id)")))
    }
    return trip
  }
}
