import Facts
import Files
public import HealthNetwork
import TravelNetwork
import XMLStream

/// A record as names, values and children, in the order of the schema: all that is known of it, and
/// nothing that is not.
///
///     let outline = RecordOutline(of: facility)
///     outline.fields.first { $0.name == "kind" }?.value   // .text("provincial-general")
///
/// It is made of the same list of fields as documents, so that nothing is left out.
public struct RecordOutline: Hashable, Sendable {
  /// The value of a field.
  public enum Value: Hashable, Sendable {
    /// A text, a date, a code.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number.
    case number(Double)
    /// Yes or no.
    case flag(Bool)
  }

  /// A field.
  public struct Field: Hashable, Sendable {
    /// Its name in exchange documents.
    public var name: String
    /// Its value.
    public var value: Value
  }

  /// The name of the element.
  public var name: String
  /// What is known of it, in the order of the schema.
  public var fields: [Field] = []
  /// The elements in it, in the order of the schema.
  public var children: [RecordOutline] = []
  /// The text in it: that of an extension.
  public var text: String?
  /// What tells it from the other children of its name, where anything does.
  var identity: String?

  /// Outlines a record.
  public init(of record: some NetworkRecord) {
    guard let record = record as? any ExchangeRecord else {
      preconditionFailure("\(type(of: record).kindName) is no record of the exchange format")
    }
    self = RecordOutline.outline(record)
  }

  init(named name: String) {
    self.name = name
  }

  private static func outline<Record: ExchangeRecord>(_ record: Record) -> RecordOutline {
    var writer = OutlineWriter(outline: RecordOutline(named: "\(Record.elementTerm.name)"))
    writer.write(record)
    return writer.outline
  }

  static func outline(
    _ term: Term, _ element: some ExchangeElement
  ) -> RecordOutline {
    var writer = OutlineWriter(outline: RecordOutline(named: "\(term.name)"))
    writer.write(element)
    writer.outline.identity = element.identity
    return writer.outline
  }
}

/// Gathers the fields of an element.
private struct OutlineWriter: FieldCoder {
  var outline: RecordOutline

  @_semantics("optimize.sil.specialize.generic.never")
  mutating func write(_ element: some ExchangeElement) {
    var copy = element
    do throws(DocumentError) {
      try copy.code(with: &self)
    } catch {
      // A coder that only writes has nothing that could fail: the error is the reader's.
      preconditionFailure("outlining failed: \(error)")
    }
  }

  private mutating func add(_ term: Term, _ value: RecordOutline.Value?) {
    guard let value else { return }
    outline.fields.append(RecordOutline.Field(name: "\(term.name)", value: value))
  }

  mutating func field(_ term: Term, _ value: inout String) { add(term, .text(value)) }
  mutating func field(_ term: Term, _ value: inout String?) { add(term, value.map { .text($0) }) }
  mutating func shared(_ term: Term, _ value: inout String?) { add(term, value.map { .text($0) }) }
  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) {
    add(term, .integer(value))
  }
  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) {
    add(term, value.map { .integer($0) })
  }
  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    add(term, .number(value))
  }
  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    add(term, value.map { .number($0) })
  }
  mutating func field(_ term: Term, _ value: inout Bool?) { add(term, value.map { .flag($0) }) }

  mutating func field(_ term: Term, _ value: inout PartialDate?) {
    add(term, value.map { .text($0.description) })
  }

  mutating func field(_ term: Term, _ value: inout Instant?) {
    add(term, value.map { .text($0.description) })
  }

  mutating func field(_ term: Term, _ value: inout ZoneOffset) {
    add(term, .text(value.description))
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    add(term, .text(value.rawValue))
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {
    add(term, value.map { .text($0.rawValue) })
  }

  mutating func clock(_ term: Term, _ value: inout Int?) {
    add(term, value.map { .text(padded($0 / 60, to: 2) + ":" + padded($0 % 60, to: 2)) })
  }

  mutating func point(_ value: inout Coordinate) {
    add(.lat, .number(value.latitude))
    add(.lon, .number(value.longitude))
  }

  mutating func point(_ value: inout Coordinate?) {
    guard var point = value else { return }
    self.point(&point)
  }

  mutating func box(_ value: inout Box?) {
    add(.south, value.map { .number($0.south) })
    add(.west, value.map { .number($0.west) })
    add(.north, value.map { .number($0.north) })
    add(.east, value.map { .number($0.east) })
  }

  mutating func provenance(_ value: inout Provenance) {
    shared(.source, &value.source)
    field(.asserted, &value.asserted)
    choice(.confidence, &value.confidence)
    shared(.basis, &value.basis)
    shared(.note, &value.note)
  }

  mutating func content(_ value: inout String) { outline.text = value }

  @_semantics("optimize.sil.specialize.generic.never")
  mutating func elements<Element: ExchangeElement>(_ term: Term, _ list: inout [Element]) {
    for element in list { outline.children.append(RecordOutline.outline(term, element)) }
  }
}
