import HealthNetwork

/// Reads the items of a cell, from its beginning to its end, once.
struct CellItemReader {
  private let signs: [Character]
  private let labels: CellItem.Labels
  private var next = 0

  init(_ text: String, _ labels: CellItem.Labels) {
    signs = Array(text)
    self.labels = labels
  }

  private var sign: Character? { next < signs.count ? signs[next] : nil }

  /// All items; nil where the cell is not written as a list with labels, quotation marks and braces.
  mutating func items() -> [CellItem]? {
    var items: [CellItem] = []
    while next < signs.count {
      guard let item = item() else { return nil }
      if !item.value.isEmpty || !item.fields.isEmpty { items.append(item) }
      guard let sign else { break }
      guard CellItemReader.ends(sign) else { return nil }
      next += 1
    }
    if case .keys = labels { return items.filter { !($0.label ?? "").isEmpty } }
    return items
  }

  private static func ends(_ sign: Character) -> Bool { sign == ";" || sign == "|" }

  private mutating func item() -> CellItem? {
    var item = CellItem("")
    skipBlanks()
    if sign == "\"" {
      guard let text = quoted() else { return nil }
      skipBlanks()
      if case .keys = labels, sign == "=" {
        next += 1
        item.label = text
        guard takeValue(&item) else { return nil }
      } else {
        item.value = text
        item.isQuoted = true
      }
    } else {
      guard takeValue(&item) else { return nil }
    }
    skipBlanks()
    if sign == "{" {
      guard let fields = fields() else { return nil }
      item.fields = fields
      skipBlanks()
    }
    return item
  }

  /// Takes a label, unless there is one already, and the value.
  private mutating func takeValue(_ item: inout CellItem) -> Bool {
    skipBlanks()
    var text = ""
    while let sign, !CellItemReader.ends(sign), sign != "{" {
      if sign == "\"", text.isEmpty {
        guard let value = quoted() else { return false }
        item.value = value
        item.isQuoted = true
        return true
      }
      next += 1
      if item.label == nil, isLabel(text, before: sign) {
        item.label = collapsingWhitespace(text)
        text = ""
        skipBlanks()
      } else {
        text.append(sign)
      }
    }
    item.value = collapsingWhitespace(text)
    return true
  }

  private func isLabel(_ text: String, before sign: Character) -> Bool {
    switch labels {
    case .none: false
    case .words(let words): sign == ":" && words.contains(text)
    case .keys: sign == "="
    }
  }

  /// The fields in braces.
  private mutating func fields() -> [CellItem.Field]? {
    var fields: [CellItem.Field] = []
    next += 1
    while true {
      skipBlanks()
      var name = ""
      while let sign, sign.isLetter || sign.isNumber {
        name.append(sign)
        next += 1
      }
      guard sign == "=", !name.isEmpty else { return nil }
      next += 1
      var text = ""
      if sign == "\"" {
        guard let value = quoted() else { return nil }
        text = value
        skipBlanks()
      } else {
        while let sign, !";|{}".contains(sign) {
          text.append(sign)
          next += 1
        }
      }
      fields.append(CellItem.Field(name: name, text: collapsingWhitespace(text)))
      guard let sign else { return nil }
      next += 1
      if sign == "}" { return fields }
      guard sign == ";" else { return nil }
    }
  }

  /// A text in quotation marks; nil where it does not end.
  private mutating func quoted() -> String? {
    next += 1
    var text = ""
    while let sign {
      next += 1
      guard sign == "\"" else {
        text.append(sign)
        continue
      }
      guard self.sign == "\"" else { return text }
      text.append(sign)
      next += 1
    }
    return nil
  }

  private mutating func skipBlanks() {
    while let sign, sign.isWhitespace { next += 1 }
  }
}
