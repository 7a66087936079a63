import Facts
import Files
import HealthNetwork
import XMLStream

/// Reads the fields of the element that stands to be read: its attributes, or one child of it.
///
/// Absent attributes leave fields as they are: nothing, as an element begins.
extension DocumentReader: FieldCoder {
  /// Whether the attributes are read, and this one may be there: the first thing that is asked.
  private func has(_ term: Term) -> Bool {
    child == nil && xml.mayHaveAttribute(term.rawValue)
  }

  mutating func field(_ term: Term, _ value: inout String) {
    guard has(term) else { return }
    if let text = xml.token(term.rawValue) { value = text }
  }

  mutating func field(_ term: Term, _ value: inout String?) {
    guard has(term) else { return }
    value = xml.token(term.rawValue)
  }

  mutating func shared(_ term: Term, _ value: inout String?) {
    guard has(term) else { return }
    value = xml.token(term.rawValue, sharedIn: &pool)
  }

  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) {
    guard has(term) else { return }
    if let number = wholeNumber(term, bounds) { value = number }
  }

  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) {
    guard has(term) else { return }
    value = wholeNumber(term, bounds)
  }

  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    guard has(term) else { return }
    if let number = number(term, bounds) { value = number }
  }

  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    guard has(term) else { return }
    value = number(term, bounds)
  }

  mutating func field(_ term: Term, _ value: inout Bool?) {
    guard has(term) else { return }
    value = xml.boolAttribute(term.rawValue)
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
    guard has(term) else { return }
    // A word that is no choice breaks the schema too, which reports it.
    value = xml.token(term.rawValue, sharedIn: &pool).flatMap { Choice(rawValue: $0) }
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
    guard has(.lat) || has(.lon) else { return }
    let latitude = number(.lat)
    let longitude = number(.lon)
    if let latitude, let longitude {
      // The schema refuses it too, but cannot say why.
      if latitude.magnitude > 90 && longitude.magnitude <= 90 {
        report("latitude and longitude seem to be swapped: no latitude is \(latitude)")
      }
      value = Coordinate(latitude: latitude, longitude: longitude)
    } else if latitude != nil || longitude != nil {
      report("lat and lon stand together: one of them is missing")
    }
  }

  mutating func box(_ value: inout Box?) {
    guard has(.south) || has(.west) || has(.north) || has(.east) else { return }
    let edges = [Term.south, .west, .north, .east].map { number($0) }
    if let south = edges[0], let west = edges[1], let north = edges[2], let east = edges[3] {
      value = Box(south: south, west: west, north: north, east: east)
    } else if edges.contains(where: { $0 != nil }) {
      report("south, west, north and east stand together: some are missing")
    }
  }

  mutating func provenance(_ value: inout Provenance) {
    guard child == nil else { return }
    shared(.source, &value.source)
    field(.asserted, &value.asserted)
    choice(.confidence, &value.confidence)
    shared(.basis, &value.basis)
    field(.note, &value.note)
    if xml.depth == 2 {
      value.source = value.source ?? header.source
      value.confidence = value.confidence ?? header.confidence
    }
  }

  mutating func content(_ value: inout String) throws(DocumentError) {
    guard child == nil else { return }
    value = try xml.readText()
    isConsumed = true
  }

  mutating func elements<Element: ExchangeElement>(
    _ term: Term, _ list: inout [Element]
  ) throws(DocumentError) {
    guard child == term else { return }
    list.append(try readElement())
    // Reading the child has set both to what it met last.
    child = term
    isConsumed = true
  }

  private mutating func parsed<Value>(
    _ term: Term, _ value: inout Value?, _ expected: String, _ parse: (String) -> Value?
  ) {
    guard has(term), let text = xml.token(term.rawValue) else { return }
    value = parse(text)
    if value == nil {
      let found = xml.attribute(term.rawValue) ?? text
      report("\(term.name) is \"\(found)\"; expected \(expected)")
    }
  }

  /// A decimal number; nothing where it is none or lies beyond its bounds, which is reported.
  private mutating func number(_ term: Term, _ bounds: NumberBounds? = nil) -> Double? {
    guard xml.hasAttribute(term.rawValue) else { return nil }
    let number = xml.doubleAttribute(term.rawValue)
    guard let bounds else {
      if number == nil { report("\(term.name) is not a number that can be held") }
      return number
    }
    guard let number, bounds.contains(number) else {
      reportNumber(term, "a number without exponent", bounds)
      return nil
    }
    return number
  }

  private mutating func wholeNumber(_ term: Term, _ bounds: NumberBounds) -> Int? {
    guard xml.hasAttribute(term.rawValue) else { return nil }
    guard let number = xml.intAttribute(term.rawValue), bounds.contains(Double(number)) else {
      reportNumber(term, DocumentReader.whole, bounds)
      return nil
    }
    return number
  }

  private static let whole = "a whole number"

  private mutating func reportNumber(_ term: Term, _ kind: String, _ bounds: NumberBounds) {
    let found = xml.attribute(term.rawValue) ?? ""
    let shown = found.count > 40 ? "\(found.prefix(40))…" : found
    report(
      "\(term.name) is \"\(shown)\"; expected \(kind), \(bounds.words)",
      vi: "\(term.name) là \"\(shown)\"; phải là "
        + (kind == DocumentReader.whole ? "số nguyên" : "số viết thường, không số mũ")
        + ", \(bounds.wordsVi)")
  }
}
