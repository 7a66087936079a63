/// An element of a document with all that is in it, for formats whose records are small trees.
///
/// Only one record of a document is ever held so, and no more of it than an `ElementBudget` allows.
struct DocumentElement: Hashable, Sendable {
  /// An attribute as it was written.
  struct Attribute: Hashable, Sendable {
    /// The local name; `xml:lang` for that one, and `{namespace}name` for others that have one.
    var name: String
    var value: String
  }

  /// The local name.
  var name = ""
  /// The namespace, where it is none that the format knows by name.
  var namespace: String?
  /// The line of its start tag.
  var line = 0
  var attributes: [Attribute] = []
  /// The text directly in it.
  var text = ""
  var children: [DocumentElement] = []

  /// Creates an element without anything in it.
  init(_ name: String = "") {
    self.name = name
  }

  /// An attribute's value.
  subscript(attribute: String) -> String? {
    for candidate in attributes where candidate.name == attribute { return candidate.value }
    return nil
  }

  /// The text as one line, or nil where there is none.
  var oneLineText: String? {
    if text.isEmpty { return nil }
    let line = collapsingWhitespace(text)
    return line.isEmpty ? nil : line
  }

  /// The first element in it of a name that the format knows.
  func child(_ name: String) -> DocumentElement? {
    children.first { $0.name == name && $0.namespace == nil }
  }

  /// The text of the first element in it of a name that the format knows, as one line; found without
  /// a copy of the element.
  func text(of name: String) -> String? {
    for index in children.indices where children[index].name == name {
      if children[index].namespace == nil { return collapsingWhitespace(children[index].text) }
    }
    return nil
  }

  /// Every element in it of a name that the format knows.
  func children(_ name: String) -> [DocumentElement] {
    children.filter { $0.name == name && $0.namespace == nil }
  }

  /// The first element of a name at any depth, in the order of the document.
  func descendant(_ name: String) -> DocumentElement? {
    for child in children {
      if child.name == name && child.namespace == nil { return child }
      if let found = child.descendant(name) { return found }
    }
    return nil
  }
}
