import Formats

#if OpenStreetMap
  import Answers
  import ArgumentParser
  import Exchange
  import Facts
  import HealthNetwork
  import OpenStreetMap
  import TravelNetwork

  /// Streets of OpenStreetMap, alone or joined to a regional network.
  struct ImportOSMCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "osm",
      abstract: "Import streets and ferries from an OpenStreetMap extract.",
      discussion: """
        FILE is an extract: .osm.pbf, .osm, .osm.gz or .osm.bz2. Streets become nodes
        and links for ambulance, car and motorbike, by the rules in docs/osm.md. What
        no vehicle can reach from the rest, and come back from, is left out.

        --out DIR writes a network of its own: osm-network.xml, osm-nodes.xml and
        osm-links.xml. --into NETWORK joins the streets to the network of a folder:
        streets where there are some, the regional network elsewhere. Regional links
        that streets replace are marked use="no" in their documents, which are
        rewritten in canonical form; an earlier import is replaced, and "tuyen undo"
        takes this one back. With --into and --out, NETWORK stays as it is, and the
        whole joined network goes to DIR.

        Examples:
          tuyen import osm city.osm.pbf --out streets/
          tuyen import osm city.osm.pbf --into my-network/
          tuyen import osm city.osm.pbf --into network-data/hcmc-mekong --out joined/
          tuyen route --network joined/ --from 10.77,106.70 --need stroke.lysis
        """)

    @Argument(
      help: ArgumentHelp("The OpenStreetMap extract.", valueName: "file"),
      completion: .file(extensions: ["pbf", "osm", "gz", "bz2"]))
    var file: String

    @Option(
      help: ArgumentHelp("The folder to write.", valueName: "dir"), completion: .directory)
    var out: String?

    @Option(
      help: ArgumentHelp("The network to join the streets to: its folder.", valueName: "network"),
      completion: .directory)
    var into: String?

    @Option(
      help: ArgumentHelp(
        "The farthest that a regional node may lie from the street junction it is joined to. "
          + "Default: 800.",
        valueName: "metres"))
    var joinLimit: Double?

    @Option(
      help: ArgumentHelp(
        "Report facilities and places that lie farther than this from any street. Default: 500.",
        valueName: "metres"))
    var snapLimit: Double?

    @Option(help: "How to print the report: table or json.")
    var format = AnswerFormat.table

    @Option(help: "The language of what is printed: vi or en.")
    var lang = Language.vi

    @Flag(help: "Replace files that are there.")
    var force = false

    func validate() throws {
      guard !OptionChecks.areLeftOut else { return }
      guard out != nil || into != nil else {
        throw ValidationError("say where to: --out DIR, --into NETWORK, or both")
      }
      guard into != nil || (joinLimit == nil && snapLimit == nil) else {
        throw ValidationError("--join-limit and --snap-limit need --into NETWORK")
      }
      guard (0...5_000).contains(joinLimit ?? 0), (0...100_000).contains(snapLimit ?? 0) else {
        throw ValidationError("--join-limit is 0 to 5000 metres, --snap-limit 0 to 100000")
      }
    }

    func run() throws {
      try tuyen.run { () throws(Failure) in
        try OSMReport.refuseUnlessPrinted(as: format, lang)
        let network = try into.map { path throws(Failure) in try NetworkOptions.load(path) }
        let target = OSMTarget(network: network, path: into, out: out)
        try target.refuseOverwriting(unless: force)
        let now = Machine.now
        let base = network.map { StreetMarks.removed(from: $0.network.records) }
        let streets = try read(network?.network)
        var report = OSMReport(streets: streets)
        if let base, let network {
          let join = try join(streets, base, network.network.header)
          report.add(join)
          report.add(try target.write(join, of: file, into: network, now: now))
          report.add(try snaps(of: StreetMarks.joined(join, to: base)))
        } else {
          try target.write(streets, now: now)
        }
        try report.print(as: format, AnswerStyle.command(lang, format))
        return true
      }
    }

    private func read(_ network: Network?) throws(Failure) -> Streets {
      var progress = ProgressLine(language: lang)
      let vehicles = network.map { Set($0.travel.vehicles.map(\.id)) }
      do throws(OSMError) {
        let streets = try Streets(
          path: file, within: network?.header.box, excluding: vehicles
        ) { step in
          progress.show(step.stage.text(lang), share: step.share)
        }
        progress.clear()
        return streets
      } catch {
        progress.clear()
        let message: String = error.text(lang)
        throw error.kind == .unreadable ? .noInput(message) : .data(message)
      }
    }

    private func join(
      _ streets: Streets, _ records: NetworkRecords, _ header: NetworkHeader
    ) throws(Failure) -> RegionalJoin {
      do throws(TravelMapError) {
        return try RegionalJoin(
          streets, into: records.nodes.map(\.record), records.links.map(\.record),
          vehicles: records.vehicles.map(\.record),
          profile: records.travelProfiles.first?.record ?? TravelProfile(),
          limit: joinLimit ?? RegionalJoin.usualLimit)
      } catch {
        throw .data("\(into ?? ""): \(error)")
      }
    }

    /// How far facilities and places lie from the links of the joined network.
    private func snaps(of records: NetworkRecords) throws(Failure) -> StreetSnaps {
      do throws(NetworkProblems) {
        return try StreetSnaps(of: Network(records), limit: snapLimit ?? 500)
      } catch {
        throw .data("the joined network does not hold together: \(error)")
      }
    }
  }
#endif
