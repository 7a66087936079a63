import Facts
import Files
import HealthNetwork
import XMLStream

/// Writes the fields of records as bytes, in the order in which `BinaryFieldReader` reads them.
///
/// Texts are written as their number in one table; what is absent takes one byte.
struct BinaryFieldWriter: FieldCoder {
  /// What was written since it was last taken.
  private(set) var bytes: [UInt8] = []
  /// All texts, each once, in the order of their first use.
  private(set) var texts: [String] = []
  private var numbers: [String: UInt64] = [:]

  /// Takes what was written, to begin anew; texts keep their numbers.
  mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  /// Writes where a record stands: the document, and how far from the record before.
  mutating func write(origin: Origin, after line: Int) {
    bytes.append(number: UInt64(origin.document))
    bytes.append(signed: origin.line - line)
  }

  @_semantics("optimize.sil.specialize.generic.never")
  mutating func write<Element: ExchangeElement>(_ element: Element) throws(DocumentError) {
    var copy = element
    try copy.code(with: &self)
  }

  mutating func field(_ term: Term, _ value: inout String) { write(text: value) }
  mutating func field(_ term: Term, _ value: inout String?) { write(text: value) }
  mutating func shared(_ term: Term, _ value: inout String?) { write(text: value) }
  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) {
    bytes.append(signed: value)
  }

  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) {
    bytes.append(value == nil ? 0 : 1)
    if let value { bytes.append(signed: value) }
  }

  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    bytes.append(double: value)
  }

  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    bytes.append(value == nil ? 0 : 1)
    if let value { bytes.append(double: value) }
  }

  mutating func field(_ term: Term, _ value: inout Bool?) {
    bytes.append(value.map { $0 ? 2 : 1 } ?? 0)
  }

  mutating func field(_ term: Term, _ value: inout PartialDate?) {
    bytes.append(number: value.map { $0.packed + 1 } ?? 0)
  }

  mutating func field(_ term: Term, _ value: inout Instant?) {
    bytes.append(value == nil ? 0 : 1)
    if let value {
      bytes.append(signed: value.seconds)
      bytes.append(signed: value.zone.minutes)
    }
  }

  mutating func field(_ term: Term, _ value: inout ZoneOffset) {
    bytes.append(signed: value.minutes)
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    bytes.append(number: UInt64(ordinal(of: value)))
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {
    bytes.append(number: value.map { UInt64(ordinal(of: $0) + 1) } ?? 0)
  }

  mutating func clock(_ term: Term, _ value: inout Int?) { field(term, &value, .count) }

  mutating func point(_ value: inout Coordinate) {
    bytes.append(double: value.latitude)
    bytes.append(double: value.longitude)
  }

  mutating func point(_ value: inout Coordinate?) {
    bytes.append(value == nil ? 0 : 1)
    if var point = value { self.point(&point) }
  }

  mutating func box(_ value: inout Box?) {
    bytes.append(value == nil ? 0 : 1)
    guard let box = value else { return }
    for edge in [box.south, box.west, box.north, box.east] { bytes.append(double: edge) }
  }

  mutating func provenance(_ value: inout Provenance) {
    shared(.source, &value.source)
    field(.asserted, &value.asserted)
    choice(.confidence, &value.confidence)
    shared(.basis, &value.basis)
    field(.note, &value.note)
  }

  mutating func content(_ value: inout String) { write(text: value) }

  @_semantics("optimize.sil.specialize.generic.never")
  mutating func elements<Element: ExchangeElement>(
    _ term: Term, _ list: inout [Element]
  ) throws(DocumentError) {
    bytes.append(number: UInt64(list.count))
    for element in list { try write(element) }
  }

  private mutating func write(text: String?) {
    guard let text else {
      bytes.append(0)
      return
    }
    if let number = numbers[text] {
      bytes.append(number: number)
    } else {
      texts.append(text)
      numbers[text] = UInt64(texts.count)
      bytes.append(number: UInt64(texts.count))
    }
  }

  private func ordinal<Choice: NamedChoice>(of value: Choice) -> Int {
    Choice.allCases.enumerated().first { $0.element == value }?.offset ?? 0
  }
}
