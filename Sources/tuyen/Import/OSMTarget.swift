import Files

#if OpenStreetMap
  import Exchange
  import Facts
  import HealthNetwork
  import OpenStreetMap
  import TravelNetwork

  /// Where imported streets go: a folder of their own, or that of a network.
  struct OSMTarget {
    private static let nodesName = "osm-nodes.xml"
    private static let linksName = "osm-links.xml"
    private static let networkName = "osm-network.xml"
    /// Marks regional links that streets replace, so that a later import can begin anew.
    private static let replacedKey = "tuyen.replaced-by"

    /// The network that the streets are joined to, and its path.
    let network: LoadedNetwork?
    let path: String?
    /// The folder to write, when it is not that of the network.
    let out: String?

    private var root: String {
      var root = out ?? path ?? ""
      while root.count > 1, root.hasSuffix("/") { root.removeLast() }
      return root
    }

    func refuseOverwriting(unless force: Bool) throws(Failure) {
      if let network, network.documents.count == 1 {
        throw .usage("\(path ?? ""): one file; --into takes the folder of a network")
      }
      guard out != nil else { return }
      for name in [OSMTarget.nodesName, OSMTarget.linksName, OSMTarget.networkName] {
        try OutputFiles.refuseOverwriting(root + "/" + name, unless: force)
      }
      for document in network?.documents ?? [] {
        try OutputFiles.refuseOverwriting(root + "/" + document.path, unless: force)
      }
    }

    /// The records of a network as they were before streets were joined to it.
    static func withoutImport(_ records: NetworkRecords) -> NetworkRecords {
      var records = records
      records.nodes.removeAll { isImported($0.record.id) }
      records.links.removeAll { isImported($0.record.id) }
      for index in records.links.indices { restore(&records.links[index].record) }
      return records
    }

    private static func isImported(_ id: String) -> Bool {
      if id.hasPrefix("osm-j-") { return true }
      guard ["osm-n", "osm-w", "osm-b"].contains(where: id.hasPrefix) else { return false }
      // A number follows, which may be below zero in files of an editor.
      let rest = id.dropFirst(5)
      return (rest.first == "-" ? rest.dropFirst() : rest).first?.isNumber == true
    }

    private static func restore(_ link: inout TravelLink) {
      guard link.extensions.contains(where: { $0.key == replacedKey }) else { return }
      link.extensions.removeAll { $0.key == replacedKey }
      link.use = nil
    }

    /// Writes streets as a network of their own.
    func write(_ streets: Streets) throws(Failure) {
      var records = NetworkRecords()
      var header = NetworkHeader()
      header.id = "osm"
      header.name = "Đường OpenStreetMap"
      header.nameEn = "OpenStreetMap streets"
      header.zone = ZoneOffset(minutes: 7 * 60)
      header.attribution = Streets.attribution
      records.networks = [located(header)]
      records.vehicles = Streets.vehicles.map(located)
      var profile = TravelProfile()
      profile.id = "default"
      profile.slowFactor = 1.5
      profile.slowWaitFactor = 2
      profile.accessLimitKm = 5
      profile.provenance = Provenance(
        source: nil, confidence: .low, basis: "rule: no measured times for these streets")
      records.travelProfiles = [located(profile)]
      var root = self.header(streets, network: header.id)
      root.title = "OpenStreetMap"
      let bytes = DocumentWriter.bytes(of: records, header: root)
      try OutputFiles.makeFolder(self.root)
      try OutputFiles.write(bytes, to: self.root + "/" + OSMTarget.networkName)
      try write(streets, links: streets.links, network: header.id)
    }

    /// Writes streets joined to the network.
    ///
    /// - Returns: The records of the joined network.
    func write(
      _ join: RegionalJoin, replacing base: NetworkRecords
    ) throws(Failure) -> NetworkRecords {
      guard let network else { preconditionFailure("there is no network to write") }
      let replaced = Set(join.replacedLinks)
      let parts = network.recordsByDocument()
      try OutputFiles.makeFolder(root)
      // Streets first: if writing ends in between, there are too many ways and not too few.
      let links = join.streets.links + join.connectors
      try write(join.streets, links: links, network: network.network.header.id)
      for (document, records) in zip(network.documents, parts) {
        let name = document.path
        if [OSMTarget.nodesName, OSMTarget.linksName].contains(name) { continue }
        let changed = OSMTarget.marked(OSMTarget.withoutImport(records), replaced: replaced)
        // Where nothing changes, a document of the same folder keeps its bytes.
        let isSame = zip(changed.links, records.links).allSatisfy { $0.record == $1.record }
        if out == nil, isSame, changed.links.count == records.links.count { continue }
        let path = root + "/" + name
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        try OutputFiles.makeFolder(parent.joined(separator: "/"))
        try OutputFiles.write(DocumentWriter.bytes(of: changed, header: document.header), to: path)
      }
      var joined = OSMTarget.marked(base, replaced: replaced)
      joined.nodes += join.streets.nodes.map(located)
      joined.links += links.map(located)
      return joined
    }

    /// Takes links out of use, and says by what they were replaced.
    private static func marked(
      _ records: NetworkRecords, replaced: Set<String>
    ) -> NetworkRecords {
      var records = records
      for index in records.links.indices where replaced.contains(records.links[index].record.id) {
        var mark = Extension()
        mark.key = replacedKey
        mark.text = "OpenStreetMap streets"
        records.links[index].record.use = .no
        records.links[index].record.extensions.append(mark)
      }
      return records
    }

    private func write(
      _ streets: Streets, links: [TravelLink], network: String
    ) throws(Failure) {
      var header = header(streets, network: network)
      var records = NetworkRecords()
      records.nodes = streets.nodes.map(located)
      header.title = "OpenStreetMap: nút"
      try OutputFiles.write(
        DocumentWriter.bytes(of: records, header: header), to: root + "/" + OSMTarget.nodesName)
      records = NetworkRecords()
      records.links = links.map(located)
      header.title = "OpenStreetMap: đường, phà"
      try OutputFiles.write(
        DocumentWriter.bytes(of: records, header: header), to: root + "/" + OSMTarget.linksName)
    }

    private func header(_ streets: Streets, network: String) -> ExchangeHeader {
      var header = ExchangeHeader()
      header.network = network
      header.asOf = streets.report.date?.shown(in: ZoneOffset(minutes: 7 * 60))
      header.licence = Streets.licence
      header.source = streets.source
      header.confidence = .medium
      return header
    }

    private func located<Record>(_ record: Record) -> Located<Record> {
      Located(record, at: Origin(document: 0, line: 0))
    }
  }
#endif
