import XMLStream

/// An element of a record that is being read, with all that is in it.
///
/// The elements of a record lie one after the other in few arrays: made one by one, as
/// `DocumentElement` is, they would cost more than reading the document does.
struct ElementNode: Equatable, Sendable {
  private let store: Store
  private let index: Int

  /// The elements of one record.
  fileprivate final class Store: Sendable {
    let tree: ElementTree

    init(_ tree: consuming ElementTree) { self.tree = tree }
  }

  /// The first element of a tree, which must hold one.
  init(_ tree: consuming ElementTree) {
    store = Store(tree)
    index = 0
  }

  private init(_ store: Store, _ index: Int) {
    self.store = store
    self.index = index
  }

  static func == (left: ElementNode, right: ElementNode) -> Bool {
    left.index == right.index && left.store === right.store
  }

  /// The local name.
  var name: String { store.tree.name(index) }
  /// The namespace, where it is none that the format knows by name.
  var namespace: String? {
    let code = store.tree.nodes[index].code
    return code >= 0 ? nil : store.tree.foreign[~code].namespace
  }
  /// The line of its start tag.
  var line: Int { Int(store.tree.nodes[index].line) }
  /// The text directly in it.
  var text: String { store.tree.nodes[index].text }
  /// Whether no element is in it.
  var isEmpty: Bool { store.tree.nodes[index].end == index + 1 }
  /// The attributes.
  var attributes: ArraySlice<DocumentElement.Attribute> {
    store.tree.attributes[store.tree.attributeRange(index)]
  }

  /// The text as one line, or nil where there is none.
  var oneLineText: String? {
    if text.isEmpty { return nil }
    let line = collapsingWhitespace(text)
    return line.isEmpty ? nil : line
  }

  /// An attribute's value.
  subscript(attribute: String) -> String? {
    for place in store.tree.attributeRange(index)
    where store.tree.attributes[place].name == attribute {
      return store.tree.attributes[place].value
    }
    return nil
  }

  /// The code of its name; negative where the format does not know it.
  var code: Int { store.tree.nodes[index].code }
  /// The codes of the names of our own records, by term.
  var termCodes: [Int16] { store.tree.terms.codes }
  /// A bit for each attribute: that of its name's code, by 64.
  var attributeBits: UInt64 {
    var bits: UInt64 = 0
    for place in store.tree.attributeRange(index) {
      bits |= 1 << UInt64(truncatingIfNeeded: store.tree.attributeCodes[place] & 63)
    }
    return bits
  }

  /// The place of an attribute by the code of its name; nil where there is none.
  private func place(ofCode code: Int16) -> Int? {
    for place in store.tree.attributeRange(index) where store.tree.attributeCodes[place] == code {
      return place
    }
    return nil
  }

  /// Whether it has an attribute, by the code of its name.
  func has(code: Int16) -> Bool { place(ofCode: code) != nil }

  /// An attribute's value, by the code of its name.
  func value(ofCode code: Int16) -> String? {
    place(ofCode: code).map { store.tree.attributes[$0].value }
  }

  /// The codes of the names of its attributes.
  var attributeCodes: ArraySlice<Int16> {
    store.tree.attributeCodes[store.tree.attributeRange(index)]
  }

  /// The elements directly in it.
  var children: Children { Children(store: store, place: index + 1, end: endIndex) }

  private var endIndex: Int { Int(store.tree.nodes[index].end) }

  /// The first element in it of a name that the format knows.
  func child(_ name: String) -> ElementNode? {
    var place = index + 1
    while place < endIndex {
      if store.tree.nodes[place].code >= 0, store.tree.name(place) == name {
        return ElementNode(store, place)
      }
      place = Int(store.tree.nodes[place].end)
    }
    return nil
  }

  /// The first element in it.
  var firstChild: ElementNode? { isEmpty ? nil : ElementNode(store, index + 1) }

  /// The text of the first element in it of a name that the format knows, as one line.
  func text(of name: String) -> String? { child(name).map { collapsingWhitespace($0.text) } }

  /// Every element in it of a name that the format knows.
  func children(_ name: String) -> [ElementNode] {
    children.filter { $0.name == name && $0.namespace == nil }
  }

  /// The elements directly in another.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let store: ElementNode.Store
    fileprivate var place: Int
    fileprivate let end: Int

    mutating func next() -> ElementNode? {
      guard place < end else { return nil }
      let node = ElementNode(store, place)
      place = Int(store.tree.nodes[place].end)
      return node
    }
  }
}

extension DocumentElement {
  /// A copy of an element that was read.
  init(_ node: ElementNode) {
    self.init(shell: node)
    children = node.children.map { DocumentElement($0) }
  }

  /// A copy of an element that was read, without the elements in it.
  init(shell node: ElementNode) {
    name = node.name
    namespace = node.namespace
    line = node.line
    attributes = Array(node.attributes)
    text = node.text
  }
}
