public import Facts
import Files
public import HealthNetwork
import XMLStream

/// Reports of live status from documents beside a network: our own, or EDXL-HAVE.
///
///     let files = try StatusFiles(["q5.xml", "have.xml"], for: folder.network)
///     let now = folder.reporting(files)
///
/// All documents are read, or none counts. A report of a facility that the network does not know is
/// left out and told of.
public struct StatusFiles: Sendable {
  /// Something that was left out or is odd, and where.
  public struct Warning: Hashable, Sendable {
    /// file:line.
    public var place: String
    /// What it is, in Vietnamese.
    public var vi: String
    /// What it is, in English.
    public var en: String
  }

  /// The reports, in the order of reading; a facility may have several.
  public private(set) var statuses: [LiveStatus] = []
  /// What was left out or is odd.
  public private(set) var warnings: [Warning] = []
  /// The paths.
  let paths: [String]

  /// Reads documents.
  ///
  /// - Parameters:
  ///   - paths: The documents.
  ///   - network: The network whose facilities are meant, by their ids or other identifiers.
  /// - Throws: `ExchangeFailure` with every error of all documents.
  /// - Complexity: O(*n*), where *n* is the length of the documents and the number of facilities.
  public init(_ paths: [String], for network: Network) throws(ExchangeFailure) {
    self.paths = paths
    var options = ImportOptions()
    options.network = network
    var errors: [DocumentError] = []
    for path in paths {
      do throws(ExchangeFailure) {
        let document = try StatusFiles.read(path, options)
        errors += take(document, path, network)
      } catch {
        errors += error.errors
      }
    }
    guard errors.isEmpty else { throw ExchangeFailure(errors: errors) }
  }

  /// The number of reports that are later than an instant, at which they are not yet known.
  public func count(after instant: Instant) -> Int {
    statuses.count { $0.reported.map { $0 > instant } ?? false }
  }

  private static func read(
    _ path: String, _ options: ImportOptions
  ) throws(ExchangeFailure) -> ImportedDocument {
    let format = try DocumentFormats.exchange.format(of: path)
    guard format == .native || format == .have else {
      throw ExchangeFailure(
        .invalid, path,
        "a document of the format \(format.rawValue) is no report of live status; "
          + "expected an exchange document or EDXL-HAVE")
    }
    return try DocumentFormats.exchange.read(path, as: format, options: options)
  }

  /// Takes the reports of a document in.
  ///
  /// - Returns: What keeps it from being used at all.
  private mutating func take(
    _ document: ImportedDocument, _ path: String, _ network: Network
  ) -> [DocumentError] {
    var errors: [DocumentError] = []
    for finding in document.findings where finding.importance != .note {
      warn(path, finding.origin?.line ?? 0, finding.vi, finding.en)
    }
    var others = OtherRecords(records: document.records)
    NetworkRecords.visitKinds(&others)
    let left = others.count + document.retractions.count
    if left > 0 {
      warn(
        path, 0, "\(left) bản ghi không phải báo cáo tình trạng, bỏ qua",
        "\(left) records that are no live status are left out")
    }
    if document.records.statuses.isEmpty {
      warn(path, 0, "không có báo cáo tình trạng nào", "holds no live status")
    }
    for located in document.records.statuses {
      var status = located.record
      let line = located.origin.line
      if let reported = status.reported, let expires = status.expires, expires <= reported {
        errors.append(
          DocumentError(
            kind: .invalid, path: path, line: line,
            message: "the status expires (\(expires)) before it was reported (\(reported))"))
        continue
      }
      guard let facility = facility(status.facility, path, line, network) else { continue }
      status.facility = facility
      for off in status.off where network.vocabulary.capabilityTypes[off.capability] == nil {
        warn(
          path, line, "mạng lưới không có kỹ thuật \"\(off.capability)\"",
          "the network has no capability \"\(off.capability)\"")
      }
      let place = "\(StatusFiles.name(of: path)):\(line)"
      status.provenance.source = status.provenance.source.map { "\($0) (\(place))" } ?? place
      statuses.append(status)
    }
    return errors
  }

  /// The facility of an id or of another identifier, with or without its system before a colon.
  private mutating func facility(
    _ text: String, _ path: String, _ line: Int, _ network: Network
  ) -> String? {
    if network.facilityIndex(of: text) != nil { return text }
    let known = network.records.facilities.lazy.map(\.record).filter { facility in
      facility.identifiers.contains { $0.value == text || "\($0.system):\($0.value)" == text }
    }.map(\.id)
    let found = Array(known.prefix(2))
    if found.count == 1 { return found[0] }
    warn(
      path, line,
      found.isEmpty
        ? "không có cơ sở nào mang mã \"\(text)\", bỏ qua báo cáo này"
        : "mã \"\(text)\" là của nhiều cơ sở (\(found.joined(separator: ", "))), bỏ qua báo cáo này",
      found.isEmpty
        ? "no facility has the id \"\(text)\"; the report is left out"
        : "\"\(text)\" means several facilities (\(found.joined(separator: ", "))); the report is "
          + "left out")
    return nil
  }

  private mutating func warn(_ path: String, _ line: Int, _ vi: String, _ en: String) {
    warnings.append(Warning(place: line > 0 ? "\(path):\(line)" : path, vi: vi, en: en))
  }

  /// The name of a file without its folders.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Counts records that are no live status.
private struct OtherRecords: KindVisitor {
  let records: NetworkRecords
  var count = 0

  // Specialised for each kind of record, this would be most of what an optimised build costs.
  @_semantics("optimize.sil.specialize.generic.never")
  mutating func visit<Record: NetworkRecord>(
    _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
  ) {
    guard Record.self != LiveStatus.self, Record.self != NetworkHeader.self else { return }
    count += records[keyPath: kind].count
  }
}

extension LoadedNetwork {
  /// The network with reports of live status; its digest is that of the documents and the reports.
  public func reporting(_ files: StatusFiles) -> LoadedNetwork {
    var folder = self
    folder.network = network.reporting(files.statuses)
    guard var sum = ContentDigest(digest) else { return folder }
    for (index, path) in files.paths.enumerated() { sum.add("status \(index)", file: path) }
    folder.digest = sum.text
    return folder
  }
}
