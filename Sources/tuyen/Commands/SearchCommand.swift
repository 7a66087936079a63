import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// Places and facilities by name; bridges and ferries.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find places and facilities by name, or list bridges and ferries.",
    discussion: """
      Marks are not needed, but count when typed; old names are found too. What
      comes after a comma is where it lies. Short forms are understood: BV, BVĐK,
      TTYT, TYT, TP, Q.5.

      Examples:
        tuyen search "bv da khoa ca mau"
        tuyen search "cái nước, cà mau" --kind place
        tuyen search "tram y te dat mui" --format json
        tuyen search --crossings
        tuyen search --crossings "rach mieu" --lang en
      """)

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case place, facility
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions

  @Argument(help: "A name, and after commas where it lies.")
  var text: String?

  @Option(help: "Only places, or only facilities: place or facility.")
  var kind: Kind?

  @Option(help: "How many at most. Default: 20; all crossings.")
  var limit: Int?

  @Flag(help: "Search bridges, ferries, boat lines and flights instead.")
  var crossings = false

  @Option(help: "How to print: table, json or csv.")
  var format = TabularFormat.table

  func validate() throws {
    guard text != nil || crossings else {
      throw ValidationError("give a name, or --crossings")
    }
    guard kind == nil || !crossings else {
      throw ValidationError("--kind does not go with --crossings")
    }
    guard limit ?? 1 >= 1 else { throw ValidationError("--limit must be at least 1") }
  }

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let network = try networkOptions.load().network
      let day = try time.instant(in: network.header.zone).day
      let language = networkOptions.lang
      let report =
        crossings
        ? CrossingList(network, matching: text, limit: limit, on: day, language: language).report
        : names(in: network, on: day)
      if report.isEmpty && format == .table {
        let isCrossing = !crossings && !network.travel.crossings(matching: text ?? "").isEmpty
        complain(
          language(
            "không tìm thấy gì có tên \"\(text ?? "")\"",
            "nothing is called \"\(text ?? "")\"")
            + (isCrossing
              ? language(
                "; cầu, phà thì dùng: tuyen search --crossings \"\(text ?? "")\"",
                "; for the bridge or ferry: tuyen search --crossings \"\(text ?? "")\"") : ""))
      }
      try report.write(as: format)
      leave(found: !report.isEmpty)
    }
  }

  private func names(in network: Network, on day: Day) -> Table {
    let language = networkOptions.lang
    let finder = LocationFinder(network, on: day)
    let matches = NameSearch(network, on: day).matches(text ?? "", limit: Int.max).filter { match in
      switch match.subject {
      case .place: kind != .facility
      case .facility: kind != .place
      }
    }
    var report = Table(
      "rows",
      [
        Table.Column("kind", language("Loại", "Kind")),
        Table.Column("id", language("Mã", "Id")),
        Table.Column("name", language("Tên", "Name")),
        Table.Column("matched", language("Tên khớp", "Matched name")),
        Table.Column("in", language("Thuộc", "In")),
        Table.Column("lat", language("Vĩ độ", "Lat"), .right),
        Table.Column("lon", language("Kinh độ", "Lon"), .right),
      ])
    for match in matches.prefix(limit ?? 20) {
      let point = finder.location(of: match.subject)?.point
      let cells = [
        point.map { Table.Cell($0.latitude, decimals: 7) } ?? .none,
        point.map { Table.Cell($0.longitude, decimals: 7) } ?? .none,
      ]
      switch match.subject {
      case .place(let index):
        let place = network.place(index)
        let units = network.fullName(of: place).dropFirst(place.name.count).drop {
          ", ".contains($0)
        }
        let matched = match.name == place.name ? nil : match.name
        report.add(
          [
            .init("place"), .init(place.reference), .init(place.name), Table.Cell(matched),
            .init(String(units)),
          ] + cells)
      case .facility(let index):
        let facility = network.facility(index)
        let place = facility.placements.compactMap { network.placeIndex(of: $0.place) }.last
        let matched = match.name == facility.name ? nil : match.name
        report.add(
          [
            .init("facility"), .init(facility.id), .init(facility.name), Table.Cell(matched),
            Table.Cell(place.map { network.fullName(of: network.place($0)) }),
          ] + cells)
      }
    }
    return report
  }
}
