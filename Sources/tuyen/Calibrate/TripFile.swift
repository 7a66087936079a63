import Exchange
import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// A file of observed trips, read whole: each row says from where to where, when, and in what.
struct TripFile {
  /// A trip as the file has it, beside what the network says of it.
  struct Row {
    var line: Int
    var from: String
    var to: String
    var departed: Instant
    var trip: ObservedTrip
  }

  /// The trips that the network can follow, in the order of the file.
  private(set) var rows: [Row] = []

  private enum Column: String, CaseIterable {
    case from, to, departed, arrived, vehicle
  }

  /// Reads a file and finds the way of each trip.
  ///
  /// - Throws: `Failure` when rows are wrong; all of them are told, each with its line.
  init(
    _ path: String, _ folder: LoadedNetwork, vehicle usual: String
  ) throws(Failure) {
    let network = folder.network
    let hierarchy = folder.hierarchy { complain($0) }
    var reader = try RowReader(path: path)
    guard let header = try reader.next() else {
      throw .data("\(path): the file is empty; its first line must name the columns")
    }
    var places: [Column: Int] = [:]
    for (index, title) in header.enumerated() {
      if let column = Column(rawValue: title.lowercased().filter { $0 != " " }) {
        places[column] = index
      }
    }
    for column in Column.allCases where column != .vehicle && places[column] == nil {
      throw .data(
        "\(path):1: needs a column \"\(column.rawValue)\"; it has " + header.joined(separator: ", ")
      )
    }
    var failures = 0
    var finders: [Day: LocationFinder] = [:]
    var progress = Progress("trips")
    while let fields = try reader.next() {
      progress.step()
      let line = reader.line
      do throws(Failure) {
        guard fields.count == header.count else {
          throw .data("the row has \(fields.count) fields, the header \(header.count)")
        }
        let value = { (column: Column) in places[column].map { fields[$0] } ?? "" }
        let departed = try TimeOptions.instant(
          value(.departed), option: "departed", in: network.header.zone)
        let arrived = try TimeOptions.instant(
          value(.arrived), option: "arrived", in: network.header.zone)
        guard arrived > departed else {
          throw .data("it arrives (\(arrived)) no later than it departs (\(departed))")
        }
        let id = value(.vehicle).isEmpty ? usual : value(.vehicle)
        guard let vehicle = network.travel.vehicle(id) else {
          throw .data("vehicle \"\(id)\" is not known")
        }
        let day = departed.day
        let finder = finders[day] ?? LocationFinder(network, on: day)
        let start = try finder.require(value(.from), option: "from", in: network)
        let end = try finder.require(value(.to), option: "to", in: network)
        finders[day] = finder
        let graph = TravelGraph(
          network.travel, TravelConditions(vehicle: vehicle, at: departed))
        let accesses = [start, end].map {
          graph.join($0.point, block: $0.block, streets: hierarchy.streets)
        }
        var stream = ArrivalStream(
          TravelEngine(graph, hierarchy), targets: [accesses[1]], usage: .single)
        guard let access = accesses[0] else {
          throw .data("\"\(start.name)\" is too far from the network of \(id)")
        }
        stream.start(from: access)
        _ = stream.all()
        guard let trip = stream.trip(to: 0) else {
          throw .data("no way leads from \"\(start.name)\" to \"\(end.name)\" for \(id)")
        }
        let minutes = Double(arrived.seconds - departed.seconds) / 60
        rows.append(
          Row(
            line: line, from: start.name, to: end.name, departed: departed,
            trip: ObservedTrip(minutes: minutes, over: trip, network.travel)))
      } catch {
        failures += 1
        complain("\(path):\(line): \(error.message)")
      }
    }
    progress.finish()
    if failures > 0 {
      throw .data(
        "\(path): \(failures) rows are wrong, nothing was calibrated; their lines say why")
    }
  }
}
