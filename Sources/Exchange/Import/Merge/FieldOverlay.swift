import Facts
import Files
import HealthNetwork
import TravelNetwork
import XMLStream

/// What an element says, field by field in the order of its coder; nil where it says nothing.
struct SaidFields: FieldCoder {
  private(set) var values: [Any?] = []

  /// Gathers what an element says.
  @_semantics("optimize.sil.specialize.generic.never")
  init(_ element: some ExchangeElement) {
    var copy = element
    do throws(DocumentError) {
      try copy.code(with: &self)
    } catch {
      // A coder that only looks has nothing that could fail: the error is the reader's.
      preconditionFailure("looking at fields failed: \(error)")
    }
  }

  private mutating func say<Value>(_ value: Value?) { values.append(value) }

  mutating func field(_ term: Term, _ value: inout String) { say(value.isEmpty ? nil : value) }
  mutating func field(_ term: Term, _ value: inout String?) { say(value) }
  mutating func shared(_ term: Term, _ value: inout String?) { say(value) }
  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) { say(value) }
  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) { say(value) }
  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) { say(value) }
  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) { say(value) }
  mutating func field(_ term: Term, _ value: inout Bool?) { say(value) }
  mutating func field(_ term: Term, _ value: inout PartialDate?) { say(value) }
  mutating func field(_ term: Term, _ value: inout Instant?) { say(value) }
  mutating func field(_ term: Term, _ value: inout ZoneOffset) { say(value) }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    // "other" is what a format says that has no word for it.
    say(value.rawValue == "other" ? nil : value)
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) { say(value) }
  mutating func clock(_ term: Term, _ value: inout Int?) { say(value) }
  mutating func point(_ value: inout Coordinate) { say(value) }
  mutating func point(_ value: inout Coordinate?) { say(value) }
  mutating func box(_ value: inout Box?) { say(value) }
  mutating func provenance(_ value: inout Provenance) { say(value) }
  mutating func content(_ value: inout String) { say(value.isEmpty ? nil : value) }

  @_semantics("optimize.sil.specialize.generic.never")
  mutating func elements<Element: ExchangeElement>(_ term: Term, _ list: inout [Element]) {
    say(list.isEmpty ? nil : list)
  }
}

/// Lays what one element says over another element of the same type; what it does not say stays.
struct FieldOverlay: FieldCoder {
  private let values: [Any?]
  private var next = 0

  init(_ said: SaidFields) { values = said.values }

  /// An element with what another one says laid over it.
  @_semantics("optimize.sil.specialize.generic.never")
  static func merged<Element: ExchangeElement>(_ new: Element, over old: Element) -> Element {
    var result = old
    var overlay = FieldOverlay(SaidFields(new))
    do throws(DocumentError) {
      try result.code(with: &overlay)
    } catch {
      preconditionFailure("merging fields failed: \(error)")
    }
    return result
  }

  private mutating func take<Value>(_ type: Value.Type = Value.self) -> Value? {
    defer { next += 1 }
    return values[next] as? Value
  }

  private mutating func replace<Value>(_ value: inout Value) {
    if let said = take(Value.self) { value = said }
  }

  private mutating func replace<Value>(_ value: inout Value?) {
    if let said = take(Value.self) { value = said }
  }

  mutating func field(_ term: Term, _ value: inout String) { replace(&value) }
  mutating func field(_ term: Term, _ value: inout String?) { replace(&value) }
  mutating func shared(_ term: Term, _ value: inout String?) { replace(&value) }
  mutating func field(_ term: Term, _ value: inout Int, _ bounds: NumberBounds) { replace(&value) }
  mutating func field(_ term: Term, _ value: inout Int?, _ bounds: NumberBounds) { replace(&value) }
  mutating func field(_ term: Term, _ value: inout Double, _ bounds: NumberBounds) {
    replace(&value)
  }
  mutating func field(_ term: Term, _ value: inout Double?, _ bounds: NumberBounds) {
    replace(&value)
  }
  mutating func field(_ term: Term, _ value: inout Bool?) { replace(&value) }
  mutating func field(_ term: Term, _ value: inout PartialDate?) { replace(&value) }
  mutating func field(_ term: Term, _ value: inout Instant?) { replace(&value) }
  mutating func field(_ term: Term, _ value: inout ZoneOffset) { replace(&value) }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice) {
    replace(&value)
  }

  mutating func choice<Choice: NamedChoice>(_ term: Term, _ value: inout Choice?) {
    replace(&value)
  }

  mutating func clock(_ term: Term, _ value: inout Int?) { replace(&value) }
  mutating func point(_ value: inout Coordinate) { replace(&value) }
  mutating func point(_ value: inout Coordinate?) {
    guard let said = take(Coordinate.self) else { return }
    // A format that rounds has not moved anything.
    if let old = value, old.distanceInMetres(to: said) < 1 { return }
    value = said
  }

  mutating func box(_ value: inout Box?) { replace(&value) }

  /// The older source stays beside the newer one: it still stands for what was not said anew.
  mutating func provenance(_ value: inout Provenance) {
    guard let said = take(Provenance.self) else { return }
    if let source = said.source {
      let old = value.source?.split(separator: "; ").map(String.init) ?? []
      if !old.contains(source) { value.source = (old + [source]).joined(separator: "; ") }
    }
    value.asserted = said.asserted ?? value.asserted
    value.confidence = said.confidence ?? value.confidence
    value.basis = said.basis ?? value.basis
    value.note = said.note ?? value.note
  }

  mutating func content(_ value: inout String) { replace(&value) }

  @_semantics("optimize.sil.specialize.generic.never")
  mutating func elements<Element: ExchangeElement>(_ term: Term, _ list: inout [Element]) {
    guard let said = take([Element].self) else { return }
    guard said.allSatisfy({ $0.identity != nil }) else {
      list = said
      return
    }
    for element in said {
      if let index = list.firstIndex(where: { $0.identity == element.identity }) {
        let merged = FieldOverlay.merged(element, over: list[index])
        // Who says the same again is not the source of it.
        let isNews =
          RecordOutline.outline(term, merged).withoutProvenance
          != RecordOutline.outline(term, list[index]).withoutProvenance
        if isNews { list[index] = merged }
      } else {
        list.append(element)
      }
    }
  }
}
