import Facts
import Formats

/// One condition of a search: a parameter, and the values of which one must fit.
struct FHIRCondition: Sendable {
  /// A change of the comparison.
  enum Modifier: Hashable, Sendable {
    /// The whole text, with marks and case.
    case exact
    /// Anywhere in the text.
    case contains
    /// None of the codes.
    case not
    /// The words of a code.
    case text
    /// Whether there is a value at all.
    case missing
    /// A reference to a resource of this type.
    case type(String)
  }

  /// A wanted value.
  enum Value: Sendable {
    case text(String)
    case token(system: String?, code: String?)
    case reference(type: String?, id: String)
    case date(FHIRDatePrefix, FHIRDateRange)
    case near(Coordinate, kilometres: Double)
    case flag(Bool)
  }

  let parameter: FHIRSearchParameter
  let modifier: Modifier?
  let values: [Value]

  /// Whether a resource fulfils it.
  func holds(for resource: FHIRElement) -> Bool {
    let elements = resource.children.filter { parameter.elements.contains($0.name) }
    if modifier == .missing {
      return values.contains { value in
        guard case .flag(let flag) = value else { return false }
        return flag == elements.isEmpty
      }
    }
    let isMet = values.contains { value in elements.contains { fits(value, $0) } }
    return modifier == .not ? !isMet : isMet
  }

  private func fits(_ value: Value, _ element: FHIRElement) -> Bool {
    switch value {
    case .text(let text) where parameter.kind == .token:
      return element.tokens.contains { Self.begins($0.display ?? "", text, anywhere: true) }
    case .text(let text):
      let names = element.value.map { [$0] } ?? element.children.compactMap(\.value)
      return names.contains { name in
        switch modifier {
        case .exact: name == text
        case .contains: Self.begins(name, text, anywhere: true)
        default: Self.begins(name, text, anywhere: false)
        }
      }
    case .token(let system, let code):
      return element.tokens.contains { token in
        (code == nil || token.code == code)
          && (system == nil || (token.system ?? "") == system)
      }
    case .reference(let type, let id):
      guard let target = FHIRReferenceText(element["reference"]?.value ?? "") else { return false }
      return target.id == id && (type == nil || target.type == type)
    case .date(let prefix, let range):
      let zone = ZoneOffset(minutes: 0)
      let start = element["start"]?.value.flatMap { FHIRDateRange($0, zone: zone) }
      let end = element["end"]?.value.flatMap { FHIRDateRange($0, zone: zone) }
      return prefix.holds(start: start?.start, end: end?.end, against: range)
    case .near(let point, let kilometres):
      guard let latitude = element["latitude"]?.value.flatMap(Double.init),
        let longitude = element["longitude"]?.value.flatMap(Double.init)
      else { return false }
      return point.distanceInMetres(to: Coordinate(latitude: latitude, longitude: longitude))
        <= kilometres * 1_000
    case .flag: return false
    }
  }

  /// Whether a name begins with a text, at its beginning or at that of one of its words, whatever
  /// marks and case they have.
  private static func begins(_ name: String, _ text: String, anywhere: Bool) -> Bool {
    let wanted = FoldedName(text).text
    guard !wanted.isEmpty else { return false }
    let folded = FoldedName(name).text
    return anywhere
      ? folded.contains(wanted) : folded.hasPrefix(wanted) || folded.contains(" " + wanted)
  }
}

/// A reference as `Location/bv-cho-ray`, with or without an address before it.
struct FHIRReferenceText: Equatable {
  let type: String?
  let id: String

  init?(_ text: String) {
    let parts = text.split(separator: "/").suffix(2)
    guard let id = parts.last, !id.isEmpty else { return nil }
    self.id = String(id)
    type = parts.count == 2 ? parts.first.map(String.init) : nil
  }
}

extension FHIRElement {
  /// The codes of an identifier, a concept, a coding or a primitive.
  var tokens: [(system: String?, code: String, display: String?)] {
    if let value { return [(nil, value, nil)] }
    let codings =
      name == "coding" || self["code"] != nil ? [self] : children.filter { $0.name == "coding" }
    if !codings.isEmpty {
      return codings.compactMap { coding in
        coding["code"]?.value.map { (coding["system"]?.value, $0, coding["display"]?.value) }
      }
    }
    return self["value"]?.value.map { [(self["system"]?.value, $0, nil)] } ?? []
  }
}
