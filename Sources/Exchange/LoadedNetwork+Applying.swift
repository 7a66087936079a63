public import Files
package import HealthNetwork
package import TravelNetwork
public import XMLStream

extension LoadedNetwork {
  /// The network with deltas applied, as if they had been given when it was loaded.
  ///
  /// Live reports of facilities and closures of links are kept.
  ///
  /// - Parameters:
  ///   - deltas: The delta documents, applied in order.
  ///   - limits: What each delta must stay within.
  /// - Returns: The changed network; this one stays as it is.
  /// - Throws: `ExchangeFailure` with every error found; this network stays as it is.
  /// - Complexity: O(*n*), where *n* is the number of records.
  public func applying(
    _ deltas: [DataSource], limits: XMLLimits = XMLLimits()
  ) throws(ExchangeFailure) -> LoadedNetwork {
    guard !deltas.isEmpty else { return self }
    var held: [DataSource] = []
    for delta in deltas { held.append(try LoadedNetwork.held(delta, limits)) }
    let read = documents + self.deltas
    var reading = DocumentSetReader(
      limits: limits, records: network.records, paths: read.map(\.path), deltas: self.deltas)
    let outcomes = read.map {
      DocumentSetReader.Outcome(header: $0.header, rootLine: $0.rootLine)
    }
    var digest = ContentDigest(self.digest) ?? ContentDigest()
    var changed = self
    changed.network = try reading.network(
      after: held, outcomes: outcomes, changedFrom: network, digest: &digest
    ).knowing(as: network)
    changed.deltas = reading.deltas
    // The prepared hierarchy serves as long as the links are the same.
    let known = knownHierarchy.current
    changed.knownHierarchy = KnownHierarchy(
      known.flatMap { $0.serves(changed.network.travel) ? $0 : nil })
    changed.digest = digest.text
    return changed
  }

  /// The network with links closed until a time, and with reports of facilities.
  ///
  /// - Parameters:
  ///   - closed: The links, and when they are closed.
  ///   - reports: The reports, by ids of facilities of the network.
  ///   - texts: What tells these closures and reports from others, for the digest.
  /// - Returns: The network; this one stays as it is.
  package func knowing(
    closed: [ClosedLinks], reports: [LiveStatus], texts: [String]
  ) -> LoadedNetwork {
    var changed = self
    changed.network = network.closing(closed).reporting(reports)
    var sum = ContentDigest(digest) ?? ContentDigest()
    for text in texts { sum.add("known \(text.utf8.count) \(text)") }
    changed.digest = sum.text
    return changed
  }

  /// A source that can be read twice: once for its records, once for the digest.
  private static func held(
    _ source: DataSource, _ limits: XMLLimits
  ) throws(ExchangeFailure) -> DataSource {
    guard case .standardInput = source else { return source }
    do throws(FileError) {
      let reader = try BlockReader(source)
      var bytes: [UInt8] = []
      while let block = try reader.next() {
        bytes += block
        // The reader of the document says so, with its own words.
        if bytes.count > limits.documentBytes { break }
      }
      return .bytes(bytes, name: source.name)
    } catch {
      throw ExchangeFailure(errors: [
        DocumentError(kind: .unreadable, path: source.name, line: 0, message: error.description)
      ])
    }
  }
}
