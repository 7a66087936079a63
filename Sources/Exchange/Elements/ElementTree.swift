import Files
import XMLStream

/// The names of our own records among those of a format, which has attributes of them in it.
struct TermCodes: Sendable {
  /// The codes of the names, by term; empty where the format does not know them.
  var codes: [Int16] = []
  /// The first code of a name that is none of the format's elements.
  var firstOther = Int.max
}

/// The elements of a record in the order of the document, each before those in it.
struct ElementTree: Sendable {
  /// An element.
  struct Node: Sendable {
    /// The code of its name, or the complement of its place among the foreign names.
    var code: Int
    var line: Int32
    /// The place of the first element that is not in it.
    var end: Int32
    var firstAttribute: Int32
    var attributeCount: Int32
    var text = ""
  }

  /// The names that the format knows.
  let names: XMLNames
  var nodes: [Node] = []
  private(set) var attributes: [DocumentElement.Attribute] = []
  /// The codes of the names of the attributes; -1 where the format does not know them.
  private(set) var attributeCodes: [Int16] = []
  /// The names of our own records.
  let terms: TermCodes
  /// The names that the format does not know.
  var foreign: [(name: String, namespace: String)] = []

  init(names: XMLNames, terms: TermCodes, expecting elements: Int) {
    self.names = names
    self.terms = terms
    nodes.reserveCapacity(elements)
    attributes.reserveCapacity(elements)
    attributeCodes.reserveCapacity(elements)
  }

  /// Adds an attribute behind all others.
  mutating func append(_ attribute: DocumentElement.Attribute, code: Int) {
    attributes.append(attribute)
    attributeCodes.append(Int16(truncatingIfNeeded: code))
  }

  /// Puts another attribute in the place of one.
  mutating func replaceAttribute(_ place: Int, by attribute: DocumentElement.Attribute) {
    attributes[place] = attribute
    attributeCodes[place] =
      names.code(of: attribute.name).map { Int16(truncatingIfNeeded: $0) } ?? -1
  }

  func name(_ index: Int) -> String {
    let code = nodes[index].code
    return code >= 0 ? names.names[code] : foreign[~code].name
  }

  func attributeRange(_ index: Int) -> Range<Int> {
    let first = Int(nodes[index].firstAttribute)
    return first..<first + Int(nodes[index].attributeCount)
  }
}

extension XMLReader {
  /// Reads the element that starts here, with all that is in it, to its end.
  ///
  /// - Parameters:
  ///   - names: The names that the reader was made with.
  ///   - terms: The names of our own records among them.
  ///   - room: What the record may still hold.
  /// - Returns: The element, before all that are in it.
  /// - Throws: ``DocumentError`` as ``next()`` does, and where there is no more room.
  mutating func readTree(
    _ names: XMLNames, terms: TermCodes = TermCodes(), _ room: inout ElementBudget
  ) throws(DocumentError) -> ElementTree {
    var tree = ElementTree(
      names: names, terms: terms, expecting: room.expectedElements)
    var open: [Int] = []
    open.reserveCapacity(16)
    repeat {
      switch event {
      case .start:
        open.append(tree.nodes.count)
        try readStart(into: &tree, &room)
      case .text:
        guard let last = open.last else { break }
        let text = text
        try room.take(text, line: line)
        room.watch(name)
        if tree.nodes[last].text.isEmpty {
          tree.nodes[last].text = text
        } else {
          tree.nodes[last].text += " " + text
        }
      case .end, .endOfDocument:
        guard let last = open.popLast() else { break }
        tree.nodes[last].end = Int32(tree.nodes.count)
        if open.isEmpty {
          room.expectedElements = max(8, min(tree.nodes.count, 4_096))
          return tree
        }
      }
      try next()
    } while true
  }

  private func readStart(
    into tree: inout ElementTree, _ room: inout ElementBudget
  ) throws(DocumentError) {
    let count = attributeCount
    var node = ElementTree.Node(
      code: name, line: Int32(clamping: line), end: 0,
      firstAttribute: Int32(tree.attributes.count), attributeCount: Int32(count))
    try room.take("", line: line)
    if name < 0 || name >= tree.terms.firstOther {
      node.code = ~tree.foreign.count
      tree.foreign.append((nameString, namespace ?? ""))
    }
    tree.nodes.append(node)
    for index in 0..<count {
      let (code, value) = codedAttribute(at: index)
      try room.take(value, line: line)
      let name: String
      if code >= 0 {
        name = tree.names.names[code]
        room.watch(code)
      } else {
        let (localName, space, _) = attribute(at: index)
        switch space {
        case nil: name = localName
        case "http://www.w3.org/XML/1998/namespace": name = "xml:" + localName
        case .some(let space): name = "{" + space + "}" + localName
        }
      }
      tree.append(DocumentElement.Attribute(name: name, value: value), code: code)
    }
  }
}
