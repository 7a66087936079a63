import Facts
import HealthNetwork
import XMLStream

/// Reads the fields of one of our own records where it stands inside a document of another format.
///
/// Nothing is validated here: a value that cannot be read counts as absent.
struct ElementFieldReader: FieldCoder {
  private let element: ElementNode
  private let termCodes: [Int16]
  /// A bit for each attribute: a record has many fields and an element few of them.
  private let attributeBits: UInt64

  private init(_ element: ElementNode) {
    self.element = element
    termCodes = element.termCodes
    attributeBits = element.attributeBits
  }

  /// The record that an element is.
  static func record<Element: ExchangeElement>(_ element: ElementNode) -> Element {
    var record = Element()
    var reader = ElementFieldReader(element)
    // Only documents that are still being read can fail.
    try? record.code(with: &reader)
    return record
  }

  private func value(_ term: Term) -> String? {
    guard !termCodes.isEmpty else {
      return element[Term.names[term.rawValue]].map(collapsingWhitespace)
    }
    let code = termCodes[term.rawValue]
    guard attributeBits >> UInt64(truncatingIfNeeded: code & 63) & 1 == 1 else { return nil }
    return element.value(ofCode: code).map(collapsingWhitespace)
  }

  mutating func field(_ term: Term, _ value: inout String) { value = self.value(term) ?? value }
  mutating func field(_ term: Term, _ value: inout String?) { value = self.value(term) }
  mutating func shared(_ term: Term, _ value: inout String?) { value = self.value(term) }

  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) {
    value = self.value(term).flatMap { Int($0) } ?? value
  }

  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) {
    value = self.value(term).flatMap { Int($0) }
  }

  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    value = number(term) ?? value
  }
  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    value = number(term)
  }

  mutating func field(_ term: Term, _ value: inout Bool?) {
    value = self.value(term).flatMap { $0 == "true" ? true : $0 == "false" ? false : nil }
  }

  mutating func field(_ term: Term, _ value: inout PartialDate?) {
    value = self.value(term).flatMap { PartialDate($0) }
  }

  mutating func field(_ term: Term, _ value: inout Instant?) {
    value = self.value(term).flatMap { Instant($0) }
  }

  mutating func field(_ term: Term, _ value: inout ZoneOffset) {
    value = self.value(term).flatMap { ZoneOffset($0) } ?? value
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    value = self.value(term).flatMap { Choice(rawValue: $0) } ?? value
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {
    value = self.value(term).flatMap { Choice(rawValue: $0) }
  }

  mutating func clock(_ term: Term, _ value: inout Int?) {
    value = self.value(term).flatMap { ClockText.minutes($0) }
  }

  mutating func point(_ value: inout Coordinate) {
    var point: Coordinate?
    self.point(&point)
    value = point ?? value
  }

  mutating func point(_ value: inout Coordinate?) {
    guard let latitude = number(.lat), let longitude = number(.lon) else { return }
    value = Coordinate(latitude: latitude, longitude: longitude)
  }

  mutating func box(_ value: inout Box?) {
    guard let south = number(.south), let west = number(.west), let north = number(.north),
      let east = number(.east)
    else { return }
    value = Box(south: south, west: west, north: north, east: east)
  }

  mutating func provenance(_ value: inout Provenance) {
    shared(.source, &value.source)
    field(.asserted, &value.asserted)
    choice(.confidence, &value.confidence)
    shared(.basis, &value.basis)
    shared(.note, &value.note)
  }

  mutating func content(_ value: inout String) { value = element.text }

  mutating func elements<Element: ExchangeElement>(_ term: Term, _ list: inout [Element]) {
    if element.isEmpty { return }
    let name = Term.names[term.rawValue]
    for child in element.children where child.name == name {
      list.append(ElementFieldReader.record(child))
    }
  }

  private func number(_ term: Term) -> Double? {
    value(term).flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }
}

/// Times of day as documents write them.
enum ClockText {
  /// The minute of the day of 07:30 or 07:30:00, with or without parts of seconds or a zone; nil
  /// where it is no such time.
  static func minutes(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 5, bytes[2] == UInt8(ascii: ":"),
      let hours = number(bytes[0], bytes[1]), let minutes = number(bytes[3], bytes[4]),
      bytes.count == 5 || bytes[5] == UInt8(ascii: ":"),
      (hours < 24 && minutes < 60) || (hours == 24 && minutes == 0)
    else { return nil }
    return hours * 60 + minutes
  }

  /// The minute of the day as 07:30:00.
  static func text(_ minutes: Int) -> String {
    padded(minutes / 60, to: 2) + ":" + padded(minutes % 60, to: 2) + ":00"
  }

  private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
    guard (48...57).contains(tens), (48...57).contains(ones) else { return nil }
    return Int(tens - 48) * 10 + Int(ones - 48)
  }
}
