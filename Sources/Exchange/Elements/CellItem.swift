import HealthNetwork

/// One of the several values in a cell, with what is known about it.
///
///     CellItem.items("former: Bệnh viện A {to=2017}; \"B; C\"", label: .word(isLabel))
///
/// Items are parted by `;` or `|`. A label stands before the value, parted by `: ` or `=`; further
/// fields stand behind it in braces, each `name=text`. A text with one of these signs is in quotation
/// marks, doubled within it. A cell that is not written so is taken as a list of plain values.
struct CellItem: Hashable, Sendable {
  /// The word before the value: its kind, or the system of an identifier.
  var label: String?
  /// The value.
  var value = ""
  /// Whether the value stood in quotation marks, so that it is meant letter by letter.
  var isQuoted = false
  /// Further fields, by name.
  var fields: [Field] = []

  /// A further field.
  struct Field: Hashable, Sendable {
    var name: String
    var text: String
  }

  /// How a label is told from the value behind it.
  enum Labels {
    /// There is none.
    case none
    /// A known word and a colon.
    case words(Set<String>)
    /// Any text and an equals sign.
    case keys
  }

  /// Creates an item.
  init(_ value: String, label: String? = nil) {
    self.value = value
    self.label = label
  }

  /// Creates an item of a part of a record.
  init<Part>(_ value: String, label: String? = nil, _ fields: [TextField<Part>], of part: Part) {
    self.init(value, label: label)
    for field in fields {
      if let text = field.get(part), !text.isEmpty {
        self.fields.append(Field(name: field.name, text: text))
      }
    }
  }

  /// Sets the further fields of a part of a record.
  ///
  /// - Returns: Whether all of them are understood.
  func apply<Part>(_ known: [TextField<Part>], to part: inout Part) -> Bool {
    fields.allSatisfy { field in
      known.first { $0.name == field.name }?.set(&part, field.text) ?? false
    }
  }

  /// The items of a cell.
  static func items(_ text: String, labels: Labels = .none) -> [CellItem] {
    var reader = CellItemReader(text, labels)
    if let items = reader.items() { return items }
    return text.split { $0 == ";" || $0 == "|" }.compactMap { part in
      let value = collapsingWhitespace(String(part))
      guard case .keys = labels else { return value.isEmpty ? nil : CellItem(value) }
      let pair = value.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { return nil }
      return CellItem(collapsingWhitespace(pair[1]), label: collapsingWhitespace(pair[0]))
    }
  }

  /// The cell of some items; nil for none.
  static func cell(_ items: [CellItem], labels: Labels = .none) -> String? {
    items.isEmpty ? nil : items.map { $0.text(labels) }.joined(separator: "; ")
  }

  private func text(_ labels: Labels) -> String {
    var text = ""
    switch labels {
    case .none: break
    case .words: if let label { text = label + ": " }
    case .keys: text = CellItem.quoted(label ?? "", besides: "=") + "="
    }
    var isOpen = true
    if case .words(let words) = labels, label == nil,
      let colon = value.firstIndex(of: ":"), words.contains(String(value[..<colon]))
    {
      isOpen = false
    }
    text += isQuoted || !isOpen ? CellItem.marked(value) : CellItem.quoted(value)
    guard !fields.isEmpty else { return text }
    let list = fields.map { $0.name + "=" + CellItem.quoted($0.text) }
    return (text.isEmpty ? "" : text + " ") + "{" + list.joined(separator: "; ") + "}"
  }

  private static func quoted(_ text: String, besides sign: Character? = nil) -> String {
    let isPlain =
      text.first != "\"" && text.first != " " && text.last != " "
      && !text.contains { ";|{}".contains($0) || $0 == sign || $0.isNewline }
    return isPlain ? text : marked(text)
  }

  private static func marked(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
