import Answers
import Exchange
import Facts
import Formats
import HealthNetwork
import Referral
import TravelNetwork

/// Answers for many origins, row by row, in the order of the file.
struct RouteBatch {
  private let command: RouteCommand
  private let folder: LoadedNetwork

  init(_ command: RouteCommand, _ folder: LoadedNetwork) {
    self.command = command
    self.folder = folder
  }

  /// Reads a file of origins and writes their answers.
  ///
  /// - Returns: Whether any target was found.
  /// - Throws: `Failure` when the file or the options are wrong, or at the end when rows were.
  func run(_ path: String) throws(Failure) -> Bool {
    let network = folder.network
    var reader = try RowReader(path: path)
    guard let header = try reader.next() else {
      throw .data("\(path): the file is empty; its first line must name the columns")
    }
    let columns = try Columns(header, path: path, needIsGiven: command.need != nil)
    // What is wrong with the options is wrong with every row: said once, before any answer.
    _ = try command.travel.vehicle(of: network)
    _ = try command.travel.links(of: network)
    if let need = command.need { _ = try command.query(need: need, in: network) }
    var referrals: [String: ReferralSearch] = [:]
    let hierarchy = folder.hierarchy { complain($0) }
    var finder: LocationFinder?
    var output = Output()
    let isCSV = command.format != .json
    if isCSV {
      try output.write(
        CSVWriter().line(["id"] + RouteReport.columns.dropFirst().prefix(12) + ["error"]))
    }
    var found = false
    var failures = 0
    var progress = Progress("origins")
    while let row = try next(&reader, &output) {
      progress.step()
      let id = columns.value(.id, of: row) ?? "\(reader.line)"
      var report: RouteReport?
      var message: String?
      do throws(Failure) {
        guard row.count == header.count else {
          throw .data("the row has \(row.count) fields, the header \(header.count)")
        }
        let need = columns.value(.need, of: row) ?? command.need ?? ""
        if referrals[need] == nil {
          guard Need(need, in: network.vocabulary) != nil else {
            throw .data("need \"\(need)\" is not known")
          }
          referrals[need] = ReferralSearch(
            network, try command.query(need: need, in: network), hierarchy, usage: .batch)
          // Only targets are printed.
          referrals[need]?.lookForAbleOnly()
        }
        guard let query = referrals[need]?.query else { continue }
        if finder == nil { finder = LocationFinder(network, on: query.at.day) }
        guard
          let location = try finder?.require(try origin(columns, row), option: "from", in: network),
          let answer = referrals[need]?.answer(from: ReferralOrigin(location)),
          let graph = referrals[need]?.graph
        else { continue }
        guard answer.access != nil else {
          throw .data("\"\(location.name)\" is too far from the travel network")
        }
        found = found || !answer.targets.isEmpty
        report = RouteReport(
          folder: folder, query: query, origin: location, answer: answer, graph: graph,
          language: command.networkOptions.lang, explains: false)
      } catch {
        failures += 1
        message = error.message
        complain("\(path):\(reader.line): \(error.message)")
      }
      try output.write(
        isCSV ? lines(id, report, message) : object(id, report, message).text(indent: nil))
    }
    try output.flush()
    progress.finish()
    if failures > 0 {
      throw .data("\(path): \(failures) rows have no answer; their lines say why")
    }
    return found
  }

  /// The next row; where the file is broken, what was answered before is written.
  private func next(_ reader: inout RowReader, _ output: inout Output) throws(Failure) -> [String]?
  {
    do throws(Failure) {
      return try reader.next()
    } catch {
      try output.flush()
      throw error
    }
  }

  private func origin(_ columns: Columns, _ row: [String]) throws(Failure) -> String {
    if let origin = columns.origin(of: row) { return origin }
    throw .data("the row names no place")
  }

  private func lines(_ id: String, _ report: RouteReport?, _ message: String?) -> String {
    guard let report else {
      return CSVWriter().line([id] + Array(repeating: "", count: 12) + [message ?? ""])
    }
    if report.answer.targets.isEmpty {
      return CSVWriter().line([id] + Array(repeating: "", count: 12) + ["no facility found"])
    }
    return report.answer.targets.enumerated().map { index, target in
      CSVWriter().line([id] + report.fields(target, rank: index + 1) + [""])
    }.joined()
  }

  private func object(_ id: String, _ report: RouteReport?, _ message: String?) -> JSONValue {
    guard let report, case .object(var fields) = report.json else {
      return .object(["id": .string(id), "error": .string(message ?? "")])
    }
    // A batch gives targets; why not the nearer ones is asked one origin at a time.
    fields["rejected"] = .some(nil)
    fields["id"] = .string(id)
    return .object(fields)
  }

  /// Where the columns stand in a batch file.
  private struct Columns {
    enum Name: String {
      case id, from, lat, lon, need
    }

    private var places: [Name: Int] = [:]

    init(_ header: [String], path: String, needIsGiven: Bool) throws(Failure) {
      for (index, title) in header.enumerated() {
        if let name = Name(rawValue: title.lowercased().filter { $0 != " " }) {
          places[name] = index
        }
      }
      guard places[.from] != nil || (places[.lat] != nil && places[.lon] != nil) else {
        throw .data(
          "\(path):1: needs a column \"from\", or \"lat\" and \"lon\"; it has "
            + header.joined(separator: ", "))
      }
      guard places[.need] != nil || needIsGiven else {
        throw .usage("give --need NEED, or a column \"need\" in \(path)")
      }
    }

    func value(_ name: Name, of row: [String]) -> String? {
      guard let index = places[name], index < row.count, !row[index].isEmpty else { return nil }
      return row[index]
    }

    func origin(of row: [String]) -> String? {
      if let name = value(.from, of: row) { return name }
      guard let latitude = value(.lat, of: row), let longitude = value(.lon, of: row) else {
        return nil
      }
      return latitude + "," + longitude
    }
  }
}
