import Facts
import Files
import HealthNetwork
import XMLStream

/// Walks the fields of an element in the order of the schema, to read or to write them.
///
/// An element names its fields once, in `code(with:)`; reading and writing both follow that list,
/// so that they cannot drift apart.
protocol FieldCoder: ~Copyable {
  mutating func field(_ term: Term, _ value: inout String)
  mutating func field(_ term: Term, _ value: inout String?)
  /// A text that many records share: it is stored once.
  mutating func shared(_ term: Term, _ value: inout String?)
  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds)
  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds)
  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds)
  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds)
  mutating func field(_ term: Term, _ value: inout Bool?)
  mutating func field(_ term: Term, _ value: inout PartialDate?)
  mutating func field(_ term: Term, _ value: inout Instant?)
  mutating func field(_ term: Term, _ value: inout ZoneOffset)
  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice)
  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?)
  /// A time of day, as the minute of the day.
  mutating func clock(_ term: Term, _ value: inout Int?)
  mutating func point(_ value: inout Coordinate)
  mutating func point(_ value: inout Coordinate?)
  mutating func box(_ value: inout Box?)
  /// Source, date, confidence, basis and note; a record's fall back on the document's.
  mutating func provenance(_ value: inout Provenance)
  /// The text of the element itself.
  mutating func content(_ value: inout String) throws(DocumentError)
  mutating func elements<Element: ExchangeElement>(
    _ term: Term, _ list: inout [Element]
  ) throws(DocumentError)
}

/// One of a few words.
typealias NamedChoice = RawRepresentable<String> & CaseIterable & Equatable

/// What an exchange document can hold as an element.
protocol ExchangeElement {
  init()
  /// Names its fields to a coder: attributes first, then elements, each in the schema's order.
  mutating func code<Coder: FieldCoder & ~Copyable>(with coder: inout Coder) throws(DocumentError)
  /// What tells it from the other elements of the same list when two lists are compared; nil where
  /// only the whole list has a meaning, as hours have.
  var identity: String? { get }
}

/// A record of an exchange document.
protocol ExchangeRecord: ExchangeElement, NetworkRecord {
  static var elementTerm: Term { get }
}
