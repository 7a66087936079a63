import Facts
import Files
import HealthNetwork
import XMLStream

/// Reads the fields of records from the bytes that `BinaryFieldWriter` wrote.
///
/// The bytes may be anything: what cannot be marks them as damaged, and the records read are then
/// not to be used.
struct BinaryFieldReader: FieldCoder {
  var input: ByteReader
  /// All texts, by number from 1.
  let texts: [String]

  mutating func field(_ term: Term, _ value: inout String) {
    if let text = text() { value = text } else { input.fail() }
  }

  mutating func field(_ term: Term, _ value: inout String?) { value = text() }
  mutating func shared(_ term: Term, _ value: inout String?) { value = text() }
  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) {
    value = integer()
  }

  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) {
    value = isPresent() ? integer() : nil
  }

  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    value = input.double()
  }

  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    value = isPresent() ? input.double() : nil
  }

  mutating func field(_ term: Term, _ value: inout Bool?) {
    switch input.byte() {
    case 0: value = nil
    case 1: value = false
    case 2: value = true
    default: input.fail()
    }
  }

  mutating func field(_ term: Term, _ value: inout PartialDate?) {
    let number = input.number()
    value = number == 0 ? nil : PartialDate(packed: number - 1)
    if number != 0 && value == nil { input.fail() }
  }

  mutating func field(_ term: Term, _ value: inout Instant?) {
    value = nil
    guard isPresent() else { return }
    let seconds = input.signedNumber()
    var zone = ZoneOffset(minutes: 0)
    field(term, &zone)
    // Years 0 to 9999, so that no sum of seconds overflows later.
    guard (-62_200_000_000...253_500_000_000).contains(seconds) else { return input.fail() }
    value = Instant(seconds: seconds, zone: zone)
  }

  mutating func field(_ term: Term, _ value: inout ZoneOffset) {
    let minutes = input.signedNumber()
    guard (-840...840).contains(minutes) else { return input.fail() }
    value = ZoneOffset(minutes: minutes)
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    if let choice: Choice = choice(at: input.number()) { value = choice }
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {
    let number = input.number()
    value = number == 0 ? nil : choice(at: number - 1)
  }

  mutating func clock(_ term: Term, _ value: inout Int?) {
    field(term, &value, .count)
    if let minute = value, !(0...1_440).contains(minute) { input.fail() }
  }

  mutating func point(_ value: inout Coordinate) {
    let latitude = input.double()
    let longitude = input.double()
    guard latitude.magnitude <= 90, longitude.magnitude <= 180 else { return input.fail() }
    value = Coordinate(latitude: latitude, longitude: longitude)
  }

  mutating func point(_ value: inout Coordinate?) {
    value = nil
    guard isPresent() else { return }
    var point = Coordinate(latitude: 0, longitude: 0)
    self.point(&point)
    value = point
  }

  mutating func box(_ value: inout Box?) {
    value = nil
    guard isPresent() else { return }
    let (south, west) = (input.double(), input.double())
    value = Box(south: south, west: west, north: input.double(), east: input.double())
  }

  mutating func provenance(_ value: inout Provenance) {
    value.source = text()
    field(.asserted, &value.asserted)
    choice(.confidence, &value.confidence)
    value.basis = text()
    value.note = text()
  }

  mutating func content(_ value: inout String) { field(.extension, &value) }

  mutating func elements<Element: ExchangeElement>(
    _ term: Term, _ list: inout [Element]
  ) throws(DocumentError) {
    let count = input.count()
    guard count > 0 else { return }
    // A count that lies must not cost memory.
    list.reserveCapacity(min(count, 16))
    for _ in 0..<count where !input.isDamaged {
      list.append(Element())
      try list[list.count - 1].code(with: &self)
    }
  }

  private mutating func text() -> String? {
    let number = input.number()
    guard number != 0 else { return nil }
    guard number <= UInt64(texts.count) else {
      input.fail()
      return nil
    }
    return texts[Int(number) - 1]
  }

  private mutating func isPresent() -> Bool {
    let byte = input.byte()
    if byte > 1 { input.fail() }
    return byte == 1
  }

  /// A number that the schema allows, so that no sum of them overflows later.
  private mutating func integer() -> Int {
    let number = input.signedNumber()
    if number.magnitude > 1 << 53 { input.fail() }
    return number
  }

  private mutating func choice<Choice: NamedChoice>(at ordinal: UInt64) -> Choice? {
    let choices = Choice.allCases
    guard ordinal < UInt64(choices.count) else {
      input.fail()
      return nil
    }
    return choices[choices.index(choices.startIndex, offsetBy: Int(ordinal))]
  }
}
