import Files
import HealthNetwork

#if OpenStreetMap
  import Exchange
  import Facts
  import Formats
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
      if let path, FileStamp(path: path) != nil {
        throw .usage(
          Language.ofCommand(
            "\(path): chỉ là một tệp; --into cần thư mục của mạng lưới",
            "\(path): one file; --into takes the folder of a network"))
      }
      guard out != nil else { return }
      for name in StreetDocuments.names + (network?.documents.map(\.path) ?? []) {
        try OutputFiles.refuseOverwriting(root + "/" + name, unless: force)
      }
    }

    /// Writes streets as a network of their own.
    func write(_ streets: Streets, now: Instant) throws(Failure) {
      var documents: [WholeDocument] = []
      StreetDocuments.write(streets, now: now) {
        documents.append(WholeDocument(path: $0, bytes: $1))
      }
      try write(documents)
    }

    /// Writes streets joined to the network: in its own folder as an import that can be taken back.
    ///
    /// - Returns: The import; nil where another folder was written, or nothing changed.
    func write(
      _ join: RegionalJoin, of file: String, into network: LoadedNetwork, now: Instant
    ) throws(Failure) -> HistoryEntry? {
      var documents: [WholeDocument] = []
      StreetDocuments.write(join, into: network, isWhole: out != nil, now: now) {
        documents.append(WholeDocument(path: $0, bytes: $1))
      }
      guard out == nil else {
        try write(documents)
        return nil
      }
      do throws(ExchangeFailure) {
        return try NetworkImport.replace(
          documents, from: (.osm, file), in: network, at: root,
          now: now.shown(in: network.network.header.zone))
      } catch {
        throw .output(error.text(Language.ofCommand))
      }
    }

    private func write(_ documents: [WholeDocument]) throws(Failure) {
      do throws(ExchangeFailure) {
        try WholeDocument.check(documents)
      } catch {
        throw .output(error.text(Language.ofCommand))
      }
      for document in documents {
        let path = root + "/" + document.path
        let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        try OutputFiles.makeFolder(parent.joined(separator: "/"))
        try OutputFiles.write(document.bytes, to: path)
      }
    }
  }
#endif
