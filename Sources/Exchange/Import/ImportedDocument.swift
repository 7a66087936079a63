public import Facts
public import HealthNetwork
public import XMLStream

/// What a document of any format says, as records of ours.
///
/// Nothing is compared with a network yet, and nothing applied. Reading holds the records in memory,
/// never the document.
public struct ImportedDocument: Sendable {
  /// The format.
  public var format: DocumentFormat
  /// The path.
  public var path: String
  /// The attributes of the root of an exchange document; nil for other formats.
  public var header: ExchangeHeader?
  /// The records; their origins have the lines of the document.
  public var records = NetworkRecords()
  /// Records that the document takes away; only our own deltas do.
  public var retractions: [Located<Retraction>] = []
  /// Whether it claims to hold everything of its kinds, so that what it lacks is gone.
  public var isComplete = false
  /// Whether it only adds what the network does not say yet, and never replaces what it says.
  public var isCandidate = false
  /// What was left out, repaired or odd.
  public var findings: [Finding] = []

  /// Begins a document.
  public init(_ format: DocumentFormat, path: String) {
    self.format = format
    self.path = path
  }
}

/// How documents are to be read.
public struct ImportOptions: Sendable {
  /// The network they are meant for: its box tells swapped coordinates, its crosswalks translate
  /// codes, its identifiers tell who is meant.
  public var network: Network?
  /// The box in which all points ought to lie, where it is another than the network's.
  public var box: Box?
  /// Whether what breaks the format's schema is an error; else it is repaired and reported.
  public var isStrict = false
  /// The folder of the published schemas of other formats, where it is there: what is read strictly
  /// is validated against them.
  public var standards: String?
  /// The path of the mapping of a table's columns.
  public var mapping: String?
  /// The name or the number of the sheet of a workbook that is meant; nil for the only list in it.
  public var sheet: String?
  /// What each document must stay within.
  public var limits = XMLLimits()
  /// Minutes for which a report of live status counts that does not say for how long.
  public var statusMinutes = 240

  /// Reads leniently, for no network.
  public init() {}

  /// The box in which all points ought to lie, as far as it is known.
  public var knownBox: Box? { box ?? network?.header.box }
}
