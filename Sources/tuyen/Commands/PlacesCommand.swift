public import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork

extension Place.Level: ExpressibleByArgument {}

/// Administrative places with their populations.
struct PlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places",
    abstract: "List administrative places with their codes, populations and points.",
    discussion: """
      Populations stand in columns of their own by basis, because they must not be
      added or compared: a census of residents, the same census cut to newer
      boundaries, and the register. Figures of age groups are left out.

      Examples:
        tuyen places --level province
        tuyen places --under "Cà Mau" --level commune
        tuyen places --scheme gso-2024 --under "huyện cái nước" --format csv
        tuyen places --under 96 --at 2025-06-30 --lang en
      """)

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions

  @Option(
    help: ArgumentHelp(
      "The administrative geography. Default: the one in force at --at.", valueName: "scheme"))
  var scheme: String?

  @Option(help: "Only places of a level: province, district or commune.")
  var level: Place.Level?

  @Option(
    help: ArgumentHelp("Only places in this one: its code or name.", valueName: "place"))
  var under: String?

  @Option(help: "How to print: table, json or csv.")
  var format = TabularFormat.table

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let network = try networkOptions.load().network
      let day = try time.instant(in: network.header.zone).day
      let scheme = try schemeId(in: network, on: day)
      let outer = try outerPlace(in: network, scheme: scheme, on: day)
      let places = network.records.places.map(\.record).filter { place in
        guard place.scheme == scheme, level == nil || place.level == level else { return false }
        guard let outer else { return true }
        return place.reference != outer.reference && network.place(place, liesIn: outer)
      }
      if places.isEmpty {
        complain(
          networkOptions.lang("không có nơi nào như vậy", "there are no such places"))
      }
      try report(places, in: network).write(as: format)
      leave(found: !places.isEmpty)
    }
  }

  private func schemeId(in network: Network, on day: Day) throws(Failure) -> String {
    let known = network.records.schemes.map(\.record.id)
    if let scheme {
      if known.contains(scheme) { return scheme }
      throw .usage(
        "--scheme \"\(scheme)\" is not known; this network has: "
          + known.joined(separator: ", "))
    }
    if let scheme = network.scheme(on: day) { return scheme.id }
    throw .usage(
      "no administrative geography is in force on \(day); give --scheme, one of: "
        + known.joined(separator: ", "))
  }

  private func outerPlace(
    in network: Network, scheme: String, on day: Day
  ) throws(Failure) -> Place? {
    guard let under else { return nil }
    let found = network.places(named: under, scheme: scheme, on: day).map(network.place)
    // Of a province and a commune of the same name, whoever asks what lies in it means the wider.
    let level = found.map(\.level.width).min()
    let widest = found.filter { $0.level.width == level }
    guard let place = widest.first else {
      throw .usage("--under \"\(under)\" is no place of \(scheme); \"tuyen search\" finds names")
    }
    guard widest.count == 1 else {
      let choices = widest.prefix(12).map { "  \($0.reference)  \(network.fullName(of: $0))" }
      throw .usage(
        "--under \"\(under)\" may mean any of these; give the code:\n"
          + choices.joined(separator: "\n"))
    }
    guard place.scheme == scheme else {
      throw .usage(
        "--under \"\(under)\" is a place of \(place.scheme); add --scheme \(place.scheme)")
    }
    return place
  }

  private func report(_ places: [Place], in network: Network) -> Table {
    let language = networkOptions.lang
    var report = Table(
      "rows",
      [
        Table.Column("code", language("Mã", "Code")),
        Table.Column("name", language("Tên", "Name")),
        Table.Column("level", language("Cấp", "Level")),
        Table.Column("parent", language("Mã cấp trên", "Parent code")),
        Table.Column("parent_name", language("Cấp trên", "Parent")),
        Table.Column("census_resident", language("Điều tra dân số", "Census"), .right),
        Table.Column("census_resident_date", language("ngày", "date")),
        Table.Column("census_recut", language("Điều tra (ranh giới mới)", "Census recut"), .right),
        Table.Column("census_recut_date", language("ngày", "date")),
        Table.Column("registered", language("Đăng ký", "Registered"), .right),
        Table.Column("registered_date", language("ngày", "date")),
        Table.Column("lat", language("Vĩ độ", "Lat"), .right),
        Table.Column("lon", language("Kinh độ", "Lon"), .right),
        Table.Column("precision", language("Độ chính xác", "Precision")),
      ])
    for place in places {
      let parent = network.parent(of: place)
      let populations = Population.Basis.allCases.map { place.population($0) }
      report.add(
        [
          .init(place.code), .init(place.name), .init(place.level.rawValue),
          Table.Cell(parent?.code), Table.Cell(parent?.name),
        ]
          + populations.flatMap { population in
            [Table.Cell(population?.count), Table.Cell(population?.date?.description)]
          } + [
            Table.Cell(place.position.point?.latitude, decimals: 7),
            Table.Cell(place.position.point?.longitude, decimals: 7),
            Table.Cell(place.position.precision?.rawValue),
          ])
    }
    return report
  }
}

extension Place.Level {
  /// 0 for the widest.
  fileprivate var width: Int { Place.Level.allCases.firstIndex(of: self) ?? 0 }
}
