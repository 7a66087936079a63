import Facts
import Files
import HealthNetwork
import XMLStream

/// Tells in words which fields records have, to see whether a snapshot was coded as this software
/// would code it.
///
/// It follows the same lists of fields as reading and writing do: a field that is added, moved or
/// gets another choice gives another text, and older snapshots are refused.
struct LayoutText: FieldCoder {
  private(set) var bytes: [UInt8] = []

  /// The layout of all kinds of records of this software.
  static var current: [UInt8] {
    var visitor = Visitor()
    visitor.text.bytes.reserveCapacity(1 << 14)
    visitor.text.tell("coding 1\n")
    visitor.text.tell("documents\n")
    do throws(DocumentError) {
      var header = ExchangeHeader()
      try header.code(with: &visitor.text)
      try NetworkRecords.visitExchangeKinds(&visitor)
    } catch {
      preconditionFailure("a coder that only tells cannot fail: \(error)")
    }
    return visitor.text.bytes
  }

  private struct Visitor: ExchangeKindVisitor {
    var text = LayoutText()

    // Specialised for each kind of record, this would be most of what an optimised build costs.
    @_semantics("optimize.sil.specialize.generic.never")
    mutating func visit<Record: ExchangeRecord>(
      _ kind: WritableKeyPath<NetworkRecords, [Located<Record>]>
    ) throws(DocumentError) {
      text.tell("\n")
      text.tell(Record.kindName)
      text.tell("\n")
      var record = Record()
      try record.code(with: &text)
    }
  }

  mutating func field(_ term: Term, _ value: inout String) { tell(term, "text") }
  mutating func field(_ term: Term, _ value: inout String?) { tell(term, "text?") }
  mutating func shared(_ term: Term, _ value: inout String?) { tell(term, "text?") }
  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) {
    tell(term, "integer")
  }
  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) {
    tell(term, "integer?")
  }
  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    tell(term, "number")
  }
  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    tell(term, "number?")
  }
  mutating func field(_ term: Term, _ value: inout Bool?) { tell(term, "flag?") }
  mutating func field(_ term: Term, _ value: inout PartialDate?) { tell(term, "date?") }
  mutating func field(_ term: Term, _ value: inout Instant?) { tell(term, "instant?") }
  mutating func field(_ term: Term, _ value: inout ZoneOffset) { tell(term, "zone") }
  mutating func clock(_ term: Term, _ value: inout Int?) { tell(term, "minute?") }
  mutating func point(_ value: inout Coordinate) { tell(.lat, "point") }
  mutating func point(_ value: inout Coordinate?) { tell(.lat, "point?") }
  mutating func box(_ value: inout Box?) { tell(.south, "box?") }
  mutating func content(_ value: inout String) { tell("content text\n") }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    tell(term, "choice", Choice.self)
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {
    tell(term, "choice?", Choice.self)
  }

  mutating func provenance(_ value: inout Provenance) {
    tell(.source, "text?")
    tell(.asserted, "date?")
    tell(.confidence, "choice?", Confidence.self)
    tell(.basis, "text?")
    tell(.note, "text?")
  }

  @_semantics("optimize.sil.specialize.generic.never")
  mutating func elements<Element: ExchangeElement>(
    _ term: Term, _ list: inout [Element]
  ) throws(DocumentError) {
    tell(term, "list of")
    var element = Element()
    try element.code(with: &self)
    tell("end\n")
  }

  private mutating func tell<Choice: NamedChoice>(
    _ term: Term, _ type: String, _ choice: Choice.Type
  ) {
    tell(term.name.description)
    tell(" ")
    tell(type)
    for choice in Choice.allCases {
      tell(" ")
      tell(choice.rawValue)
    }
    tell("\n")
  }

  private mutating func tell(_ term: Term, _ type: String) {
    tell(term.name.description)
    tell(" ")
    tell(type)
    tell("\n")
  }

  private mutating func tell(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
