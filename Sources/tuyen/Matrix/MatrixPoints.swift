import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// An origin or a destination of a matrix.
struct MatrixPoint {
  /// The id that the user gave, or that of what stands there.
  var id: String
  /// What people call it.
  var name: String
  /// How it is joined to the travel network; nil when it is too far away.
  var access: PointAccess?
}

/// Gathers the points of a matrix from options and files.
struct MatrixPoints {
  private let network: Network
  private let graph: TravelGraph
  private let streets: LinkIndex?
  private let finder: LocationFinder
  private var points: [MatrixPoint] = []

  init(_ network: Network, graph: TravelGraph, streets: LinkIndex?, on day: Day) {
    self.network = network
    self.graph = graph
    self.streets = streets
    finder = LocationFinder(network, on: day)
  }

  /// The points gathered since the last time.
  mutating func take() -> [MatrixPoint] {
    let taken = points
    points = []
    return taken
  }

  /// Adds what a user named.
  mutating func add(_ texts: [String], option: String) throws(Failure) {
    for text in texts { points.append(try point(text, label: nil, option: option)) }
  }

  /// Adds facilities by index.
  mutating func add(facilities: [Int]) {
    for index in facilities {
      let facility = network.facility(index)
      guard let location = finder.location(of: .facility(index)) else { continue }
      points.append(
        MatrixPoint(id: facility.id, name: facility.name, access: access(to: location)))
    }
  }

  /// Adds the rows of a CSV file, all of them or none.
  mutating func add(file path: String) throws(Failure) {
    var rows = try MatrixRows(path: path, columns: ["from", "id"])
    while let row = try rows.next() {
      let label = row["id"]
      if let text = row["from"] ?? row["point"] ?? label {
        rows.attempt { () throws(Failure) in
          points.append(try point(text, label: label, option: "row"))
        }
      } else {
        rows.attempt { () throws(Failure) in
          throw .data("the row names no place")
        }
      }
    }
    try rows.finish()
  }

  /// The pairs of a CSV file, all of them or none.
  mutating func pairs(file path: String) throws(Failure) -> [(MatrixPoint, MatrixPoint)] {
    var rows = try MatrixRows(path: path, columns: ["from", "to"], needsAll: true)
    var pairs: [(MatrixPoint, MatrixPoint)] = []
    while let row = try rows.next() {
      rows.attempt { () throws(Failure) in
        guard let from = row["from"], let to = row["to"] else {
          throw .data("the row lacks \"from\" or \"to\"")
        }
        pairs.append(
          (
            try point(from, label: nil, option: "from"), try point(to, label: nil, option: "to")
          ))
      }
    }
    try rows.finish()
    return pairs
  }

  private mutating func point(
    _ text: String, label: String?, option: String
  ) throws(Failure) -> MatrixPoint {
    let location = try finder.require(text, option: option, in: network)
    return MatrixPoint(
      id: label ?? location.id ?? text, name: location.name, access: access(to: location))
  }

  private func access(to location: Location) -> PointAccess? {
    graph.join(location.point, block: location.block, streets: streets)
  }
}

/// The rows of a CSV file of places, with what was wrong with them.
struct MatrixRows {
  private var reader: RowReader
  private let path: String
  private let header: [String]
  private var failures: [String] = []

  init(path: String, columns: [String], needsAll: Bool = false) throws(Failure) {
    self.path = path
    reader = try RowReader(path: path)
    guard let titles = try reader.next() else {
      throw .data("\(path): the file is empty; its first line must name the columns")
    }
    header = titles.map { title in title.lowercased().filter { $0 != " " } }
    let known = columns.filter(header.contains)
    let hasPoint = header.contains("lat") && header.contains("lon")
    guard needsAll ? known.count == columns.count : !known.isEmpty || hasPoint else {
      let wanted = columns.map { "\"\($0)\"" }.joined(separator: needsAll ? " and " : " or ")
      throw .data(
        "\(path):1: needs a column \(wanted)" + (needsAll ? "" : ", or \"lat\" and \"lon\"")
          + "; it has: " + titles.joined(separator: ", "))
    }
  }

  /// The fields of the next row that are not empty, by column; "point" is "lat,lon".
  mutating func next() throws(Failure) -> [String: String]? {
    while let row = try reader.next() {
      guard row.count == header.count else {
        let message = "the row has \(row.count) fields, the header \(header.count)"
        attempt { () throws(Failure) in throw .data(message) }
        continue
      }
      var fields: [String: String] = [:]
      for (title, field) in zip(header, row) where !field.isEmpty { fields[title] = field }
      if let latitude = fields["lat"], let longitude = fields["lon"] {
        fields["point"] = latitude + "," + longitude
      }
      return fields
    }
    return nil
  }

  /// Does something with the row, and notes where it failed.
  mutating func attempt(_ work: () throws(Failure) -> Void) {
    do throws(Failure) {
      try work()
    } catch {
      failures.append("\(path):\(reader.line): \(error.message)")
    }
  }

  /// Throws what was wrong, if anything was.
  func finish() throws(Failure) {
    guard !failures.isEmpty else { return }
    let more = failures.count > 20 ? ["… and \(failures.count - 20) more rows"] : []
    throw .data((failures.prefix(20) + more).joined(separator: "\n"))
  }
}
