import Facts
import Files
import HealthNetwork
import TravelNetwork
import XMLStream

/// Reads one exchange document into records, validating on the way.
///
/// Everything that breaks the schema is collected; only what keeps the document from being read on
/// is thrown. Records are to be trusted only when there are no problems.
struct DocumentReader: ~Copyable {
  /// The child element that stands to be read; nil while the attributes of an element are read.
  var child: Term?
  /// Whether that child was read, or the element's own text up to its end.
  var isConsumed = false
  private(set) var header = ExchangeHeader()
  /// The line of the root.
  private(set) var rootLine = 0
  private(set) var retractions: [Located<Retraction>] = []
  /// What the schema cannot see, as much of it as is kept.
  private var reports: [DocumentError] = []
  private var reportCount = 0
  private let errorLimit: Int
  /// A document with more problems is given up: counting on would only cost time.
  private static let mostProblems = 10_000
  private let index: Int
  private let path: String
  var pool: TextPool
  /// The document; the last field, as the size of a reader is not known to the compiler.
  var xml: XMLReader

  /// Opens a document.
  ///
  /// - Parameters:
  ///   - xml: The document.
  ///   - path: What messages call it.
  ///   - index: Its number among the documents of the network.
  ///   - errorLimit: Most problems that are kept; the others are only counted.
  ///   - pool: Texts of documents read before.
  init(
    _ xml: consuming XMLReader, path: String, index: Int, errorLimit: Int,
    pool: consuming TextPool
  ) {
    self.xml = xml
    self.path = path
    self.index = index
    self.errorLimit = errorLimit
    self.pool = pool
  }

  /// What was found wrong so far, in the order of lines.
  var problems: [DocumentError] {
    (xml.problems + reports).sorted { $0.line < $1.line }
  }

  /// How many problems there were so far, those not kept included.
  var problemCount: Int { xml.problemCount + reportCount }

  /// Whether the document may break the schema, so that somebody who knows it must look.
  var isDoubtful: Bool { xml.isDoubtful }

  /// Reads the document to its end, or to where it becomes doubtful.
  ///
  /// - Returns: The texts met, for the next document.
  mutating func read(into records: inout NetworkRecords) throws(DocumentError) -> TextPool {
    while try xml.next() == .start {
      if xml.depth == 1 {
        rootLine = xml.line
        var root = ExchangeHeader()
        try root.code(with: &self)
        header = root
      } else {
        try readRecord(into: &records)
        if xml.isDoubtful { return pool }
        guard problemCount < DocumentReader.mostProblems else {
          throw DocumentError(
            kind: .limit, path: path, line: xml.line,
            message: "more than \(DocumentReader.mostProblems) problems; the rest is not read")
        }
      }
    }
    // The end of the root, and what may stand behind it.
    while try xml.next() != .endOfDocument {}
    return pool
  }

  /// Reads the element that starts here, to its end.
  mutating func readElement<Element: ExchangeElement>() throws(DocumentError) -> Element {
    var element = Element()
    child = nil
    isConsumed = false
    try element.code(with: &self)
    if isConsumed { return element }
    while true {
      switch try xml.next() {
      case .start:
        child = Term(rawValue: xml.name)
        isConsumed = false
        if child != nil { try element.code(with: &self) }
        if !isConsumed { try xml.skipElement() }
      case .text: continue
      case .end, .endOfDocument: return element
      }
    }
  }

  /// Notes something that the schema cannot see.
  mutating func report(_ message: String, vi: String? = nil) {
    reportCount += 1
    guard reports.count < errorLimit else { return }
    reports.append(
      DocumentError(kind: .invalid, path: path, line: xml.line, message: message, vi: vi))
  }

  private mutating func readRecord(into records: inout NetworkRecords) throws(DocumentError) {
    switch Term(rawValue: xml.name) {
    case .network: try append(to: &records.networks)
    case .scheme: try append(to: &records.schemes)
    case .place: try append(to: &records.places)
    case .outline: try append(to: &records.outlines)
    case .specialty: try append(to: &records.specialties)
    case .capabilityType: try append(to: &records.capabilityTypes)
    case .clock: try append(to: &records.clocks)
    case .accessStandard: try append(to: &records.accessStandards)
    case .severity: try append(to: &records.severities)
    case .freshness: try append(to: &records.freshness)
    case .triage: try append(to: &records.triageClasses)
    case .transferRule: try append(to: &records.transferRules)
    case .pathway: try append(to: &records.pathways)
    case .crosswalk: try append(to: &records.crosswalks)
    case .wording: try append(to: &records.wordings)
    case .ladder: try append(to: &records.ladders)
    case .party: try append(to: &records.parties)
    case .facility: try append(to: &records.facilities)
    case .capability: try append(to: &records.capabilities)
    case .agreement: try append(to: &records.agreements)
    case .programme: try append(to: &records.programmes)
    case .specialtyNetwork: try append(to: &records.specialtyNetworks)
    case .rotation: try append(to: &records.rotations)
    case .technique: try append(to: &records.techniques)
    case .training: try append(to: &records.trainings)
    case .figure: try append(to: &records.figures)
    case .observation: try append(to: &records.observations)
    case .vehicle: try append(to: &records.vehicles)
    case .travelProfile: try append(to: &records.travelProfiles)
    case .weather: try append(to: &records.weathers)
    case .closure: try append(to: &records.closures)
    case .speedDefault: try append(to: &records.speedDefaults)
    case .block: try append(to: &records.blocks)
    case .blockJoin: try append(to: &records.blockJoins)
    case .node: try append(to: &records.nodes)
    case .link: try append(to: &records.links)
    case .holiday: try append(to: &records.holidays)
    case .exception: try append(to: &records.exceptions)
    case .status: try append(to: &records.statuses)
    case .retract:
      if header.kind == .snapshot {
        report("a \"retract\" in a snapshot; only a document of kind=\"delta\" takes records away")
      }
      retractions.append(try readRecord())
    default: try xml.skipElement()
    }
  }

  private mutating func append<Record: ExchangeElement>(
    to list: inout [Located<Record>]
  ) throws(DocumentError) {
    list.append(try readRecord())
  }

  private mutating func readRecord<Record: ExchangeElement>() throws(DocumentError) -> Located<
    Record
  > {
    let origin = Origin(document: index, line: xml.line)
    return Located(try readElement(), at: origin)
  }
}
