public import Facts
import Files
import HealthNetwork
import XMLStream

/// What the root of an exchange document says of the whole document.
public struct ExchangeHeader: Hashable, Sendable {
  /// What a document is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// Records as they stand.
    case snapshot
    /// Changes to records.
    case delta
  }

  /// The version of the format.
  public var version = "1.0"
  /// What the document is for.
  public var kind = Kind.snapshot
  /// The id of the network.
  public var network = ""
  /// The instant at which the records were true.
  public var asOf: Instant?
  /// A title for people.
  public var title: String?
  /// The licence of the data.
  public var licence: String?
  /// The source of records that name none.
  public var source: String?
  /// The confidence of records that name none.
  public var confidence: Confidence?

  /// Creates an empty header.
  public init() {}
}

extension ExchangeHeader: ExchangeElement {
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError) {
    coder.field(.version, &version)
    coder.choice(.kind, &kind)
    coder.field(.network, &network)
    coder.field(.asOf, &asOf)
    coder.field(.title, &title)
    coder.field(.licence, &licence)
    coder.field(.source, &source)
    coder.choice(.confidence, &confidence)
  }
}
