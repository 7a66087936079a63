import Facts
import Files
import HealthNetwork

/// Looks for numbers of a record that its field cannot hold.
///
///     BoundsCheck.flaws(of: facility)   // [("catalogueShare", 1e12, 0 to 1)]
struct BoundsCheck: FieldCoder {
  /// A number beyond its bounds.
  struct Flaw: Hashable {
    let field: String
    let number: Double
    let bounds: NumberBounds
  }

  private var flaws: [Flaw] = []

  private init() {}

  /// The numbers of a record, and of the elements in it, that lie beyond their bounds.
  static func flaws(of record: some NetworkRecord) -> [Flaw] {
    guard let record = record as? any ExchangeRecord else { return [] }
    return flaws(in: record)
  }

  private static func flaws(in element: some ExchangeElement) -> [Flaw] {
    var (check, copy) = (BoundsCheck(), element)
    // Nothing is read that could fail.
    try? copy.code(with: &check)
    return check.flaws
  }

  private mutating func look(_ term: Term, _ number: Double?, _ bounds: NumberBounds) {
    guard let number, !bounds.contains(number) else { return }
    flaws.append(Flaw(field: "\(term.name)", number: number, bounds: bounds))
  }

  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) {
    look(term, Double(value), bounds)
  }

  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) {
    look(term, value.map { Double($0) }, bounds)
  }

  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    look(term, value, bounds)
  }

  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    look(term, value, bounds)
  }

  mutating func elements<Element: ExchangeElement>(_ term: Term, _ list: inout [Element]) {
    for element in list { flaws += BoundsCheck.flaws(in: element) }
  }

  mutating func field(_ term: Term, _ value: inout String) {}
  mutating func field(_ term: Term, _ value: inout String?) {}
  mutating func shared(_ term: Term, _ value: inout String?) {}
  mutating func field(_ term: Term, _ value: inout Bool?) {}
  mutating func field(_ term: Term, _ value: inout PartialDate?) {}
  mutating func field(_ term: Term, _ value: inout Instant?) {}
  mutating func field(_ term: Term, _ value: inout ZoneOffset) {}
  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {}
  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {}
  mutating func clock(_ term: Term, _ value: inout Int?) {}
  mutating func point(_ value: inout Coordinate) {}
  mutating func point(_ value: inout Coordinate?) {}
  mutating func box(_ value: inout Box?) {}
  mutating func provenance(_ value: inout Provenance) {}
  mutating func content(_ value: inout String) {}
}
