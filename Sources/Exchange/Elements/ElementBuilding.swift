import HealthNetwork

extension DocumentElement {
  /// Creates an element.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ text: String = "") {
    self.init(name)
    for (name, value) in attributes {
      if let value { self.attributes.append(Attribute(name: name, value: value)) }
    }
    self.text = text
  }

  /// Creates an element that is a record of ours, inside a document of another format.
  ///
  /// Texts that are empty are left out: they stand elsewhere in the document.
  init(_ record: some NetworkRecord) {
    self.init(RecordOutline(of: record))
  }

  private init(_ outline: RecordOutline) {
    name = outline.name
    namespace = ExchangeSchema.namespace
    text = outline.text ?? ""
    for field in outline.fields {
      let value: String
      switch field.value {
      case .text(let text): value = text
      case .integer(let number): value = String(number)
      case .number(let number): value = DocumentElement.decimal(number)
      case .flag(let flag): value = flag ? "true" : "false"
      }
      if !value.isEmpty { attributes.append(Attribute(name: field.name, value: value)) }
    }
    children = outline.children.map { DocumentElement($0) }
  }

  /// A finite number in the fewest digits that read back as the same, without an exponent as far as
  /// numbers of degrees, shares and counts need none.
  static func decimal(_ number: Double) -> String {
    let text = number.description
    if text.hasSuffix(".0") { return String(text.dropLast(2)) }
    guard text.contains("e-"), number.magnitude >= 1e-15 else {
      return text.contains("e") && number.magnitude < 1 ? "0" : text
    }
    // Below 1e-4 the library writes d.ddde-05: the digits move behind as many zeros.
    let parts = text.split(separator: "e-")
    let digits = parts[0].filter { $0 != "." && $0 != "-" }
    let zeros = String(repeating: "0", count: max(0, (Int(parts[1]) ?? 1) - 1))
    return (number < 0 ? "-0." : "0.") + zeros
      + (digits.hasSuffix("0") ? digits.dropLast() : digits[...])
  }
}
