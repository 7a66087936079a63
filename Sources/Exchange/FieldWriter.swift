import Facts
import Files
import HealthNetwork
import XMLStream

/// Writes the fields of an element in canonical form.
struct FieldWriter: FieldCoder {
  var xml = XMLWriter()
  /// What records need not repeat.
  var header = ExchangeHeader()
  private var depth = 0

  /// Writes an element with its fields.
  mutating func write<Element: ExchangeElement>(
    _ term: Term, _ element: Element
  ) throws(DocumentError) {
    var copy = element
    begin(term)
    try copy.code(with: &self)
    end()
  }

  mutating func begin(_ term: Term) {
    xml.start(term.name)
    depth += 1
  }

  mutating func end() {
    xml.end()
    depth -= 1
  }

  mutating func field(_ term: Term, _ value: inout String) { xml.attribute(term.name, value) }
  mutating func field(_ term: Term, _ value: inout String?) { xml.attribute(term.name, value) }
  mutating func shared(_ term: Term, _ value: inout String?) { xml.attribute(term.name, value) }
  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) {
    xml.attribute(term.name, value)
  }
  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) {
    xml.attribute(term.name, value)
  }
  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    xml.attribute(term.name, value)
  }
  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    xml.attribute(term.name, value)
  }
  mutating func field(_ term: Term, _ value: inout Bool?) { xml.attribute(term.name, value) }

  mutating func field(_ term: Term, _ value: inout PartialDate?) {
    xml.attribute(term.name, value?.description)
  }

  mutating func field(_ term: Term, _ value: inout Instant?) {
    xml.attribute(term.name, value?.description)
  }

  mutating func field(_ term: Term, _ value: inout ZoneOffset) {
    xml.attribute(term.name, value.description)
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    xml.attribute(term.name, value.rawValue)
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {
    xml.attribute(term.name, value?.rawValue)
  }

  mutating func clock(_ term: Term, _ value: inout Int?) {
    xml.attribute(
      term.name, value.map { padded($0 / 60, to: 2) + ":" + padded($0 % 60, to: 2) })
  }

  mutating func point(_ value: inout Coordinate) {
    xml.attribute(Term.lat.name, value.latitude)
    xml.attribute(Term.lon.name, value.longitude)
  }

  mutating func point(_ value: inout Coordinate?) {
    guard var point = value else { return }
    self.point(&point)
  }

  mutating func box(_ value: inout Box?) {
    xml.attribute(Term.south.name, value?.south)
    xml.attribute(Term.west.name, value?.west)
    xml.attribute(Term.north.name, value?.north)
    xml.attribute(Term.east.name, value?.east)
  }

  mutating func provenance(_ value: inout Provenance) {
    let isRecord = depth == 2
    if !isRecord || value.source != header.source {
      xml.attribute(Term.source.name, value.source)
    }
    field(.asserted, &value.asserted)
    if !isRecord || value.confidence != header.confidence {
      choice(.confidence, &value.confidence)
    }
    xml.attribute(Term.basis.name, value.basis)
    xml.attribute(Term.note.name, value.note)
  }

  mutating func content(_ value: inout String) { xml.text(value) }

  mutating func elements<Element: ExchangeElement>(
    _ term: Term, _ list: inout [Element]
  ) throws(DocumentError) {
    for element in list { try write(term, element) }
  }
}
