import Facts
import HealthNetwork
import XMLStream

/// Reads the fields of one element: its attributes, or one child element of it.
struct FieldReader: FieldCoder {
  let document: DocumentReader
  /// The child element that stands to be read; nil while the attributes are read.
  let child: Term?
  /// Whether a child was read, or the element's own text up to its end.
  var isConsumed = false

  mutating func field(_ term: Term, _ value: inout String) {
    guard child == nil else { return }
    if let text = document.xml.attribute(term.rawValue) { value = oneLine(text) }
  }

  mutating func field(_ term: Term, _ value: inout String?) {
    guard child == nil else { return }
    value = document.xml.attribute(term.rawValue).map(oneLine)
  }

  mutating func shared(_ term: Term, _ value: inout String?) {
    guard child == nil else { return }
    value = document.sharedAttribute(term)
  }

  mutating func field(_ term: Term, _ value: inout Int) {
    guard child == nil else { return }
    if let number = document.xml.intAttribute(term.rawValue) { value = number }
  }

  mutating func field(_ term: Term, _ value: inout Int?) {
    guard child == nil else { return }
    value = document.xml.intAttribute(term.rawValue)
  }

  mutating func field(_ term: Term, _ value: inout Double) {
    guard child == nil else { return }
    if let number = number(term) { value = number }
  }

  mutating func field(_ term: Term, _ value: inout Double?) {
    guard child == nil else { return }
    value = number(term)
  }

  mutating func field(_ term: Term, _ value: inout Bool?) {
    guard child == nil else { return }
    value = document.xml.boolAttribute(term.rawValue)
  }

  mutating func field(_ term: Term, _ value: inout PartialDate?) {
    parsed(term, &value, "a real day as 2026-11-22, 2026-11 or 2026") { PartialDate($0) }
  }

  mutating func field(_ term: Term, _ value: inout Instant?) {
    parsed(term, &value, "an instant as 2026-11-22T03:00:00+07:00") { Instant($0) }
  }

  mutating func field(_ term: Term, _ value: inout ZoneOffset) {
    var zone: ZoneOffset?
    parsed(term, &zone, "an offset as +07:00") { ZoneOffset($0) }
    if let zone { value = zone }
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    var choice: Choice?
    self.choice(term, &choice)
    if let choice { value = choice }
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {
    guard child == nil else { return }
    // A word that is no choice breaks the schema too, which reports it.
    value = document.xml.attribute(term.rawValue).flatMap { Choice(rawValue: oneLine($0)) }
  }

  mutating func clock(_ term: Term, _ value: inout Int?) {
    parsed(term, &value, "a time of day as 07:30") { text in
      let parts = text.split(separator: ":").compactMap { Int($0) }
      return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
    }
  }

  mutating func point(_ value: inout Coordinate) {
    var point: Coordinate?
    self.point(&point)
    if let point { value = point }
  }

  mutating func point(_ value: inout Coordinate?) {
    guard child == nil else { return }
    let latitude = number(.lat)
    let longitude = number(.lon)
    if let latitude, let longitude {
      // The schema refuses it too, but cannot say why.
      if latitude.magnitude > 90 && longitude.magnitude <= 90 {
        document.report("latitude and longitude seem to be swapped: no latitude is \(latitude)")
      }
      value = Coordinate(latitude: latitude, longitude: longitude)
    } else if latitude != nil || longitude != nil {
      document.report("lat and lon stand together: one of them is missing")
    }
  }

  mutating func box(_ value: inout Box?) {
    guard child == nil else { return }
    let edges = [Term.south, .west, .north, .east].map { number($0) }
    if let south = edges[0], let west = edges[1], let north = edges[2], let east = edges[3] {
      value = Box(south: south, west: west, north: north, east: east)
    } else if edges.contains(where: { $0 != nil }) {
      document.report("south, west, north and east stand together: some are missing")
    }
  }

  mutating func provenance(_ value: inout Provenance) {
    guard child == nil else { return }
    shared(.source, &value.source)
    field(.asserted, &value.asserted)
    choice(.confidence, &value.confidence)
    shared(.basis, &value.basis)
    field(.note, &value.note)
    if document.xml.depth == 2 {
      value.source = value.source ?? document.header.source
      value.confidence = value.confidence ?? document.header.confidence
    }
  }

  mutating func content(_ value: inout String) throws(XMLError) {
    guard child == nil else { return }
    value = try document.xml.readText()
    isConsumed = true
  }

  mutating func elements<Element: ExchangeElement>(
    _ term: Term, _ list: inout [Element]
  ) throws(XMLError) {
    guard child == term else { return }
    list.append(try document.readElement())
    isConsumed = true
  }

  private func parsed<Value>(
    _ term: Term, _ value: inout Value?, _ expected: String, _ parse: (String) -> Value?
  ) {
    guard child == nil, let text = document.xml.attribute(term.rawValue) else { return }
    value = parse(oneLine(text))
    if value == nil { document.report("\(term.name) is \"\(text)\"; expected \(expected)") }
  }

  /// A decimal number; what the schema lets pass may still be too great for one.
  private func number(_ term: Term) -> Double? {
    let number = document.xml.doubleAttribute(term.rawValue)
    if number == nil, document.xml.hasAttribute(term.rawValue) {
      document.report("\(term.name) is not a number that can be held")
    }
    return number
  }
}

/// A text as the schema means it: runs of white space count as one space, and none at the ends.
func oneLine(_ text: String) -> String {
  let bytes = text.utf8Span.span
  var isBlank = true
  var needsWork = false
  for index in bytes.indices {
    let byte = bytes[index]
    guard byte <= 0x20 else {
      isBlank = false
      continue
    }
    if isBlank || byte != 0x20 {
      needsWork = true
      break
    }
    isBlank = true
  }
  guard needsWork || isBlank else { return text }
  let words = text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
}
