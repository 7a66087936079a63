import Files

#if OpenStreetMap
  import Exchange
  import OpenStreetMap

  /// The folder that imported streets go to: one of their own, or that of a network.
  struct OSMTarget {
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

    /// Refuses to replace documents that are there.
    func refuseOverwriting(unless force: Bool) throws(Failure) {
      if let network, network.documents.count == 1 {
        throw .usage("\(path ?? ""): one file; --into takes the folder of a network")
      }
      guard out != nil else { return }
      for name in StreetDocuments.names + (network?.documents.map(\.path) ?? []) {
        try OutputFiles.refuseOverwriting(root + "/" + name, unless: force)
      }
    }

    /// Writes streets as a network of their own.
    func write(_ streets: Streets) throws(Failure) {
      try StreetDocuments.write(streets, to: write)
    }

    /// Writes streets joined to the network.
    func write(_ join: RegionalJoin, into network: LoadedNetwork) throws(Failure) {
      try StreetDocuments.write(join, into: network, isWhole: out != nil, to: write)
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws(Failure) {
      let path = root + "/" + name
      let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      try OutputFiles.makeFolder(parent.joined(separator: "/"))
      try OutputFiles.write(bytes, to: path)
    }
  }
#endif
