import ArgumentParser
import Exchange
import Facts
import Formats
import HealthNetwork
import TravelNetwork

/// Everything that is known of one facility, place, agreement, link or other record.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything that is known of a facility, place, agreement or other record.",
    discussion: """
      ID is the id of a facility, party, agreement, programme, node or link, a place
      as scheme:code, a name as in "search", or the name of a bridge or ferry.

      Examples:
        tuyen show bv-cho-ray
        tuyen show gso-2025:32128 --lang en
        tuyen show "bv da khoa ca mau" --format json
        tuyen show bv-ca-mau --status board.xml --at 2026-11-25T03:00
        tuyen show ttyt-bao-yen --network network-data/northern-support
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, xml
  }

  @OptionGroup var networkOptions: NetworkOptions
  @OptionGroup var time: TimeOptions
  @OptionGroup var status: StatusOptions

  @Argument(help: "The id of a record, or a name.")
  var id: String

  @Option(help: "How to print: table, json or xml (an exchange document).")
  var format = Format.table

  func run() throws {
    try tuyen.run { () throws(Failure) in
      let plain = try networkOptions.load()
      let at = try time.instant(in: plain.network.header.zone)
      let folder = try status.apply(to: plain, at: at, networkOptions.lang)
      let network = folder.network
      let day = at.day
      let key = try key(in: network, on: day)
      let dossier = Dossier(of: key, in: network)
      let reports = network.facilityIndex(of: key)
        .flatMap { StatusReport(network, facility: $0, at: at) }
      var output = Output()
      switch format {
      case .xml: try output.write(folder.document(of: dossier.records))
      case .json:
        var json = DossierReport(dossier, network, day).json
        if let reports { json = json.adding(["live": reports.json]) }
        try output.write(json.text())
      case .table:
        let report = DossierReport(dossier, network, day)
        for line in report.lines(networkOptions.lang) { try output.write(line + "\n") }
        for line in reports?.lines(networkOptions.lang) ?? [] { try output.write(line + "\n") }
      }
      try output.flush()
      leave(found: !dossier.isEmpty)
    }
  }

  /// The key of the record that a user means.
  private func key(in network: Network, on day: Day) throws(Failure) -> String {
    if !Dossier(of: id, in: network).isEmpty { return id }
    let matches = NameSearch(network, on: day).matches(id)
    guard let best = matches.first else {
      let links = network.travel.crossings(matching: id).map { network.travel.links[$0] }
      if links.count == 1 { return links[0].id }
      if !links.isEmpty {
        let choices = links.prefix(12).map { "  \($0.id)  \($0.crossing ?? $0.name ?? "")" }
        throw .usage("\"\(id)\" may mean any of these:\n" + choices.joined(separator: "\n"))
      }
      throw .usage("nothing has the id or name \"\(id)\"; try: tuyen search \"\(id)\"")
    }
    let equals = matches.filter { $0.score == best.score }
    guard equals.count == 1 else {
      let choices = equals.prefix(12).map { "  " + network.describe($0.subject) }
      throw .usage("\"\(id)\" may mean any of these:\n" + choices.joined(separator: "\n"))
    }
    switch best.subject {
    case .place(let index): return network.place(index).reference
    case .facility(let index): return network.facility(index).id
    }
  }
}
